import { describe, expect, it } from 'vitest';
import type { Instant, IsoDate } from '#shared/domain/units.ts';
import { formatDay, formatMoment } from '#shared/report/moments.ts';

describe('formatDay()', () => {
  it('writes the day without leading zeros and the month in letters', () => {
    expect(formatDay('2026-09-05' as IsoDate)).toBe('5 Sep 2026');
    expect(formatDay('2026-12-31' as IsoDate)).toBe('31 Dec 2026');
  });
});

describe('formatMoment()', () => {
  it.each([
    [false, '30 Sep 2026, 14:05 UTC'],
    [true, '30 Sep 2026, 14:05:11 UTC'],
  ])('says that the time is UTC (with seconds: %s)', (isExact, expected) => {
    expect(formatMoment('2026-09-30T14:05:11.000Z' as Instant, isExact)).toBe(expected);
  });
});
