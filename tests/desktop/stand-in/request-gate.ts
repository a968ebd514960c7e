import type { PausedRequest } from './cdp.ts';
import { createEvent } from './event.ts';
import { nativeTheme } from './native-theme.ts';
import { protocolHandlerOf } from './protocol.ts';
import { fromPageUrl, mapPolicy, toPageUrl } from './scheme-map.ts';
import { defaultSession } from './session.ts';
import type { WebContents } from './web-contents.ts';

type HeaderMap = Readonly<Record<string, string | readonly string[]>>;
type Details = ReturnType<typeof describeRequest>;
type FailureReason = 'Aborted' | 'BlockedByClient' | 'Failed';

/** Every request of a page stops here: navigation events, then webRequest, then the scheme's handler. */
export async function handlePausedRequest(page: WebContents, paused: PausedRequest): Promise<void> {
  const details = describeRequest(page, paused);
  if (paused.responseStatusCode !== undefined || paused.responseErrorReason !== undefined) {
    return passResponse(page, paused, details);
  }
  const isMain = paused.frameId === page.targetId;
  if (paused.resourceType === 'Document') {
    if (!mayNavigate(page, paused, isMain)) return refuse(page, paused, details, 'Aborted');
    if (isMain) await settleOrigin(page, paused.request.url);
  }
  const answer = await defaultSession.webRequest.ask('onBeforeRequest', details);
  if (answer.cancel) return refuse(page, paused, details, 'BlockedByClient');
  if (answer.redirectURL !== undefined) {
    return fulfil(page, paused, 307, { location: toPageUrl(answer.redirectURL) });
  }
  if (details.url === paused.request.url) {
    await page.cdp.send('Fetch.continueRequest', { requestId: paused.requestId });
    return;
  }
  return answerFromHandler(page, paused, details);
}

function describeRequest(page: WebContents, paused: PausedRequest) {
  const kinds: Readonly<Record<string, string>> = {
    Document: paused.frameId === page.targetId ? 'mainFrame' : 'subFrame',
    Script: 'script',
    Stylesheet: 'stylesheet',
    Image: 'image',
    Font: 'font',
    Media: 'media',
    XHR: 'xhr',
    Fetch: 'xhr',
    Ping: 'ping',
    WebSocket: 'webSocket',
  };
  return {
    id: paused.requestId,
    url: fromPageUrl(paused.request.url),
    method: paused.request.method,
    resourceType: kinds[paused.resourceType] ?? 'other',
    webContentsId: page.id,
    webContents: page,
    frame: page.frames.get(paused.frameId),
  };
}

/** A navigation that neither loadURL nor reload announced comes from the page itself: the app may prevent it. */
function mayNavigate(page: WebContents, paused: PausedRequest, isMain: boolean): boolean {
  const pageUrl = paused.request.url;
  if (isMain && page.takeAnnouncedNavigation(pageUrl)) return true;
  const url = fromPageUrl(pageUrl);
  const frame = page.frames.get(paused.frameId);
  const event = createEvent({ url, isMainFrame: isMain, isSameDocument: false, frame, initiator: frame });
  if (paused.redirectedRequestId !== undefined) page.emit('will-redirect', event, url, false, isMain, 1, 1);
  else {
    page.emit('will-frame-navigate', event);
    if (isMain) page.emit('will-navigate', event, url, false, true, 1, 1);
  }
  return !event.defaultPrevented;
}

/** What must hold before the first script of the new document runs. */
async function settleOrigin(page: WebContents, pageUrl: string): Promise<void> {
  await Promise.all([defaultSession.settlePermissions(page, pageUrl), nativeTheme.applyTo(page)]);
}

async function refuse(
  page: WebContents,
  paused: PausedRequest,
  details: Details,
  errorReason: FailureReason,
): Promise<void> {
  const codes = { Aborted: 'ABORTED', BlockedByClient: 'BLOCKED_BY_CLIENT', Failed: 'FAILED' } as const;
  defaultSession.webRequest.tell('onErrorOccurred', { ...details, error: `net::ERR_${codes[errorReason]}` });
  await page.cdp.send('Fetch.failRequest', { requestId: paused.requestId, errorReason });
}

async function answerFromHandler(page: WebContents, paused: PausedRequest, details: Details): Promise<void> {
  const handler = protocolHandlerOf(details.url);
  if (!handler) return refuse(page, paused, details, 'Failed');
  let response: Response;
  try {
    response = await handler(toRequest(paused, details.url));
    if (!(response instanceof Response)) throw new TypeError('the handler did not return a Response');
  } catch (error) {
    console.error(`Error occurred in the handler of ${details.url}:`, error);
    return refuse(page, paused, details, 'Failed');
  }
  if (response.type === 'error') return refuse(page, paused, details, 'Failed');
  const given: Record<string, string[]> = {};
  for (const [name, value] of response.headers) {
    given[name] ??= [];
    given[name].push(value);
  }
  const received = { ...details, statusCode: response.status, responseHeaders: given };
  const answer = await defaultSession.webRequest.ask('onHeadersReceived', received);
  if (answer.cancel) return refuse(page, paused, details, 'BlockedByClient');
  const body = Buffer.from(await response.arrayBuffer());
  await fulfil(page, paused, response.status, answer.responseHeaders ?? given, body);
  defaultSession.webRequest.tell('onCompleted', received);
}

function toRequest(paused: PausedRequest, url: string): Request {
  const headers = new Headers(paused.request.headers);
  for (const name of ['origin', 'referer']) {
    const value = headers.get(name);
    if (value !== null) headers.set(name, fromPageUrl(value));
  }
  const parts = paused.request.postDataEntries ?? [];
  const body = Buffer.concat(parts.map((part) => Buffer.from(part.bytes ?? '', 'base64')));
  const { method } = paused.request;
  return new Request(url, { method, headers, ...(body.length > 0 ? { body } : {}) });
}

async function fulfil(
  page: WebContents,
  paused: PausedRequest,
  responseCode: number,
  headers: HeaderMap,
  body = Buffer.alloc(0),
): Promise<void> {
  await page.cdp.send('Fetch.fulfillRequest', {
    requestId: paused.requestId,
    responseCode,
    responseHeaders: toHeaderList(headers),
    body: body.toString('base64'),
  });
}

/** The answer of a real server, such as the development server: only its headers can still change. */
async function passResponse(page: WebContents, paused: PausedRequest, details: Details): Promise<void> {
  const { requestId, responseStatusCode: statusCode } = paused;
  const responseHeaders: Record<string, string[]> = {};
  for (const { name, value } of paused.responseHeaders ?? []) {
    responseHeaders[name] ??= [];
    responseHeaders[name].push(value);
  }
  const answer =
    statusCode === undefined
      ? {}
      : await defaultSession.webRequest.ask('onHeadersReceived', { ...details, statusCode, responseHeaders });
  if (answer.cancel) return refuse(page, paused, details, 'BlockedByClient');
  if (statusCode === undefined || !answer.responseHeaders) {
    await page.cdp.send('Fetch.continueRequest', { requestId });
    return;
  }
  await page.cdp.send('Fetch.continueResponse', {
    requestId,
    responseCode: statusCode,
    responseHeaders: toHeaderList(answer.responseHeaders),
  });
}

function toHeaderList(headers: HeaderMap): { name: string; value: string }[] {
  return Object.entries(headers).flatMap(([name, values]) => {
    const isPolicy = /^content-security-policy/i.test(name);
    return [values]
      .flat()
      .map((value) => ({ name, value: isPolicy ? mapPolicy(String(value)) : String(value) }));
  });
}
