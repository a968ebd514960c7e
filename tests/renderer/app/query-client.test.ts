import { describe, expect, it } from 'vitest';
import { createQueryClient, followHost } from '#renderer/app/query-client.ts';
import type { Bridge, Client, HostEvent } from '#shared/api/contract.ts';

/** A host that only speaks when told to. */
function fakeBridge() {
  const listeners = new Set<(event: HostEvent) => void>();
  const bridge: Bridge = {
    client: {} as Client,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    bridge,
    listeners,
    say: (event: HostEvent) => {
      for (const listener of listeners) listener(event);
    },
  };
}

describe('followHost()', () => {
  it('marks what a screen shows as stale after a change, but no import in progress', () => {
    const client = createQueryClient();
    const host = fakeBridge();
    client.setQueryData(['getPortfolio', {}], { total: 1 });
    client.setQueryData(['openImport', {}], { importId: 'i' });
    followHost(host.bridge, client, () => {});
    host.say({ type: 'changed', tables: ['initiative'] });
    expect(client.getQueryState(['getPortfolio', {}])?.isInvalidated).toBe(true);
    expect(client.getQueryState(['openImport', {}])?.isInvalidated).toBe(false);
  });

  it('forgets everything when another file is opened', () => {
    const client = createQueryClient();
    const host = fakeBridge();
    let switched = 0;
    client.setQueryData(['getPortfolio', {}], { total: 1 });
    followHost(host.bridge, client, () => {
      switched += 1;
    });
    host.say({ type: 'switched' });
    expect(switched).toBe(1);
    expect(client.getQueryData(['getPortfolio', {}])).toBeUndefined();
  });

  it('stops listening when asked', () => {
    const host = fakeBridge();
    const stop = followHost(host.bridge, createQueryClient(), () => {});
    expect(host.listeners.size).toBe(1);
    stop();
    expect(host.listeners.size).toBe(0);
  });
});
