import { IconChevronRight } from '@tabler/icons-react';
import { memo, useId } from 'react';
import { formatMonth } from '#shared/domain/calendar.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { useDiscreet } from '../../../components/money-words.ts';
import { EditCell } from './edit-cell.tsx';
import { cellText } from './grid-format.ts';
import { BOUND_NAMES, type EditRow, isExpected, isMoney } from './grid-model.ts';
import { cellLabel, type EvidenceGrade } from './grid-words.ts';
import type { GridWords } from './layers.ts';
import { drawnColumns } from './use-column-window.ts';
import styles from './value-grid.module.css';
import { lockOf, rowName, type Sheet } from './write-cells.ts';

/** From the first to the last column of something in a row. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

export interface GridLineProps {
  readonly row: EditRow;
  readonly index: number;
  /** Counted from 1 over every row of the grid, heads and totals too. */
  readonly ariaRow: number;
  /** Values by month. */
  readonly cells: readonly (number | null)[];
  readonly sheet: Sheet;
  readonly words: GridWords;
  readonly showsMinor: boolean;
  readonly isFirst: boolean;
  readonly grade: EvidenceGrade | null;
  /** Columns: -1 the name, null none. */
  readonly active: number | null;
  readonly isAlone: boolean;
  /** Columns to draw; null = all. */
  readonly shown: Span | null;
  readonly selected: Span | null;
  readonly filling: Span | null;
  readonly handle: number | null;
  /** Columns named in the list of problems, in order, with commas. */
  readonly bad: string;
  readonly restated: ReadonlySet<MonthIndex> | undefined;
  readonly drafts: ReadonlySet<MonthIndex> | undefined;
  readonly editing: string | null;
  readonly problem: { readonly col: number; readonly text: string } | null;
  /** Whether the range of the line is shown; null: it has none in this layer. */
  readonly isOpen: boolean | null;
  readonly on: LineHandlers;
}

/** What a line asks of the grid; the same object all the time. */
export interface LineHandlers {
  readonly editLine: (index: number) => void;
  readonly open: (index: number, isOpen: boolean) => void;
  readonly focusName: (index: number) => void;
  readonly setText: (text: string) => void;
  readonly leaveField: () => void;
}

const within = (span: Span | null, col: number) => span !== null && col >= span.left && col <= span.right;

/** One line of the grid: its name, its months, its sum. Drawn again only when something of it changed. */
export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { row, index, cells, sheet, words, showsMinor, active, on } = props;
  const { months, currency } = sheet;
  // Its texts change with it, and nothing else of the line does.
  useDiscreet();
  const bad = new Set(props.bad === '' ? [] : props.bad.split(',').map(Number));
  const known = cells.filter((value) => value !== null);
  const expected = months.filter((month) => isExpected(row, month)).length;
  return (
    <tr
      className={styles.row}
      aria-rowindex={props.ariaRow}
      data-kind={row.kind === 'line' ? row.line.kind : row.kind}
      data-first={props.isFirst || undefined}
    >
      <LineHead {...props} />
      {drawnColumns(props.shown, active, months.length).map((part) => {
        if ('gap' in part) return <td key={`gap ${part.from}`} colSpan={part.gap} aria-hidden="true" />;
        const { col } = part;
        const month = months[col] as MonthIndex;
        const value = cells[col] ?? null;
        const text = cellText(row, value, currency, showsMinor);
        const isLocked = lockOf(sheet, month) !== null;
        const isActive = active === col;
        return (
          <EditCell
            key={month}
            row={index}
            col={col}
            label={cellLabel({
              row,
              month,
              layer: words.layer,
              text,
              blank: words.blank,
              currency,
              isLocked,
            })}
            text={text}
            isAmount={isMoney(row)}
            isNegative={value !== null && value < 0}
            isExpected={isExpected(row, month)}
            isLocked={isLocked}
            isActive={isActive}
            isSelected={within(props.selected, col) && !(isActive && props.isAlone)}
            isFilling={within(props.filling, col)}
            isBad={bad.has(col)}
            isRestated={props.restated?.has(month) ?? false}
            isDraft={props.drafts?.has(month) ?? false}
            hasHandle={props.handle === col}
            problem={props.problem?.col === col ? props.problem.text : null}
            editing={isActive ? props.editing : null}
            onText={on.setText}
            onLeave={on.leaveField}
          />
        );
      })}
      <td
        className={styles.sum}
        aria-colindex={months.length + 2}
        title={`${known.length} of ${expected} months ${words.filled}, ${formatMonth(months[0] as MonthIndex)} to ${formatMonth(months.at(-1) as MonthIndex)}`}
      >
        {(row.kind === 'line' || row.kind === 'count') && known.length > 0
          ? cellText(
              row,
              known.reduce((a, b) => a + b, 0),
              currency,
              showsMinor,
            )
          : ''}
      </td>
    </tr>
  );
}, isSame);

/** Equal but for the array of values, which is made anew: it is compared value by value; spans likewise. */
function isSame(a: GridLineProps, b: GridLineProps): boolean {
  for (const key of Object.keys(b) as (keyof GridLineProps)[]) {
    if (Object.is(a[key], b[key])) continue;
    if (key === 'cells') {
      if (a.cells.length !== b.cells.length || a.cells.some((value, i) => value !== b.cells[i])) return false;
    } else if (key === 'selected' || key === 'filling' || key === 'shown') {
      if (a[key]?.left !== b[key]?.left || a[key]?.right !== b[key]?.right) return false;
    } else return false;
  }
  return true;
}

/** The name of a line with its evidence grade. Beside the name, a click selects the whole line. */
function LineHead({ row, index, grade, active, isOpen, on }: GridLineProps) {
  const gradeId = useId();
  const name = rowName(row);
  const head = `${index}:-1`;
  if (row.kind !== 'line') {
    const unit = row.kind === 'reading' ? row.unit : '';
    return (
      <th
        scope="row"
        className={styles.name}
        data-head={head}
        data-place={head}
        data-bound={row.kind === 'bound' || undefined}
        tabIndex={active === -1 ? 0 : -1}
        aria-colindex={1}
        aria-label={name}
      >
        <span className={styles.readingName} title={name}>
          {row.kind === 'bound' ? BOUND_NAMES[row.bound] : name}
          {unit === '' ? null : <span className={styles.unit}>{unit}</span>}
        </span>
      </th>
    );
  }
  return (
    <th
      scope="row"
      className={styles.name}
      data-head={head}
      aria-colindex={1}
      aria-label={name}
      aria-describedby={grade === null ? undefined : gradeId}
    >
      <span className={styles.nameLine}>
        {isOpen === null ? null : (
          <button
            type="button"
            tabIndex={-1}
            className={styles.open}
            aria-expanded={isOpen}
            aria-label={`Range of ${name}`}
            title={`${isOpen ? 'Hide' : 'Show'} P10 and P90 of ${name}`}
            onClick={() => on.open(index, !isOpen)}
          >
            <IconChevronRight size="0.875rem" stroke={1.75} aria-hidden="true" />
          </button>
        )}
        <button
          type="button"
          data-place={head}
          tabIndex={active === -1 ? 0 : -1}
          className={styles.nameButton}
          title={`${name}: edit this line`}
          onFocus={() => on.focusName(index)}
          onClick={() => on.editLine(index)}
        >
          {name}
        </button>
      </span>
      {grade === null ? null : (
        <span id={gradeId} className={styles.grade} title={grade.long}>
          {grade.short}
        </span>
      )}
    </th>
  );
}
