import { EventEmitter } from 'node:events';
import { isAbsolute } from 'node:path';
import { app } from './app.ts';
import { createEvent } from './event.ts';
import type { PageTarget } from './page-target.ts';
import { windows } from './registry.ts';
import { runtime, theBrowser } from './runtime.ts';
import { type PagePreferences, WebContents } from './web-contents.ts';

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}
/** The window options that are emulated; the rest is ignored, except what would weaken the page. */
export interface WindowOptions extends Partial<Rectangle> {
  readonly show?: boolean;
  readonly title?: string;
  readonly webPreferences?: PagePreferences & {
    readonly sandbox?: boolean;
    readonly contextIsolation?: boolean;
    readonly nodeIntegration?: boolean;
    readonly webviewTag?: boolean;
    readonly webSecurity?: boolean;
  };
}

let lastId = 0;
let focused: BrowserWindow | undefined;

/** Electron's BrowserWindow: a page of Chromium, and the state of a window that is never drawn. */
export class BrowserWindow extends EventEmitter {
  readonly id = ++lastId;
  readonly webContents: WebContents;
  readonly #bounds: Rectangle;
  #title: string;
  #isVisible: boolean;
  #isDestroyed = false;
  #size: 'normal' | 'minimized' | 'maximized' | 'full-screen' = 'normal';
  #closing: Promise<boolean> | undefined;

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return focused ?? null;
  }
  static fromId(id: number): BrowserWindow | null {
    return windows.get(id) ?? null;
  }
  static fromWebContents(page: WebContents | undefined): BrowserWindow | null {
    return page?.hostWindow ?? null;
  }

  constructor(options: WindowOptions = {}, existing?: PageTarget) {
    super();
    if (!runtime.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    const preferences = options.webPreferences ?? {};
    refuseWeakPage(preferences);
    this.setMaxListeners(0);
    this.#bounds = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    this.#title = options.title ?? app.name;
    this.#isVisible = options.show !== false;
    windows.set(this.id, this);
    this.webContents = new WebContents(this, preferences, this.#bounds, existing);
    // Electron announces the first frame; a page that is not drawn has its document instead.
    this.webContents.once('dom-ready', () => this.#isDestroyed || this.emit('ready-to-show'));
    this.webContents.on('page-title-updated', (event, title, isExplicit) => {
      this.emit('page-title-updated', event, title, isExplicit);
      if (!event.defaultPrevented) this.#title = title;
    });
    if (this.#isVisible) this.focus();
    app.emit('web-contents-created', createEvent(), this.webContents);
    app.emit('browser-window-created', createEvent(), this);
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }
  reload(): void {
    this.webContents.reload();
  }

  close(): void {
    void this.requestClose();
  }
  destroy(): void {
    if (this.#isDestroyed) return;
    const { targetId } = this.webContents;
    // The page may be gone already, or Chromium with it.
    if (targetId)
      theBrowser()
        .send('Target.closeTarget', { targetId })
        .catch(() => {});
    this.webContents.becomeDestroyed();
  }
  /** Internal. Closes as `close` does; answers whether the window is gone. */
  requestClose(asksPage = true): Promise<boolean> {
    if (this.#isDestroyed) return Promise.resolve(true);
    this.#closing ??= this.#close(asksPage).finally(() => {
      this.#closing = undefined;
    });
    return this.#closing;
  }
  async #close(asksPage: boolean): Promise<boolean> {
    const event = createEvent();
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    await this.webContents.whenPrepared.catch(() => {});
    const outcome = new Promise<boolean>((resolve) => {
      this.once('closed', () => resolve(true));
      this.webContents.once('stand-in-unload-refused', () => resolve(false));
    });
    const { cdp, targetId } = this.webContents;
    const isAsked = asksPage && !this.webContents.isCrashed();
    // Both fail when the page is gone before they arrive, which `closed` reports.
    if (isAsked) cdp.send('Page.close').catch(() => {});
    else
      theBrowser()
        .send('Target.closeTarget', { targetId })
        .catch(() => {});
    return outcome;
  }
  /** Internal. The page is gone. */
  becomeClosed(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    windows.delete(this.id);
    if (focused === this) focused = [...windows.values()].at(-1);
    this.emit('closed');
    if (windows.size > 0 || runtime.isQuitting) return;
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
    else app.quit();
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  show(): void {
    this.#isVisible = true;
    this.emit('show');
    this.focus();
  }
  hide(): void {
    this.#isVisible = false;
    this.emit('hide');
  }
  isVisible(): boolean {
    return this.#isVisible;
  }
  focus(): void {
    if (focused === this) return;
    focused?.emit('blur');
    focused = this;
    this.emit('focus');
    app.emit('browser-window-focus', createEvent(), this);
  }
  isFocused(): boolean {
    return focused === this;
  }
  minimize(): void {
    this.#size = 'minimized';
    this.emit('minimize');
  }
  isMinimized(): boolean {
    return this.#size === 'minimized';
  }
  maximize(): void {
    this.#size = 'maximized';
    this.emit('maximize');
  }
  unmaximize(): void {
    this.restore();
  }
  isMaximized(): boolean {
    return this.#size === 'maximized';
  }
  setFullScreen(isFull: boolean): void {
    this.#size = isFull ? 'full-screen' : 'normal';
  }
  isFullScreen(): boolean {
    return this.#size === 'full-screen';
  }
  restore(): void {
    this.#size = 'normal';
    this.emit('restore');
  }
  getBounds(): Rectangle {
    return { ...this.#bounds };
  }
  getNormalBounds(): Rectangle {
    return { ...this.#bounds };
  }
  setBounds(bounds: Partial<Rectangle>): void {
    Object.assign(this.#bounds, bounds);
    this.emit('resize');
    this.emit('move');
  }
  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  setBackgroundColor(): void {}
  setDocumentEdited(): void {}
  setIcon(): void {}
  setMenuBarVisibility(): void {}
  setMinimumSize(): void {}
  setProgressBar(): void {}
  setRepresentedFilename(): void {}
}

function refuseWeakPage(preferences: NonNullable<WindowOptions['webPreferences']>): void {
  const { preload, sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = preferences;
  if (
    sandbox === false ||
    contextIsolation === false ||
    nodeIntegration ||
    webviewTag ||
    webSecurity === false
  ) {
    throw new Error(
      'stand-in: only sandboxed, context-isolated windows without Node or webview are emulated',
    );
  }
  if (preload !== undefined && !isAbsolute(preload)) throw new Error('preload must be an absolute path');
}
