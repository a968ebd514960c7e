import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { MonthIndex } from '#shared/domain/units.ts';
import { cellValues, gridRows } from './grid-model.ts';
import { GridPanel } from './grid-panel.tsx';
import type { LayerProps } from './layer-props.ts';
import { forecastStep, type RangeDraft, unfinished } from './range-draft.ts';
import { useCellWriter } from './use-cell-writer.ts';

interface ForecastLayerProps extends LayerProps {
  /** Ranges that are not complete, kept beyond this layer. */
  readonly draft: RangeDraft;
  readonly onDraft: (draft: RangeDraft) => void;
}

/**
 * What is expected now, line by line; written over as often as one knows better, until the month is closed. Below a
 * line that is opened stand the P10 and P90 around its P50.
 */
export function ForecastLayer({ detail, layerSwitch, memory, draft: all, onDraft }: ForecastLayerProps) {
  const { lines, forecastRanges } = detail;
  const draft = useMemo(() => unfinished(all, forecastRanges), [all, forecastRanges]);
  const writer = useCellWriter(detail.initiative.id);
  /** Lines opened or closed by hand; the others are open when they have a range. */
  const [byHand, setByHand] = useState<ReadonlyMap<string, boolean>>(new Map());
  const opened = useMemo(() => {
    const ranged = new Set([...forecastRanges, ...draft.values()].map((range) => range.lineId));
    return new Set(lines.map(({ id }) => id).filter((id) => byHand.get(id) ?? ranged.has(id)));
  }, [lines, forecastRanges, draft, byHand]);
  const rows = useMemo(() => gridRows(lines, null, [], opened), [lines, opened]);
  const closed = useMemo(() => new Set(detail.closedMonths), [detail.closedMonths]);
  const restated = useMemo(() => new Set(detail.restatements.map((one) => one.month)), [detail.restatements]);
  const values = useMemo(
    () => cellValues(detail.forecasts, [], writer.pending, [], [...forecastRanges, ...draft.values()]),
    [detail.forecasts, forecastRanges, writer.pending, draft],
  );
  const drafts = useMemo(() => {
    const marks = new Map<string, Set<MonthIndex>>();
    for (const { lineId, month } of draft.values())
      for (const key of [`${lineId} p10`, `${lineId} p90`])
        marks.set(key, (marks.get(key) ?? new Set()).add(month));
    return marks;
  }, [draft]);
  const isAllOpen = lines.length > 0 && lines.every((line) => opened.has(line.id));

  return (
    <GridPanel
      detail={detail}
      layer="forecast"
      layerSwitch={layerSwitch}
      memory={memory}
      rows={rows}
      values={values}
      closed={closed}
      restatedMonths={restated}
      drafts={drafts}
      ranges={{
        opened,
        onOpen: (lineId, isOpen) => setByHand((was) => new Map(was).set(lineId, isOpen)),
      }}
      actions={() =>
        lines.length === 0 ? null : (
          <Button
            aria-pressed={isAllOpen}
            onClick={() => setByHand(new Map(lines.map((line) => [line.id, !isAllOpen])))}
          >
            {isAllOpen ? 'Hide ranges' : 'Show ranges'}
          </Button>
        )
      }
      remark={
        <>
          What you expect now, written over as often as you know better; opened, a line also takes its P10 and
          P90. Once a month is closed its forecast stays, so that it can be held against what happened.
          {draft.size === 0 ? null : (
            <strong role="status">
              {' '}
              {draft.size === 1 ? 'One range is' : `${draft.size} ranges are`} not kept yet: a range needs its
              P10, its forecast and its P90.
            </strong>
          )}
        </>
      }
      error={writer.error}
      onDismiss={writer.dismissError}
      onWrites={(writes) => {
        const step = forecastStep(writes, values, draft);
        if (!step.ok) return step.problems;
        onDraft(step.draft);
        void writer.forecast(writes, step.cells).then((isKept) => {
          if (!isKept) onDraft(draft);
        });
        return [];
      }}
      onToggleMonth={null}
    />
  );
}
