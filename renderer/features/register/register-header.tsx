import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import type { PlacedColumn } from './column-layout.ts';
import { ColumnMenu } from './column-menu.tsx';
import { SelectAllCell } from './edit/select-cells.tsx';
import { HeaderCell } from './header-cell.tsx';
import type { ColumnId } from './register-columns.ts';
import type { SortKey } from './register-query.ts';
import styles from './register-table.module.css';

interface RegisterHeaderProps {
  readonly columns: readonly PlacedColumn[];
  /** px of 1 rem. */
  readonly rem: number;
  /** Of the initiatives shown, in their order. */
  readonly ids: readonly string[];
  readonly sort: readonly SortKey[];
  readonly onSort: (column: ColumnId, isAdded: boolean) => void;
  readonly onOrder: (sort: readonly SortKey[]) => void;
}

interface OpenMenu {
  readonly id: ColumnId;
  /** px from the corner of the window. */
  readonly x: number;
  readonly y: number;
}

/**
 * The header row: one stop for Tab, arrows go from column to column, Enter sorts, Shift adds to the order, Alt and an
 * arrow moves the column, Alt+Shift and an arrow makes it wider or narrower, Alt+Down opens its menu.
 */
export function RegisterHeader({ columns, rem, ids, sort, onSort, onOrder }: RegisterHeaderProps) {
  const [currentId, setCurrentId] = useState<ColumnId>('name');
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const row = useRef<HTMLTableRowElement>(null);
  const found = columns.findIndex(({ column }) => column.id === currentId);
  const current = Math.max(0, found);

  const button = (id: ColumnId) => row.current?.querySelector<HTMLElement>(`[data-sorts="${id}"]`);
  const openAt = (id: ColumnId) => {
    const box = button(id)?.getBoundingClientRect();
    // After the key that asked for it: a menu that is there already takes the rest of that key as a reason to close.
    if (box) setTimeout(() => setMenu({ id, x: box.left, y: box.bottom }));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const last = columns.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: Math.min(last, current + 1),
      ArrowLeft: Math.max(0, current - 1),
      Home: 0,
      End: last,
    };
    const next = Object.hasOwn(moves, event.key) ? columns[moves[event.key] as number] : undefined;
    if (next === undefined) return;
    event.preventDefault();
    setCurrentId(next.column.id);
    button(next.column.id)?.focus();
  };

  const onContextMenu = (event: MouseEvent) => {
    const id = (event.target as Element).closest('th')?.dataset.column as ColumnId | undefined;
    if (id === undefined) return;
    event.preventDefault();
    setMenu({ id, x: event.clientX, y: event.clientY });
  };

  return (
    <thead className={styles.head}>
      <tr
        aria-rowindex={1}
        ref={row}
        className={styles.headRow}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
      >
        <td className={styles.selectAll} data-pinned>
          <SelectAllCell ids={ids} />
        </td>
        {columns.map((placed, index) => (
          <HeaderCell
            key={placed.column.id}
            placed={placed}
            rem={rem}
            sort={sort}
            isStop={index === current}
            onFocus={setCurrentId}
            onSort={onSort}
            onMenu={openAt}
          />
        ))}
      </tr>
      {menu === null ? null : (
        <ColumnMenu
          id={menu.id}
          x={menu.x}
          y={menu.y}
          sort={sort}
          onOrder={onOrder}
          onClose={() => {
            setMenu(null);
            // Once the column is hidden or has moved: it, or the one that is now the header's stop.
            setTimeout(() =>
              (button(menu.id) ?? row.current?.querySelector<HTMLElement>('[tabindex="0"]'))?.focus(),
            );
          }}
        />
      )}
    </thead>
  );
}
