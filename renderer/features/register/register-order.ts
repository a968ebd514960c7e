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
  if (now === undefined) return [...sort, next as SortKey].slice(-MAX_KEYS);
  return sort.flatMap((key) => (key.column !== column ? [key] : next === undefined ? [] : [next]));
}
