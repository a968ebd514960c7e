// Keeps the desktop's security settings where they are: words that loosen Electron may not come back unseen.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const sources = ['electron', 'db', 'shared', 'renderer'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|html)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: path.slice(root.length + 1).replaceAll('\\', '/'),
      text: readFileSync(path, 'utf8'),
    })),
);
const using = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
const inDesktop = /^electron\/(main|preload|desktop\/[a-z-]+)\.ts$/;

describe('the sources of the desktop host', () => {
  it('are found', () => {
    expect(using(/new BrowserWindow\(/)).toEqual(['electron/desktop/window.ts']);
  });

  it.each([
    'webSecurity',
    'allowRunningInsecureContent',
    'experimentalFeatures',
    'enableBlinkFeatures',
    'webviewTag',
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'bypassCSP',
    'no-sandbox',
    'ignore-certificate-errors',
    'setCertificateVerifyProc',
    'certificate-error',
    'ELECTRON_DISABLE_SECURITY_WARNINGS',
    'executeJavaScript',
    'insertCSS',
    'loadFile',
    'openExternal',
    'openPath',
    'ELECTRON_RUN_AS_NODE',
    'commandLine.appendSwitch',
    'unsafe-inline',
    'unsafe-eval',
    'dangerouslySetInnerHTML',
  ])('never mention %s', (word) => {
    expect(using(new RegExp(word))).toEqual([]);
  });

  it.each([/\beval\(/, /new Function\(/, /require\(['"]electron/, /Access-Control-Allow/])(
    'never contain %s',
    (pattern) => {
      expect(using(pattern)).toEqual([]);
    },
  );

  it('spell the web preferences out on the safe side', () => {
    const window = sources.find(({ path }) => path === 'electron/desktop/window.ts')?.text ?? '';
    const preferences = /webPreferences: \{([^}]*)\}/s.exec(window)?.[1] ?? '';
    for (const setting of [
      'sandbox: true',
      'contextIsolation: true',
      'nodeIntegration: false',
      'devTools: !app.isPackaged',
    ]) {
      expect(preferences).toContain(setting);
    }
  });

  it('enable the sandbox before the app is ready', () => {
    const main = sources.find(({ path }) => path === 'electron/main.ts')?.text ?? '';
    expect(main.indexOf('app.enableSandbox()')).toBeGreaterThan(0);
    expect(main.indexOf('app.enableSandbox()')).toBeLessThan(main.indexOf('.whenReady()'));
    expect(main).not.toMatch(/await\s+app\s*\.whenReady/);
  });

  it('refuse permissions, devices, downloads, new windows, navigation and webviews', () => {
    const security = sources.find(({ path }) => path === 'electron/desktop/security.ts')?.text ?? '';
    for (const guard of [
      'setPermissionRequestHandler',
      'setPermissionCheckHandler',
      'setDevicePermissionHandler',
      'onBeforeRequest',
      'will-download',
      'setWindowOpenHandler',
      'will-navigate',
      'will-redirect',
      'will-frame-navigate',
      'will-attach-webview',
    ]) {
      expect(security).toContain(guard);
    }
  });

  it('import Electron at run time in the desktop host only', () => {
    const runtime = using(/^import (?!type\b)[^;]*from 'electron'/m);
    expect(runtime.filter((path) => !inDesktop.test(path))).toEqual([]);
    expect(runtime).toContain('electron/main.ts');
  });

  it('touch ipc in one wrapper for each process', () => {
    expect(using(/ipcMain\.(handle|on|once)/)).toEqual(['electron/desktop/ipc.ts']);
    expect(using(/\bipcMain\b/).sort()).toEqual(['electron/desktop/ipc.ts', 'electron/main.ts']);
    expect(using(/\bipcRenderer\b/).sort()).toEqual(['electron/desktop/bridge.ts', 'electron/preload.ts']);
  });
});
