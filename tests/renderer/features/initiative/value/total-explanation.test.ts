import { describe, expect, test } from 'vitest';
import { cellValues } from '#renderer/features/initiative/value/grid-model.ts';
import { LAYER_WORDS } from '#renderer/features/initiative/value/layers.ts';
import { isTotalKind, totalExplanation } from '#renderer/features/initiative/value/total-explanation.ts';
import type { MonthValue } from '#shared/domain/initiative.ts';
import type { MinorUnits } from '#shared/domain/units.ts';
import { costLine, month, outcomeLine } from './lines.ts';

const amount = (lineId: string, n: number, value: number): MonthValue => ({
  lineId,
  month: month(n),
  amount: value as MinorUnits,
});
const lines = [
  costLine('c1', { name: 'Model usage' }),
  costLine('c2', { name: 'Platform' }),
  outcomeLine('o1', { name: 'Hours saved' }),
];
const explain = (
  kind: 'cost' | 'benefit' | 'net',
  months: readonly number[],
  values: readonly MonthValue[],
) => {
  const { inputs = [], ...figure } = totalExplanation(
    { kind, months: months.map(month) },
    {
      lines,
      values: cellValues(values, []),
      share: () => 0.8,
      currency: 'EUR',
      words: LAYER_WORDS.actual,
    },
  );
  return {
    ...figure,
    inputs: inputs.map(({ name, value }) => `${name}: ${String(value).replaceAll('\u00a0', ' ')}`),
  };
};
const ALL = [
  amount('c1', 1, 100_00),
  amount('c1', 2, 50_00),
  amount('c2', 1, 20_00),
  amount('c2', 2, 30_00),
  amount('o1', 1, 1_000_00),
  amount('o1', 2, 500_00),
];

describe('totalExplanation()', () => {
  test('lists the lines of one kind with what each adds', () => {
    expect(explain('cost', [1, 2], ALL)).toMatchObject({
      label: 'actual, undiscounted; 4 of 4 values measured',
      inputs: ['Model usage: 150.00 EUR', 'Platform: 50.00 EUR', 'Cost: 200.00 EUR'],
      note: null,
    });
    expect(explain('benefit', [1], ALL).inputs).toEqual([
      'Hours saved, share 0.80: 800.00 EUR',
      'Claimed benefit: 800.00 EUR',
    ]);
  });

  test('takes net from the two above it, for one month or all that are shown', () => {
    expect(explain('net', [1], ALL).inputs).toEqual([
      'Claimed benefit: 800.00 EUR',
      'Cost: 120.00 EUR',
      'Net value: 680.00 EUR',
    ]);
    expect(explain('net', [1, 2], ALL).inputs).toContain('Net value: 1,000.00 EUR');
  });

  test('says what is unmeasured, and that net needs every cost', () => {
    const part = ALL.filter((value) => value.lineId !== 'c2');
    expect(explain('cost', [1], part)).toMatchObject({
      inputs: ['Model usage: 100.00 EUR', 'Platform: unmeasured', 'Cost: 100.00 EUR'],
      note: 'What is not there is left out, never zero.',
    });
    expect(explain('net', [1], part)).toMatchObject({
      inputs: ['Claimed benefit: 800.00 EUR', 'Cost: 100.00 EUR', 'Net value: unmeasured'],
      note: 'A cost that is not there would flatter it, so there is none.',
    });
  });
});

test('isTotalKind() knows the computed rows', () => {
  expect(['cost', 'benefit', 'net', 'line', undefined].map(isTotalKind)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
