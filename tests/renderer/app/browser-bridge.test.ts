import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectBrowserBridge } from '#renderer/app/browser-bridge.ts';
import { contract, type HostEvent } from '#shared/api/contract.ts';

const CODE = 'c'.repeat(43);

interface Sent {
  readonly path: string;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

let sent: Sent[];
let answers: ((request: Sent) => Response | Promise<Response>)[];
let kept: Map<string, string>;
let listeners: Map<string, () => void>;
const replaceState = vi.fn();
const reload = vi.fn();
const confirm = vi.fn(() => true);
const location = { hash: '', pathname: '/', reload };

const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status });
const accepted = () => json({ ok: true, value: { bearer: 'fresh' } });
const refused = (code: string) => json({ ok: false, error: { code, message: `${code}.` } });

beforeEach(() => {
  sent = [];
  answers = [];
  kept = new Map();
  listeners = new Map();
  location.hash = '';
  vi.stubGlobal('window', {
    location,
    confirm,
    addEventListener: (name: string, run: () => void) => listeners.set(name, run),
  });
  vi.stubGlobal('history', { state: null, replaceState });
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  vi.stubGlobal('fetch', async (path: string, init: { body: unknown; headers: Record<string, string> }) => {
    const request = { path, body: init.body, headers: init.headers };
    sent.push(request);
    const next = answers.shift();
    if (!next) throw new TypeError('Failed to fetch');
    return next(request);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

async function connected() {
  kept.set('pilotage.bearer', 'kept');
  return connectBrowserBridge();
}

describe('connectBrowserBridge()', () => {
  it('exchanges the code of the address, keeps the bearer for a reload and clears the address first', async () => {
    location.hash = `#code=${CODE}`;
    answers = [
      () => {
        expect(replaceState).toHaveBeenCalledWith(null, '', '/');
        return accepted();
      },
    ];
    await connectBrowserBridge();
    expect(sent).toMatchObject([{ path: '/session', body: JSON.stringify({ code: CODE }) }]);
    expect([...kept.values()]).toEqual(['fresh']);
  });

  it('goes on with the kept bearer after a reload', async () => {
    const bridge = await connected();
    answers = [() => json({ ok: true, value: 1 })];
    await bridge.client.getStatus({});
    expect(sent).toMatchObject([{ path: '/api/getStatus', headers: { Authorization: 'Bearer kept' } }]);
  });

  it('goes on with the kept bearer when a used address is opened again in its tab', async () => {
    location.hash = `#code=${CODE}`;
    answers = [() => refused('unauthorised'), () => json({ ok: true, value: 1 })];
    const bridge = await connected();
    await bridge.client.getStatus({});
    expect(sent[1]?.headers.Authorization).toBe('Bearer kept');
  });

  it.each([
    ['without code and bearer', '', [], /no longer connected/],
    ['with a used code', `#code=${CODE}`, [() => refused('unauthorised')], /^unauthorised\.$/],
    ['when nobody answers', `#code=${CODE}`, [], /does not answer/],
  ])('says why it cannot connect %s', async (_what, hash, given, message) => {
    location.hash = hash;
    answers = given;
    await expect(connectBrowserBridge()).rejects.toThrow(message);
  });

  it('takes over from another tab only when the person says so', async () => {
    location.hash = `#code=${CODE}`;
    answers = [() => refused('conflict'), accepted];
    await connectBrowserBridge();
    expect(sent[1]?.body).toBe(JSON.stringify({ code: CODE, isTakingOver: true }));
    confirm.mockReturnValueOnce(false);
    answers = [() => refused('conflict'), accepted];
    await expect(connectBrowserBridge()).rejects.toThrow('stays open in the other tab');
    expect(sent).toHaveLength(3);
  });

  it('loads the page anew when a fresh address is pasted into its tab', async () => {
    await connected();
    location.hash = '#/register';
    listeners.get('hashchange')?.();
    expect(reload).not.toHaveBeenCalled();
    location.hash = `#code=${CODE}`;
    listeners.get('hashchange')?.();
    expect(reload).toHaveBeenCalledOnce();
  });

  it('has one method for each call of the contract', async () => {
    const { client } = await connected();
    expect(Object.keys(client).sort()).toEqual(Object.keys(contract).sort());
  });

  it('answers a lost session and a stopped Pilotage as failures with a next step', async () => {
    const { client } = await connected();
    answers = [() => json({}, 401)];
    expect(await client.getStatus({})).toMatchObject({ ok: false, error: { code: 'unauthorised' } });
    expect(await client.getStatus({})).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  });

  it('turns bytes in an answer back into bytes', async () => {
    const { client } = await connected();
    answers = [() => new Response('{"ok":true,"value":{"name":"a","mime":"b","bytes":{"$bytes":"AQID"}}}')];
    const answer = await client.exportRegister({});
    expect(answer.ok && [...answer.value.bytes]).toEqual([1, 2, 3]);
  });

  it('sends a file as it is, with its name encoded', async () => {
    const { client } = await connected();
    answers = [() => json({ ok: true, value: { handle: 'h', name: 'ä.csv', size: 3 } })];
    const bytes = new Uint8Array([1, 2, 3]);
    await client.stageFile({ name: 'ä.csv', bytes });
    expect(sent).toMatchObject([{ path: '/upload', body: bytes, headers: { 'X-File-Name': '%C3%A4.csv' } }]);
  });

  it('refuses a file above 64 MB before it is sent', async () => {
    const { client } = await connected();
    const bytes = { byteLength: 200 * 1024 * 1024 } as Uint8Array<ArrayBuffer>;
    expect(await client.stageFile({ name: 'big.csv', bytes })).toMatchObject({
      ok: false,
      error: { code: 'too_large', message: expect.stringContaining('"big.csv" is 200 MB') },
    });
    expect(sent).toEqual([]);
  });

  it('hands events to every listener, whole although they arrive in pieces', async () => {
    const bridge = await connected();
    const pieces = ['\n{"type":"swit', 'ched"}\n{"type":"changed","tables":["line"]}\n'];
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
      },
    });
    answers = [() => new Response(stream)];
    const heard: HostEvent[] = [];
    const stop = bridge.subscribe((event) => heard.push(event));
    await vi.waitFor(() =>
      expect(heard).toEqual([{ type: 'switched' }, { type: 'changed', tables: ['line'] }]),
    );
    stop();
    expect(sent).toMatchObject([{ path: '/events', headers: { Authorization: 'Bearer kept' } }]);
  });
});
