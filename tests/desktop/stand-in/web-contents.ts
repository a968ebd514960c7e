import { EventEmitter } from 'node:events';
import type { BrowserWindow } from './browser-window.ts';
import type { CdpSession } from './cdp.ts';
import { createEvent } from './event.ts';
import { IpcMain } from './ipc-main.ts';
import { sendToPage } from './ipc-transport.ts';
import { codec } from './node-codec.ts';
import { wirePageEvents } from './page-events.ts';
import { preparePage } from './page-setup.ts';
import { createPageTarget, type PageTarget } from './page-target.ts';
import type { WindowOpenAnswer } from './popup.ts';
import { type PrintOptions, printPage } from './print.ts';
import { pagesByTarget } from './registry.ts';
import { toPageUrl } from './scheme-map.ts';
import { defaultSession } from './session.ts';
import { WebFrame } from './web-frame.ts';

/** The `webPreferences` that are emulated. */
export interface PagePreferences {
  readonly preload?: string;
  readonly additionalArguments?: readonly string[];
}
interface AnnouncedPopup {
  readonly url: string;
  readonly windowName: string;
  readonly windowFeatures: readonly string[];
}

let lastId = 0;

/** Electron's WebContents: one page of Chromium. Members below `// Internal` are for the stand-in's own files. */
export class WebContents extends EventEmitter {
  readonly id = ++lastId;
  readonly hostWindow: BrowserWindow;
  readonly ipc = new IpcMain();
  readonly navigationHistory = { canGoBack: () => false, canGoForward: () => false, clear() {} };
  // Internal
  readonly whenPrepared: Promise<void>;
  readonly preloadFile: string | undefined;
  readonly frames = new Map<string, WebFrame>();
  readonly announcedPopups: AnnouncedPopup[] = [];
  windowOpenHandler: ((details: object) => WindowOpenAnswer) | undefined;
  preloadContext: number | undefined;
  isCrashedNow = false;
  isLoadingNow = false;
  #target: PageTarget | undefined;
  #isDestroyed = false;
  #title = '';
  #announced: string | undefined;
  #spokenUrl: string | undefined;
  readonly #noFrameYet = new WebFrame(new Map(), { id: '' });

  constructor(
    hostWindow: BrowserWindow,
    preferences: PagePreferences,
    size: { readonly width: number; readonly height: number },
    existing: PageTarget | undefined,
  ) {
    super();
    this.setMaxListeners(0);
    this.hostWindow = hostWindow;
    this.preloadFile = preferences.preload;
    this.whenPrepared = this.#start(preferences, size, existing);
    this.whenPrepared.catch((error) => {
      if (!this.#isDestroyed) console.error('stand-in: a window could not be prepared:', error);
    });
  }
  async #start(
    preferences: PagePreferences,
    size: { readonly width: number; readonly height: number },
    existing: PageTarget | undefined,
  ): Promise<void> {
    this.#target = existing ?? (await createPageTarget(size.width, size.height));
    pagesByTarget.set(this.targetId, this);
    wirePageEvents(this);
    await preparePage(this, preferences.additionalArguments ?? []);
  }

