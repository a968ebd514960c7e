import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
} from '@tanstack/react-table';
import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { compareSortValues, REGISTER_COLUMNS, type SortValue } from './register-columns.ts';
import type { SortKey } from './register-query.ts';

/** What the table does: it sorts. Searching and filtering happen before, in filter-register.ts. */
export const registerFeatures = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

const helper = createColumnHelper<typeof registerFeatures, RegisterRow>();

/** The table's view of the columns; made once, since new columns would throw away every cached value. */
export const registerTableColumns = helper.columns(
  REGISTER_COLUMNS.map((column) =>
    helper.accessor(column.sortValue, {
      id: column.id,
      header: column.header,
      sortUndefined: 'last',
      sortFn: (a, b, id) => compareSortValues(a.getValue<SortValue>(id), b.getValue<SortValue>(id)),
    }),
  ),
);

/** Our order in the table's terms. */
export function sortingState(sort: readonly SortKey[]): SortingState {
  return sort.map((key) => ({ id: key.column, desc: key.isDescending }));
}
