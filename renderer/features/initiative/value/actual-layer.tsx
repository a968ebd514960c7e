import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import { monthOf } from '#shared/domain/calendar.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { announceDone } from '../../../app/undo.ts';
import { useCommand } from '../../../app/use-call.ts';
import { formatMonthName } from '../../../components/dates.ts';
import { COUNT_KINDS, cellValues, closableMonths, gridRows, valueAt } from './grid-model.ts';
import { GridPanel } from './grid-panel.tsx';
import type { LayerProps } from './layer-props.ts';
import { useCellWriter } from './use-cell-writer.ts';
import { changesOf } from './write-cells.ts';

/** What was measured: amounts, the reading of the metric, units done. Closing a month makes its figures count. */
export function ActualLayer({ detail, layerSwitch }: LayerProps) {
  const { initiative, lines } = detail;
  const asOf = monthOf(detail.asOf);
  const [monthError, setMonthError] = useState<ApiError | null>(null);
  const writer = useCellWriter(initiative.id, 'actual');
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
    setMonthError(null);
    const command = isClosing ? close : reopen;
    const result = await command.run({ initiativeId: initiative.id, months: [...which] });
    if (!result.ok) return setMonthError(result.error);
    announceDone(`${isClosing ? 'Closed' : 'Reopened'} ${monthList(which)}`);
  };

  return (
    <GridPanel
      detail={detail}
      layer="actual"
      layerSwitch={layerSwitch}
      rows={rows}
      values={values}
      closed={closed}
      actions={(months) => {
        const closable = closableMonths(lines, values, months, closed, asOf);
        return closable.length > 1 ? (
          <Button loading={close.isRunning} onClick={() => void setClosed(closable, true)}>
            Close {closable.length} measured months
          </Button>
        ) : null;
      }}
      remark={
        lines.length === 0
          ? 'Nothing is recorded yet. Add a line for each thing it costs and each thing it brings, write the amounts by month, and close a month when it is complete: only closed months count.'
          : undefined
      }
      error={writer.error ?? monthError}
      onDismiss={() => {
        writer.dismissError();
        setMonthError(null);
      }}
      onWrites={(writes) =>
        void writer.write(
          writes,
          changesOf(writes, ({ row, month }) => valueAt(values, row, month)),
        )
      }
      onToggleMonth={(month) => void setClosed([month], !closed.has(month))}
    />
  );
}

/** "March 2026", or how many: an announcement is one line. */
function monthList(months: readonly MonthIndex[]): string {
  const [only] = months;
  return months.length === 1 && only !== undefined ? formatMonthName(only) : `${months.length} months`;
}
