import { EventEmitter } from 'node:events';

/**
 * Gives a utility process its `process.parentPort` over the Node ipc channel it was forked with.
 * Messages that arrive before the first `message` listener wait for it. The process ends with its parent.
 */
export function openParentPort(): void {
  const send = process.send?.bind(process);
  if (!send) throw new Error('stand-in: a utility process needs the ipc channel of its parent');
  const port = new EventEmitter();
  const waiting: unknown[] = [];
  const deliver = (data: unknown) => port.emit('message', { data, ports: [] });

  process.on('message', (data) => {
    if (port.listenerCount('message') > 0) deliver(data);
    else waiting.push(data);
  });
  port.on('newListener', (name) => {
    if (name !== 'message') return;
    // `newListener` fires before the listener is added.
    queueMicrotask(() => {
      for (const data of waiting.splice(0)) deliver(data);
    });
  });
  process.on('disconnect', () => process.exit(0));

  const parentPort = Object.assign(port, {
    postMessage(message: unknown, transfer: readonly unknown[] = []) {
      if (transfer.length > 0) throw new Error('stand-in: transferring a MessagePort is not emulated');
      send(structuredClone(message));
    },
    start() {},
    pause() {},
  });
  Object.defineProperty(process, 'parentPort', { value: parentPort, enumerable: true });
  // A real utility process is no child_process: code that relies on process.send must fail here too.
  Object.defineProperty(process, 'send', { value: undefined });
}
