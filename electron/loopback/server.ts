import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError, type Result } from '#shared/api/errors.ts';
import { decodeWire, encodeWire } from '#shared/api/wire.ts';
import { answer, answerHostCall, isHostCall } from '../platform/answer.ts';
import { type Bundle, isIndexPath } from '../platform/bundle.ts';
import { newId } from '../platform/ids.ts';
import { newNonce, securityHeaders } from '../platform/page-policy.ts';
import { readText, saveBody } from './body.ts';
import type { EventStreams } from './event-streams.ts';
import { CALL_BODY_LIMIT, headOf, judgeRequest, UPLOAD_BODY_LIMIT, type Verdict } from './guard.ts';
import { type BrowserHost, hostHandlers } from './host-handlers.ts';
import type { Sessions } from './sessions.ts';

export interface LoopbackOptions {
  readonly bundle: Bundle;
  readonly sessions: Sessions;
  readonly events: EventStreams;
  readonly host: () => BrowserHost;
  /** The address with a fresh code, for the terminal and for a second start. */
  readonly freshAddress: () => string;
  readonly log: (message: string, error?: unknown) => void;
}

const sessionInput = z.object({ code: z.string().max(100), isTakingOver: z.boolean().optional() }).strict();

/** An HTTP server on 127.0.0.1 that answers the page and its calls, and nobody else. Not listening yet. */
export function createLoopbackServer(options: LoopbackOptions): Server {
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 120_000,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 5_000,
      requireHostHeader: false, // the guard answers a missing Host itself, with the headers every answer has
      insecureHTTPParser: false,
    },
    (request, response) => {
      serve(server, options, request, response).catch((error: unknown) => {
        options.log(`${request.method} request failed`, error);
        if (!response.headersSent) refuse(response, 500, 'internal error');
        response.destroy();
      });
    },
  );
  server.maxHeadersCount = 64;
  server.maxConnections = 128;
  // Nobody of ours asks before sending; a refusal comes before any body this way.
  server.on('checkContinue', (_request, response: ServerResponse) =>
    refuse(response, 417, 'no expectations'),
  );
  return server;
}

async function serve(
  server: Server,
  options: LoopbackOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { isBearer, isControl } = options.sessions;
  const verdict = judgeRequest(headOf(request), { port, isBearer, isControl });
  switch (verdict.kind) {
    case 'refused':
      refuse(response, verdict.status, verdict.reason);
      return;
    case 'page':
      servePage(response, options.bundle, verdict.pathname);
      return;
    case 'events':
      request.resume();
      response.writeHead(200, { ...securityHeaders(newNonce()), 'Content-Type': 'application/x-ndjson' });
      options.events.add(response);
      return;
    default: {
      const result = await run(options, request, verdict);
      send(response, 200, encodeWire(result));
    }
  }
}

type Answered = Exclude<Verdict, { kind: 'refused' | 'page' | 'events' }>;

function run(
  options: LoopbackOptions,
  request: IncomingMessage,
  verdict: Answered,
): Promise<Result<unknown>> {
  const { log } = options;
  switch (verdict.kind) {
    case 'session':
      return answer('session', log, async () => exchange(options.sessions, await readText(request, 1024)));
    case 'control':
      request.resume();
      return answer('control', log, () => ({ address: options.freshAddress() }));
    case 'upload':
      return answer('stageFile', log, () => upload(options.host(), request, verdict.fileName));
    case 'call':
      return call(options, request, verdict.name);
  }
}

async function call(
  options: LoopbackOptions,
  request: IncomingMessage,
  name: string,
): Promise<Result<unknown>> {
  const read = await answer(name, options.log, async () =>
    decodeWire(await readText(request, CALL_BODY_LIMIT)),
  );
  if (!read.ok) return read;
  const host = options.host();
  return isHostCall(name)
    ? answerHostCall(hostHandlers, host, options.log, name, read.value)
    : host.document.service().call(name, read.value);
}

function exchange(sessions: Sessions, body: string): { bearer: string } {
  const input = sessionInput.safeParse(decodeWire(body));
  if (!input.success) throw new AppError('invalid_input', 'The start code is not readable.');
  const outcome = sessions.exchange(input.data.code, input.data.isTakingOver ?? false);
  switch (outcome.kind) {
    case 'accepted':
      return { bearer: outcome.bearer };
    case 'occupied':
      throw new AppError('conflict', 'Pilotage is already open in another tab or window of a browser.');
    case 'refused':
      throw new AppError(
        'unauthorised',
        'This address was used before or is too old. Press Enter in the terminal where Pilotage runs for a fresh one.',
      );
  }
}

async function upload(host: BrowserHost, request: IncomingMessage, fileName: string) {
  const path = join(host.tempFolder, `upload-${newId()}`);
  const size = await saveBody(request, path, UPLOAD_BODY_LIMIT);
  return host.document.service().stageFile(path, fileName, size);
}

function servePage(response: ServerResponse, bundle: Bundle, pathname: string): void {
  const nonce = newNonce();
  const file = isIndexPath(pathname) ? bundle.index(nonce) : bundle.get(pathname);
  if (!file) {
    refuse(response, 404, 'not found');
    return;
  }
  response.writeHead(200, {
    ...securityHeaders(nonce),
    'Content-Type': file.type,
    'Content-Length': file.body.length,
  });
  response.end(file.body);
}

function send(response: ServerResponse, status: number, json: string): void {
  const body = Buffer.from(json);
  response.writeHead(status, {
    ...securityHeaders(newNonce()),
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': body.length,
  });
  response.end(body);
}

/** Says no and closes: the rest of a refused request is not read. */
function refuse(response: ServerResponse, status: number, reason: string): void {
  const code =
    status === 401 || status === 403 ? 'unauthorised' : status === 413 ? 'too_large' : 'invalid_input';
  response.setHeader('Connection', 'close');
  const refusal: Result<never> = { ok: false, error: { code, message: `Refused: ${reason}.` } };
  send(response, status, encodeWire(refusal));
}
