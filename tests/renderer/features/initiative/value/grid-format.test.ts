import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnWidths } from '#renderer/features/initiative/value/column-widths.ts';
import {
  cellAmount,
  cellText,
  editText,
  hasMinorPart,
} from '#renderer/features/initiative/value/grid-format.ts';
import { cellValues } from '#renderer/features/initiative/value/grid-model.ts';
import { parseCell } from '#renderer/features/initiative/value/write-cells.ts';
import { MAX_MINOR_UNITS } from '#shared/domain/units.ts';
import { costLine, month } from './lines.ts';

const LINE = { kind: 'line', line: costLine('c') } as const;
const READING = { kind: 'reading', name: '', unit: '' } as const;

describe('cellAmount()', () => {
  test.each([
    [123_456, 'EUR', true, '1,234.56'],
    [123_400, 'EUR', false, '1,234'],
    [-123_400, 'EUR', false, '−1,234'],
    [1234, 'JPY', true, '1,234'],
  ] as const)('of %d %s (cents %j) is %s', (amount, currency, showsMinor, expected) => {
    expect(cellAmount(amount, currency, showsMinor)).toBe(expected);
  });
});

describe('hasMinorPart()', () => {
  test.each([
    [[100, 200], 'EUR', false],
    [[100, -250], 'EUR', true],
    [[101], 'JPY', false],
    [[], 'EUR', false],
  ] as const)('of %j in %s is %j', (amounts, currency, expected) => {
    expect(hasMinorPart(amounts, currency)).toBe(expected);
  });
});

describe('cellText()', () => {
  test('tells zero from unmeasured', () => {
    expect(cellText(LINE, 0, 'EUR', false)).toBe('0');
    expect(cellText(LINE, null, 'EUR', false)).toBeNull();
    expect(cellText(READING, 0.84, 'EUR', false)).toBe('0.84');
  });
});

describe('editText()', () => {
  test.each([
    [LINE, 120_000, '1200'],
    [LINE, 120_050, '1200.50'],
    [LINE, -5, '-0.05'],
    [LINE, null, ''],
    [READING, 0.84, '0.84'],
  ] as const)('of %j, %j is %j', (row, value, expected) => {
    expect(editText(row, value, 'EUR')).toBe(expected);
  });

  test('is read back as the same amount, so that editing without typing changes nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -MAX_MINOR_UNITS, max: MAX_MINOR_UNITS }),
        fc.constantFrom('EUR', 'JPY', 'KWD'),
        (amount, currency) => {
          const value = amount === 0 ? 0 : amount;
          expect(parseCell(LINE, editText(LINE, value, currency), currency)).toEqual({ ok: true, value });
        },
      ),
    );
  });
});

describe('columnWidths()', () => {
  test('widens with the longest amount and never below what a month name needs', () => {
    const lines = [costLine('c')];
    const width = (amount: number) => {
      const values = cellValues([{ lineId: 'c', month: month(0), amount: amount as never }], []);
      const style = columnWidths(lines, values, [month(0)], false, 'EUR', () => 1) as Record<string, string>;
      return Number.parseFloat(style['--month-width'] ?? '');
    };
    expect(width(100)).toBe(width(99_900));
    expect(width(123_456_700)).toBeGreaterThan(width(100));
  });
});
