import { Fragment, useEffect, useMemo, useRef } from 'react';
import { formatMonth } from '#shared/domain/calendar.ts';
import type { ValueLine } from '#shared/domain/initiative.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { formatMonthName } from '../../../components/dates.ts';
import { columnWidths } from './column-widths.ts';
import { EditCell } from './edit-cell.tsx';
import { isIn } from './grid-cursor.ts';
import { cellText, editText } from './grid-format.ts';
import {
  type CellValues,
  type ClaimShare,
  editRows,
  type GridRow,
  isExpected,
  rowKey,
  type TotalKind,
  totalOf,
  valueAt,
} from './grid-model.ts';
import { MonthHeader } from './month-header.tsx';
import { TotalRow } from './total-row.tsx';
import { type GridActions, useGridControl } from './use-grid-control.ts';
import styles from './value-grid.module.css';
import { lockOf, rowName, type Sheet } from './write-cells.ts';

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
}

/** What the layer calls itself and its blanks. */
export interface GridWords {
  readonly label: string;
  readonly blank: string;
  readonly filled: string;
}

export const TOTAL_NAMES: Readonly<Record<TotalKind, string>> = {
  cost: 'Cost',
  benefit: 'Claimed benefit',
  net: 'Net value',
};

/**
 * Months across, lines down: a grid one works in like a spreadsheet. One stop for Tab; inside, arrows move, also onto
 * the month headers (close, reopen) and the names of the lines (edit the line).
 */
export function ValueGrid({
  rows,
  lines,
  values,
  sheet,
  asOf,
  showsMinor,
  actions,
  words,
  share,
}: ValueGridProps) {
  const table = useRef<HTMLTableElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const widths = useMemo(
    () => columnWidths(lines, values, sheet.months, showsMinor, sheet.currency, share),
    [lines, values, sheet, showsMinor, share],
  );
  // The latest months are what one comes for; they are at the right.
  useEffect(() => {
    scroller.current?.scrollTo({ left: scroller.current.scrollWidth });
  }, []);
  const edit = useMemo(() => editRows(rows), [rows]);
  const control = useGridControl({ table, sheet, values, actions });
  const { cursor, block, editing } = control;
  const { months, closed, currency } = sheet;
  const firstOutcome = rows.findIndex(
    (row) =>
      (row.type === 'edit' && row.row.kind === 'line' && row.row.line.kind === 'outcome') ||
      (row.type === 'add' && row.kind === 'outcome'),
  );

  return (
    <div ref={scroller} className={styles.scroller} style={widths}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table one writes in; ARIA allows it
        role="grid"
        aria-label={words.label}
        aria-multiselectable="true"
        className={styles.grid}
        onKeyDown={control.onKeyDown}
        onCopy={control.onCopy}
        onCut={control.onCut}
        onPaste={control.onPaste}
      >
        <thead>
          <tr>
            <th className={styles.corner} scope="col">
              {currency}
            </th>
            {months.map((month, col) => (
              <MonthHeader
                key={month}
                month={month}
                col={col}
                isClosed={closed.has(month)}
                isFuture={month > asOf}
                isCurrent={cursor.row === -1 && cursor.col === col}
                onFocus={() => control.select({ row: -1, col })}
                onToggle={actions.onToggleMonth === null ? null : () => actions.onToggleMonth?.(month)}
              />
            ))}
            <th className={styles.sumHead} scope="col">
              Sum
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => {
            if (row.type === 'add') {
              return (
                <tr key={`add-${row.kind}`} className={styles.addRow}>
                  <td colSpan={months.length + 2}>
                    <button type="button" className={styles.add} onClick={() => actions.onAddLine(row.kind)}>
                      Add {row.kind} line
                    </button>
                  </td>
                </tr>
              );
            }
            if (row.type === 'total') {
              return (
                <TotalRow
                  key={row.total}
                  kind={row.total}
                  name={TOTAL_NAMES[row.total]}
                  perMonth={months.map((month) => totalOf(lines, values, [month], row.total, share))}
                  sum={totalOf(lines, values, months, row.total, share)}
                  months={months}
                  currency={currency}
                  showsMinor={showsMinor}
                  filledWord={words.filled}
                />
              );
            }
            const target = edit[row.index];
            if (target === undefined) return null;
            const name = rowName(target);
            const isNameCurrent = cursor.row === row.index && cursor.col === -1;
            const all = months.map((month) => valueAt(values, target, month));
            const known = all.filter((value) => value !== null);
            return (
              <Fragment key={rowKey(target)}>
                <tr
                  className={styles.row}
                  data-kind={target.kind === 'line' ? target.line.kind : target.kind}
                  data-first={place === firstOutcome || undefined}
                >
                  <th scope="row" className={styles.name}>
                    {target.kind === 'line' ? (
                      <button
                        type="button"
                        data-place={`${row.index}:-1`}
                        tabIndex={isNameCurrent ? 0 : -1}
                        className={styles.nameButton}
                        title={`${name}: edit this line`}
                        onFocus={() => control.select({ row: row.index, col: -1 })}
                        onClick={() => actions.onLine(target.line)}
                      >
                        {name}
                      </button>
                    ) : (
                      <span className={styles.readingName} title={name}>
                        {name}
                        {target.kind === 'count' || target.unit === '' ? null : (
                          <span className={styles.unit}>{target.unit}</span>
                        )}
                      </span>
                    )}
                  </th>
                  {months.map((month, col) => {
                    const here = { row: row.index, col };
                    const value = all[col] ?? null;
                    const isCursor = cursor.row === here.row && cursor.col === here.col;
                    return (
                      <EditCell
                        key={month}
                        place={here}
                        label={`${name}, ${formatMonthName(month)}`}
                        text={cellText(target, value, currency, showsMinor)}
                        isNegative={value !== null && value < 0}
                        isExpected={isExpected(target, month)}
                        isClosed={lockOf(sheet, month) !== null}
                        blankWord={words.blank}
                        isCursor={isCursor}
                        isSelected={isIn(block, here) && !isCursor}
                        problem={control.problemAt(here)}
                        editing={isCursor ? editing : null}
                        onPointerDown={control.onPointerDown}
                        onPointerEnter={control.onPointerEnter}
                        onStart={() => control.startEdit(editText(target, value, currency), false)}
                        onText={control.setText}
                        onLeave={control.commitInPlace}
                      />
                    );
                  })}
                  <td
                    className={styles.sum}
                    title={`${known.length} of ${months.filter((m) => isExpected(target, m)).length} months ${words.filled}, ${formatMonth(months[0] as MonthIndex)} to ${formatMonth(months.at(-1) as MonthIndex)}`}
                  >
                    {target.kind !== 'reading' && known.length > 0
                      ? cellText(
                          target,
                          known.reduce((a, b) => a + b, 0),
                          currency,
                          showsMinor,
                        )
                      : ''}
                  </td>
                </tr>
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
