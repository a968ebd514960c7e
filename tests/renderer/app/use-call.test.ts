import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Bridge } from '#shared/api/contract.ts';

/** A fresh copy of the modules on a page whose host is `pilotage`. */
async function onPage(pilotage: unknown) {
  vi.resetModules();
  vi.stubGlobal('window', { pilotage: pilotage as Bridge, addEventListener: () => {} });
  const { connectBridge } = await import('#renderer/app/bridge.ts');
  const { call } = await import('#renderer/app/use-call.ts');
  return { connectBridge, call };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('call()', () => {
  it('passes on what the host answers', async () => {
    const answer = { ok: true, value: { undone: null } };
    const page = await onPage({ client: { undo: async () => answer } });
    await page.connectBridge();
    expect(await page.call('undo', {})).toBe(answer);
  });

  it('turns a host that breaks down into an answer that says so', async () => {
    const page = await onPage({ client: { undo: () => Promise.reject(new Error('pipe closed')) } });
    await page.connectBridge();
    const result = await page.call('undo', {});
    expect(result).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(result.ok ? '' : result.error.message).toContain('pipe closed');
  });

  it('answers even before there is a host', async () => {
    const page = await onPage({ client: {} });
    expect(await page.call('undo', {})).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  });
});
