import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEventStreams } from '#electron/loopback/event-streams.ts';
import { UPLOAD_BODY_LIMIT } from '#electron/loopback/guard.ts';
import { createLoopbackServer } from '#electron/loopback/server.ts';
import { createSessions } from '#electron/loopback/sessions.ts';
import type { Result } from '#shared/api/errors.ts';
import { decodeWire } from '#shared/api/wire.ts';
import { rawRequest, sendRaw } from './raw-http.ts';

/** Stands in every answer of the fake data service: no refused request may bring it out. */
const CONFIDENTIAL = 'net value 4711';

const call = vi.fn(
  async (name: string): Promise<Result<unknown>> => ({ ok: true, value: { name, CONFIDENTIAL } }),
);
const stageFile = vi.fn((path: string, name: string, size: number) => ({ handle: path, name, size }));
const bundle = {
  get: (path: string) =>
    path === '/assets/index.js' ? { type: 'text/javascript', body: Buffer.from('void 0') } : undefined,
  index: (nonce: string) => ({ type: 'text/html', body: Buffer.from(`<html nonce="${nonce}">`) }),
};

async function start() {
  const tempFolder = mkdtempSync(join(tmpdir(), 'pilotage-server-test-'));
  const events = createEventStreams();
  const sessions = createSessions({
    clock: () => performance.now(),
    isOccupied: () => events.count() > 0,
    onReplaced: () => events.closeAll(),
  });
  const document = { service: () => ({ call, stageFile, close: async () => undefined }) };
  const server = createLoopbackServer({
    bundle,
    sessions,
    events,
    // Only what these tests reach; swapping documents has tests of its own.
    host: () => ({ document, dataFolder: tempFolder, tempFolder, salt: 's' }) as never,
    freshAddress: () => 'http://address',
    log: () => undefined,
  });
  server.listen({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const outcome = sessions.exchange(sessions.newCode(), false);
  if (outcome.kind !== 'accepted') throw new Error(outcome.kind);
  const host = `127.0.0.1:${port}`;
  const headers = (change: Readonly<Record<string, string | undefined>> = {}) =>
    Object.entries<string | undefined>({
      Host: host,
      Origin: `http://${host}`,
      Authorization: `Bearer ${outcome.bearer}`,
      'Content-Type': 'application/json',
      'Content-Length': '2',
      Connection: 'close',
      ...change,
    }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return { server, port, sessions, events, tempFolder, headers };
}

let running: Awaited<ReturnType<typeof start>>;
beforeEach(async () => {
  running = await start();
});
afterEach(async () => {
  running.events.closeAll();
  running.server.close();
  running.server.closeAllConnections();
  rmSync(running.tempFolder, { recursive: true, force: true });
  vi.clearAllMocks();
});

const post = (url: string, change: Readonly<Record<string, string | undefined>> = {}, body = '{}') =>
  sendRaw(running.port, rawRequest(`POST ${url} HTTP/1.1`, running.headers(change), body));
const get = (url: string, headers = [`Host: 127.0.0.1:${running.port}`, 'Connection: close']) =>
  sendRaw(running.port, rawRequest(`GET ${url} HTTP/1.1`, headers));
const bodyOf = (answer: string) =>
  Buffer.from(answer.slice(answer.indexOf('\r\n\r\n') + 4), 'latin1').toString('utf8');

describe('createLoopbackServer()', () => {
  it('answers a call of its own page', async () => {
    const answer = await post('/api/getPortfolio');
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(decodeWire(bodyOf(answer))).toEqual({ ok: true, value: { name: 'getPortfolio', CONFIDENTIAL } });
  });

  it('puts a fresh nonce into page and policy on each load', async () => {
    const loads = [await get('/'), await get('/index.html')];
    const nonces = loads.map((load) => /style-src 'self' 'nonce-([^']+)'/.exec(load)?.[1]);
    for (const [at, load] of loads.entries()) expect(bodyOf(load)).toBe(`<html nonce="${nonces[at]}">`);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it('sends the security headers with every answer, refusals included', async () => {
    for (const answer of [
      await get('/'),
      await get('/assets/index.js'),
      await get('/no'),
      await post('/api/undo'),
    ]) {
      expect(answer).toContain("Content-Security-Policy: default-src 'none'");
      expect(answer).toContain('X-Content-Type-Options: nosniff');
      expect(answer).toContain('Cross-Origin-Opener-Policy: same-origin');
      expect(answer).toContain('Cross-Origin-Resource-Policy: same-origin');
      expect(answer).toContain('Referrer-Policy: no-referrer');
      expect(answer).not.toMatch(/Access-Control-/i);
    }
  });

  it('exchanges a code for a bearer and says why it will not', async () => {
    const signIn = async (body: string) =>
      decodeWire(
        bodyOf(
          await post('/session', { Authorization: undefined, 'Content-Length': String(body.length) }, body),
        ),
      ) as Result<{ bearer: string }>;
    const code = running.sessions.newCode();
    const accepted = await signIn(JSON.stringify({ code }));
    expect(accepted.ok && running.sessions.isBearer(accepted.value.bearer)).toBe(true);
    expect(await signIn(JSON.stringify({ code }))).toMatchObject({
      ok: false,
      error: { code: 'unauthorised' },
    });
    expect(await signIn('{"code": 7}')).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
    expect(await signIn('not json')).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  });

  it('writes an upload to the private folder and stages it by its own name', async () => {
    const answer = await post(
      '/upload',
      { 'Content-Type': 'application/octet-stream', 'Content-Length': '3', 'X-File-Name': '..%2F%C3%A4.csv' },
      'a;b',
    );
    const [file] = readdirSync(running.tempFolder);
    const path = join(running.tempFolder, file ?? '');
    expect(readFileSync(path, 'utf8')).toBe('a;b');
    expect(decodeWire(bodyOf(answer))).toEqual({
      ok: true,
      value: { handle: path, name: '../ä.csv', size: 3 },
    });
  });

  it('leaves no file of an upload that breaks off', async () => {
    const head = rawRequest(
      'POST /upload HTTP/1.1',
      running.headers({
        'Content-Type': 'application/octet-stream',
        'Content-Length': '100',
        'X-File-Name': 'a',
      }),
      'short',
    );
    const { connect } = await import('node:net');
    const socket = connect({ host: '127.0.0.1', port: running.port });
    await once(socket, 'connect');
    socket.write(head);
    await vi.waitFor(() => expect(readdirSync(running.tempFolder)).toHaveLength(1));
    socket.destroy();
    await vi.waitFor(() => expect(readdirSync(running.tempFolder)).toHaveLength(0));
    expect(stageFile).not.toHaveBeenCalled();
  });

  it('streams events as lines and ends the stream when another tab takes over', async () => {
    const stream = post('/events');
    await vi.waitFor(() => expect(running.events.count()).toBe(1));
    running.events.emit({ type: 'changed', tables: ['initiative'] });
    running.sessions.exchange(running.sessions.newCode(), true);
    expect(await stream).toContain('{"type":"changed","tables":["initiative"]}\n');
  });

  const hostile: readonly [string, () => Promise<string>][] = [
    ['a rebound Host', () => post('/api/getPortfolio', { Host: `attacker.example:${running.port}` })],
    ['no Host', () => post('/api/getPortfolio', { Host: undefined })],
    ['localhost', () => post('/api/getPortfolio', { Host: `localhost:${running.port}` })],
    ['two Hosts', () => post('/api/getPortfolio', { host: 'attacker.example' })],
    ['HTTP/1.0 without Host', () => sendRaw(running.port, 'GET / HTTP/1.0\r\n\r\n')],
    ['no Origin', () => post('/api/getPortfolio', { Origin: undefined })],
    ['a foreign Origin', () => post('/api/getPortfolio', { Origin: 'https://attacker.example' })],
    ['the null Origin', () => post('/api/getPortfolio', { Origin: 'null' })],
    ['another local server', () => post('/api/getPortfolio', { Origin: 'http://127.0.0.1:3000' })],
    ['a cross-site fetch', () => post('/api/getPortfolio', { 'Sec-Fetch-Site': 'cross-site' })],
    ['a same-site fetch', () => post('/api/getPortfolio', { 'Sec-Fetch-Site': 'same-site' })],
    ['no token', () => post('/api/getPortfolio', { Authorization: undefined })],
    ['a wrong token', () => post('/api/getPortfolio', { Authorization: `Bearer ${'x'.repeat(43)}` })],
    ['a token cut short', () => post('/api/getPortfolio', { Authorization: 'Bearer x' })],
    [
      'a token in a cookie',
      () => post('/api/getPortfolio', { Authorization: undefined, Cookie: 'bearer=x' }),
    ],
    ['a token in the path', () => post('/api/getPortfolio?token=x', { Authorization: undefined })],
    [
      'the control secret as token',
      () => post('/api/getPortfolio', { Authorization: `Bearer ${running.sessions.controlSecret}` }),
    ],
    ['events without token', () => post('/events', { Authorization: undefined })],
    ['upload without token', () => post('/upload', { Authorization: undefined, 'X-File-Name': 'a' })],
    ['control with the token of a page', () => post('/control', { Origin: undefined })],
    [
      'control from a page',
      () => post('/control', { Authorization: `Bearer ${running.sessions.controlSecret}` }),
    ],
    [
      'GET of a call',
      () => sendRaw(running.port, rawRequest('GET /api/getPortfolio HTTP/1.1', running.headers())),
    ],
    [
      'PUT',
      () => sendRaw(running.port, rawRequest('PUT /api/getPortfolio HTTP/1.1', running.headers(), '{}')),
    ],
    ['HEAD', () => sendRaw(running.port, rawRequest('HEAD / HTTP/1.1', running.headers()))],
    [
      'OPTIONS',
      () => sendRaw(running.port, rawRequest('OPTIONS /api/getPortfolio HTTP/1.1', running.headers())),
    ],
    ['CONNECT', () => sendRaw(running.port, rawRequest('CONNECT 127.0.0.1:22 HTTP/1.1', running.headers()))],
    ['an invented method', () => sendRaw(running.port, rawRequest('LIST / HTTP/1.1', running.headers()))],
    ['a path upwards', () => get('/../package.json')],
    ['an encoded path upwards', () => get('/%2e%2e/%2e%2e/etc/passwd')],
    ['a backslash path', () => get('/..\\..\\etc\\passwd')],
    ['an absolute address', () => get(`http://127.0.0.1:${running.port}/`)],
    ['a double slash', () => get('//etc/passwd')],
    ['a file that was not built', () => get('/assets/other.js')],
    ['a folder', () => get('/assets/')],
    ['an unknown call', () => post('/api/readFile')],
    ['a call named constructor', () => post('/api/constructor')],
    ['a body announced too large', () => post('/api/getPortfolio', { 'Content-Length': '99999999' })],
    [
      'an upload announced too large',
      () =>
        post('/upload', {
          'Content-Type': 'application/octet-stream',
          'X-File-Name': 'a',
          'Content-Length': String(UPLOAD_BODY_LIMIT + 1),
        }),
    ],
    [
      'headers without end',
      () => get('/', [`Host: 127.0.0.1:${running.port}`, `X-Filler: ${'x'.repeat(40_000)}`]),
    ],
    ['a form', () => post('/api/getPortfolio', { 'Content-Type': 'application/x-www-form-urlencoded' })],
    ['plain text', () => post('/api/getPortfolio', { 'Content-Type': 'text/plain' })],
    [
      'a chunked body',
      () =>
        post(
          '/api/getPortfolio',
          { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' },
          '2\r\n{}\r\n0\r\n\r\n',
        ),
    ],
    [
      'length and chunks at once',
      () =>
        post(
          '/api/getPortfolio',
          { 'Transfer-Encoding': 'chunked' },
          '0\r\n\r\nPOST /api/getPortfolio HTTP/1.1\r\n\r\n',
        ),
    ],
    ['two lengths', () => post('/api/getPortfolio', { 'content-length': '50' })],
    [
      'a folded header',
      () => get('/', [`Host: 127.0.0.1:${running.port}`, 'X-A: b', ' Host: attacker.example']),
    ],
    [
      'a bare line feed before a header',
      () => sendRaw(running.port, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${running.port}\nOrigin: x\r\n\r\n`),
    ],
    ['waiting for a go-ahead', () => post('/api/getPortfolio', { Expect: '100-continue' })],
    [
      'a web socket',
      () => get('/', [`Host: 127.0.0.1:${running.port}`, 'Connection: Upgrade', 'Upgrade: websocket']),
    ],
    ['another protocol', () => sendRaw(running.port, '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n')],
  ];

  it.each(hostile)('refuses %s and lets no data out', async (_what, send) => {
    const answer = await send();
    expect(answer).toMatch(/^(?:$|HTTP\/1\.1 4\d\d )/);
    expect(answer).not.toContain(CONFIDENTIAL);
    expect(answer).not.toMatch(/^HTTP\/1\.1 [123]/m);
    expect(call).not.toHaveBeenCalled();
    expect(stageFile).not.toHaveBeenCalled();
  });
});
