import { type Block as ClipboardBlock, rectangle } from '#shared/clipboard/block.ts';
import { type ReadCells, readAmounts, readNumbers } from '#shared/clipboard/read-amounts.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { provenMark } from '#shared/report/parse-amount.ts';
import type { Block } from './grid-cursor.ts';
import { type EditRow, isMoney } from './grid-model.ts';
import {
  allOrNothing,
  type CellProblem,
  type CellWrite,
  cellName,
  isPercentRow,
  lockProblem,
  refuse,
  type Sheet,
  type Writes,
  whyNotAllowed,
} from './write-cells.ts';

/** Rows next to each other belong together: costs with their ranges, outcomes, reading and counts. */
const section = (row: EditRow | undefined) =>
  row === undefined ? '' : isMoney(row) ? row.line.kind : 'reading';

/**
 * Where a pasted block of this size goes: at the first cell of the selection, or over all of it, repeated, where the
 * selection holds it a whole number of times, as one value copied into many cells.
 */
export function pasteTarget(selected: Block, height: number, width: number): Block {
  const rows = selected.bottom - selected.top + 1;
  const cols = selected.right - selected.left + 1;
  const isTiled = rows % height === 0 && cols % width === 0;
  if (isTiled) return selected;
  return { ...selected, bottom: selected.top + height - 1, right: selected.left + width - 1 };
}

/**
 * Reads a block from the clipboard into the cells selected. All or nothing: when it does not fit, reaches over a total
 * or into a closed month, or a cell does not parse, nothing is written and every such cell is named. Blank cells are
 * unmeasured. Point or comma as decimal mark is decided for the block as a whole.
 */
export function pasteBlock(
  sheet: Sheet,
  selected: Block,
  block: ClipboardBlock,
): Writes & { readonly target?: Block } {
  if (sheet.readOnly !== undefined) return refuse(sheet.readOnly);
  const height = block.rows.length;
  const width = Math.max(0, ...block.rows.map((cells) => cells.length));
  if (height === 0 || width === 0)
    return refuse('The clipboard holds no cells. Copy a block of cells and paste again.');
  const target = pasteTarget(selected, height, width);
  const misfit = whyItDoesNotFit(sheet, target, height, width);
  if (misfit !== null) return refuse(misfit);

  const whole: ClipboardBlock = { rows: rectangle(block.rows, ''), numbers: rectangle(block.numbers, null) };
  const cells = readRows(sheet, target, whole);
  const writes: CellWrite[] = [];
  const problems: CellProblem[] = [];
  for (let row = target.top; row <= target.bottom; row += 1) {
    for (let col = target.left; col <= target.right; col += 1) {
      const place = { row, col };
      const into = sheet.rows[row] as EditRow;
      const month = sheet.months[col] as MonthIndex;
      const lock = lockProblem(sheet, place, month);
      const read = cells(row - target.top, (col - target.left) % width);
      const why = read.why ?? whyNotAllowed(into, read.value);
      if (lock !== null) problems.push(lock);
      else if (why !== null) problems.push({ place, text: why });
      else writes.push({ place, row: into, month, value: read.value });
    }
  }
  return { ...allOrNothing(writes, problems), target };
}

interface ReadCell {
  readonly value: number | null;
  readonly why: string | null;
}

/** Every row of the block read as what the row it goes to holds; with one decimal mark for all of them. */
function readRows(
  sheet: Sheet,
  target: Block,
  block: ClipboardBlock,
): (row: number, column: number) => ReadCell {
  const height = block.rows.length;
  const open = block.rows.flatMap((row, r) => row.filter((_, c) => block.numbers[r]?.[c] === null));
  const proven = provenMark(open);
  // A block of two number formats is left to its readers: they refuse the cells by name.
  const mark = proven === 'conflict' ? undefined : (proven ?? undefined);
  const readers: Readonly<Record<ReaderName, (part: ClipboardBlock) => ReadCells<number>>> = {
    amounts: (part) => readAmounts(part, sheet.currency, { mark }),
    numbers: (part) => readNumbers(part, { mark }),
    percent: (part) => readNumbers(part, { mark, isPercent: true }),
  };
  const found = new Map<string, ReadCell>();
  for (const name of READERS) {
    const indexes = block.rows.flatMap((_, index) => {
      for (let row = target.top + index; row <= target.bottom; row += height)
        if (readerOf(sheet.rows[row] as EditRow) === name) return [index];
      return [];
    });
    if (indexes.length === 0) continue;
    const read = readers[name]({
      rows: indexes.map((index) => block.rows[index] ?? []),
      numbers: indexes.map((index) => block.numbers[index] ?? []),
    });
    const put = (part: number, column: number, cell: ReadCell) =>
      found.set(`${name}:${indexes[part]}:${column}`, cell);
    if (read.ok) {
      read.cells.forEach((cells, part) => {
        cells.forEach((value, column) => {
          put(part, column, { value, why: null });
        });
      });
    } else {
      for (const { row, column, why } of read.problems) put(row, column, { value: null, why });
    }
  }
  return (row, column) => {
    const name = readerOf(sheet.rows[target.top + row] as EditRow);
    return found.get(`${name}:${row % height}:${column}`) ?? { value: null, why: null };
  };
}

const READERS = ['amounts', 'numbers', 'percent'] as const;
type ReaderName = (typeof READERS)[number];

function readerOf(row: EditRow): ReaderName {
  if (isMoney(row)) return 'amounts';
  return isPercentRow(row) ? 'percent' : 'numbers';
}

function whyItDoesNotFit(sheet: Sheet, target: Block, height: number, width: number): string | null {
  const size = `The block has ${count(height, 'row')} and ${count(width, 'column')}`;
  const from = cellName(sheet, { row: target.top, col: target.left });
  const roomRight = sheet.months.length - target.left;
  if (target.right >= sheet.months.length) {
    return `${size}; from ${from} only ${count(roomRight, 'month')} ${roomRight === 1 ? 'is' : 'are'} shown. Start further left or show more months.`;
  }
  const first = section(sheet.rows[target.top]);
  let roomBelow = 0;
  while (section(sheet.rows[target.top + roomBelow]) === first) roomBelow += 1;
  if (target.bottom - target.top + 1 > roomBelow) {
    const what = first === 'cost' ? 'cost line' : first === 'outcome' ? 'outcome line' : 'row';
    return `${size}; from ${from} down there ${roomBelow === 1 ? 'is' : 'are'} ${count(roomBelow, what)}, and totals cannot be pasted over. Copy fewer rows or add lines first.`;
  }
  return null;
}

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
