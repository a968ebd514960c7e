import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cellValues,
  closableMonths,
  editRows,
  gridRows,
  isExpected,
  monthWindow,
  pendingKey,
  totalOf,
  valueAt,
} from '#renderer/features/initiative/value/grid-model.ts';
import type { MonthValue } from '#shared/domain/initiative.ts';
import type { MinorUnits } from '#shared/domain/units.ts';
import { costLine, month, outcomeLine } from './lines.ts';

const amount = (lineId: string, n: number, value: number): MonthValue => ({
  lineId,
  month: month(n),
  amount: value as MinorUnits,
});
const METRIC = { name: 'Handled', unit: 'share' };

describe('monthWindow()', () => {
  test('ends with the given month, across a turn of the year', () => {
    expect(monthWindow(month(1), 3)).toEqual([month(-1), month(0), month(1)]);
  });
});

describe('gridRows()', () => {
  test('puts costs before outcomes, each in its order, the reading last', () => {
    const rows = gridRows(
      [outcomeLine('o'), costLine('b', { sortOrder: 2 }), costLine('a', { sortOrder: 1 })],
      METRIC,
    );
    const shape = rows.map((row) =>
      row.type === 'edit'
        ? `${row.index}:${row.row.kind === 'line' ? row.row.line.id : 'reading'}`
        : row.type === 'total'
          ? row.total
          : `add ${row.kind}`,
    );
    expect(shape).toEqual([
      '0:a',
      '1:b',
      'add cost',
      'cost',
      '2:o',
      'add outcome',
      'benefit',
      'net',
      '3:reading',
    ]);
    expect(editRows(rows)).toHaveLength(4);
  });
});

describe('isExpected()', () => {
  const line = costLine('c', { startsOn: month(1), endsOn: month(2) });
  test.each([
    [0, false],
    [1, true],
    [2, true],
    [3, false],
  ])('for month %d of a line from 1 to 2 is %j', (n, expected) => {
    expect(isExpected({ kind: 'line', line }, month(n))).toBe(expected);
  });
});

describe('cellValues()', () => {
  const row = { kind: 'line', line: costLine('c') } as const;
  const reading = { kind: 'reading', name: '', unit: '' } as const;

  test('tells an amount of zero from an unmeasured one', () => {
    const values = cellValues([amount('c', 0, 0)], [{ month: month(0), value: 0 }]);
    expect(valueAt(values, row, month(0))).toBe(0);
    expect(valueAt(values, row, month(1))).toBeNull();
    expect(valueAt(values, reading, month(0))).toBe(0);
    expect(valueAt(values, reading, month(1))).toBeNull();
  });

  test('lets what was just written win, also a deletion', () => {
    const pending = new Map<string, number | null>([
      [pendingKey(row, month(0)), null],
      [pendingKey(row, month(1)), 5],
      [pendingKey(reading, month(0)), 0.5],
    ]);
    const values = cellValues([amount('c', 0, 7)], [{ month: month(0), value: 1 }], pending);
    expect(valueAt(values, row, month(0))).toBeNull();
    expect(valueAt(values, row, month(1))).toBe(5);
    expect(valueAt(values, reading, month(0))).toBe(0.5);
  });
});

describe('totalOf()', () => {
  const all = () => 1;
  const lines = [costLine('a'), costLine('b', { startsOn: month(1) }), outcomeLine('o')];

  test.each([
    ['cost', [amount('a', 0, 100)], 0, { value: 100, measured: 1, expected: 1 }],
    ['cost', [amount('a', 1, 100)], 1, { value: 100, measured: 1, expected: 2 }],
    ['cost', [], 0, { value: null, measured: 0, expected: 1 }],
    ['cost', [amount('a', 0, 0)], 0, { value: 0, measured: 1, expected: 1 }],
    // A value outside the span of its line is still money, but was not expected.
    ['cost', [amount('a', 0, 100), amount('b', 0, 5)], 0, { value: 105, measured: 1, expected: 1 }],
    ['benefit', [amount('o', 0, 30)], 0, { value: 30, measured: 1, expected: 1 }],
    ['net', [amount('a', 0, 100), amount('o', 0, 30)], 0, { value: -70, measured: 2, expected: 2 }],
    // An unmeasured outcome claims nothing; an unmeasured cost leaves no net.
    ['net', [amount('a', 0, 100)], 0, { value: -100, measured: 1, expected: 2 }],
    ['net', [amount('a', 1, 100), amount('o', 1, 30)], 1, { value: null, measured: 2, expected: 3 }],
    ['net', [amount('o', 0, 30)], 0, { value: null, measured: 1, expected: 2 }],
  ] as const)('of %s with %j in month %d', (which, values, n, expected) => {
    expect(totalOf(lines, cellValues([...values], []), [month(n)], which, all)).toEqual(expected);
  });

  test('counts of an outcome what is claimed, rounded half-even', () => {
    const values = cellValues([amount('a', 0, 10), amount('o', 0, 25), amount('o', 1, 25)], []);
    const half = () => 0.5;
    expect(totalOf(lines, values, [month(0)], 'benefit', half).value).toBe(12);
    expect(totalOf(lines, values, [month(0), month(1)], 'benefit', half).value).toBe(25);
    expect(totalOf(lines, values, [month(0)], 'net', half).value).toBe(2);
    expect(totalOf(lines, values, [month(0)], 'cost', half).value).toBe(10);
  });

  test('adds up: the total of the months is the sum of the totals of each', () => {
    const cells = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'o'), fc.nat(5), fc.integer({ min: -1e9, max: 1e9 })),
    );
    fc.assert(
      fc.property(cells, (list) => {
        const unique = new Map(list.map(([id, n, value]) => [`${id}${n}`, amount(id, n, value)]));
        const values = cellValues([...unique.values()], []);
        const months = monthWindow(month(5), 6);
        for (const which of ['cost', 'benefit'] as const) {
          const each = months.map((one) => totalOf(lines, values, [one], which, all));
          const whole = totalOf(lines, values, months, which, all);
          const measured = each.filter((total) => total.value !== null);
          expect(whole.value ?? 0).toBe(measured.reduce((sum, total) => sum + (total.value ?? 0), 0));
          expect(whole.measured).toBe(each.reduce((sum, total) => sum + total.measured, 0));
        }
      }),
    );
  });
});

describe('closableMonths()', () => {
  test('takes open months up to the as-of month in which every expected line is measured', () => {
    const lines = [costLine('a'), outcomeLine('o')];
    const full = [0, 1, 2, 3, 4].flatMap((n) => [amount('a', n, 1), amount('o', n, 0)]);
    const values = cellValues(
      full.filter((value) => !(value.lineId === 'o' && value.month === month(2))),
      [],
    );
    expect(closableMonths(lines, values, monthWindow(month(4), 6), new Set([month(0)]), month(3))).toEqual([
      month(1),
      month(3),
    ]);
  });

  test('takes no month in which nothing is expected', () => {
    expect(closableMonths([], cellValues([], []), [month(0)], new Set(), month(0))).toEqual([]);
  });
});
