import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import { monthOf } from '#shared/domain/calendar.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { announceDone } from '../../../app/undo.ts';
import { useCommand } from '../../../app/use-call.ts';
import { formatMonthName } from '../../../components/dates.ts';
import { WriteArea } from '../../../components/write-area.tsx';
import { COUNT_KINDS, cellValues, closableMonths, gridRows, restatedCells, valueAt } from './grid-model.ts';
import { GridPanel } from './grid-panel.tsx';
import type { LayerProps } from './layer-props.ts';
import { RestateDialog } from './restate-dialog.tsx';
import { useCellWriter } from './use-cell-writer.ts';
import { changesOf } from './write-cells.ts';

/** What was measured: amounts, the reading of the metric, units done. Closing a month makes its figures count. */
export function ActualLayer({ detail, layerSwitch, memory }: LayerProps) {
  const { initiative, lines } = detail;
  const asOf = monthOf(detail.asOf);
  const [refusal, setRefusal] = useState<MonthRefusal | null>(null);
  const writer = useCellWriter(initiative.id);
  const [restating, setRestating] = useState<{ readonly initial?: MonthIndex | undefined } | null>(null);
  const close = useCommand('closeMonths');
  const reopen = useCommand('reopenMonths');
  const closed = useMemo(() => new Set(detail.closedMonths), [detail.closedMonths]);
  const rows = useMemo(
    () => gridRows(lines, { name: initiative.metricName, unit: initiative.metricUnit }, COUNT_KINDS),
    [lines, initiative.metricName, initiative.metricUnit],
  );
  const values = useMemo(
    () => cellValues(detail.values, detail.readings, writer.pending, detail.unitCounts),
    [detail.values, detail.readings, writer.pending, detail.unitCounts],
  );

  const setClosed = async (which: readonly MonthIndex[], isClosing: boolean) => {
    setRefusal(null);
    const command = isClosing ? close : reopen;
    const result = await command.run({ initiativeId: initiative.id, months: [...which] });
    if (!result.ok)
      return setRefusal({ error: result.error, restatable: restatableAfter(result.error, which, isClosing) });
    announceDone(`${isClosing ? 'Closed' : 'Reopened'} ${monthList(which)}`);
  };

  const restatedMonths = useMemo(
    () => new Set(detail.restatements.map((one) => one.month)),
    [detail.restatements],
  );
  const restated = useMemo(() => restatedCells(detail.restatements), [detail.restatements]);
  const restatable = useMemo(() => [...closed].sort((a, b) => b - a), [closed]);

  return (
    <>
      <GridPanel
        detail={detail}
        layer="actual"
        layerSwitch={layerSwitch}
        memory={memory}
        restatedMonths={restatedMonths}
        restated={restated}
        wayOut={(months) =>
          months[0] === undefined ? null : (
            <WriteArea>
              <Button onClick={() => setRestating({ initial: months[0] })}>
                Restate {formatMonthName(months[0])}…
              </Button>
            </WriteArea>
          )
        }
        rows={rows}
        values={values}
        closed={closed}
        actions={(months) => {
          const closable = closableMonths(lines, values, months, closed, asOf);
          return (
            <WriteArea>
              {closable.length > 1 ? (
                <Button loading={close.isRunning} onClick={() => void setClosed(closable, true)}>
                  Close {closable.length} measured months
                </Button>
              ) : null}
              {restatable.length > 0 ? (
                <Button onClick={() => setRestating({})}>Restate a month…</Button>
              ) : null}
            </WriteArea>
          );
        }}
        remark={
          lines.length === 0
            ? 'Nothing is recorded yet. Add a line for each thing it costs and each thing it brings, write the amounts by month, and close a month when it is complete: only closed months count.'
            : undefined
        }
        error={writer.error ?? refusal?.error ?? null}
        errorActions={
          writer.error === null && refusal?.restatable !== undefined ? (
            <WriteArea>
              <Button
                onClick={() => {
                  setRestating({ initial: refusal.restatable });
                  setRefusal(null);
                }}
              >
                Restate {formatMonthName(refusal.restatable)}…
              </Button>
            </WriteArea>
          ) : null
        }
        onDismiss={() => {
          writer.dismissError();
          setRefusal(null);
        }}
        onWrites={(writes) => {
          void writer.write(
            writes,
            changesOf(writes, ({ row, month }) => valueAt(values, row, month)),
          );
          return [];
        }}
        onToggleMonth={(month) => void setClosed([month], !closed.has(month))}
      />
      {restating ? (
        <RestateDialog
          detail={detail}
          months={restatable}
          initial={restating.initial}
          onClose={() => setRestating(null)}
        />
      ) : null}
    </>
  );
}

/** Why months were not closed or reopened, with the month that can be restated instead. */
interface MonthRefusal {
  readonly error: ApiError;
  readonly restatable: MonthIndex | undefined;
}

/** The month to restate when it may not be reopened; undefined after any other failure. */
function restatableAfter(
  { code }: ApiError,
  [month]: readonly MonthIndex[],
  isClosing: boolean,
): MonthIndex | undefined {
  return !isClosing && code === 'conflict' ? month : undefined;
}

/** "March 2026", or how many: an announcement is one line. */
function monthList(months: readonly MonthIndex[]): string {
  const [only] = months;
  return months.length === 1 && only !== undefined ? formatMonthName(only) : `${months.length} months`;
}
