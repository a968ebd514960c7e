import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { navigate } from '../../app/hash-location.ts';
import { useWritingOff } from '../../app/use-writing-off.ts';
import { useDiscreet } from '../../components/money-words.ts';
import { usePreferences } from '../../stores/preferences.ts';
import { type PlacedColumn, placeColumns } from './column-layout.ts';
import { useCellEdit } from './edit/cell-edit.ts';
import { editByPointer } from './edit/grid-keys.ts';
import { CellPopover } from './explain/cell-popover.tsx';
import { explainPressed } from './explain/explained-cell.ts';
import { isGroup, itemKey, type RegisterItem } from './group-register.ts';
import { GroupRow } from './group-row.tsx';
import { cellTitle } from './register-cell.tsx';
import type { ColumnId } from './register-columns.ts';
import { RegisterHeader } from './register-header.tsx';
import { useRegisterLayout } from './register-layout.ts';
import { setCollapsed, useRegisterMemory } from './register-memory.ts';
import { useShownColumns } from './register-model.ts';
import { toggleSort } from './register-order.ts';
import type { SortKey } from './register-query.ts';
import { type LineProps, lineElementId, RegisterRowView } from './register-row.tsx';
import styles from './register-table.module.css';
import { useGridKeys } from './use-grid-keys.ts';
import { useRem } from './use-rem.ts';
import { useSideways } from './use-sideways.ts';
import { useStandingLines } from './use-standing-lines.ts';

/** rem. */
const ROW_REM = { comfortable: 2, compact: 1.625 } as const;
const HEAD_REM = 2.25;
/** rem, the column of the boxes that select. */
const LEAD_REM = 2.25;
/** Lines beyond the edges: at rest each costs every sort and filter a part of a frame, in motion none may be missing. */
const OVERSCAN = { still: 1, moving: 3 } as const;

interface RegisterTableProps {
  /** In their order, under their headings when they are grouped. */
  readonly items: readonly RegisterItem[];
  readonly isGrouped: boolean;
  readonly currency: string;
  readonly sort: readonly SortKey[];
  readonly onSort: (sort: readonly SortKey[]) => void;
  /** What stands in the place of the lines when there are none. */
  readonly nothing: ReactNode;
}

