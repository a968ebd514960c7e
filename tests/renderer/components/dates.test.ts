import { describe, expect, it } from 'vitest';
import { formatDay, formatMoment, formatMonthSpan } from '#renderer/components/dates.ts';
import { parseMonth } from '#shared/domain/calendar.ts';
import type { Instant, IsoDate, MonthIndex } from '#shared/domain/units.ts';

const months = (...texts: string[]) => texts.map((text) => parseMonth(text) as MonthIndex);

describe('formatDay()', () => {
  it('writes the day without leading zeros and the month in letters', () => {
    expect(formatDay('2026-09-05' as IsoDate)).toBe('5 Sep 2026');
    expect(formatDay('2026-12-31' as IsoDate)).toBe('31 Dec 2026');
  });
});

describe('formatMoment()', () => {
  it('says that the time is UTC', () => {
    expect(formatMoment('2026-09-30T14:05:11.000Z' as Instant)).toBe('30 Sep 2026, 14:05 UTC');
  });
});

describe('formatMonthSpan()', () => {
  it.each([
    [[], ''],
    [['2026-09'], 'Sep 2026'],
    [['2026-07', '2026-08', '2026-09'], 'Jul to Sep 2026'],
    [['2025-11', '2025-12', '2026-01'], 'Nov 2025 to Jan 2026'],
  ])('writes %j as %j', (texts, expected) => {
    expect(formatMonthSpan(months(...texts))).toBe(expected);
  });
});
