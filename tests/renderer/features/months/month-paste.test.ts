import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sheetRows } from '#renderer/features/months/month-model.ts';
import { copyMonth, pasteMonth } from '#renderer/features/months/month-paste.ts';
import { textBlock } from '#shared/clipboard/block.ts';
import { readBlock } from '#shared/clipboard/read-block.ts';
import { writeBlock } from '#shared/clipboard/write-block.ts';
import { cents, monthInitiative, monthLine } from './month-sheet.ts';

const ALL = [
  monthInitiative('a', [monthLine('a1', { name: 'Inference' }), monthLine('a2', { name: 'Review' })], {
    name: 'Claims triage',
  }),
  monthInitiative('b', [monthLine('b1', { name: 'Inference' })], { name: 'Fraud hints' }),
  monthInitiative('c', [monthLine('c1', { name: 'Inference' })], { name: 'Letters', isClosed: true }),
];
const ROWS = sheetRows(ALL);
const paste = (rows: readonly (readonly string[])[], start = 'a1') =>
  pasteMonth(textBlock(rows), ROWS, start, 'EUR');
const problems = (rows: readonly (readonly string[])[], start = 'a1') => {
  const read = paste(rows, start);
  return read.ok ? [] : read.problems;
};

describe('pasteMonth()', () => {
  test('lays amounts over the lines from the first down, across initiatives', () => {
    const read = paste([['1.234,50'], [''], ['(7)']]);
    expect(read.ok && [...read.amounts]).toEqual([
      ['a1', 123_450],
      ['a2', null],
      ['b1', -700],
    ]);
  });

  test('matches by names without regard to order, case and spaces; a blank initiative is the one above', () => {
    const read = paste([
      ['fraud  hints', 'INFERENCE', '5'],
      ['Claims triage', 'Review', '2'],
      ['', 'Inference', '1'],
    ]);
    expect(read.ok && [...read.amounts]).toEqual([
      ['b1', 500],
      ['a2', 200],
      ['a1', 100],
    ]);
  });

  test('finds the columns by their headings', () => {
    const read = paste([
      ['Line', 'Plan', 'Initiative', 'Amount'],
      ['Inference', '9', 'Fraud hints', '5'],
    ]);
    expect(read.ok && [...read.amounts]).toEqual([['b1', 500]]);
  });

  test.each([
    [[['1'], ['2']], 'b1', 'Letters, Inference: the month is closed'],
    [
      [['1'], ['2'], ['3']],
      'b1',
      'The block has 3 amounts; from “Fraud hints, Inference” down there are 2 lines.',
    ],
    [[['1'], ['x']], 'a1', 'Claims triage, Review: “x” is not a number.'],
    [[['1']], 'gone', 'Choose the line the block begins at'],
    [[['Inference', '1']], 'a1', 'The block has 2 columns.'],
    [[['Claims', 'Inference', '1']], 'a1', 'Row 1: “Claims” is none of the initiatives shown.'],
    [[['Fraud hints', 'Review', '1']], 'a1', 'Row 1: “Fraud hints” has no line “Review” this month.'],
    [[['', 'Review', '1']], 'a1', 'Row 1: no initiative is named.'],
    [
      [
        ['Fraud hints', 'Inference', '1'],
        ['Fraud hints', 'Inference', '2'],
      ],
      'a1',
      'Row 2: Fraud hints, Inference is in row 1 already.',
    ],
    [[['Initiative', 'Line', 'Amount']], 'a1', 'The block names no line.'],
    [[], 'a1', 'The clipboard holds no cells.'],
  ])('refuses %j from %s', (rows, start, text) => {
    expect(problems(rows, start).join('\n')).toContain(text);
  });

  test('does not choose between two of the same name', () => {
    const twice = sheetRows([...ALL, monthInitiative('d', [monthLine('d1')], { name: 'fraud hints' })]);
    const read = pasteMonth(textBlock([['Fraud hints', 'Inference', '1']]), twice, 'a1', 'EUR');
    expect(read.ok ? '' : read.problems[0]).toContain('2 initiatives are called “Fraud hints”');
  });
});

describe('copyMonth()', () => {
  test('is taken back by pasting', () => {
    const amount = fc.option(fc.integer({ min: -1e9, max: 1e9 }).map(cents), { nil: null });
    const name = fc.string({ unit: fc.constantFrom(...'=ab"\t\n -1') }).filter((text) => /[ab]/.test(text));
    const sheet = fc
      .uniqueArray(name, { minLength: 1, maxLength: 4, selector: (text) => text.replace(/\s+/g, ' ').trim() })
      .chain((names) =>
        fc.tuple(
          ...names.map((one, i) =>
            amount.map((value) =>
              monthInitiative(`i${i}`, [monthLine(`l${i}`, { amount: value })], { name: one }),
            ),
          ),
        ),
      );
    fc.assert(
      fc.property(sheet, (initiatives) => {
        const block = readBlock(writeBlock(copyMonth(initiatives, 'EUR')));
        const read = pasteMonth(block, sheetRows(initiatives), '', 'EUR');
        expect(read.ok && [...read.amounts]).toEqual(
          initiatives.flatMap((one) => one.lines.map((line) => [line.lineId, line.amount])),
        );
      }),
    );
  });
});
