import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  ageInMonths,
  dayNumber,
  daysBetween,
  formatMonth,
  isIsoDate,
  isoDate,
  lastDayOf,
  monthOf,
  parseMonth,
  wholeMonthsBetween,
} from '#shared/domain/calendar.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';

const day = (text: string) => text as IsoDate;

describe('isIsoDate()', () => {
  it.each(['2024-02-29', '1900-01-01', '2200-12-31', '2000-02-29'])('accepts %s', (text) => {
    expect(isIsoDate(text)).toBe(true);
  });
  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '24-04-01',
    '2024-4-1',
    '',
    '1899-12-31',
    null,
    5,
  ])('refuses %s', (text) => {
    expect(isIsoDate(text)).toBe(false);
  });
});

describe('dayNumber()', () => {
  it('counts every day of two centuries once', () => {
    let expected = dayNumber(day('1990-01-01'));
    for (let year = 1990; year < 2110; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        for (let inMonth = 1; inMonth <= 31; inMonth += 1) {
          const date = isoDate(year, month, inMonth);
          if (date === undefined) continue;
          expect(dayNumber(date)).toBe(expected);
          expected += 1;
        }
      }
    }
    expect(expected - dayNumber(day('1990-01-01'))).toBe(43829);
  });
});

describe('wholeMonthsBetween()', () => {
  it.each([
    ['2026-01-31', '2026-02-28', 0],
    ['2026-01-31', '2026-03-31', 2],
    ['2026-01-15', '2026-02-15', 1],
    ['2026-01-15', '2026-02-14', 0],
    ['2025-12-01', '2026-12-01', 12],
    ['2026-03-01', '2026-02-01', -1],
  ])('from %s to %s completes %i months', (from, to, months) => {
    expect(wholeMonthsBetween(day(from), day(to))).toBe(months);
  });
});

describe('ageInMonths()', () => {
  it('is 6 after 182.625 days, and never negative', () => {
    expect(ageInMonths(day('2026-01-01'), day('2026-07-02'))).toBeCloseTo(182 / 30.4375, 12);
    expect(ageInMonths(day('2026-07-02'), day('2026-01-01'))).toBe(0);
    expect(daysBetween(day('2026-01-01'), day('2026-07-02'))).toBe(182);
  });
});

describe('months', () => {
  it('survive writing and reading, and end on their last day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900 * 12, max: 2199 * 12 }), (index) => {
        const month = index as MonthIndex;
        expect(parseMonth(formatMonth(month))).toBe(month);
        expect(monthOf(lastDayOf(month))).toBe(month);
        expect(daysBetween(lastDayOf(month), lastDayOf(addMonths(month, 1)))).toBe(
          Number(lastDayOf(addMonths(month, 1)).slice(8)),
        );
      }),
    );
  });
  it.each(['2026-13', '2026-00', '26-01', '2026-1', '1899-12'])('refuse %s', (text) => {
    expect(parseMonth(text)).toBeUndefined();
  });
});
