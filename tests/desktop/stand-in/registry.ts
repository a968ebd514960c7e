import type { BrowserWindow } from './browser-window.ts';
import type { WebContents } from './web-contents.ts';

/** Live windows by id, oldest first. */
export const windows = new Map<number, BrowserWindow>();
/** Live pages by the target id of the DevTools protocol. */
export const pagesByTarget = new Map<string, WebContents>();
