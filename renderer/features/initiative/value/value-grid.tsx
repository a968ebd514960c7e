import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ValueLine } from '#shared/domain/initiative.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { AnchoredExplanation } from '../../../components/anchored-explanation.tsx';
import { ExplanationCard } from '../../../components/explanation-card.tsx';
import { columnWidths } from './column-widths.ts';
import { type Block, isIn } from './grid-cursor.ts';
import { GridLine, type LineHandlers, type Span } from './grid-line.tsx';
import {
  type CellValues,
  type ClaimShare,
  type GridRow,
  rowKey,
  TOTAL_KINDS,
  totalOf,
  valueAt,
} from './grid-model.ts';
import type { PlacedSelection } from './grid-selection.ts';
import type { EvidenceGrade } from './grid-words.ts';
import type { GridWords } from './layers.ts';
import { type MonthHandlers, MonthHeader, monthState } from './month-header.tsx';
import { StatusLine } from './status-line.tsx';
import { isTotalKind, TOTAL_NAMES, type TotalPlace, totalExplanation } from './total-explanation.ts';
import { TotalRow } from './total-row.tsx';
import { useColumnWindow } from './use-column-window.ts';
import { type GridActions, useGridControl } from './use-grid-control.ts';
import { useStableHandlers } from './use-stable-handlers.ts';
import styles from './value-grid.module.css';
import type { Sheet } from './write-cells.ts';

/** Where the selection is kept while the grid is not on the screen: in another layer, or behind a message. */
export interface SelectionMemory {
  selection: PlacedSelection | null;
}

/** What is to be told of single cells, by row key. */
export interface CellMarks {
  /** Named in the list of problems: columns. */
  readonly bad: ReadonlyMap<string, readonly number[]>;
  /** Corrected after their month was closed. */
  readonly restated: ReadonlyMap<string, ReadonlySet<MonthIndex>>;
  /** Not kept yet. */
  readonly drafts: ReadonlyMap<string, ReadonlySet<MonthIndex>>;
}

interface ValueGridProps {
  readonly rows: readonly GridRow[];
  readonly lines: readonly ValueLine[];
  readonly values: CellValues;
  readonly sheet: Sheet;
  readonly asOf: MonthIndex;
  readonly showsMinor: boolean;
  readonly actions: GridActions & {
    readonly onLine: (line: ValueLine) => void;
    readonly onAddLine: (kind: ValueLine['kind']) => void;
    /** null: the layer is not closed month by month. */
    readonly onToggleMonth: ((month: MonthIndex) => void) | null;
  };
  readonly words: GridWords;
  /** How much of an outcome is claimed, by the policy in force. */
  readonly share: ClaimShare;
  readonly gradeOf: (line: ValueLine) => EvidenceGrade | null;
  readonly memory: SelectionMemory;
  readonly marks: CellMarks;
  /** Months with a restatement; null: months of this layer have no state. */
  readonly restatedMonths: ReadonlySet<MonthIndex> | null;
  /** Lines whose range is shown, by id; null: the layer has none. */
  readonly opened: ReadonlySet<string> | null;
  /** A cell to go to, counted so that the same one can be asked for again. */
  readonly target: { readonly key: string; readonly month: MonthIndex; readonly turn: number } | null;
}

const spanIn = (block: Block | null | undefined, row: number): Span | null =>
  block && row >= block.top && row <= block.bottom ? { left: block.left, right: block.right } : null;

/**
 * Months across, lines down: a grid one works in like a spreadsheet. Inside, arrows move, also onto the month headers
 * (close, reopen) and the names of the lines (edit the line).
 */
