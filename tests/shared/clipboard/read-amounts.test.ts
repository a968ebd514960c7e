import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textBlock } from '#shared/clipboard/block.ts';
import { readAmounts, readNumbers } from '#shared/clipboard/read-amounts.ts';
import { readBlock } from '#shared/clipboard/read-block.ts';
import { writeBlock } from '#shared/clipboard/write-block.ts';
import type { MinorUnits } from '#shared/domain/units.ts';
import { amountText } from '#shared/report/parse-amount.ts';
import { CALC_DE, EXCEL_US, SHEETS } from './fixtures.ts';

const column = (...cells: readonly string[]) => textBlock(cells.map((cell) => [cell]));
const second = (texts: { text: string; html: string }) => {
  const block = readBlock(texts);
  return {
    rows: block.rows.map((row) => [row[1] ?? '']),
    numbers: block.numbers.map((row) => [row[1] ?? null]),
  };
};
const values = (...cells: readonly (number | null)[]) => ({ ok: true, cells: cells.map((cell) => [cell]) });

describe('readAmounts()', () => {
  test.each([
    [
      ['1,234.50', '12'],
      [123_450, 1200],
    ],
    [
      ['1.234,50', '12'],
      [123_450, 1200],
    ],
    [
      ['1.234', '12,50'],
      [123_400, 1250],
    ],
    [
      ['1.234', '12.50'],
      [123, 1250],
    ],
    [
      ['1 234,5', '1\u202f234,5', '1\u00a0234,5'],
      [123_450, 123_450, 123_450],
    ],
    [
      ["1'234.50", '1’234.50'],
      [123_450, 123_450],
    ],
    [
      ['(310.00)', '310-', '−310', '-310.00 €', '€ (310)'],
      [-31_000, -31_000, -31_000, -31_000, -31_000],
    ],
    [
      ['€1,200', '1,200 EUR', 'EUR 1,200.00'],
      [120_000, 120_000, 120_000],
    ],
    [
      ['', '  ', '·', '0'],
      [null, null, null, 0],
    ],
    [
      ['=1200*1.1', '5'],
      [132_000, 500],
    ],
  ] as const)('reads %j', (cells, expected) => {
    expect(readAmounts(column(...cells), 'EUR')).toEqual(values(...expected));
  });

  test('names the cells that stay in doubt, and reads none of the others', () => {
    expect(
      readAmounts(
        textBlock([
          ['12', '1.234'],
          ['', '2.500'],
        ]),
        'EUR',
      ),
    ).toEqual({
      ok: false,
      problems: [
        { row: 0, column: 1, text: '1.234', why: '“1.234” can be read in two ways; write 1234 or 1.23.' },
        { row: 1, column: 1, text: '2.500', why: '“2.500” can be read in two ways; write 2500 or 2.50.' },
      ],
    });
  });

  test('takes the word of the person for the decimal mark', () => {
    expect(readAmounts(column('1.234'), 'EUR', { mark: ',' })).toEqual(values(123_400));
    expect(readAmounts(column('1.234'), 'EUR', { mark: '.' })).toEqual(values(123));
  });

  test('refuses a block with both decimal marks, naming the cells that prove one', () => {
    const read = readAmounts(column('1,50', '7', '2.25'), 'EUR');
    expect(read.ok ? [] : read.problems.map(({ row }) => row)).toEqual([0, 2]);
    expect(read.ok ? '' : read.problems[0]?.why).toContain('“1,50” has a comma as decimal mark');
  });

  test.each(['12%', '$12', '-', '#REF!', '########', 'n/a', '1E+05', '2026-03-01', '=A1'])(
    'refuses %j',
    (cell) => {
      const read = readAmounts(column('5', cell), 'EUR');
      expect(read.ok ? [] : read.problems.map(({ row, text }) => [row, text])).toEqual([[1, cell]]);
    },
  );

  test('refuses the per cent cell of the block from Excel and reads the rest in dollars', () => {
    const read = readAmounts(second(EXCEL_US), 'USD');
    expect(read.ok ? [] : read.problems.map(({ row, text }) => [row, text])).toEqual([[3, '12%']]);
    const block = second(EXCEL_US);
    const rest = { rows: block.rows.slice(0, 3), numbers: block.numbers.slice(0, 3) };
    expect(readAmounts(rest, 'USD')).toEqual(values(null, 123_450, -31_000));
  });

  test('reads the numbers behind LibreOffice cells, but not a date', () => {
    const block = second(CALC_DE);
    const amounts = { rows: block.rows.slice(0, 3), numbers: block.numbers.slice(0, 3) };
    expect(readAmounts(amounts, 'EUR')).toEqual(values(123_450, 150_000, -1200));
    const read = readAmounts(block, 'EUR');
    expect(read.ok ? [] : read.problems.map(({ row }) => row)).toEqual([3]);
  });

  test('settles 1.234 by the number behind it, and refuses another currency and per cent all the same', () => {
    const block = second(SHEETS);
    expect(readAmounts({ rows: [['1.234']], numbers: [['1234']] }, 'EUR')).toEqual(values(123_400));
    expect(readAmounts({ rows: [['1.234']], numbers: [['1.234']] }, 'EUR')).toEqual(values(123));
    const read = readAmounts(block, 'EUR');
    expect(read.ok ? [] : read.problems.map(({ text }) => text)).toEqual(['$12', '12.5%']);
  });

  test('refuses a number that is shown in thousands, and one that is not shown', () => {
    const read = readAmounts({ rows: [['1,235'], ['']], numbers: [['1234567'], ['5']] }, 'EUR');
    expect(read.ok ? [] : read.problems.map(({ why }) => why)).toEqual([
      '“1,235” stands for 1234567 in the spreadsheet; show the whole number there and copy again.',
      'The cell shows nothing but holds 5 in the spreadsheet; show the number there and copy again.',
    ]);
  });

  test('reads the dash of a number format as zero when the number behind it is', () => {
    expect(readAmounts({ rows: [['-']], numbers: [['0']] }, 'EUR')).toEqual(values(0));
    expect(readAmounts(column('-'), 'EUR').ok).toBe(false);
  });

  test('reads back what is written, in any currency', () => {
    const amount = fc.option(fc.integer({ min: -1e12, max: 1e12 }), { nil: null });
    const currency = fc.constantFrom('EUR', 'JPY', 'KWD');
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), currency, (amounts, unit) => {
        const written = writeBlock(
          amounts.map((value) => [value === null ? '' : { number: amountText(value as MinorUnits, unit) }]),
        );
        expect(readAmounts(readBlock(written), unit)).toEqual(values(...amounts));
      }),
    );
  });
});

describe('readNumbers()', () => {
  test('reads plain numbers with one decimal mark for the block', () => {
    expect(readNumbers(column('0,5', '1.234', ''))).toEqual(values(0.5, 1234, null));
  });

  test('reads per cent only where the numbers are percentages', () => {
    expect(
      readNumbers({ rows: [['12.5%'], ['7']], numbers: [['0.125'], [null]] }, { isPercent: true }),
    ).toEqual(values(12.5, 7));
    expect(readNumbers(column('12.5%')).ok).toBe(false);
  });
});
