import { useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { navigate } from '../../app/hash-location.ts';
import { type ColumnId, FAR_COLUMN, REGISTER_COLUMNS } from './register-columns.ts';
import { RegisterHeader } from './register-header.tsx';
import { nextRowIndex } from './register-keys.ts';
import { useRegisterMemory } from './register-memory.ts';
import { registerFeatures, registerTableColumns, sortingState } from './register-model.ts';
import { toggleSort } from './register-order.ts';
import type { SortKey } from './register-query.ts';
import { RegisterRowView, rowElementId } from './register-row.tsx';
import styles from './register-table.module.css';
import { useRem } from './use-rem.ts';
import { useSideways } from './use-sideways.ts';

const ROW_REM = 2;
const HEAD_REM = 2.25;

const TEMPLATE = REGISTER_COLUMNS.map((c) =>
  c.growth > 0 ? `minmax(${c.width}rem, ${c.growth}fr)` : `${c.width}rem`,
).join(' ');
const MIN_WIDTH = `${REGISTER_COLUMNS.reduce((sum, c) => sum + c.width, 0)}rem`;

interface RegisterTableProps {
  readonly rows: readonly RegisterRow[];
  readonly currency: string;
  readonly sort: readonly SortKey[];
  readonly onSort: (sort: readonly SortKey[]) => void;
}

/** rem: where the columns begin that a small screen shows only after scrolling. */
const FAR_START = REGISTER_COLUMNS.slice(0, FAR_COLUMN).reduce((sum, c) => sum + c.width, 0);

/** The register as a grid: only rows in view exist, header and name column stay, the keyboard moves an active row. */
export function RegisterTable({ rows, currency, sort, onSort }: RegisterTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const rem = useRem();
  const [activeId, setActiveId] = useState(() => useRegisterMemory.getState().activeId);

  const sorting = useMemo(() => sortingState(sort), [sort]);
  const table = useTable({
    features: registerFeatures,
    columns: registerTableColumns,
    data: rows as RegisterRow[],
    getRowId: (row) => row.id,
    state: { sorting },
    onSortingChange: ignoreUpdate,
  });
  const ordered = table.getRowModel().rows;

  const activeIndex = useMemo(
    () => (activeId === null ? -1 : ordered.findIndex((row) => row.id === activeId)),
    [ordered, activeId],
  );
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      // The active row always exists, or aria-activedescendant would point at nothing.
      if (activeIndex >= 0 && !indexes.includes(activeIndex)) indexes.push(activeIndex);
      return indexes.sort((a, b) => a - b);
    },
    [activeIndex],
  );
  const rowHeight = ROW_REM * rem;
  const virtualizer = useVirtualizer({
    count: ordered.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollPaddingStart: HEAD_REM * rem,
    // One row each way: each more costs every sort and filter a part of a frame, and scrolling stays whole with one.
    overscan: 1,
    rangeExtractor,
    initialOffset: () => useRegisterMemory.getState().scrollTop,
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text size is the reason to measure again
  useEffect(() => virtualizer.measure(), [rowHeight]);
  useEffect(() => useRegisterMemory.setState({ activeId }), [activeId]);
  const { isScrolled, showsFar } = useSideways(scroller, FAR_START * rem);

  const open = (id: string) => navigate(`/initiative/${id}/summary`);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== grid.current || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && activeIndex >= 0 && activeId !== null) {
      event.preventDefault();
      open(activeId);
      return;
    }
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      scroller.current?.scrollBy({ left: (event.key === 'ArrowLeft' ? -8 : 8) * rem });
      return;
    }
    const visible = Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD_REM * rem) / rowHeight) - 1;
    const next = nextRowIndex(event.key, activeIndex, ordered.length, visible);
    if (next === undefined) return;
    event.preventDefault();
    setActiveId(ordered[next]?.id ?? null);
    virtualizer.scrollToIndex(next);
  };

  const rowAt = (event: MouseEvent): RegisterRow | undefined => {
    const element = (event.target as Element).closest<HTMLElement>('tr[data-index]');
    return element === null ? undefined : ordered[Number(element.dataset.index)]?.original;
  };

  return (
    <div ref={scroller} className={styles.scroller} data-scrolled={isScrolled || undefined}>
      <table
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table one moves in; ARIA allows it
        role="grid"
        tabIndex={0}
        aria-label="Register"
        aria-rowcount={ordered.length + 1}
        aria-colcount={REGISTER_COLUMNS.length}
        aria-activedescendant={activeIndex >= 0 && activeId !== null ? rowElementId(activeId) : undefined}
        className={styles.grid}
        style={{ '--columns': TEMPLATE, '--min-width': MIN_WIDTH } as React.CSSProperties}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.target === grid.current && activeIndex < 0) setActiveId(ordered[0]?.id ?? null);
        }}
        onClick={(event) => {
          const row = rowAt(event);
          if (row) setActiveId(row.id);
        }}
        onDoubleClick={(event) => {
          const row = rowAt(event);
          if (row) open(row.id);
        }}
      >
        <RegisterHeader
          sort={sort}
          onSort={(column: ColumnId, isAdded) => onSort(toggleSort(sort, column, isAdded))}
        />
        <tbody className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = ordered[item.index];
            return row === undefined ? null : (
              <RegisterRowView
                // By place, not by initiative: sorting then fills the rows there are instead of making new ones.
                key={item.index}
                row={row.original}
                index={item.index}
                top={item.start}
                currency={currency}
                isActive={row.id === activeId}
                showsFar={showsFar}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The order is ours to change (see {@link toggleSort}); the table only applies it. */
function ignoreUpdate() {}
