import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { RegisterRow } from '#shared/api/schemas/views.ts';
import type { ColumnLayout, ShownColumn } from './column-layout.ts';
import { type ColumnId, REGISTER_COLUMNS } from './register-columns.ts';

/**
 * The table keeps the columns. Rows are searched, sorted and grouped by plain functions instead of its row models, which
 * make an object of every row anew for every letter typed: at 10,000 rows that alone is a frame.
 */
const features = tableFeatures({
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});

const helper = createColumnHelper<typeof features, RegisterRow>();
const columns = helper.columns(
  REGISTER_COLUMNS.map((column) =>
    helper.accessor(column.sortValue, {
      id: column.id,
      header: column.header,
      size: column.width,
      minSize: 0,
      maxSize: Number.MAX_SAFE_INTEGER,
      enableHiding: column.id !== 'name',
    }),
  ),
);
const NO_ROWS: RegisterRow[] = [];
const byId = new Map<string, (typeof REGISTER_COLUMNS)[number]>(REGISTER_COLUMNS.map((one) => [one.id, one]));

/** The columns a layout shows, the pinned first, each with its width; the same array while the layout stays. */
export function useShownColumns(layout: ColumnLayout): readonly ShownColumn[] {
  const state = useMemo(
    () => ({
      columnOrder: [...layout.order],
      columnPinning: { start: layout.order.filter((id) => layout.pinned.includes(id)), end: [] },
      columnSizing: layout.widths as Record<string, number>,
      columnVisibility: Object.fromEntries(layout.hidden.map((id) => [id, false])),
    }),
    [layout],
  );
  const table = useTable({ features, columns, data: NO_ROWS, state });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is what the table's answer depends on
  return useMemo(
    () =>
      [...table.getStartVisibleLeafColumns(), ...table.getCenterVisibleLeafColumns()].flatMap((one) => {
        const column = byId.get(one.id);
        if (column === undefined) return [];
        return {
          column,
          width: one.getSize(),
          isPinned: one.getIsPinned() === 'start',
          isResized: layout.widths[one.id as ColumnId] !== undefined,
        };
      }),
    [state],
  );
}
