import { describe, expect, it } from 'vitest';
import { type PastDay, pastDays } from '#electron/data/past-days.ts';
import type { View } from '#electron/data/portfolio-at.ts';
import type { IsoDate } from '#shared/domain/units.ts';

const MEGABYTE = 1024 * 1024;
const day = (text: string) => text as IsoDate;

/** Days that tell what becomes of them. */
function watchedDays(bytes = MEGABYTE) {
  const log: string[] = [];
  const stale = new Set<string>();
  const days = pastDays(async (asOf) => {
    if (asOf === 'broken') throw new Error('cannot be opened');
    log.push(`open ${asOf}`);
    const simulations = { close: () => log.push(`stop ${asOf}`) };
    const opened: PastDay = {
      view: { asOf, simulations } as unknown as View,
      bytes,
      isCurrent: () => !stale.has(asOf),
      close: () => {
        log.push(`close ${asOf}`);
      },
    };
    return opened;
  });
  return { days, log, stale, look: (text: string) => days.look(day(text), (view) => view.asOf) };
}

describe('pastDays()', () => {
  it('opens a day once, however often and however many look at it', async () => {
    const { log, look } = watchedDays();
    expect(await Promise.all([look('a'), look('a'), look('b')])).toEqual(['a', 'a', 'b']);
    expect(await look('a')).toBe('a');
    expect(log).toEqual(['open a', 'open b']);
  });

  it('closes the day looked at longest ago when there are more than three', async () => {
    const { log, look } = watchedDays();
    for (const one of ['a', 'b', 'c', 'a', 'd']) await look(one);
    expect(log.slice(-2)).toEqual(['open d', 'close b']);
  });

  it('keeps fewer days when they are large, and always the last', async () => {
    const { log, look } = watchedDays(300 * MEGABYTE);
    for (const one of ['a', 'b']) await look(one);
    expect(log).toEqual(['open a', 'open b', 'close a']);
  });

  it('keeps a day open as long as somebody looks at it', async () => {
    const { days, log, look } = watchedDays(300 * MEGABYTE);
    const { promise, resolve } = Promise.withResolvers<void>();
    const long = days.look(day('a'), () => promise);
    await look('b');
    await look('c');
    expect(log).not.toContain('close a');
    resolve();
    await long;
    expect(log).toContain('close a');
  });

  it('opens a day anew when something was entered that belongs to it', async () => {
    const { log, look, stale } = watchedDays();
    await look('a');
    stale.add('a');
    await look('a');
    expect(log).toEqual(['open a', 'close a', 'open a']);
  });

  it('forgets a day that could not be opened', async () => {
    const { look } = watchedDays();
    await expect(look('broken')).rejects.toThrow('cannot be opened');
    await expect(look('broken')).rejects.toThrow('cannot be opened');
    expect(await look('a')).toBe('a');
  });

  it('stops and closes all at the end, those looked at when nobody does any more', async () => {
    const { days, log, look } = watchedDays();
    await look('a');
    const { promise, resolve } = Promise.withResolvers<void>();
    const long = days.look(day('b'), () => promise);
    await look('b');
    days.close();
    expect(log.slice(2)).toEqual(['stop a', 'close a', 'stop b']);
    resolve();
    await long;
    expect(log.at(-1)).toBe('close b');
  });

  it('refuses to look at a day that was still being opened at the end', async () => {
    const { days, log, look } = watchedDays();
    const late = look('a');
    days.close();
    await expect(late).rejects.toMatchObject({ code: 'cancelled' });
    expect(log.at(-1)).toBe('close a');
  });
});
