import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { type ColumnId, compareSortValues, REGISTER_COLUMNS, type SortValue } from './register-columns.ts';
import type { SortKey } from './register-query.ts';

/** Where a row without a value stands: behind every rank, whichever way the column is sorted. */
const MISSING = -1;

/** The rank of every row in one column, by its place in the list: equal values share one, {@link MISSING} has none. */
export type Ranks = Int32Array;

/** Ranks the rows by one column. Distinct values are compared once; sorting then compares whole numbers only. */
export function rankRows(rows: readonly RegisterRow[], column: ColumnId): Ranks {
  const ranks = new Int32Array(rows.length).fill(MISSING);
  const sortValue = REGISTER_COLUMNS.find((one) => one.id === column)?.sortValue;
  if (sortValue === undefined) return ranks;
  const values = rows.map(sortValue);
  const distinct = [...new Set(values)].filter((value) => value !== undefined).sort(compareSortValues);
  const rankOf = new Map<SortValue, number>();
  let rank = 0;
  distinct.forEach((value, index) => {
    if (index > 0 && compareSortValues(distinct[index - 1], value) !== 0) rank += 1;
    rankOf.set(value, rank);
  });
  values.forEach((value, index) => {
    ranks[index] = rankOf.get(value) ?? MISSING;
  });
  return ranks;
}

const known = new WeakMap<readonly RegisterRow[], Map<ColumnId, Ranks>>();

/** The ranks of a list in one column, made when first asked for and kept as long as the list. */
export function ranksOf(rows: readonly RegisterRow[], column: ColumnId): Ranks {
  let columns = known.get(rows);
  if (columns === undefined) {
    columns = new Map();
    known.set(rows, columns);
  }
  let ranks = columns.get(column);
  if (ranks === undefined) {
    ranks = rankRows(rows, column);
    columns.set(column, ranks);
  }
  return ranks;
}

/** The rows in an order, equals as they stood, the unmeasured last. The same array when there is no order. */
export function sortRegister(rows: readonly RegisterRow[], sort: readonly SortKey[]): readonly RegisterRow[] {
  if (sort.length === 0) return rows;
  const keys = sort.map((key) => ({ ranks: ranksOf(rows, key.column), sign: key.isDescending ? -1 : 1 }));
  const places = Uint32Array.from(rows, (_, index) => index);
  places.sort((a, b) => {
    for (const { ranks, sign } of keys) {
      const [left, right] = [ranks[a] as number, ranks[b] as number];
      if (left === right) continue;
      if (left === MISSING) return 1;
      if (right === MISSING) return -1;
      return (left - right) * sign;
    }
    return a - b;
  });
  return Array.from(places, (place) => rows[place] as RegisterRow);
}
