import { describe, expect, it } from 'vitest';
import { formatMonthSpan } from '#renderer/components/dates.ts';
import { parseMonth } from '#shared/domain/calendar.ts';
import type { MonthIndex } from '#shared/domain/units.ts';

const months = (...texts: string[]) => texts.map((text) => parseMonth(text) as MonthIndex);

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
