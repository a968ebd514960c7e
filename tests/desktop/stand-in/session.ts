import { EventEmitter } from 'node:events';
import { createEvent } from './event.ts';
import { protocol } from './protocol.ts';
import { pagesByTarget } from './registry.ts';
import { theBrowser } from './runtime.ts';
import { fromPageUrl, originOf } from './scheme-map.ts';
import type { WebContents } from './web-contents.ts';
import { WebRequest } from './web-request.ts';

type PermissionDetails = { readonly requestingUrl: string; readonly isMainFrame: boolean };
type RequestHandler = (
  page: WebContents,
  permission: string,
  answer: (isGranted: boolean) => void,
  details: PermissionDetails,
) => void;
type CheckHandler = (
  page: WebContents,
  permission: string,
  origin: string,
  details: PermissionDetails,
) => boolean;

/** Electron's name of a permission and Chromium's. */
const PERMISSIONS = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['midi', 'midi'],
  ['idle-detection', 'idle-detection'],
  ['local-fonts', 'local-fonts'],
  ['window-management', 'window-management'],
] as const;

class Session extends EventEmitter {
  readonly webRequest = new WebRequest();
  readonly protocol = protocol;
  #requestHandler: RequestHandler | null = null;
  #checkHandler: CheckHandler | null = null;

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#requestHandler = handler;
  }
  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#checkHandler = handler;
  }
  /** Headless Chromium offers no USB, HID or serial device, so there is nothing to ask. */
  setDevicePermissionHandler(): void {}
  setDisplayMediaRequestHandler(): void {}
  setSpellCheckerEnabled(): void {}
  isPersistent(): boolean {
    return true;
  }
  async clearStorageData(): Promise<void> {}
  async clearCache(): Promise<void> {}

  /**
   * Fixes the permissions of an origin before its page runs. Electron asks when a page asks; here the
   * handlers are asked for everything beforehand. Without a handler everything is granted, as in Electron.
   */
  async settlePermissions(page: WebContents, pageUrl: string): Promise<void> {
    const requestingUrl = fromPageUrl(pageUrl);
    const details = { requestingUrl, isMainFrame: true };
    const { origin } = new URL(pageUrl);
    const settle = async ([asked, name]: (typeof PERMISSIONS)[number]) => {
      const isGranted = await page.speakAs(requestingUrl, () => this.#decide(page, asked, details));
      const setting = isGranted ? 'granted' : 'denied';
      // A permission this Chromium does not know cannot be used by the page either.
      await theBrowser()
        .send('Browser.setPermission', { permission: { name }, setting, origin })
        .catch(() => {});
    };
    await Promise.all(PERMISSIONS.map(settle));
  }
  #decide(page: WebContents, permission: string, details: PermissionDetails): boolean | Promise<boolean> {
    // Electron gives the origin as a URL, with its slash.
    const origin = `${originOf(details.requestingUrl)}/`;
    if (this.#checkHandler && !this.#checkHandler(page, permission, origin, details)) return false;
    const handler = this.#requestHandler;
    return !handler || new Promise((answer) => handler(page, permission, answer, details));
  }

  /** Announces downloads as Electron does, and refuses them all. */
  async refuseDownloads(): Promise<void> {
    const browser = theBrowser();
    browser.on('Browser.downloadWillBegin', ({ url, suggestedFilename, frameId }) => {
      const page = [...pagesByTarget.values()].find((one) => one.frames.has(frameId));
      const event = createEvent();
      const item = { getURL: () => fromPageUrl(url), getFilename: () => suggestedFilename, cancel() {} };
      this.emit('will-download', event, item, page);
      if (!event.defaultPrevented) process.stderr.write(`stand-in: the download of ${url} is not emulated\n`);
    });
    await browser.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true });
  }
}

/** The only session: partitions are not emulated. */
export const defaultSession = new Session().setMaxListeners(0);
/** Electron's `session`. */
export const session = {
  defaultSession,
  fromPartition(): never {
    throw new Error('stand-in: session.fromPartition is not emulated');
  },
};
