import { Menu } from '@mantine/core';
import { useMemo } from 'react';
import { createPortal } from 'react-dom';
import { withPinned, withShown, withStep, withWidth } from './column-layout.ts';
import { type ColumnId, REGISTER_COLUMNS } from './register-columns.ts';
import { arrangeColumns, useRegisterLayout } from './register-layout.ts';
import { withSort } from './register-order.ts';
import type { SortKey } from './register-query.ts';

interface ColumnMenuProps {
  readonly id: ColumnId;
  /** px from the corner of the window. */
  readonly x: number;
  readonly y: number;
  readonly sort: readonly SortKey[];
  readonly onOrder: (sort: readonly SortKey[]) => void;
  readonly onClose: () => void;
}

/** What both directions of a column are called, ascending first. */
function orderWords(id: ColumnId): readonly [string, string] {
  if (id === 'stage') return ['idea first', 'retired first'];
  if (id === 'verdict') return ['worst first', 'best first'];
  if (id === 'lastChangedAt') return ['oldest first', 'newest first'];
  const isNumber = REGISTER_COLUMNS.find((one) => one.id === id)?.isNumber ?? false;
  return isNumber ? ['smallest first', 'largest first'] : ['A to Z', 'Z to A'];
}

/** Everything that can be done with one column. */
export function ColumnMenu({ id, x, y, sort, onOrder, onClose }: ColumnMenuProps) {
  const layout = useRegisterLayout((state) => state.layout);
  const column = useMemo(() => REGISTER_COLUMNS.find((one) => one.id === id), [id]);
  const own = sort.find((key) => key.column === id);
  const others = sort.some((key) => key.column !== id);
  const isPinned = layout.pinned.includes(id);
  const [up, down] = orderWords(id);
  const item = (label: string, act: () => void, isOff = false) => (
    <Menu.Item disabled={isOff} onClick={act}>
      {label}
    </Menu.Item>
  );
  // A menu is no part of a table's head.
  return createPortal(
    <Menu opened onClose={onClose} position="bottom-start" width="14rem" returnFocus={false} trapFocus>
      <Menu.Target>
        <span style={{ position: 'fixed', left: x, top: y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={`Column ${column?.header ?? id}`}>
        <Menu.Label>{column?.title ?? id}</Menu.Label>
        {item(`Sort ${up}`, () => onOrder([{ column: id, isDescending: false }]))}
        {item(`Sort ${down}`, () => onOrder([{ column: id, isDescending: true }]))}
        {others ? item(`Then sort ${up}`, () => onOrder(withSort(sort, id, false))) : null}
        {others ? item(`Then sort ${down}`, () => onOrder(withSort(sort, id, true))) : null}
        {own ? item('Do not sort by this', () => onOrder(sort.filter((key) => key !== own))) : null}
        <Menu.Divider />
        {item('Move left', () => arrangeColumns((now) => withStep(now, id, -1)))}
        {item('Move right', () => arrangeColumns((now) => withStep(now, id, 1)))}
        {item(isPinned ? 'Unpin' : 'Pin at the left', () =>
          arrangeColumns((now) => withPinned(now, id, !isPinned)),
        )}
        {item(
          'Own width again',
          () => arrangeColumns((now) => withWidth(now, id, null)),
          layout.widths[id] === undefined,
        )}
        {item('Hide', () => arrangeColumns((now) => withShown(now, id, false)), id === 'name')}
      </Menu.Dropdown>
    </Menu>,
    document.body,
  );
}
