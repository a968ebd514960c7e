import type { Explanation } from '#shared/decision/explanation.ts';
import { monthOf } from '#shared/domain/calendar.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { formatShare } from '#shared/report/format.ts';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { FlowChart } from '../../../charts/flow-chart.tsx';
import { paybackMark } from '../../../charts/flow-marks.ts';
import { PaybackChart } from '../../../charts/payback-chart.tsx';
import { formatMonthName } from '../../../components/dates.ts';
import { ExplainedTable, explainedCell } from '../../../components/explained-table.tsx';
import { formatAmount } from '../../../components/money-words.ts';
import styles from './explain.module.css';
import { type FlowColumn, flowExplanation } from './flow-explanation.ts';

interface FlowPanelProps {
  readonly explanation: Explanation;
  readonly currency: string;
}

/** Cumulative net value ahead, with its band, and when everything spent so far is back. */
export function FlowPanel({ explanation, currency }: FlowPanelProps) {
  const { flow, paybackBy, asOf } = explanation;
  const start = monthOf(asOf);
  const last = flow.at(-1)?.month ?? 0;
  return (
    <ChartOrTable
      title="Cumulative net value"
      note={`From ${formatMonthName(start)} on, ${currency}, forecast, undiscounted: median, P10 to P90 shaded, all drivers at P50 dashed`}
      chart={
        <>
          <FlowChart flow={flow} start={start} currency={currency} />
          {paybackBy.length === 0 ? null : (
            <>
              <p className={styles.chartTitle}>
                P(paid back): everything since first spend is back by the month, and stays
              </p>
              <PaybackChart points={paybackBy} start={start} last={last} />
            </>
          )}
        </>
      }
      table={<FlowTable explanation={explanation} currency={currency} start={start} />}
    >
      <p className={styles.small}>{flowWords(explanation, currency)}</p>
    </ChartOrTable>
  );
}

/** The chart in words: the median at the end, when it is back at 0, and how sure payback is. */
export function flowWords({ flow, paybackBy, asOf }: Explanation, currency: string): string {
  const end = flow.at(-1);
  if (end === undefined) return '';
  const start = monthOf(asOf);
  const amount = (value: number) => formatAmount(value, currency, { isCompact: true, isSigned: true });
  const name = (month: number) => formatMonthName((start + month) as MonthIndex);
  const back = paybackMark(flow);
  const wasBelow = flow.some((point) => point.p50 < 0);
  const median = back
    ? `back at 0 from ${name(back.month)} on`
    : wasBelow
      ? 'not back at 0 within the horizon'
      : 'never below 0';
  const parts = [
    `By ${name(end.month)} the median is ${amount(end.p50)} (P10 ${amount(end.p10)}, P90 ${amount(end.p90)}); it is ${median}.`,
  ];
  const sure = paybackBy.at(-1);
  if (sure !== undefined) {
    parts.push(
      `What was spent since first spend is back by ${formatMonthName(sure.month)} in ${formatShare(sure.probability)} of draws.`,
    );
  }
  return parts.join(' ');
}

function FlowTable({ explanation, currency, start }: FlowPanelProps & { readonly start: MonthIndex }) {
  const amount = (value: number) => formatAmount(value, currency, { isCompact: true, isSigned: true });
  const paid = new Map(explanation.paybackBy.map((one) => [one.month as number, one.probability]));
  return (
    <ExplainedTable
      rows={explanation.flow.length}
      explain={(row, column: FlowColumn) => flowExplanation(explanation, row, column, currency)}
    >
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col">P10, {currency}</th>
          <th scope="col">P50</th>
          <th scope="col">P90</th>
          <th scope="col">All drivers at P50</th>
          <th scope="col">P(paid back)</th>
        </tr>
      </thead>
      <tbody>
        {explanation.flow.map((point, row) => {
          const share = paid.get(start + point.month);
          return (
            <tr key={point.month}>
              <th scope="row">{formatMonthName((start + point.month) as MonthIndex)}</th>
              <td {...explainedCell(row, 'p10')}>{amount(point.p10)}</td>
              <td {...explainedCell(row, 'p50')}>{amount(point.p50)}</td>
              <td {...explainedCell(row, 'p90')}>{amount(point.p90)}</td>
              <td {...explainedCell(row, 'atP50')}>{amount(point.atP50)}</td>
              <td {...explainedCell(row, 'paid')}>{share === undefined ? 'not told' : formatShare(share)}</td>
            </tr>
          );
        })}
      </tbody>
    </ExplainedTable>
  );
}
