import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

/** A window for one document. Nothing of Electron's safe defaults is loosened. */
export function createWindow(title: string): BrowserWindow {
  const window = new BrowserWindow({
    title,
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      devTools: !app.isPackaged,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  // The window is named after its file, not after the page.
  window.on('page-title-updated', (event) => event.preventDefault());
  return window;
}

/** Brings a window to the front, as when its file is opened a second time. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
