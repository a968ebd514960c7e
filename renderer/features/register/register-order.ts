import { type ColumnId, REGISTER_COLUMNS } from './register-columns.ts';
import type { SortKey } from './register-query.ts';

const MAX_KEYS = 4;

/**
 * The order after a click on a column header: first its natural direction, then the other, then none.
 * `isAdded` (Shift) sorts within the order there is; otherwise the column replaces it.
 */
export function toggleSort(sort: readonly SortKey[], column: ColumnId, isAdded: boolean): readonly SortKey[] {
  const first = REGISTER_COLUMNS.find((c) => c.id === column)?.startsDescending ?? false;
  const now = sort.find((key) => key.column === column);
  const next: SortKey | undefined =
    now === undefined
      ? { column, isDescending: first }
      : now.isDescending === first
        ? { column, isDescending: !first }
        : undefined;
  if (!isAdded) return next === undefined ? [] : [next];
  if (next === undefined) return sort.filter((key) => key.column !== column);
  return withSort(sort, column, next.isDescending);
}

/** The order with a column in this direction: where it stands already, else as the last of at most four. */
export function withSort(
  sort: readonly SortKey[],
  column: ColumnId,
  isDescending: boolean,
): readonly SortKey[] {
  const key: SortKey = { column, isDescending };
  if (sort.some((one) => one.column === column))
    return sort.map((one) => (one.column === column ? key : one));
  return [...sort, key].slice(-MAX_KEYS);
}
