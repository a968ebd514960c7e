import { describe, expect, it, vi } from 'vitest';
import { callChannel } from '#electron/desktop/channels.ts';
import { handleCalls, type IpcOptions } from '#electron/desktop/ipc.ts';
import { pageOrigins } from '#electron/desktop/origin.ts';
import { type CallName, contract } from '#shared/api/contract.ts';

type IpcMainInvokeEvent = Parameters<Parameters<IpcOptions['ipcMain']['handle']>[1]>[0];
type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

const PAGE = 'app://bundle/index.html';

function setUp(call = vi.fn(async () => ({ ok: true as const, value: 'data' }))) {
  const handlers = new Map<string, Listener>();
  const known = { mainFrame: { origin: 'app://bundle', url: PAGE } };
  const log = vi.fn();
  handleCalls({
    ipcMain: { handle: (channel, listener) => void handlers.set(channel, listener as Listener) },
    origins: pageOrigins(true, undefined),
    targetOf: (sender) => ((sender as unknown) === known ? { call } : undefined),
    log,
  });
  const invoke = (event: unknown, ...args: unknown[]) =>
    handlers.get(callChannel('getPortfolio'))?.(event as IpcMainInvokeEvent, ...args);
  return { handlers, known, invoke, call, log };
}

describe('handleCalls()', () => {
  it('handles exactly the calls of the contract', () => {
    const { handlers } = setUp();
    const channels = (Object.keys(contract) as CallName[]).map(callChannel);
    expect([...handlers.keys()].sort()).toEqual(channels.sort());
  });

  it('passes a call of the own page on as it came', async () => {
    const { known, invoke, call } = setUp();
    expect(await invoke({ sender: known, senderFrame: known.mainFrame }, { any: 'thing' })).toEqual({
      ok: true,
      value: 'data',
    });
    expect(call).toHaveBeenCalledWith('getPortfolio', { any: 'thing' });
  });

  const frame = (origin: string, url: string) => {
    const mainFrame = { origin, url };
    return { sender: { mainFrame }, senderFrame: mainFrame };
  };
  it.each<[string, (known: { mainFrame: object }) => unknown]>([
    ['a page that has navigated away or closed', (known) => ({ sender: known, senderFrame: null })],
    [
      'a frame inside the page',
      (known) => ({ sender: known, senderFrame: { origin: 'app://bundle', url: PAGE } }),
    ],
    ['a window that is none of ours', () => frame('app://bundle', PAGE)],
    [
      'a foreign origin',
      (known) => ({
        sender: Object.assign(known, frame('https://attacker.example', PAGE).sender),
        senderFrame: known.mainFrame,
      }),
    ],
    [
      'a file',
      (known) => ({
        sender: Object.assign(known, frame('file://', 'file:///tmp/x.html').sender),
        senderFrame: known.mainFrame,
      }),
    ],
    [
      'a host that begins like ours',
      (known) => ({
        sender: Object.assign(known, frame('app://bundle.attacker', 'app://bundle.attacker/').sender),
        senderFrame: known.mainFrame,
      }),
    ],
    [
      'an opaque origin at our address',
      (known) => ({ sender: Object.assign(known, frame('null', PAGE).sender), senderFrame: known.mainFrame }),
    ],
  ])('refuses %s', async (_what, event) => {
    const { known, invoke, call, log } = setUp();
    const given = event(known);
    expect(await invoke(given, {})).toMatchObject({ ok: false, error: { code: 'unauthorised' } });
    expect(call).not.toHaveBeenCalled();
    expect(log).toHaveBeenCalledOnce();
  });

  it('refuses more than one argument', async () => {
    const { known, invoke, call } = setUp();
    expect(await invoke({ sender: known, senderFrame: known.mainFrame }, {}, {})).toMatchObject({
      ok: false,
    });
    expect(call).not.toHaveBeenCalled();
  });

  it('answers a throw as internal, without its text, and logs it', async () => {
    const error = new Error('secret path /home/x');
    const { known, invoke, log } = setUp(vi.fn(() => Promise.reject(error)));
    const answer = await invoke({ sender: known, senderFrame: known.mainFrame }, {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(log).toHaveBeenCalledWith('call getPortfolio failed', error);
  });
});
