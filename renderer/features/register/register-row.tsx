import { memo, useMemo } from 'react';
import type { RegisterRow } from '#shared/api/schemas/views.ts';
import type { PlacedColumn } from './column-layout.ts';
import { SelectCell } from './edit/select-cells.tsx';
import { registerCell } from './register-cell.tsx';
import styles from './register-table.module.css';

export interface LineProps {
  /** undefined: the line is not shown, its element waits for the next one. */
  readonly index: number | undefined;
  /** px from the top of all lines, of the one line that is kept although it is out of view; the others follow one another. */
  readonly farTop: number | undefined;
  /** The cells that are made, in their order. */
  readonly columns: readonly PlacedColumn[];
  readonly currency: string;
  readonly isActive: boolean;
  /** Drawn again when amounts are hidden or shown. */
  readonly isDiscreet: boolean;
}

interface RegisterRowViewProps extends LineProps {
  readonly row: RegisterRow;
  /** True: the row stands under the heading of a group. */
  readonly isGrouped: boolean;
}

/** The DOM id of a line, for `aria-activedescendant`; group keys may hold any character. */
export const lineElementId = (key: string) => `register-row-${encodeURIComponent(key)}`;

/** What every line says of its place; an unused one is nowhere. */
export function lineAttributes(key: string, { index, farTop, isActive }: LineProps) {
  if (index === undefined) return { 'data-spare': '', 'aria-hidden': true } as const;
  return {
    id: lineElementId(key),
    'data-index': index,
    'data-active': isActive || undefined,
    'aria-rowindex': index + 2,
    'aria-selected': isActive,
    'data-far': farTop === undefined ? undefined : '',
    style: farTop === undefined ? undefined : { top: farTop },
  };
}

/**
 * One row, plain elements throughout: some forty of these render after every sort and filter,
 * and they only render again when their own facts, place or focus change.
 */
export const RegisterRowView = memo(function RegisterRowView(props: RegisterRowViewProps) {
  const { row, columns, currency, isDiscreet, isGrouped } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: cells ask for the discreet mode themselves
  const cells = useMemo(
    () =>
      columns.map(({ column, isPinned, isEdge, left }) =>
        registerCell({ id: column.id, row, currency, pinnedAt: isPinned ? left : undefined, isEdge }),
      ),
    [row, columns, currency, isDiscreet],
  );
  return (
    // The grid holds the focus and names the active row: rows come and go with scrolling.
    <tr {...lineAttributes(row.id, props)} aria-level={isGrouped ? 2 : undefined} className={styles.row}>
      <td className={styles.select} data-pinned>
        <SelectCell id={row.id} name={row.name} />
      </td>
      {cells}
    </tr>
  );
});
