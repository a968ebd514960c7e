import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type ClipboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Block } from '#shared/clipboard/block.ts';
import { readBlock } from '#shared/clipboard/read-block.ts';
import { addMonths } from '#shared/domain/calendar.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { formatMonthName } from '../../components/dates.ts';
import { useRem } from '../register/use-rem.ts';
import type { Draft, MonthState, SheetRow } from './month-model.ts';
import { GroupRow, LineRow } from './month-row.tsx';
import styles from './months.module.css';

const ROW_REM = 2;
const HEAD_REM = 2.25;
/** Lines beyond the edges. */
const OVERSCAN = 4;

interface MonthTableProps {
  readonly rows: readonly SheetRow[];
  readonly month: MonthIndex;
  readonly currency: string;
  /** True: cents are shown, because some amount has any. */
  readonly showsMinor: boolean;
  readonly draft: Draft;
  readonly state: MonthState;
  readonly closing: ReadonlySet<string>;
  /** True: months can be entered now. */
  readonly canWrite: boolean;
  /** True: the month may be closed; a month to come may not. */
  readonly canClose: boolean;
  readonly onText: (lineId: string, text: string | null) => void;
  readonly onClosing: (id: string, isClosing: boolean) => void;
  /** A block was pasted from this line down. */
  readonly onPaste: (block: Block, lineId: string) => void;
}

/** The month as one long column to enter, only the rows in view being there. */
export function MonthTable(props: MonthTableProps) {
  const { rows, month, currency, showsMinor, draft, state, closing, canWrite, canClose } = props;
  const { onText, onClosing, onPaste } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rem = useRem();
  const [focused, setFocused] = useState(-1);
  const wanted = useRef<number | null>(null);
  const rowHeight = ROW_REM * rem;
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      // The field somebody types in stays, however far they scroll.
      if (focused >= 0 && focused < rows.length && !indexes.includes(focused)) indexes.push(focused);
      return indexes.sort((a, b) => a - b);
    },
    [focused, rows.length],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollPaddingStart: HEAD_REM * rem,
    overscan: OVERSCAN,
    rangeExtractor,
  });
  const range = virtualizer.range;
  const lines = virtualizer.getVirtualItems();
  const isFar = (index: number) =>
    range !== null && (index < range.startIndex - OVERSCAN || index > range.endIndex + OVERSCAN);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new text size is the reason to measure again
  useEffect(() => virtualizer.measure(), [rowHeight]);

  // A field that was scrolled to exists only after the next drawing.
  useEffect(() => {
    if (wanted.current === null) return;
    const field = scroller.current?.querySelector<HTMLInputElement>(`input[data-row="${wanted.current}"]`);
    if (!field) return;
    wanted.current = null;
    field.focus({ preventScroll: true });
  });

  const latest = useRef({ rows, virtualizer });
  useEffect(() => {
    latest.current = { rows, virtualizer };
  });
  const onMove = useCallback((index: number, by: 1 | -1) => {
    const now = latest.current;
    const canEnter = (row: SheetRow | undefined) => row?.type === 'line' && !row.initiative.isClosed;
    let next = index + by;
    while (now.rows[next] !== undefined && !canEnter(now.rows[next])) next += by;
    if (now.rows[next] === undefined) return;
    wanted.current = next;
    setFocused(next);
    now.virtualizer.scrollToIndex(next);
  }, []);

  const onPasteHere = (event: ClipboardEvent) => {
    const lineId = (event.target as HTMLElement).dataset.line;
    if (lineId === undefined) return;
    const block = readBlock({
      text: event.clipboardData.getData('text/plain'),
      html: event.clipboardData.getData('text/html'),
    });
    // One cell goes into the text at the caret, as anywhere.
    if (block.rows.length * (block.rows[0]?.length ?? 0) <= 1) return;
    event.preventDefault();
    onPaste(block, lineId);
  };

  return (
    <div ref={scroller} className={styles.scroller}>
      <table
        className={styles.table}
        aria-label={`Amounts of ${formatMonthName(month)}, in ${currency}`}
        aria-rowcount={rows.length + 1}
        onPaste={onPasteHere}
        onFocus={(event) => setFocused(Number((event.target as HTMLElement).dataset.row ?? -1))}
      >
        <thead>
          <tr className={styles.head} aria-rowindex={1}>
            <th scope="col">Initiative and line</th>
            <th scope="col">Plan</th>
            <th scope="col">{formatMonthName(addMonths(month, -1))}</th>
            <th scope="col">{formatMonthName(month)}</th>
            <th scope="col">
              <span className="visually-hidden">Remark</span>
            </th>
          </tr>
        </thead>
        <tbody
          className={styles.body}
          style={{
            height: virtualizer.getTotalSize(),
            paddingTop: lines.find(({ index }) => !isFar(index))?.start,
          }}
        >
          {lines.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const farTop = isFar(item.index) ? item.start : undefined;
            const { initiative } = row;
            if (row.type === 'initiative') {
              const open = state.open.get(initiative.id);
              return (
                <GroupRow
                  key={initiative.id}
                  initiative={initiative}
                  index={item.index}
                  farTop={farTop}
                  unmeasured={open?.unmeasured ?? 0}
                  isClosing={open === undefined || !canWrite || !canClose ? null : closing.has(initiative.id)}
                  onClosing={onClosing}
                />
              );
            }
            return (
              <LineRow
                key={row.line.lineId}
                initiative={initiative}
                line={row.line}
                index={item.index}
                farTop={farTop}
                currency={currency}
                showsMinor={showsMinor}
                text={draft.get(row.line.lineId)}
                canWrite={canWrite}
                onText={onText}
                onMove={onMove}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
