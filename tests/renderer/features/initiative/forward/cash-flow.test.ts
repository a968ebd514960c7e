import { describe, expect, test } from 'vitest';
import { cashMarks, cashPoints, cashWords } from '#renderer/features/initiative/forward/cash-flow.ts';
import type { MonthIndex } from '#shared/domain/units.ts';

const flow = (...nets: readonly number[]) =>
  nets.map((net, index) => ({
    month: (2026 * 12 + index) as MonthIndex,
    benefit: Math.max(0, net),
    cost: Math.max(0, -net),
    settlement: 0,
    net,
  }));

describe('cashPoints()', () => {
  test('adds the months up', () => {
    expect(cashPoints(flow(-300, 100, 250)).map((point) => point.sum)).toEqual([-300, -200, 50]);
  });
});

describe('cashMarks()', () => {
  test.each([
    [[-300, 100, 250], -300, 2],
    [[100, -50], null, null],
    [[-100, 150, -100], -100, null],
    [[-100, 150, -200, 500], -150, 3],
  ])('of %j', (nets, low, back) => {
    const marks = cashMarks(cashPoints(flow(...nets)));
    expect([marks.low?.sum ?? null, marks.backFrom === null ? null : marks.backFrom - 2026 * 12]).toEqual([
      low,
      back,
    ]);
  });
});

describe('cashWords()', () => {
  test('says what it comes to, the low point and the way back', () => {
    expect(cashWords(flow(-300_000, 100_000, 250_000), 'EUR').replaceAll('\u00a0', ' ')).toBe(
      '+500 EUR by Mar 2026; lowest −3 k EUR in Jan 2026, back at 0 from Mar 2026 on.',
    );
  });
});
