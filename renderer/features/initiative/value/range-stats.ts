import { type Block, placesOf, sizeOf } from './grid-cursor.ts';
import { type CellValues, type EditRow, isExpected, valueAt } from './grid-model.ts';
import type { Sheet } from './write-cells.ts';

/** What can be added up with one another. */
export const STAT_KINDS = ['cost', 'outcome', 'p10', 'p90', 'reading', 'attempts', 'successes'] as const;
export type StatKind = (typeof STAT_KINDS)[number];

export interface KindStats {
  readonly kind: StatKind;
  /** Cells that hold a value. */
  readonly count: number;
  /** Minor units for costs, outcomes and ends of ranges. */
  readonly sum: number;
}

/** A block in figures; costs, outcomes, readings and counts apart, since nothing is the sum of them. */
export interface RangeStats {
  readonly cells: number;
  readonly filled: number;
  /** Cells without a value in which their line is expected to have one. */
  readonly unmeasured: number;
  readonly kinds: readonly KindStats[];
}

const kindOf = (row: EditRow): StatKind => {
  if (row.kind === 'line') return row.line.kind;
  if (row.kind === 'bound') return row.bound;
  return row.kind === 'count' ? row.count : 'reading';
};

/** Counts and adds up what a block holds. A blank cell is never taken for zero. */
export function rangeStats(sheet: Sheet, block: Block, values: CellValues): RangeStats {
  const sums = new Map<StatKind, { count: number; sum: number }>();
  let unmeasured = 0;
  for (const place of placesOf(block)) {
    const row = sheet.rows[place.row];
    const month = sheet.months[place.col];
    if (row === undefined || month === undefined) continue;
    const value = valueAt(values, row, month);
    if (value === null) {
      if (isExpected(row, month)) unmeasured += 1;
      continue;
    }
    const kind = kindOf(row);
    const so = sums.get(kind) ?? { count: 0, sum: 0 };
    sums.set(kind, { count: so.count + 1, sum: so.sum + value });
  }
  const kinds = STAT_KINDS.flatMap((kind) => {
    const so = sums.get(kind);
    return so === undefined ? [] : [{ kind, ...so }];
  });
  return {
    cells: sizeOf(block),
    filled: kinds.reduce((count, one) => count + one.count, 0),
    unmeasured,
    kinds,
  };
}
