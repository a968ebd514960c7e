import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Bridge } from '#shared/api/contract.ts';
import type { IsoDate } from '#shared/domain/units.ts';

/** A fresh copy of the modules on a page whose host is `pilotage`. */
async function onPage(pilotage: unknown) {
  vi.resetModules();
  vi.stubGlobal('window', { pilotage: pilotage as Bridge, addEventListener: () => {} });
  const { connectBridge } = await import('#renderer/app/bridge.ts');
  const { call } = await import('#renderer/app/use-call.ts');
  const { useDay } = await import('#renderer/stores/day.ts');
  return { connectBridge, call, useDay };
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

  it('asks for the day that is shown', async () => {
    const asked: unknown[] = [];
    const answer = { ok: true, value: { entries: [] } };
    const listHistory = async (input: unknown) => {
      asked.push(input);
      return answer;
    };
    const page = await onPage({ client: { listHistory } });
    await page.connectBridge();
    page.useDay.setState({ day: '2026-06-30' as IsoDate });
    await page.call('listHistory', { limit: 10 });
    page.useDay.setState({ day: null });
    await page.call('listHistory', { limit: 10 });
    expect(asked).toEqual([{ limit: 10, asOf: '2026-06-30' }, { limit: 10 }]);
  });

  it('writes nothing while a past day is shown', async () => {
    const undo = vi.fn();
    const page = await onPage({ client: { undo } });
    await page.connectBridge();
    page.useDay.setState({ day: '2026-06-30' as IsoDate });
    expect(await page.call('undo', {})).toMatchObject({
      ok: false,
      error: { code: 'read_only', message: expect.stringContaining('30 Jun 2026') },
    });
    expect(undo).not.toHaveBeenCalled();
  });
});
