// Stops every web page, other program and other user on this machine from driving Pilotage over 127.0.0.1:
// DNS rebinding (Host), cross-site requests (Origin, Sec-Fetch-Site, content type), guessed or stolen addresses
// (one-time code, bearer), path tricks (fixed map) and oversized or malformed requests.
import type { IncomingMessage } from 'node:http';
import { type CallName, contract } from '#shared/api/contract.ts';

/** What the guard needs of a request; nothing of the body. */
export interface RequestHead {
  readonly method: string;
  readonly url: string;
  /** Name and value alternating, as they came: repeated headers are still visible here. */
  readonly rawHeaders: readonly string[];
}

export type Verdict =
  | { readonly kind: 'page'; readonly pathname: string }
  | { readonly kind: 'session' }
  | { readonly kind: 'control' }
  | { readonly kind: 'call'; readonly name: CallName }
  | { readonly kind: 'upload'; readonly fileName: string; readonly size: number }
  | { readonly kind: 'events' }
  | { readonly kind: 'refused'; readonly status: number; readonly reason: string };

export interface GuardContext {
  readonly port: number;
  readonly isBearer: (token: string) => boolean;
  readonly isControl: (token: string) => boolean;
}

/** Largest body of a call: 20,000 month cells fit, a file does not (files go to the upload route). */
export const CALL_BODY_LIMIT = 4 * 1024 * 1024;
export const UPLOAD_BODY_LIMIT = 64 * 1024 * 1024;

/** Headers that decide something here; a second one is an attempt to make two readers disagree. */
const SINGLE = new Set([
  'host',
  'origin',
  'authorization',
  'content-type',
  'content-length',
  'transfer-encoding',
  'sec-fetch-site',
  'x-file-name',
]);

const refused = (status: number, reason: string): Verdict => ({ kind: 'refused', status, reason });

/** Decides what a request may do. Everything not explicitly allowed is refused before its body is read. */
export function judgeRequest(head: RequestHead, context: GuardContext): Verdict {
  const headers = singleHeaders(head.rawHeaders);
  if (!headers) return refused(400, 'a header is repeated');
  if (headers.get('host') !== `127.0.0.1:${context.port}`) return refused(403, 'wrong host');
  if (head.method === 'OPTIONS') return refused(403, 'no cross-origin use');
  if (!/^\/[A-Za-z0-9._~/-]*$/.test(head.url) || head.url.includes('..')) return refused(400, 'bad path');
  if (headers.has('upgrade')) return refused(400, 'no upgrade');
  if (head.method === 'GET') return judgeGet(head.url, headers);
  if (head.method !== 'POST') return refused(405, 'method not allowed');
  return judgePost(head.url, headers, context);
}

/** The head of a Node request. */
export function headOf(request: IncomingMessage): RequestHead {
  return { method: request.method ?? '', url: request.url ?? '', rawHeaders: request.rawHeaders };
}

function judgeGet(url: string, headers: Headers): Verdict {
  const site = headers.get('sec-fetch-site');
  const isOwn = site === undefined || site === 'same-origin' || site === 'none';
  // Another page may link here (the page alone holds no data), but not load parts of it.
  const isNavigation =
    headers.get('sec-fetch-mode') === 'navigate' && headers.get('sec-fetch-dest') === 'document';
  if (!isOwn && !isNavigation) return refused(403, 'cross-site request');
  return { kind: 'page', pathname: url };
}

function judgePost(url: string, headers: Headers, context: GuardContext): Verdict {
  if (headers.has('transfer-encoding')) return refused(411, 'a length is needed');
  const size = contentLength(headers.get('content-length'));
  if (size === undefined) return refused(411, 'a length is needed');
  if (headers.has('content-encoding')) return refused(415, 'no encodings');
  if (url === '/control') return judgeControl(headers, size, context);

  if (headers.get('origin') !== `http://127.0.0.1:${context.port}`) return refused(403, 'wrong origin');
  const site = headers.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') return refused(403, 'cross-site request');

  if (url === '/session') return expectJson(headers, size, 1024, { kind: 'session' });
  const token = bearerToken(headers.get('authorization'));
  if (token === undefined || !context.isBearer(token)) return refused(401, 'not signed in');
  if (url === '/events') return expectJson(headers, size, 1024, { kind: 'events' });
  if (url === '/upload') return judgeUpload(headers, size);
  const name = /^\/api\/([A-Za-z]{1,60})$/.exec(url)?.[1];
  if (name === undefined || !Object.hasOwn(contract, name)) return refused(404, 'no such call');
  return expectJson(headers, size, CALL_BODY_LIMIT, { kind: 'call', name: name as CallName });
}

/** A second start of Pilotage, never a browser: browsers cannot leave out Origin on a POST. */
function judgeControl(headers: Headers, size: number, context: GuardContext): Verdict {
  if (headers.has('origin') || headers.has('sec-fetch-site')) return refused(403, 'not for pages');
  const token = bearerToken(headers.get('authorization'));
  if (token === undefined || !context.isControl(token)) return refused(401, 'not signed in');
  return expectJson(headers, size, 1024, { kind: 'control' });
}

function judgeUpload(headers: Headers, size: number): Verdict {
  if (headers.get('content-type') !== 'application/octet-stream') return refused(415, 'wrong content type');
  if (size > UPLOAD_BODY_LIMIT) return refused(413, 'too large');
  const fileName = decodedName(headers.get('x-file-name'));
  return fileName === undefined ? refused(400, 'a file name is needed') : { kind: 'upload', fileName, size };
}

function expectJson(headers: Headers, size: number, limit: number, verdict: Verdict): Verdict {
  // A form can send text/plain across sites without asking; it cannot send this.
  if (headers.get('content-type') !== 'application/json') return refused(415, 'wrong content type');
  return size > limit ? refused(413, 'too large') : verdict;
}

type Headers = ReadonlyMap<string, string>;

function singleHeaders(raw: readonly string[]): Headers | undefined {
  const headers = new Map<string, string>();
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase();
    if (headers.has(name) && SINGLE.has(name)) return undefined;
    headers.set(name, raw[at + 1] ?? '');
  }
  return headers;
}

function contentLength(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function bearerToken(header: string | undefined): string | undefined {
  return /^Bearer ([A-Za-z0-9_-]{43})$/.exec(header ?? '')?.[1];
}

function decodedName(header: string | undefined): string | undefined {
  try {
    const name = decodeURIComponent(header ?? '');
    return name === '' || name.length > 400 ? undefined : name;
  } catch {
    return undefined;
  }
}