export function ValueGrid(props: ValueGridProps) {
  const { rows, lines, values, sheet, asOf, showsMinor, actions, words, share, memory, marks, target } =
    props;
  const table = useRef<HTMLTableElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [stored, setStored] = useState(memory.selection);
  const { months, closed, currency } = sheet;
  const monthCount = months.length;
  const shown = useColumnWindow(scroller, monthCount);
  const widths = useMemo(
    () => columnWidths(lines, values, months, showsMinor, currency, share),
    [lines, values, months, showsMinor, currency, share],
  );
  const totals = useMemo(
    () =>
      TOTAL_KINDS.map((kind) => ({
        kind,
        perMonth: months.map((month) => totalOf(lines, values, [month], kind, share)),
        sum: totalOf(lines, values, months, kind, share),
      })),
    [lines, values, months, share],
  );
  const cells = useMemo(
    () =>
      rows.map((row) => (row.type === 'edit' ? months.map((month) => valueAt(values, row.row, month)) : [])),
    [rows, months, values],
  );
  const control = useGridControl({
    table,
    sheet,
    values,
    actions,
    store: {
      current: stored,
      set: (selection) => {
        memory.selection = selection;
        setStored(selection);
      },
    },
  });
  const { selection, block, editing, filling } = control;
  const { active } = selection;
  const isAlone = block.top === block.bottom && block.left === block.right;

  // The latest months are what one comes for, at the right; or where one was. Another number of months begins anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of months is what it answers to
  useEffect(() => {
    const here =
      memory.selection === null ? null : table.current?.querySelector('[tabindex="0"][data-place]');
    if (here) here.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    else scroller.current?.scrollTo({ left: scroller.current.scrollWidth });
  }, [memory, monthCount]);

  const [explained, setExplained] = useState<(TotalPlace & { readonly element: HTMLElement }) | null>(null);
  const closeExplained = useCallback(() => setExplained(null), []);
  const explain = (target: EventTarget) => {
    const element = (target as Element).closest<HTMLElement>('[data-total]');
    const kind = element?.dataset.total;
    if (element === null || !isTotalKind(kind)) return setExplained(null);
    const col = element.dataset.col;
    const month = col === undefined ? undefined : months[Number(col)];
    setExplained({ kind, months: month === undefined ? months : [month], element });
  };

  const goTo = useRef(control.choose);
  goTo.current = control.choose;
  const keys = useRef(sheet);
  keys.current = sheet;
  useEffect(() => {
    if (target === null) return;
    const row = keys.current.rows.findIndex((one) => rowKey(one) === target.key);
    const col = keys.current.months.indexOf(target.month);
    if (row < 0 || col < 0) return;
    const place = { row, col };
    goTo.current({ active: place, from: place, to: place });
  }, [target]);

  const on = useStableHandlers<LineHandlers & MonthHandlers>({
    editLine: (index) => {
      const row = sheet.rows[index];
      if (row?.kind === 'line') actions.onLine(row.line);
    },
    open: (index, isOpen) => actions.onOpen?.(index, isOpen),
    focusName: (index) => control.select({ row: index, col: -1 }),
    setText: control.setText,
    leaveField: control.commitInPlace,
    focusMonth: (col) => control.select({ row: -1, col }),
    toggleMonth: (month) => actions.onToggleMonth?.(month),
  });
  const firstOutcome = rows.findIndex(
    (row) =>
      (row.type === 'edit' && row.row.kind === 'line' && row.row.line.kind === 'outcome') ||
      (row.type === 'add' && row.kind === 'outcome'),
  );

  return (
    <>
      <div ref={scroller} className={styles.scroller} style={widths}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table one writes in; ARIA allows it
          role="grid"
          aria-label={words.label}
          aria-multiselectable="true"
          aria-rowcount={rows.length + 1}
          aria-colcount={months.length + 2}
          className={styles.grid}
          onKeyDown={control.onKeyDown}
          onClick={(event) => explain(event.target)}
          onCopy={control.onCopy}
          onCut={control.onCut}
          onPaste={control.onPaste}
          onPointerDown={control.onPointerDown}
          onPointerOver={control.onPointerOver}
          onDoubleClick={control.onDoubleClick}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th className={styles.corner} scope="col" aria-colindex={1}>
                {currency}
              </th>
              {months.map((month, col) => (
                <MonthHeader
                  key={month}
                  month={month}
                  col={col}
                  state={
                    props.restatedMonths === null
                      ? null
                      : monthState(month, closed, props.restatedMonths, asOf)
                  }
                  isFuture={month > asOf}
                  isCurrent={active.row === -1 && active.col === col}
                  isSelected={isIn({ ...block, top: 0 }, { row: 0, col })}
                  canToggle={actions.onToggleMonth !== null}
                  on={on}
                />
              ))}
              <th className={styles.sumHead} scope="col" aria-colindex={months.length + 2}>
                Sum
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => {
              if (row.type === 'add') {
                return (
                  <tr key={`add-${row.kind}`} className={styles.addRow} aria-rowindex={place + 2}>
                    <td colSpan={months.length + 2}>
                      <button
                        type="button"
                        className={styles.add}
                        onClick={() => actions.onAddLine(row.kind)}
                      >
                        Add {row.kind} line
                      </button>
                    </td>
                  </tr>
                );
              }
              if (row.type === 'total') {
                const total = totals.find((one) => one.kind === row.total);
                return total === undefined ? null : (
                  <TotalRow
                    key={row.total}
                    kind={row.total}
                    ariaRow={place + 2}
                    name={TOTAL_NAMES[row.total]}
                    perMonth={total.perMonth}
                    sum={total.sum}
                    months={months}
                    shown={shown}
                    currency={currency}
                    showsMinor={showsMinor}
                    filledWord={words.filled}
                  />
                );
              }
              const { index } = row;
              const key = rowKey(row.row);
              const isActive = active.row === index;
              const { problem } = control;
              return (
                <GridLine
                  key={key}
                  row={row.row}
                  index={index}
                  ariaRow={place + 2}
                  cells={cells[place] ?? []}
                  sheet={sheet}
                  words={words}
                  showsMinor={showsMinor}
                  isFirst={place === firstOutcome}
                  grade={row.row.kind === 'line' ? props.gradeOf(row.row.line) : null}
                  active={isActive ? active.col : null}
                  isAlone={isAlone}
                  shown={shown}
                  selected={spanIn(block, index)}
                  filling={spanIn(filling?.target, index)}
                  handle={sheet.readOnly === undefined && block.bottom === index ? block.right : null}
                  bad={(marks.bad.get(key) ?? []).join(',')}
                  restated={marks.restated.get(key)}
                  drafts={marks.drafts.get(key)}
                  editing={isActive && editing !== null ? editing.text : null}
                  problem={
                    problem?.place.row === index ? { col: problem.place.col, text: problem.text } : null
                  }
                  isOpen={
                    props.opened === null || row.row.kind !== 'line'
                      ? null
                      : props.opened.has(row.row.line.id)
                  }
                  on={on}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      {explained === null ? null : (
        <AnchoredExplanation
          key={`${explained.kind} ${explained.months.join()}`}
          element={explained.element}
          onClose={closeExplained}
        >
          {(titleId) => (
            <ExplanationCard
              titleId={titleId}
              figure={totalExplanation(explained, { lines, values, share, currency, words })}
              onLeave={closeExplained}
            />
          )}
        </AnchoredExplanation>
      )}
      <StatusLine sheet={sheet} block={block} values={values} words={words} />
    </>
  );
}
