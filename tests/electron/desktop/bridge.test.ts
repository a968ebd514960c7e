import { describe, expect, it, vi } from 'vitest';
import { makeBridge } from '#electron/desktop/bridge.ts';
import { callChannel, EVENT_CHANNEL } from '#electron/desktop/channels.ts';
import { type CallName, contract, type HostEvent } from '#shared/api/contract.ts';

const names = Object.keys(contract) as CallName[];

function setUp() {
  const listeners = new Set<(...args: unknown[]) => void>();
  const ipc = {
    invoke: vi.fn(async () => ({ ok: true, value: {} })),
    on: vi.fn((_channel: string, listener: (...args: unknown[]) => void) => void listeners.add(listener)),
    removeListener: vi.fn(
      (_channel: string, listener: (...args: unknown[]) => void) => void listeners.delete(listener),
    ),
  };
  return { ipc, listeners, bridge: makeBridge(names, ipc as never) };
}

describe('makeBridge()', () => {
  it('exposes one method per call of the contract and nothing else', () => {
    const { bridge } = setUp();
    expect(Object.keys(bridge.client).sort()).toEqual([...names].sort());
    expect(Object.keys(bridge).sort()).toEqual(['client', 'subscribe']);
    expect([Object.isFrozen(bridge), Object.isFrozen(bridge.client)]).toEqual([true, true]);
  });

  it.each(names)('sends %s on its own channel with its input alone', async (name) => {
    const { bridge, ipc } = setUp();
    await (bridge.client[name] as (...args: unknown[]) => Promise<unknown>)({ a: 1 }, 'another argument');
    expect(ipc.invoke.mock.calls).toEqual([[callChannel(name), { a: 1 }]]);
  });

  it('gives listeners the event and nothing of Electron, until they stop', () => {
    const { bridge, ipc, listeners } = setUp();
    const heard: unknown[][] = [];
    const stop = bridge.subscribe((...args) => heard.push(args));
    const event: HostEvent = { type: 'switched' };
    for (const listener of listeners) listener({ sender: 'an Electron object' }, event);
    expect(heard).toEqual([[event]]);
    expect(stop()).toBeUndefined();
    expect(listeners.size).toBe(0);
    expect(ipc.on.mock.calls[0]?.[0]).toBe(EVENT_CHANNEL);
  });
});
