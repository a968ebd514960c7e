import { Button, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { addMonths, monthOf } from '#shared/domain/calendar.ts';
import type { ValueLine } from '#shared/domain/initiative.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { announceDone } from '../../../app/undo.ts';
import { useCommand } from '../../../app/use-call.ts';
import { formatMonthName, formatMonthSpan } from '../../../components/dates.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Kbd } from '../../../components/kbd.tsx';
import { Panel } from '../../../components/panel.tsx';
import { hasMinorPart } from './grid-format.ts';
import { cellValues, closableMonths, editRows, gridRows, monthWindow, valueAt } from './grid-model.ts';
import { LineDialog, type LineTarget } from './line-dialog.tsx';
import { useCellWriter } from './use-cell-writer.ts';
import { ValueGrid } from './value-grid.tsx';
import styles from './value-tab.module.css';
import { type CellProblem, changesOf, problemLines, type Sheet } from './write-cells.ts';

const SPANS = [6, 12, 18, 24, 36] as const;

/** Cost and outcome by month, written like a spreadsheet. Closing a month makes its figures count. */
export function ValueTab({ detail }: { readonly detail: InitiativeDetail }) {
  const { initiative, lines, currency } = detail;
  const asOf = monthOf(detail.asOf);
  const [end, setEnd] = useState<MonthIndex>(asOf);
  const [span, setSpan] = useState<number>(12);
  const [problems, setProblems] = useState<readonly CellProblem[]>([]);
  const [monthError, setMonthError] = useState<ApiError | null>(null);
  const [target, setTarget] = useState<LineTarget | null>(null);
  const writer = useCellWriter(initiative.id);
  const close = useCommand('closeMonths');
  const reopen = useCommand('reopenMonths');

  const months = useMemo(() => monthWindow(end, span), [end, span]);
  const closed = useMemo(() => new Set(detail.closedMonths), [detail.closedMonths]);
  const rows = useMemo(
    () => gridRows(lines, { name: initiative.metricName, unit: initiative.metricUnit }),
    [lines, initiative.metricName, initiative.metricUnit],
  );
  const values = useMemo(
    () => cellValues(detail.values, detail.readings, writer.pending),
    [detail.values, detail.readings, writer.pending],
  );
  const sheet: Sheet = useMemo(
    () => ({ rows: editRows(rows), months, closed, currency }),
    [rows, months, closed, currency],
  );
  const showsMinor = useMemo(
    () =>
      hasMinorPart(
        detail.values.map((value) => value.amount),
        currency,
      ),
    [detail.values, currency],
  );
  const closable = closableMonths(lines, values, months, closed, asOf);

  const setClosed = async (which: readonly MonthIndex[], isClosing: boolean) => {
    setMonthError(null);
    const command = isClosing ? close : reopen;
    const result = await command.run({ initiativeId: initiative.id, months: [...which] });
    if (!result.ok) return setMonthError(result.error);
    announceDone(`${isClosing ? 'Closed' : 'Reopened'} ${monthList(which)}`);
  };

  const error = writer.error ?? monthError;
  return (
    <Panel
      title="Cost and outcome by month"
      isPadded={false}
      aside={
        <div className={styles.window}>
          {closable.length > 1 ? (
            <Button loading={close.isRunning} onClick={() => void setClosed(closable, true)}>
              Close {closable.length} measured months
            </Button>
          ) : null}
          <NativeSelect
            aria-label="Months shown"
            value={String(span)}
            data={SPANS.map((count) => ({ value: String(count), label: `${count} months` }))}
            onChange={(event) => setSpan(Number(event.currentTarget.value))}
          />
          <Button aria-label="Earlier months" onClick={() => setEnd(addMonths(end, -span))}>
            <IconChevronLeft size="1rem" stroke={1.5} aria-hidden="true" />
          </Button>
          <span className={styles.span}>{formatMonthSpan(months)}</span>
          <Button
            aria-label="Later months"
            disabled={end >= addMonths(asOf, 24)}
            onClick={() => setEnd(addMonths(end, span))}
          >
            <IconChevronRight size="1rem" stroke={1.5} aria-hidden="true" />
          </Button>
        </div>
      }
    >
      {error ? (
        <div className={styles.notice}>
          <ErrorNotice
            error={error}
            actions={
              <Button
                onClick={() => {
                  writer.dismissError();
                  setMonthError(null);
                }}
              >
                Dismiss
              </Button>
            }
          />
        </div>
      ) : null}
      {problems.length > 0 ? (
        <div role="alert" className={styles.problems}>
          <p className={styles.problemsTitle}>Nothing was changed.</p>
          <ul>
            {problemLines(sheet, problems).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <Button onClick={() => setProblems([])}>Dismiss</Button>
        </div>
      ) : null}
      {lines.length === 0 ? (
        <p className={styles.begin}>
          Nothing is recorded yet. Add a line for each thing it costs and each thing it brings, write the
          amounts by month, and close a month when it is complete: only closed months count.
        </p>
      ) : null}
      <ValueGrid
        rows={rows}
        lines={lines}
        values={values}
        sheet={sheet}
        asOf={asOf}
        showsMinor={showsMinor}
        actions={{
          onWrites: (writes) =>
            void writer.write(
              writes,
              changesOf(writes, ({ row, month }) => valueAt(values, row, month)),
            ),
          onProblems: setProblems,
          onLine: (line: ValueLine) => setTarget({ mode: 'edit', line }),
          onAddLine: (kind) => setTarget({ mode: 'add', kind }),
          onToggleMonth: (month) => void setClosed([month], !closed.has(month)),
        }}
      />
      <footer className={styles.help}>
        <span>
          <span className="dim">·</span> unmeasured, which is not zero
        </span>
        <span>* some values of the sum are unmeasured</span>
        <span>
          <Kbd>Enter</Kbd> edit <Kbd>=</Kbd> arithmetic <Kbd>Delete</Kbd> unmeasured <Kbd>Ctrl</Kbd>{' '}
          <Kbd>V</Kbd> paste from a spreadsheet <Kbd>Ctrl</Kbd> <Kbd>R</Kbd> fill right
        </span>
      </footer>
      <LineDialog
        target={target}
        initiativeId={initiative.id}
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

/** "March 2026", or how many: an announcement is one line. */
function monthList(months: readonly MonthIndex[]): string {
  const [only] = months;
  return months.length === 1 && only !== undefined ? formatMonthName(only) : `${months.length} months`;
}
