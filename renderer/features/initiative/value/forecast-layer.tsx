import { useMemo } from 'react';
import { cellValues, gridRows, valueAt } from './grid-model.ts';
import { GridPanel } from './grid-panel.tsx';
import type { LayerProps } from './layer-props.ts';
import { useCellWriter } from './use-cell-writer.ts';
import { changesOf } from './write-cells.ts';

/** What is expected now, line by line; written over as often as one knows better, until the month is closed. */
export function ForecastLayer({ detail, layerSwitch }: LayerProps) {
  const writer = useCellWriter(detail.initiative.id, 'forecast');
  const rows = useMemo(() => gridRows(detail.lines, null), [detail.lines]);
  const closed = useMemo(() => new Set(detail.closedMonths), [detail.closedMonths]);
  const values = useMemo(
    () => cellValues(detail.forecasts, [], writer.pending),
    [detail.forecasts, writer.pending],
  );
  return (
    <GridPanel
      detail={detail}
      layer="forecast"
      layerSwitch={layerSwitch}
      rows={rows}
      values={values}
      closed={closed}
      remark="What you expect now, written over as often as you know better. Once a month is closed its forecast stays, so that it can be held against what happened."
      error={writer.error}
      onDismiss={writer.dismissError}
      onWrites={(writes) =>
        void writer.write(
          writes,
          changesOf(writes, ({ row, month }) => valueAt(values, row, month)),
        )
      }
      onToggleMonth={null}
    />
  );
}
