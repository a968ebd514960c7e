import { describe, expect, it } from 'vitest';
import { endOfDay, localDate } from '#electron/platform/clock.ts';
import type { IsoDate } from '#shared/domain/units.ts';

describe('localDate()', () => {
  it.each([
    [new Date(2026, 0, 1, 0, 0, 0), '2026-01-01'],
    [new Date(2026, 11, 31, 23, 59, 59), '2026-12-31'],
    [new Date(2028, 1, 29, 12), '2028-02-29'],
  ])('is the day on the wall for %s', (moment, day) => {
    expect(localDate(moment)).toBe(day);
  });
});

describe('endOfDay()', () => {
  it.each([
    ['2026-06-30', new Date(2026, 5, 30, 23, 59, 59, 999)],
    ['2026-12-31', new Date(2026, 11, 31, 23, 59, 59, 999)],
    ['2028-02-29', new Date(2028, 1, 29, 23, 59, 59, 999)],
    // Days of 23 and of 25 hours where clocks are changed.
    ['2026-03-29', new Date(2026, 2, 29, 23, 59, 59, 999)],
    ['2026-10-25', new Date(2026, 9, 25, 23, 59, 59, 999)],
  ])('is the last millisecond of %s on the wall', (day, end) => {
    const moment = endOfDay(day as IsoDate);
    expect(moment).toBe(end.toISOString());
    expect(localDate(new Date(moment))).toBe(day);
    expect(localDate(new Date(Date.parse(moment) + 1))).not.toBe(day);
  });
});
