const { contextBridge, ipcRenderer } = require('electron');

contextBridge.exposeInMainWorld('fixture', {
  call: (name, value) => ipcRenderer.invoke('call', name, value),
  missing: () => ipcRenderer.invoke('missing'),
  nested: { add: (a, b) => a + b },
  throws: () => {
    throw Object.assign(new TypeError('thrown in the preload'), { code: 'lost' });
  },
  onTick: (listener) => {
    const relay = (_event, value) => listener(value);
    ipcRenderer.on('tick', relay);
    return () => ipcRenderer.removeListener('tick', relay);
  },
  requireFs: () => require('node:fs'),
});
