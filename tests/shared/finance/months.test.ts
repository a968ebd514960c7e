import { describe, expect, it } from 'vitest';
import { areContiguous, closedUpTo } from '#shared/finance/months.ts';
import { date, month } from '../decision/example-facts.ts';

describe('closedUpTo()', () => {
  it('sorts, drops repeats and leaves out months after the as-of month', () => {
    const closed = [month('2026-03'), month('2026-01'), month('2026-03'), month('2026-05')];
    expect(closedUpTo(closed, date('2026-04-02'))).toEqual([month('2026-01'), month('2026-03')]);
  });

  it('keeps the as-of month itself, closed before its last day', () => {
    expect(closedUpTo([month('2026-04')], date('2026-04-02'))).toEqual([month('2026-04')]);
  });
});

describe('areContiguous()', () => {
  it.each([
    [[], true],
    [['2026-01'], true],
    [['2025-12', '2026-01'], true],
    [['2025-12', '2026-02'], false],
  ] as const)('%j is %s', (months, expected) => {
    expect(areContiguous(months.map(month))).toBe(expected);
  });
});
