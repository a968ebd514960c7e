import { app } from './app.ts';
import { createEvent } from './event.ts';
import { receivePosted } from './ipc-transport.ts';
import { PRELOAD_WORLD } from './preload-source.ts';
import { handlePausedRequest } from './request-gate.ts';
import { fromPageUrl } from './scheme-map.ts';
import type { WebContents } from './web-contents.ts';
import { WebFrame } from './web-frame.ts';

/** Turns what Chromium reports about a page into the events and the state of its WebContents. */
export function wirePageEvents(page: WebContents): void {
  const { cdp } = page;
  wireFrames(page);
  wireLoading(page);
  cdp.on('Page.windowOpen', (popup) => page.announcedPopups.push(popup));
  cdp.on('Fetch.requestPaused', (request) => {
    // Fails when the page is gone, and with it the request.
    handlePausedRequest(page, request).catch(() => {});
  });
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    const { frameId } = context.auxData as { frameId?: string };
    if (context.name === PRELOAD_WORLD && frameId === page.targetId) page.preloadContext = context.id;
  });
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    if (executionContextId === page.preloadContext) page.preloadContext = undefined;
  });
  cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== 'standInPost' || executionContextId !== page.preloadContext) return;
    void receivePosted(page, executionContextId, payload);
  });
  cdp.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const [call] = stackTrace?.callFrames ?? [];
    page.emit('console-message', {
      level: type === 'warning' || type === 'error' || type === 'debug' ? type : 'info',
      message: args.map((one) => one.value ?? one.description ?? '').join(' '),
      lineNumber: call?.lineNumber ?? 0,
      sourceId: fromPageUrl(call?.url ?? ''),
    });
  });
  cdp.on('Page.javascriptDialogOpening', ({ type }) => {
    if (type !== 'beforeunload') return;
    const event = createEvent();
    page.emit('will-prevent-unload', event);
    cdp.send('Page.handleJavaScriptDialog', { accept: event.defaultPrevented }).catch(() => {});
    if (!event.defaultPrevented) page.emit('stand-in-unload-refused');
  });
  cdp.on('Inspector.targetCrashed', () => {
    page.isCrashedNow = true;
    page.preloadContext = undefined;
    const details = { reason: 'crashed', exitCode: 5 };
    page.emit('render-process-gone', createEvent(), details);
    app.emit('render-process-gone', createEvent(), page, details);
  });
  cdp.events.once('detached', () => page.becomeDestroyed());
}

function wireFrames(page: WebContents): void {
  const { cdp, frames } = page;
  cdp.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
    frames.set(frameId, new WebFrame(frames, { id: frameId, parentId: parentFrameId }));
  });
  cdp.on('Page.frameDetached', ({ frameId }) => {
    frames.get(frameId)?.detach();
    frames.delete(frameId);
  });
  cdp.on('Page.frameNavigated', ({ frame }) => {
    frames.get(frame.id)?.detach();
    const document = new WebFrame(frames, frame);
    frames.set(frame.id, document);
    const isMain = frame.parentId === undefined;
    if (isMain) {
      page.isCrashedNow = false;
      page.emit('did-navigate', createEvent(), document.url, 200, 'OK');
    }
    page.emit('did-frame-navigate', createEvent(), document.url, 200, 'OK', isMain, 1, document.routingId);
  });
  cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    frames.get(frameId)?.moveTo(url);
    page.emit('did-navigate-in-page', createEvent(), fromPageUrl(url), frameId === page.targetId);
  });
}

function wireLoading(page: WebContents): void {
  const { cdp } = page;
  cdp.on('Page.frameStartedLoading', ({ frameId }) => {
    if (frameId !== page.targetId) return;
    page.isLoadingNow = true;
    page.emit('did-start-loading');
  });
  cdp.on('Page.domContentEventFired', () => page.emit('dom-ready', createEvent()));
  cdp.on('Page.loadEventFired', () => {
    // The empty first document of a window is none for the app.
    if (page.getURL() !== '') void finishLoad(page);
  });
}

async function finishLoad(page: WebContents): Promise<void> {
  const info = await page.cdp.send('Target.getTargetInfo').catch(() => undefined);
  if (page.isDestroyed()) return;
  if (info && info.targetInfo.title !== page.getTitle()) page.changeTitle(info.targetInfo.title);
  page.isLoadingNow = false;
  page.emit('did-finish-load', createEvent());
  page.emit('did-stop-loading');
}
