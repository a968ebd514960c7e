import { BrowserWindow, type WindowOptions } from './browser-window.ts';
import type { PageTarget } from './page-target.ts';
import { pagesByTarget } from './registry.ts';
import { theBrowser } from './runtime.ts';
import { fromPageUrl } from './scheme-map.ts';

/** Answer of a window-open handler. */
export interface WindowOpenAnswer {
  readonly action: 'allow' | 'deny';
  readonly overrideBrowserWindowOptions?: WindowOptions;
}

/** Asks the opener's handler about a page it opened, then closes that page or makes it a window. */
export function openPopup(target: PageTarget, openerTargetId: string, firstUrl: string): void {
  const opener = pagesByTarget.get(openerTargetId);
  const announced = opener?.announcedPopups.shift();
  const details = {
    url: fromPageUrl(announced?.url || firstUrl),
    frameName: announced?.windowName ?? '',
    features: announced?.windowFeatures.join(',') ?? '',
    disposition: 'foreground-tab',
    referrer: { url: opener?.getURL() ?? '', policy: 'strict-origin-when-cross-origin' },
  };
  // Without a handler the window opens, so that a test sees a forgotten one.
  const answer: WindowOpenAnswer = opener?.windowOpenHandler?.(details) ?? { action: 'allow' };
  if (!opener || answer.action !== 'allow') {
    // The refused page is paused inside its opener's process, which would hang with it. So: hold back all
    // its requests, let it run, close it.
    const { cdp } = target;
    cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }).catch(() => {});
    cdp.send('Runtime.runIfWaitingForDebugger').catch(() => {});
    theBrowser()
      .send('Target.closeTarget', { targetId: target.targetId })
      .catch(() => {});
    return;
  }
  const window = new BrowserWindow(answer.overrideBrowserWindowOptions ?? {}, target);
  opener.emit('did-create-window', window, { ...details, options: {} });
}
