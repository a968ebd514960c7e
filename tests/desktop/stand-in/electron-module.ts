/**
 * What `import … from 'electron'` gives in the main process. Exports are checked when the app is linked, so
 * every name the app may import is here: emulated, or there only to say that it is not.
 */
import { unemulated } from './unemulated.ts';

export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipc-main.ts';
export { Menu, MenuItem } from './menu.ts';
export { nativeTheme } from './native-theme.ts';
export { net } from './net.ts';
export { protocol } from './protocol.ts';
export { session } from './session.ts';
export { shell } from './shell.ts';
export { utilityProcess } from './utility-process.ts';
export { webContents } from './web-contents.ts';

export const autoUpdater = unemulated('autoUpdater');
export const BaseWindow = unemulated('BaseWindow');
export const clipboard = unemulated('clipboard');
export const contentTracing = unemulated('contentTracing');
export const contextBridge = unemulated('contextBridge');
export const crashReporter = unemulated('crashReporter');
export const desktopCapturer = unemulated('desktopCapturer');
export const globalShortcut = unemulated('globalShortcut');
export const ipcRenderer = unemulated('ipcRenderer');
export const MessageChannelMain = unemulated('MessageChannelMain');
export const nativeImage = unemulated('nativeImage');
export const netLog = unemulated('netLog');
export const Notification = unemulated('Notification');
export const powerMonitor = unemulated('powerMonitor');
export const powerSaveBlocker = unemulated('powerSaveBlocker');
export const pushNotifications = unemulated('pushNotifications');
export const safeStorage = unemulated('safeStorage');
export const screen = unemulated('screen');
export const systemPreferences = unemulated('systemPreferences');
export const TouchBar = unemulated('TouchBar');
export const Tray = unemulated('Tray');
export const View = unemulated('View');
export const WebContentsView = unemulated('WebContentsView');
export const webFrameMain = unemulated('webFrameMain');
