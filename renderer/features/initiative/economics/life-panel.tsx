import { Button } from '@mantine/core';
import { useState } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { useCall } from '../../../app/use-call.ts';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { LifeChart } from '../../../charts/life-chart.tsx';
import { formatMonthName } from '../../../components/dates.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { ExplainedTable, explainedCell } from '../../../components/explained-table.tsx';
import { formatAmount } from '../../../components/money-words.ts';
import styles from './economics.module.css';
import { type LifeColumn, lifeExplanation } from './life-explanation.ts';
import { type LifePoint, lifeLine, lifeMarks, lifeSeries } from './life-series.ts';

/** Cumulative net value over the whole life, with low point and payback; the band of the draws when it is asked for. */
export function LifePanel({ detail }: { readonly detail: InitiativeDetail }) {
  const [isBandAsked, setIsBandAsked] = useState(false);
  const policy = useCall('getPolicy', {}).data?.policy ?? DEFAULT_POLICY;
  // The draws take a moment, and an edit of a month would start them anew: only who asks gets them.
  const explanation = useCall('explainInitiative', { id: detail.initiative.id }, { isEnabled: isBandAsked });
  const band = isBandAsked ? (explanation.data?.flow ?? []) : [];
  const points = lifeSeries(detail, policy, band);
  if (points.length === 0) return null;
  const { currency } = detail;
  const canHaveBand = detail.flowAtP50 !== null;
  return (
    <ChartOrTable
      title="Cumulative net value"
      note={`Since first spend, ${currency}, undiscounted: actual as a line, then the forecast dashed${band.length === 0 ? ', every driver at P50' : ', median of the draws, P10 to P90 shaded'}`}
      chart={<LifeChart points={points} marks={lifeMarks(lifeLine(points))} currency={currency} />}
      table={<LifeTable points={points} currency={currency} initiativeId={detail.initiative.id} />}
    >
      <div className={styles.foot}>
        <p className="muted">{lifeWords(points, currency)}</p>
        {canHaveBand && band.length === 0 ? (
          <Button
            loading={isBandAsked && explanation.isFetching}
            onClick={() => (isBandAsked ? void explanation.refetch() : setIsBandAsked(true))}
          >
            Add P10 to P90
          </Button>
        ) : null}
      </div>
      {isBandAsked && explanation.isError ? <ErrorNotice error={explanation.error} /> : null}
    </ChartOrTable>
  );
}

/** The chart in words: where it stands, its low point, and when it is back at 0. */
export function lifeWords(points: readonly LifePoint[], currency: string): string {
  const amount = (value: number) =>
    `${formatAmount(Math.round(value), currency, { isCompact: true, isSigned: true })} ${currency}`;
  const now = points.findLast((point) => point.actual !== null);
  const line = lifeLine(points);
  const end = line.at(-1);
  const { low, back } = lifeMarks(line);
  const parts: string[] = [];
  if (now?.actual != null) parts.push(`${amount(now.actual)} up to ${formatMonthName(now.month)}, actual.`);
  if (end !== undefined && end.month !== now?.month) {
    parts.push(`${amount(end.value)} by ${formatMonthName(end.month)}, forecast.`);
  }
  if (low === null) parts.push('Never below 0.');
  else {
    const paid =
      back === null
        ? 'not back at 0 in what is shown'
        : `back at 0 for good from ${formatMonthName(back.month)} on`;
    parts.push(`Lowest ${amount(low.value)} in ${formatMonthName(low.month)}, ${paid}.`);
  }
  return parts.join(' ');
}

interface LifeTableProps {
  readonly points: readonly LifePoint[];
  readonly currency: string;
  readonly initiativeId: string;
}

function LifeTable({ points, currency, initiativeId }: LifeTableProps) {
  const hasBand = points.some((point) => point.p10 !== null);
  const cell = (row: number, column: LifeColumn, value: number | null) =>
    value === null ? (
      <td />
    ) : (
      <td {...explainedCell(row, column)}>
        {formatAmount(Math.round(value), currency, { isCompact: true, isSigned: true })}
      </td>
    );
  return (
    <ExplainedTable
      rows={points.length}
      explain={(row, column: LifeColumn) => lifeExplanation(points, row, column, { initiativeId, currency })}
    >
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col">Actual, {currency}</th>
          <th scope="col">Drivers at P50</th>
          {hasBand ? (
            <>
              <th scope="col">P10</th>
              <th scope="col">P50</th>
              <th scope="col">P90</th>
            </>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {points.map((point, row) => (
          <tr key={point.month}>
            <th scope="row">{formatMonthName(point.month)}</th>
            {cell(row, 'actual', point.actual)}
            {cell(row, 'ahead', point.ahead)}
            {hasBand ? (
              <>
                {cell(row, 'p10', point.p10)}
                {cell(row, 'p50', point.p50)}
                {cell(row, 'p90', point.p90)}
              </>
            ) : null}
          </tr>
        ))}
      </tbody>
    </ExplainedTable>
  );
}