  get session(): typeof defaultSession {
    return defaultSession;
  }
  get mainFrame(): WebFrame {
    return this.frames.get(this.targetId) ?? this.#noFrameYet;
  }
  getURL(): string {
    const url = this.#spokenUrl ?? this.mainFrame.url;
    return url === 'about:blank' ? '' : url;
  }
  getTitle(): string {
    return this.#title;
  }
  getType(): string {
    return 'window';
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  isCrashed(): boolean {
    return this.isCrashedNow;
  }
  isLoading(): boolean {
    return this.isLoadingNow;
  }
  send(channel: string, ...args: unknown[]): void {
    this.#assertAlive();
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    // Encoded at once: what cannot be cloned throws here, and later changes do not travel.
    void sendToPage(this, channel, codec.encode(args));
  }
  setWindowOpenHandler(handler: (details: object) => WindowOpenAnswer): void {
    this.windowOpenHandler = handler;
  }
  async loadURL(url: string): Promise<void> {
    this.#assertAlive();
    await this.whenPrepared;
    const pageUrl = this.#announce(toPageUrl(url));
    const loaded = new Promise<boolean>((resolve) => {
      this.once('did-finish-load', () => resolve(true));
      this.once('destroyed', () => resolve(false));
    });
    const { errorText, loaderId } = await this.cdp.send('Page.navigate', { url: pageUrl });
    this.#announced = undefined;
    // Without a loader the page only moved within its document.
    if (errorText === undefined && (loaderId === undefined || (await loaded))) return;
    const code = (errorText ?? 'net::ERR_FAILED').replace('net::', '');
    const known: Readonly<Record<string, number>> = {
      ERR_ABORTED: -3,
      ERR_FILE_NOT_FOUND: -6,
      ERR_BLOCKED_BY_CLIENT: -20,
      ERR_NAME_NOT_RESOLVED: -105,
    };
    const errno = known[code] ?? -2;
    this.emit('did-fail-load', createEvent(), errno, code, url, true);
    throw Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { errno, code, url });
  }
  reload(): void {
    this.#assertAlive();
    const reloaded = this.whenPrepared.then(() => {
      this.#announce(toPageUrl(this.getURL()));
      return this.cdp.send('Page.reload');
    });
    // Fails when the page is closed meanwhile, which `destroyed` reports.
    reloaded.catch(() => {});
  }
  async executeJavaScript(expression: string): Promise<unknown> {
    await this.whenPrepared;
    const answer = await this.cdp.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    const { exceptionDetails, result } = answer;
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
  async printToPDF(options: PrintOptions = {}): Promise<Buffer> {
    await this.whenPrepared;
    return printPage(this.cdp, options);
  }
  forcefullyCrashRenderer(): void {
    // The crash ends the page before it can answer.
    void this.cdp.send('Page.crash').catch(() => {});
  }
  close(options: { readonly waitForBeforeUnload?: boolean } = {}): void {
    if (options.waitForBeforeUnload) this.hostWindow.close();
    else void this.hostWindow.requestClose(false);
  }
  focus(): void {
    this.hostWindow.focus();
  }
  setZoomFactor(): void {}
  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve();
  }

  // Internal
  get targetId(): string {
    return this.#target?.targetId ?? '';
  }
  get cdp(): CdpSession {
    if (!this.#target) throw new Error('stand-in: the page is not there yet');
    return this.#target.cdp;
  }
  #announce(pageUrl: string): string {
    const normal = URL.canParse(pageUrl) ? new URL(pageUrl).href : pageUrl;
    this.#announced = withoutFragment(normal);
    return normal;
  }
  /** True once for a navigation that loadURL or reload announced. */
  takeAnnouncedNavigation(pageUrl: string): boolean {
    if (this.#announced !== withoutFragment(pageUrl)) return false;
    this.#announced = undefined;
    return true;
  }
  /** Runs `act` while `getURL` already gives the page that is about to be loaded. */
  speakAs<Result>(url: string, act: () => Result): Result {
    this.#spokenUrl = url;
    try {
      return act();
    } finally {
      this.#spokenUrl = undefined;
    }
  }
  #assertAlive(): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
  }
  changeTitle(title: string): void {
    this.#title = title;
    this.emit('page-title-updated', createEvent(), title, true);
  }
  becomeDestroyed(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    pagesByTarget.delete(this.targetId);
    for (const frame of this.frames.values()) frame.detach();
    this.emit('destroyed');
    this.hostWindow.becomeClosed();
  }
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

/** Electron's `webContents`. */
export const webContents = {
  getAllWebContents: () => [...pagesByTarget.values()],
  fromId: (id: number) => [...pagesByTarget.values()].find((page) => page.id === id),
  fromDevToolsTargetId: (targetId: string) => pagesByTarget.get(targetId),
  getFocusedWebContents: () =>
    [...pagesByTarget.values()].find((page) => page.hostWindow.isFocused()) ?? null,
};