/** The register as a grid: only lines in view exist, header and pinned columns stay, the keyboard moves an active line. */
export function RegisterTable({ items, isGrouped, currency, sort, onSort, nothing }: RegisterTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const isMoving = useRef(false);
  const rem = useRem();
  const isDiscreet = useDiscreet();
  const density = usePreferences((state) => state.density);
  const canWrite = useWritingOff() === null;
  const layout = useRegisterLayout((state) => state.layout);
  const [activeKey, setActiveKey] = useState(() => useRegisterMemory.getState().activeKey);
  const { isScrolled, room } = useSideways(scroller);

  const shown = useShownColumns(layout);
  const columns = useMemo(() => placeColumns(shown, room, rem, LEAD_REM * rem), [shown, room, rem]);
  // What lies beyond the edge is not made before somebody scrolls there: half the work of every sort.
  const made = useMemo(
    () => (isScrolled ? columns : columns.filter((one) => one.left < room)),
    [columns, isScrolled, room],
  );
  const lastColumn = columns.at(-1);
  const width = lastColumn === undefined ? 0 : lastColumn.left + lastColumn.width;
  const pinnedWidth = columns.reduce((sum, one) => (one.isPinned ? sum + one.width : sum), LEAD_REM * rem);
  const isNarrow = shown.some((one) => one.isResized && one.width < one.column.width);
  const template = (of: readonly PlacedColumn[]) =>
    [LEAD_REM * rem, ...of.map((one) => one.width)].map((px) => `${px}px`).join(' ');
  const ids = useMemo(() => items.flatMap((item) => (isGroup(item) ? [] : [item.id])), [items]);

  const activeIndex = useMemo(
    () => (activeKey === null ? -1 : items.findIndex((item) => itemKey(item) === activeKey)),
    [items, activeKey],
  );
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      // The active line always exists, or aria-activedescendant would point at nothing.
      if (activeIndex >= 0 && !indexes.includes(activeIndex)) indexes.push(activeIndex);
      return indexes;
    },
    [activeIndex],
  );
  const rowHeight = Math.round(ROW_REM[density] * rem);
  const overscan = isMoving.current ? OVERSCAN.moving : OVERSCAN.still;
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollPaddingStart: HEAD_REM * rem,
    overscan,
    rangeExtractor,
    initialOffset: () => useRegisterMemory.getState().scrollTop,
  });
  isMoving.current = virtualizer.isScrolling;
  // As many places as lines can be in view: scrolling and sorting fill the elements there are instead of making new ones.
  const slots = Math.ceil((virtualizer.scrollRect?.height ?? 0) / rowHeight) + 2 * OVERSCAN.moving + 3;
  const range = virtualizer.range;
  const lines = virtualizer.getVirtualItems();
  const near = lines.filter(
    ({ index }) =>
      range === null || (index >= range.startIndex - overscan && index <= range.endIndex + overscan),
  );
  const first = near[0]?.index ?? 0;
  const last = near.at(-1)?.index ?? -1;
  const standing = useStandingLines({ items, first, last, count: slots, isMoving: isMoving.current });
  const far = standing.some(({ index }) => index === activeIndex)
    ? undefined
    : lines.find(({ index }) => index === activeIndex);
  const farItem = far === undefined ? undefined : items[far.index];

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text size is the reason to measure again
  useEffect(() => virtualizer.measure(), [rowHeight]);
  useEffect(() => {
    const active = items[activeIndex];
    const activeId = active === undefined || isGroup(active) ? null : active.id;
    useRegisterMemory.setState({ activeKey, activeId });
  }, [activeKey, items, activeIndex]);

  const open = (id: string) => navigate(`/initiative/${id}/summary`);
  const goTo = (index: number) => {
    const item = items[index];
    if (item === undefined) return;
    setActiveKey(itemKey(item));
    virtualizer.scrollToIndex(index);
  };
  const edited = useCellEdit((state) => state.cell?.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row written into is followed once, not held in view
  useEffect(() => {
    if (edited !== undefined) goTo(items.findIndex((item) => !isGroup(item) && item.id === edited));
  }, [edited]);
  const onKeyDown = useGridKeys({
    grid,
    items,
    activeIndex,
    pageSize: () => Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD_REM * rem) / rowHeight) - 1,
    goTo,
    open,
    scrollSideways: (sign) => scroller.current?.scrollBy({ left: sign * 8 * rem }),
  });

  const itemAt = (event: MouseEvent): RegisterItem | undefined => {
    const element = (event.target as Element).closest<HTMLElement>('tr[data-index]');
    return element === null ? undefined : items[Number(element.dataset.index)];
  };
  const onPointerOver = (event: MouseEvent) => {
    const item = itemAt(event);
    const cell = (event.target as Element).closest<HTMLTableCellElement>('td, th');
    if (item === undefined || cell === null) return;
    const column = made.find((one) => one.column.id === cell.dataset.column);
    const title = isGroup(item)
      ? (cell.getAttribute('aria-label') ?? '')
      : column === undefined
        ? ''
        : cellTitle(column.column.id, item, cell);
    if (title === '') cell.removeAttribute('title');
    else cell.title = title;
  };
  const line = (item: RegisterItem, key: string | number, place: Pick<LineProps, 'index' | 'farTop'>) => {
    const isActive = place.index !== undefined && place.index === activeIndex;
    const props = { ...place, columns: made, currency, isActive, isDiscreet };
    return isGroup(item) ? (
      <GroupRow key={key} group={item} {...props} />
    ) : (
      <RegisterRowView key={key} row={item} isGrouped={isGrouped} {...props} />
    );
  };
  const sortBy = useLatest((column: ColumnId, isAdded: boolean) => onSort(toggleSort(sort, column, isAdded)));

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      data-scrolled={isScrolled || undefined}
      data-narrow={isNarrow || undefined}
      style={
        {
          '--columns': template(made),
          '--head-columns': template(columns),
          '--width': `${width}px`,
          '--row-height': `${rowHeight}px`,
          // What is pinned covers what scrolls under it; nothing may scroll into view behind it.
          scrollPaddingLeft: pinnedWidth,
        } as React.CSSProperties
      }
    >
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles support it */}
      <table
        ref={grid}
        role={isGrouped ? 'treegrid' : 'grid'}
        tabIndex={0}
        aria-label="Register"
        aria-rowcount={items.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={activeIndex >= 0 && activeKey !== null ? lineElementId(activeKey) : undefined}
        className={styles.grid}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.target === grid.current && activeIndex < 0 && items[0]) setActiveKey(itemKey(items[0]));
        }}
        onClick={(event) => {
          const item = itemAt(event);
          if (item === undefined) return;
          setActiveKey(itemKey(item));
          if (isGroup(item)) setCollapsed(item.key, !item.isCollapsed);
          else explainPressed(event.target, item.id);
        }}
        onDoubleClick={(event) => {
          const item = itemAt(event);
          if (item !== undefined && !isGroup(item) && !editByPointer(event.target, item.id, canWrite))
            open(item.id);
        }}
        onPointerOver={onPointerOver}
      >
        <RegisterHeader columns={columns} rem={rem} ids={ids} sort={sort} onSort={sortBy} onOrder={onSort} />
        <tbody
          className={styles.body}
          style={{
            height: virtualizer.getTotalSize(),
            paddingTop: near[0]?.start,
          }}
        >
          {standing.map(({ item, key, index }) => line(item, key, { index, farTop: undefined }))}
          {far === undefined || farItem === undefined
            ? null
            : line(farItem, 'active', { index: far.index, farTop: far.start })}
        </tbody>
      </table>
      <CellPopover />
      {nothing === null ? null : <div className={styles.nothing}>{nothing}</div>}
    </div>
  );
}

/** A function that stays the same and always does what the latest one given does. */
function useLatest<Args extends readonly unknown[]>(work: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  return useCallback((...args: Args) => latest.current(...args), []);
}
