import { describe, expect, test } from 'vitest';
import { editRows, gridRows, monthWindow } from '#renderer/features/initiative/value/grid-model.ts';
import {
  changesOf,
  fillBlock,
  pasteBlock,
  problemLines,
  type Sheet,
} from '#renderer/features/initiative/value/write-cells.ts';
import { costLine, month, outcomeLine } from './lines.ts';

const LINES = [costLine('a'), costLine('b', { sortOrder: 1 }), outcomeLine('o')];
const sheet = (closed: readonly number[] = []): Sheet => ({
  rows: editRows(gridRows(LINES, { name: 'Handled', unit: 'share' })),
  months: monthWindow(month(3), 4),
  closed: new Set(closed.map(month)),
  currency: 'EUR',
});
const at = (row: number, col: number) => ({ row, col });

/** Written values as text, row by row, or the lines of the refusal. */
function pasted(target: Sheet, place: { row: number; col: number }, block: readonly (readonly string[])[]) {
  const result = pasteBlock(target, place, block);
  if (!result.ok) return problemLines(target, result.problems);
  return result.writes.map((write) => `${write.place.row},${write.place.col}=${write.value}`);
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

  test('fills a ragged block with unmeasured cells', () => {
    expect(pasted(sheet(), at(0, 0), [['1', '2'], ['3']])).toEqual([
      '0,0=100',
      '0,1=200',
      '1,0=300',
      '1,1=null',
    ]);
  });

  test('reads a doubtful number by the decimal mark the block proves', () => {
    expect(pasted(sheet(), at(0, 0), [['1.234', '5,5']])).toEqual(['0,0=123400', '0,1=550']);
  });

  test('reads the metric row as plain numbers', () => {
    expect(pasted(sheet(), at(3, 0), [['0.84', '']])).toEqual(['3,0=0.84', '3,1=null']);
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
    ['two number formats', at(0, 0), [['1.5', '1,5']], /Give the block one number format/],
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
  ] as const)('refuses %s as a whole', (_, place, block, message) => {
    const result = pasteBlock(sheet(), place, block);
    expect(result.ok).toBe(false);
    expect(pasted(sheet(), place, block).join('\n')).toMatch(message);
  });

  test('refuses a closed month, naming the cell', () => {
    expect(pasted(sheet([1]), at(0, 0), [['1', '2']])).toEqual([
      'Cost a, Feb 2026: Feb 2026 is closed. Reopen it to change its figures.',
    ]);
  });

  test('names the first five cells and counts the rest', () => {
    const block = [
      ['a', 'b', 'c', 'd'],
      ['e', 'f', 'g', '1'],
    ];
    const lines = pasted(sheet(), at(0, 0), block);
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toBe('And 2 more cells.');
  });
});

describe('fillBlock()', () => {
  test('gives every cell its value', () => {
    const result = fillBlock(sheet(), { top: 0, left: 0, bottom: 1, right: 1 }, () => null);
    expect(result.ok && result.writes.length).toBe(4);
  });

  test('writes nothing when one month is closed', () => {
    expect(fillBlock(sheet([0]), { top: 0, left: 0, bottom: 0, right: 1 }, () => null)).toMatchObject({
      ok: false,
      problems: [{ place: { row: 0, col: 0 } }],
    });
  });
});

describe('changesOf()', () => {
  test('splits amounts from readings and leaves out what stays the same', () => {
    const result = fillBlock(sheet(), { top: 2, left: 0, bottom: 3, right: 1 }, ({ col }) => col);
    const writes = result.ok ? result.writes : [];
    expect(changesOf(writes, ({ place }) => (place.col === 0 ? 0 : null))).toEqual({
      cells: [{ lineId: 'o', month: month(1), amount: 1 }],
      readings: [{ month: month(1), value: 1 }],
      counts: [],
    });
  });

  test('takes zero and unmeasured as different', () => {
    const result = fillBlock(sheet(), { top: 0, left: 0, bottom: 0, right: 0 }, () => 0);
    const writes = result.ok ? result.writes : [];
    expect(changesOf(writes, () => null).cells).toHaveLength(1);
    expect(changesOf(writes, () => 0).cells).toHaveLength(0);
  });
});
