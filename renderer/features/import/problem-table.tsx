import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ImportOptions, ImportProblem } from '#shared/api/schemas/intake.ts';
import type { ImportChange } from './import-options.ts';
import { moveFocus, problemKey } from './problem-list.ts';
import { ProblemRow } from './problem-row.tsx';
import styles from './problem-table.module.css';

/** Height of a row before it is measured, in px, and rows a page key moves by, height of the head in px. */
const ROW_HEIGHT = 52;
const PAGE = 8;
const HEAD_HEIGHT = 28;
const MOVES = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']);

interface ProblemTableProps {
  readonly problems: readonly ImportProblem[];
  readonly options: ImportOptions;
  readonly change: (change: ImportChange) => void;
}

/** The problem list. Only rows in view are in the page; arrow keys walk the rows, Tab reaches the buttons of one. */
export function ProblemTable({ problems, options, change }: ProblemTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [editing, setEditing] = useState<string | null>(null);
  /** Set by a key, so that focus follows once the row is in the page; scrolling by hand moves no focus. */
  const isFocusDue = useRef(false);
  const at = Math.min(active, problems.length - 1);

  const virtual = useVirtualizer({
    count: problems.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    // The head is sticky over the rows: a row scrolled to must not hide under it.
    scrollPaddingStart: HEAD_HEIGHT,
    getItemKey: (index) => {
      const problem = problems[index];
      return problem ? `${index}:${problemKey(problem)}` : index;
    },
  });

  useEffect(() => {
    if (!isFocusDue.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${at}"]`);
    if (!row) return;
    isFocusDue.current = false;
    row.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const isInField = event.target instanceof HTMLTextAreaElement;
    if (isInField || !MOVES.has(event.key)) return;
    event.preventDefault();
    const to = moveFocus(event.key, at, problems.length, PAGE);
    isFocusDue.current = true;
    setActive(to);
    virtual.scrollToIndex(to, { align: 'auto' });
  };

  const endEdit = () => {
    setEditing(null);
    isFocusDue.current = true;
  };

  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys walk the rows, which take the focus
    <div ref={scroller} className={styles.scroll} onKeyDown={onKeyDown}>
      <table className={styles.table} aria-label="Problems" aria-rowcount={problems.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={styles.where}>
              Row
            </th>
            <th scope="col">Column and cell</th>
            <th scope="col">What is wrong, and what to do</th>
            <th scope="col">
              <span className="visually-hidden">Put it right</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <Spacer height={before} />
          {items.map((item) => {
            const problem = problems[item.index];
            if (!problem) return null;
            return (
              <ProblemRow
                key={item.key}
                ref={virtual.measureElement}
                index={item.index}
                problem={problem}
                isActive={item.index === at}
                isEditing={editing === problemKey(problem)}
                isIncluded={options.includeRows?.includes(problem.row) ?? false}
                onActivate={() => setActive(item.index)}
                onEdit={() => setEditing(problemKey(problem))}
                onEndEdit={endEdit}
                change={change}
              />
            );
          })}
          <Spacer height={after} />
        </tbody>
      </table>
    </div>
  );
}

/** Room of the rows that are not in the page, so that the scroll bar tells the truth. */
function Spacer({ height }: { readonly height: number }) {
  if (height <= 0) return null;
  return (
    <tr>
      <td colSpan={4} className={styles.spacer} style={{ height }} />
    </tr>
  );
}
