import { describe, expect, test } from 'vitest';
import {
  type CashColumn,
  cashExplanation,
} from '#renderer/features/initiative/forward/cash-flow-explanation.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { inputsOf } from '#tests/renderer/inputs-of.ts';

const flow = [
  { month: (2026 * 12) as MonthIndex, benefit: 100, cost: 400, settlement: 0, net: -300 },
  { month: (2026 * 12 + 1) as MonthIndex, benefit: 500, cost: 150, settlement: -50, net: 300 },
];
const inputs = (row: number, column: CashColumn) => inputsOf(cashExplanation(flow, row, column, 'EUR'));

describe('cashExplanation()', () => {
  test('takes the net from its three parts', () => {
    expect(inputs(1, 'net')).toEqual([
      ['Benefit', '5.00 EUR'],
      ['Cost', '−1.50 EUR'],
      ['Settled by stopping', '−0.50 EUR'],
      ['Net', '3.00 EUR'],
    ]);
  });

  test('adds the month to those before', () => {
    expect(inputs(0, 'sum')).toEqual([
      ['Net of Jan 2026', '−3.00 EUR'],
      ['In all', '−3.00 EUR'],
    ]);
    expect(inputs(1, 'sum')).toEqual([
      ['Up to Jan 2026', '−3.00 EUR'],
      ['Net of Feb 2026', '3.00 EUR'],
      ['In all', '0.00 EUR'],
    ]);
  });

  test.each([
    ['benefit', '5.00 EUR'],
    ['cost', '−1.50 EUR'],
    ['settlement', '−0.50 EUR'],
  ] as const)('says the exact amount of %s, its formula and its label', (column, amount) => {
    expect(inputs(1, column).at(-1)?.[1]).toBe(amount);
    const { formula, label, formulaId } = cashExplanation(flow, 1, column, 'EUR');
    expect(formula).not.toBe('');
    expect(label).toContain('undiscounted');
    expect(formulaId).toBeDefined();
  });
});
