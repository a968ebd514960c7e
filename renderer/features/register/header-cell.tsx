import { type KeyboardEvent, memo } from 'react';
import { classNames } from '../../components/class-names.ts';
import { type PlacedColumn, WIDTH_STEP, withStep, withWidth } from './column-layout.ts';
import type { ColumnId } from './register-columns.ts';
import { arrangeColumns } from './register-layout.ts';
import type { SortKey } from './register-query.ts';
import styles from './register-table.module.css';
import { useColumnDrag } from './use-column-drag.ts';
import { useColumnResize } from './use-column-resize.ts';

interface HeaderCellProps {
  readonly placed: PlacedColumn;
  /** px of 1 rem. */
  readonly rem: number;
  readonly sort: readonly SortKey[];
  /** True: the header's one stop for Tab. */
  readonly isStop: boolean;
  readonly onFocus: (id: ColumnId) => void;
  readonly onSort: (id: ColumnId, isAdded: boolean) => void;
  readonly onMenu: (id: ColumnId) => void;
}

/** The head of a column: sorts, and can be dragged elsewhere, made wider and asked for its menu. */
export const HeaderCell = memo(function HeaderCell(props: HeaderCellProps) {
  const { placed, rem, sort, isStop, onFocus, onSort, onMenu } = props;
  const { column, width, left, isPinned } = placed;
  const resize = useColumnResize(column.id, width, rem);
  const drag = useColumnDrag(column.id);
  const place = sort.findIndex((key) => key.column === column.id);
  const key = sort[place];
  const order = key === undefined ? 'none' : key.isDescending ? 'descending' : 'ascending';

  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      onMenu(column.id);
      return;
    }
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    const step = event.key === 'ArrowRight' ? 1 : -1;
    arrangeColumns((layout) =>
      event.shiftKey
        ? withWidth(layout, column.id, width / rem + step * WIDTH_STEP)
        : withStep(layout, column.id, step),
    );
  };

  return (
    <th
      scope="col"
      aria-sort={order}
      className={classNames(styles.headCell)}
      data-column={column.id}
      data-number={column.isNumber || undefined}
      data-pinned={isPinned || undefined}
      data-edge={placed.isEdge || undefined}
      data-drop={drag.dropSide}
      style={isPinned ? { left } : undefined}
    >
      <button
        type="button"
        data-sorts={column.id}
        tabIndex={isStop ? 0 : -1}
        aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight Alt+Shift+ArrowLeft Alt+Shift+ArrowRight Alt+ArrowDown"
        title={`${column.title}. Click to sort, Shift and click to sort within. Right click or Alt+Down for more.`}
        onFocus={() => onFocus(column.id)}
        onKeyDown={onKeyDown}
        onPointerDown={drag.onPointerDown}
        onClick={(event) => {
          if (!drag.wasDragged()) onSort(column.id, event.shiftKey);
        }}
      >
        <span className={styles.headText}>{column.header}</span>
        {key === undefined ? null : (
          <span className={styles.arrow}>
            <span aria-hidden="true">{key.isDescending ? '↓' : '↑'}</span>
            {sort.length > 1 ? (
              <>
                <span aria-hidden="true">{place + 1}</span>
                <span className="visually-hidden">, sorted {ordinal(place)}</span>
              </>
            ) : null}
          </span>
        )}
      </button>
      <span aria-hidden="true" className={styles.handle} {...resize} />
    </th>
  );
});

const ordinal = (place: number) => ['first', 'second', 'third', 'fourth'][place] ?? `${place + 1}th`;
