import { describe, expect, test } from 'vitest';
import { editRows, gridRows, monthWindow } from '#renderer/features/initiative/value/grid-model.ts';
import { pasteBlock, pasteTarget } from '#renderer/features/initiative/value/paste.ts';
import { cellName, type Sheet } from '#renderer/features/initiative/value/write-cells.ts';
import { textBlock } from '#shared/clipboard/block.ts';
import { costLine, month, outcomeLine } from './lines.ts';

const LINES = [costLine('a'), costLine('b', { sortOrder: 1 }), outcomeLine('o')];
const sheet = (closed: readonly number[] = [], unit = 'share'): Sheet => ({
  rows: editRows(gridRows(LINES, { name: 'Handled', unit }, ['attempts'])),
  months: monthWindow(month(3), 4),
  closed: new Set(closed.map(month)),
  currency: 'EUR',
});
const at = (row: number, col: number, height = 1, width = 1) => ({
  top: row,
  left: col,
  bottom: row + height - 1,
  right: col + width - 1,
});

/** Written values as text, row by row, or the cells refused with their reasons. */
function pasted(target: Sheet, selected: ReturnType<typeof at>, rows: readonly (readonly string[])[]) {
  const result = pasteBlock(target, selected, textBlock(rows));
  if (result.ok) return result.writes.map(({ place, value }) => `${place.row},${place.col}=${value}`);
  return result.problems.map(({ place, text }) =>
    place === null ? text : `${cellName(target, place)}: ${text}`,
  );
}

describe('pasteBlock()', () => {
  test('reads amounts as spreadsheets show them; blank is unmeasured', () => {
    expect(
      pasted(sheet(), at(0, 1), [
        ['€ 1,200.50', '(300)'],
        ['', '=2*3'],
      ]),
    ).toEqual(['0,1=120050', '0,2=-30000', '1,1=null', '1,2=600']);
  });

  test('reads German and US blocks, each by its own decimal mark', () => {
    expect(pasted(sheet(), at(0, 0), [['1.234', '5,5']])).toEqual(['0,0=123400', '0,1=550']);
    expect(pasted(sheet(), at(0, 0), [['1,234', '5.5']])).toEqual(['0,0=123400', '0,1=550']);
  });

  test('fills a ragged block with unmeasured cells', () => {
    const block = { rows: [['1', '2'], ['3']], numbers: [[null, null], [null]] };
    const result = pasteBlock(sheet(), at(0, 0), block);
    expect(result.ok && result.writes.map(({ value }) => value)).toEqual([100, 200, 300, null]);
  });

  test('takes the number behind a cell where the clipboard has it', () => {
    const result = pasteBlock(sheet(), at(0, 0), { rows: [['1.234']], numbers: [['1234']] });
    expect(result.ok && result.writes.map(({ value }) => value)).toEqual([123_400]);
  });

  test('reads each row as what it holds: readings, counts', () => {
    expect(pasted(sheet(), at(3, 0), [['0.84'], ['1,200']])).toEqual(['3,0=0.84', '4,0=1200']);
    expect(pasted(sheet([], '%'), at(3, 0), [['84 %'], ['1,200']])).toEqual(['3,0=84', '4,0=1200']);
  });

  test('fills the selection with one value, or repeats a block that fits into it', () => {
    expect(pasted(sheet(), at(0, 0, 2, 2), [['7']])).toEqual(['0,0=700', '0,1=700', '1,0=700', '1,1=700']);
    expect(pasted(sheet(), at(0, 0, 1, 4), [['1', '2']])).toEqual([
      '0,0=100',
      '0,1=200',
      '0,2=100',
      '0,3=200',
    ]);
  });

  test.each([
    ['an empty clipboard', at(0, 0), [], /holds no cells/],
    [
      'too many columns',
      at(0, 2),
      [['1', '2', '3']],
      /^The block has 1 row and 3 columns; from Cost a, Mar 2026 only 2 months are shown/,
    ],
    [
      'a block over a total',
      at(1, 0),
      [['1'], ['2']],
      /^The block has 2 rows and 1 column; from Cost b, Jan 2026 down there is 1 cost line, and totals cannot be pasted over/,
    ],
    ['more rows than outcome lines', at(2, 0), [['1'], ['2']], /there is 1 outcome line/],
    ['one value over a selection with totals in it', at(0, 0, 3, 1), [['1']], /totals cannot be pasted over/],
    ['two number formats', at(0, 0), [['1.5', '1,5']], /^Cost a, Jan 2026: .*one number format/],
    [
      'text',
      at(0, 0),
      [
        ['x', '1'],
        ['2', '#N/A'],
      ],
      /^Cost a, Jan 2026: “x” is not a number\.\nCost b, Feb 2026: “#N\/A” is a spreadsheet error/,
    ],
    ['another currency', at(0, 0), [['$ 5']], /is not in EUR/],
    ['per cent of money', at(0, 0), [['5 %']], /^Cost a, Jan 2026: /],
    ['a count below 0', at(4, 0), [['-3']], /^Attempts, Jan 2026: A count is 0 or more\.$/],
  ] as const)('refuses %s as a whole', (_, selected, rows, message) => {
    expect(pasteBlock(sheet(), selected, textBlock(rows)).ok).toBe(false);
    expect(pasted(sheet(), selected, rows).join('\n')).toMatch(message);
  });

  test('refuses a closed month, naming the cell and the month', () => {
    const result = pasteBlock(sheet([1]), at(0, 0), textBlock([['1', '2']]));
    expect(result).toMatchObject({
      ok: false,
      problems: [{ place: { row: 0, col: 1 }, closed: month(1) }],
    });
  });
});

describe('pasteTarget()', () => {
  test.each([
    ['one cell takes the whole block', at(1, 1), 2, 3, at(1, 1, 2, 3)],
    ['a multiple is filled', at(0, 0, 4, 2), 2, 1, at(0, 0, 4, 2)],
    ['no multiple: from its first cell', at(0, 0, 3, 1), 2, 1, at(0, 0, 2, 1)],
  ] as const)('%s', (_, selected, height, width, expected) => {
    expect(pasteTarget(selected, height, width)).toEqual(expected);
  });
});
