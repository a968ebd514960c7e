/** A small app that uses what the stand-in emulates. It runs on the real Electron, too. */
import { writeFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  net,
  protocol,
  session,
  shell,
  utilityProcess,
  // biome-ignore lint/style/noRestrictedImports: this is an app's main process, started by Electron only
} from 'electron';

const ORIGIN = 'app://fixture';
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self' app:; frame-src 'self' data:";
const folder = join(import.meta.dirname, 'page');
/** What happened, for the spec to read. */
const log = [];
globalThis.fixtureLog = log;

app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

if (app.requestSingleInstanceLock({ sentAt: new Date(0) })) start();
else app.quit();

function start() {
  app.on('second-instance', (_event, argv, _folder, data) => {
    log.push(`second instance ${argv.at(-1)} ${data.sentAt instanceof Date}`);
  });
  let isSaved = false;
  app.on('before-quit', (event) => {
    process.stdout.write(`before-quit ${isSaved}\n`);
    if (isSaved) return;
    event.preventDefault();
    setImmediate(() => {
      isSaved = true;
      app.quit();
    });
  });
  app.on('will-quit', () => process.stdout.write('will-quit\n'));
  app.on('window-all-closed', () => app.quit());
  app.on('web-contents-created', (_event, page) => {
    page.setWindowOpenHandler(({ url }) => {
      log.push(`open ${url}`);
      if (url.startsWith('https://docs.example/')) void shell.openExternal(url);
      return { action: url.endsWith('#allowed') ? 'allow' : 'deny' };
    });
    page.on('will-navigate', (event) => {
      if (event.url.startsWith(`${ORIGIN}/`)) return;
      log.push(`navigate ${event.url}`);
      event.preventDefault();
    });
    page.on('render-process-gone', (_gone, details) => {
      log.push(`page ${details.reason}`);
      page.reload();
    });
  });
  void app.whenReady().then(openWindow);
}

async function openWindow() {
  guardSession(session.defaultSession);
  protocol.handle('app', serve);
  registerCalls();
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: 'File',
        submenu: [
          {
            id: 'tick',
            label: 'Tick',
            click: (_item, window) => window.webContents.send('tick', { at: 9n }),
          },
          { id: 'never', label: 'Never', enabled: false, click: () => log.push('never') },
          { role: 'quit' },
        ],
      },
    ]),
  );
  const window = new BrowserWindow({
    width: 900,
    height: 700,
    show: false,
    webPreferences: { preload: join(import.meta.dirname, 'preload.cjs') },
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL(`${ORIGIN}/index.html`);
}

function guardSession(only) {
  const mayUse = (permission, url) =>
    permission === 'clipboard-sanitized-write' && url.startsWith(`${ORIGIN}/`);
  only.setPermissionRequestHandler((page, permission, answer) => answer(mayUse(permission, page.getURL())));
  only.setPermissionCheckHandler((_page, permission, origin) => mayUse(permission, origin));
  only.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !/^(app|data|devtools):/.test(url) }),
  );
  only.on('will-download', (event, item) => {
    log.push(`download ${item.getFilename()}`);
    event.preventDefault();
  });
}

async function serve(request) {
  const { host, pathname } = new URL(request.url);
  const file = normalize(join(folder, decodeURIComponent(pathname)));
  if (host !== 'fixture' || !file.startsWith(folder + sep)) return new Response('refused', { status: 403 });
  try {
    const found = await net.fetch(pathToFileURL(file).href);
    const headers = new Headers(found.headers);
    headers.set('content-security-policy', POLICY);
    return new Response(found.body, { headers });
  } catch {
    return new Response('not found', { status: 404 });
  }
}

function registerCalls() {
  const service = utilityProcess.fork(join(import.meta.dirname, 'service.mjs'), ['one'], {
    serviceName: 'fixture service',
    stdio: 'pipe',
  });
  // Before it has started: the message must wait.
  service.postMessage({ kind: 'hello' });
  const waiting = [];
  service.on('spawn', () => log.push('service spawned'));
  service.stdout.on('data', (text) => log.push(`service says ${String(text).trim()}`));
  service.on('message', (message) => {
    if (message.kind === 'hello') log.push('service greeted');
    else waiting.shift()?.(message);
  });
  service.on('exit', (code) => log.push(`service exit ${code}`));

  const calls = {
    echo: (value) => value,
    fail: () => {
      throw new RangeError('out of range');
    },
    functions: () => () => 1,
    rows: (count) =>
      Array.from({ length: count }, (_, id) => ({
        id,
        title: `Initiative ${id}`,
        note: 'x'.repeat(420),
        gap: null,
      })),
    ask: (value) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        service.postMessage({ kind: 'ask', value });
      }),
    stopService: () => service.kill(),
    theme: (source) => {
      nativeTheme.themeSource = source;
      return nativeTheme.shouldUseDarkColors;
    },
    open: async (_value, page) => {
      const owner = BrowserWindow.fromWebContents(page);
      const { filePaths } = await dialog.showOpenDialog(owner, { title: 'Open a file' });
      return filePaths[0] ?? null;
    },
    print: async (_value, page) => {
      const { canceled, filePath } = await dialog.showSaveDialog({});
      if (canceled) return 0;
      const bytes = await page.printToPDF({ pageSize: 'A4', printBackground: true });
      await writeFile(filePath, bytes);
      return bytes.length;
    },
  };
  ipcMain.handle('call', (event, name, value) => {
    const frame = event.senderFrame;
    if (!frame || frame !== event.sender.mainFrame || frame.origin !== ORIGIN)
      throw new Error('refused sender');
    return calls[name](value, event.sender);
  });
}
