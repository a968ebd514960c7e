import type { Block, Place } from './grid-cursor.ts';
import type { EditRow } from './grid-model.ts';
import { type CellProblem, fillBlock, rowName, type Sheet, type Writes } from './write-cells.ts';

/** Where a fill comes from and what it writes. */
export interface Fill {
  readonly source: Block;
  readonly target: Block;
}

/** Fill right: the first column of the block into the others; of one column alone, what stands left of it. */
export function fillRightOf(block: Block): Fill | null {
  const source = block.left === block.right ? block.left - 1 : block.left;
  if (source < 0) return null;
  return { source: { ...block, left: source, right: source }, target: { ...block, left: source + 1 } };
}

/** Fill down: the first row of the block into the others; of one row alone, what stands above it. */
export function fillDownOf(block: Block): Fill | null {
  const source = block.top === block.bottom ? block.top - 1 : block.top;
  if (source < 0) return null;
  return { source: { ...block, top: source, bottom: source }, target: { ...block, top: source + 1 } };
}

/** The fill handle of a block dragged to a place: the cells beside the block in the direction it went farthest. */
export function fillTowards(block: Block, place: Place): Fill | null {
  const ways = [
    { far: place.col - block.right, target: { ...block, left: block.right + 1, right: place.col } },
    { far: place.row - block.bottom, target: { ...block, top: block.bottom + 1, bottom: place.row } },
    { far: block.left - place.col, target: { ...block, left: place.col, right: block.left - 1 } },
    { far: block.top - place.row, target: { ...block, top: place.row, bottom: block.top - 1 } },
  ];
  const [first, ...others] = ways as [(typeof ways)[0], ...typeof ways];
  const best = others.reduce((a, b) => (b.far > a.far ? b : a), first);
  if (best.far <= 0 || place.row < 0 || place.col < 0) return null;
  return { source: block, target: best.target };
}

const unitOf = (row: EditRow) =>
  row.kind === 'line' || row.kind === 'bound' ? 'amounts' : row.kind === 'count' ? 'counts' : 'readings';

/**
 * Repeats the source over the target. All or nothing: amounts are not filled into counts or readings, and a closed
 * month stays.
 */
export function fillCells(
  sheet: Sheet,
  { source, target }: Fill,
  valueAt: (place: Place) => number | null,
): Writes {
  const height = source.bottom - source.top + 1;
  const width = source.right - source.left + 1;
  const wrap = (index: number, start: number, length: number) =>
    start + ((((index - start) % length) + length) % length);
  const from = (place: Place): Place => ({
    row: wrap(place.row, source.top, height),
    col: wrap(place.col, source.left, width),
  });
  const problems: CellProblem[] = [];
  for (let row = target.top; row <= target.bottom; row += 1) {
    const into = sheet.rows[row];
    const out = sheet.rows[from({ row, col: target.left }).row];
    if (into === undefined || out === undefined || unitOf(into) === unitOf(out)) continue;
    problems.push({
      place: { row, col: target.left },
      text: `${unitOf(out)} of “${rowName(out)}” cannot be filled into ${unitOf(into)}. Fill within rows of one kind.`,
    });
  }
  if (problems.length > 0 && sheet.readOnly === undefined) return { ok: false, problems };
  return fillBlock(sheet, target, (place) => valueAt(from(place)));
}
