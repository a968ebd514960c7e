import { describe, expect, test } from 'vitest';
import {
  cellValues,
  editRows,
  gridRows,
  monthWindow,
} from '#renderer/features/initiative/value/grid-model.ts';
import { cellLabel, evidenceGrade, rangeWords } from '#renderer/features/initiative/value/grid-words.ts';
import { rangeStats } from '#renderer/features/initiative/value/range-stats.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { costLine, month, outcomeLine } from './lines.ts';

const LINES = [costLine('a'), costLine('b', { sortOrder: 1, startsOn: month(1) }), outcomeLine('o')];
const SHEET = {
  rows: editRows(gridRows(LINES, { name: 'Handled', unit: 'share' }, ['attempts'])),
  months: monthWindow(month(1), 2),
  closed: new Set<never>(),
  currency: 'EUR',
};
const value = (lineId: string, at: number, amount: number) => ({
  lineId,
  month: month(at),
  amount: amount as never,
});
const VALUES = cellValues(
  [value('a', 0, 100_000), value('a', 1, 0), value('o', 0, 50_050)],
  [{ month: month(0), value: 0.8 }],
);
const WORDS = { blank: 'unmeasured', filled: 'measured' };

describe('rangeStats()', () => {
  test('counts zero as measured, a blank as unmeasured only where a value is expected', () => {
    const stats = rangeStats(SHEET, { top: 0, left: 0, bottom: 1, right: 1 }, VALUES);
    expect(stats).toEqual({
      cells: 4,
      filled: 2,
      unmeasured: 1,
      kinds: [{ kind: 'cost', count: 2, sum: 100_000 }],
    });
  });

  test('adds costs, outcomes and readings up apart', () => {
    const stats = rangeStats(SHEET, { top: 0, left: 0, bottom: 4, right: 0 }, VALUES);
    expect(stats.kinds).toEqual([
      { kind: 'cost', count: 1, sum: 100_000 },
      { kind: 'outcome', count: 1, sum: 50_050 },
      { kind: 'reading', count: 1, sum: 0.8 },
    ]);
  });
});

describe('rangeWords()', () => {
  test('says sum and average, and how many are unmeasured', () => {
    const stats = rangeStats(SHEET, { top: 0, left: 0, bottom: 1, right: 1 }, VALUES);
    expect(rangeWords(stats, 'EUR', WORDS)).toEqual({
      counts: '4 cells, 2 measured, 1 unmeasured',
      sums: ['Sum 1,000.00 EUR, average 500.00 EUR'],
    });
  });

  test('names the kinds where there are several, and gives readings no sum', () => {
    const stats = rangeStats(SHEET, { top: 2, left: 0, bottom: 3, right: 0 }, VALUES);
    expect(rangeWords(stats, 'EUR', WORDS)).toEqual({
      counts: '2 cells, 2 measured, none unmeasured',
      sums: ['Outcomes: sum 500.50 EUR, average 500.50 EUR', 'Readings: average 0.8'],
    });
  });
});

describe('cellLabel()', () => {
  const facts = {
    row: { kind: 'line', line: costLine('a', { name: 'Run cost' }) },
    month: month(2),
    layer: 'actual',
    text: '1,200',
    blank: 'unmeasured',
    currency: 'EUR',
    isLocked: false,
  } as const;
  test.each([
    [{}, 'Run cost, March 2026, actual, 1,200 EUR'],
    [{ text: null, isLocked: true }, 'Run cost, March 2026, actual, unmeasured, locked'],
    [
      { row: { kind: 'bound', line: costLine('a', { name: 'Run cost' }), bound: 'p90' }, text: null },
      'Run cost, P90, March 2026, actual, no range',
    ],
    [
      { row: { kind: 'reading', name: 'Handled', unit: '%' }, text: '82' },
      'Handled, March 2026, actual, 82 %',
    ],
  ] as const)('with %j is “%s”', (change, expected) => {
    expect(cellLabel({ ...facts, ...change })).toBe(expected);
  });
});

describe('evidenceGrade()', () => {
  test('is the method of an outcome with its weight in the policy; a cost has none', () => {
    expect(evidenceGrade(outcomeLine('o'), DEFAULT_POLICY)?.short).toBe('Log count · 0.8');
    expect(evidenceGrade(costLine('a'), DEFAULT_POLICY)).toBeNull();
  });
});
