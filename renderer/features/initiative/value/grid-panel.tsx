import { Button, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { addMonths, monthOf } from '#shared/domain/calendar.ts';
import type { OutcomeLine, ValueLine } from '#shared/domain/initiative.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { claimedShare } from '#shared/finance/claimed-share.ts';
import { useCall } from '../../../app/use-call.ts';
import { useWritingOff } from '../../../app/use-writing-off.ts';
import { formatMonthSpan } from '../../../components/dates.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Panel } from '../../../components/panel.tsx';
import { WriteArea } from '../../../components/write-area.tsx';
import { hasMinorPart } from './grid-format.ts';
import { GridHelp } from './grid-help.tsx';
import { type CellValues, editRows, type GridRow, monthWindow, rowKey } from './grid-model.ts';
import { type GridMemory, SPANS, windowEnd } from './grid-window.ts';
import { evidenceGrade } from './grid-words.ts';
import { LAYER_WORDS, type ValueLayer } from './layers.ts';
import { LineDialog, type LineTarget } from './line-dialog.tsx';
import { ProblemList } from './problem-list.tsx';
import { type CellMarks, ValueGrid } from './value-grid.tsx';
import styles from './value-tab.module.css';
import { type CellProblem, type CellWrite, cellName, type Sheet } from './write-cells.ts';

interface GridPanelProps {
  readonly detail: InitiativeDetail;
  readonly layer: ValueLayer;
  readonly layerSwitch: ReactNode;
  readonly memory: GridMemory;
  readonly rows: readonly GridRow[];
  readonly values: CellValues;
  /** Months that may not be written. */
  readonly closed: ReadonlySet<MonthIndex>;
  readonly readOnly?: string | undefined;
  /** What can be done in this layer with the months shown; stands left of the window. */
  readonly actions?: (months: readonly MonthIndex[]) => ReactNode;
  /** A remark above the grid. */
  readonly remark?: ReactNode;
  readonly error: ApiError | null;
  /** What can be done about the error, beside putting it away. */
  readonly errorActions?: ReactNode;
  readonly onDismiss: () => void;
  /** Keeps what was written; or answers why not, and keeps nothing. */
  readonly onWrites: (writes: readonly CellWrite[]) => readonly CellProblem[];
  readonly onToggleMonth: ((month: MonthIndex) => void) | null;
  /** What can be done about closed months that were to be written. */
  readonly wayOut?: (closed: readonly MonthIndex[]) => ReactNode;
  /** Months with a restatement; null: months of this layer have no state. */
  readonly restatedMonths: ReadonlySet<MonthIndex> | null;
  readonly restated?: CellMarks['restated'];
  readonly drafts?: CellMarks['drafts'];
  /** Lines whose range is shown, by id, and how to show it. */
  readonly ranges?: {
    readonly opened: ReadonlySet<string>;
    readonly onOpen: (lineId: string, isOpen: boolean) => void;
  };
}

/** A problem with where it is, which holds when lines and months move. */
interface PlacedProblem extends CellProblem {
  readonly cell: string | null;
  readonly key: string | null;
  readonly month: MonthIndex | null;
}

const NO_MARKS: ReadonlyMap<string, ReadonlySet<MonthIndex>> = new Map();

/** The grid of one layer with everything around it: window of months, what failed, keys, the dialog of a line. */
export function GridPanel(props: GridPanelProps) {
  const { detail, layer, layerSwitch, values, closed, actions, error, onDismiss, memory, ranges } = props;
  const writingOff = useWritingOff();
  const readOnly = writingOff ?? props.readOnly;
  const rows = useMemo(
    () => (writingOff === null ? props.rows : props.rows.filter((row) => row.type !== 'add')),
    [writingOff, props.rows],
  );
  const { lines, currency } = detail;
  const asOf = monthOf(detail.asOf);
  const [end, showEnd] = useState<MonthIndex>(() => windowEnd(memory, layer, asOf));
  const [span, showSpan] = useState<number>(memory.span);
  const setEnd = (month: MonthIndex) => {
    memory.ends.set(layer, month);
    showEnd(month);
  };
  const [problems, setProblems] = useState<readonly PlacedProblem[]>([]);
  const [shown, setShown] = useState<{ key: string; month: MonthIndex; turn: number } | null>(null);
  const [target, setTarget] = useState<LineTarget | null>(null);
  const months = useMemo(() => monthWindow(end, span), [end, span]);
  const sheet: Sheet = useMemo(
    () => ({ rows: editRows(rows), months, closed, currency, readOnly }),
    [rows, months, closed, currency, readOnly],
  );
  const policy = useCall('getPolicy', {}).data?.policy ?? DEFAULT_POLICY;
  const share = useCallback((line: OutcomeLine) => claimedShare(line, policy), [policy]);
  const grades = useMemo(
    () => new Map(lines.map((line) => [line.id, evidenceGrade(line, policy)])),
    [lines, policy],
  );
  const showsMinor = useMemo(() => {
    const amounts = lines.flatMap((line) => months.map((month) => values.amount(line.id, month)));
    return hasMinorPart(
      amounts.filter((amount) => amount !== null),
      currency,
    );
  }, [lines, months, values, currency]);
  const marks = useMemo<CellMarks>(() => {
    const bad = new Map<string, number[]>();
    for (const { key, month } of problems) {
      if (key === null || month === null || !months.includes(month)) continue;
      bad.set(key, [...(bad.get(key) ?? []), months.indexOf(month)]);
    }
    return { bad, restated: props.restated ?? NO_MARKS, drafts: props.drafts ?? NO_MARKS };
  }, [problems, months, props.restated, props.drafts]);

  const say = (found: readonly CellProblem[]) =>
    setProblems(
      found.map((problem) => {
        const row = problem.place === null ? undefined : sheet.rows[problem.place.row];
        const month = problem.place === null ? undefined : sheet.months[problem.place.col];
        return {
          ...problem,
          cell: problem.place === null ? null : cellName(sheet, problem.place),
          key: row === undefined ? null : rowKey(row),
          month: month ?? null,
        };
      }),
    );
  const show = ({ key, month }: PlacedProblem) => {
    if (key === null || month === null) return;
    if (!months.includes(month)) setEnd(month > end ? month : addMonths(month, span - 1));
    setShown((was) => ({ key, month, turn: (was?.turn ?? 0) + 1 }));
  };
  const closedInTheWay = [...new Set(problems.flatMap((problem) => problem.closed ?? []))];

  return (
    <Panel
      title="Cost and outcome by month"
      isPadded={false}
      aside={
        <div className={styles.window}>
          {actions?.(months)}
          {layerSwitch}
          <div className={styles.pager}>
            <NativeSelect
              aria-label="Months shown"
              value={String(span)}
              data={SPANS.map((count) => ({ value: String(count), label: `${count} months` }))}
              onChange={(event) => {
                memory.span = Number(event.currentTarget.value);
                showSpan(memory.span);
              }}
            />
            <Button aria-label="Earlier months" onClick={() => setEnd(addMonths(end, -span))}>
              <IconChevronLeft size="1rem" stroke={1.5} aria-hidden="true" />
            </Button>
            <span className={styles.span}>{formatMonthSpan(months)}</span>
            <Button
              aria-label="Later months"
              disabled={end >= addMonths(asOf, 36)}
              onClick={() => setEnd(addMonths(end, span))}
            >
              <IconChevronRight size="1rem" stroke={1.5} aria-hidden="true" />
            </Button>
          </div>
        </div>
      }
    >
      {error ? (
        <div className={styles.notice}>
          <ErrorNotice
            error={error}
            actions={
              <>
                {props.errorActions}
                <Button onClick={onDismiss}>Dismiss</Button>
              </>
            }
          />
        </div>
      ) : null}
      {problems.length > 0 ? (
        <ProblemList
          problems={problems.map((problem) => ({
            cell: problem.cell,
            text: problem.text,
            onShow: () => show(problem),
          }))}
          actions={closedInTheWay.length > 0 ? props.wayOut?.(closedInTheWay) : null}
          onDismiss={() => setProblems([])}
        />
      ) : null}
      {props.remark === undefined ? null : <div className={styles.begin}>{props.remark}</div>}
      <WriteArea>
        <ValueGrid
          rows={rows}
          lines={lines}
          values={values}
          sheet={sheet}
          asOf={asOf}
          showsMinor={showsMinor}
          words={LAYER_WORDS[layer]}
          share={share}
          gradeOf={(line: ValueLine) => grades.get(line.id) ?? null}
          memory={memory}
          marks={marks}
          restatedMonths={props.restatedMonths}
          opened={ranges?.opened ?? null}
          target={shown}
          actions={{
            onWrites: (writes) => {
              const against = props.onWrites(writes);
              if (against.length > 0) say(against);
            },
            onProblems: say,
            onLine: (line: ValueLine) => setTarget({ mode: 'edit', line }),
            onAddLine: (kind) => setTarget({ mode: 'add', kind }),
            onToggleMonth: props.onToggleMonth,
            onOpen:
              ranges &&
              ((row, isOpen) => {
                const at = sheet.rows[row];
                if (at?.kind === 'line' || at?.kind === 'bound') ranges.onOpen(at.line.id, isOpen);
              }),
          }}
        />
      </WriteArea>
      <GridHelp layer={layer} isReadOnly={readOnly !== undefined} />
      <LineDialog
        target={target}
        initiativeId={detail.initiative.id}
        currency={currency}
        measuredMonths={
          target?.mode === 'edit'
            ? detail.values.filter((value) => value.lineId === target.line.id).length
            : 0
        }
        onClose={() => setTarget(null)}
      />
    </Panel>
  );
}
