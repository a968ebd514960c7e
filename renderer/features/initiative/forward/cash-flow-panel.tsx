import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { CashFlowChart } from '../../../charts/cash-flow-chart.tsx';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { formatMonthName } from '../../../components/dates.ts';
import { ExplainedTable, explainedCell } from '../../../components/explained-table.tsx';
import { formatAmount } from '../../../components/money-words.ts';
import { cashPoints, cashWords } from './cash-flow.ts';
import { type CashColumn, cashExplanation } from './cash-flow-explanation.ts';

type Flow = NonNullable<InitiativeDetail['flowAtP50']>;

interface CashFlowPanelProps {
  readonly flow: Flow;
  readonly currency: string;
}

/** The cash flow with every driver at P50, there at once after each edit: it needs no draws. */
export function CashFlowPanel({ flow, currency }: CashFlowPanelProps) {
  return (
    <ChartOrTable
      title="Cash flow at P50"
      note={`Every driver at its P50, no asset late, ${currency}, forecast, undiscounted, net by month; steps count with their chance`}
      chart={<CashFlowChart points={cashPoints(flow)} currency={currency} />}
      table={<FlowTable flow={flow} currency={currency} />}
    >
      <p className="muted">{cashWords(flow, currency)}</p>
    </ChartOrTable>
  );
}

function FlowTable({ flow, currency }: CashFlowPanelProps) {
  const amount = (value: number) =>
    formatAmount(Math.round(value), currency, { isCompact: true, isSigned: true });
  const sums = cashPoints(flow);
  return (
    <ExplainedTable
      rows={flow.length}
      explain={(row, column: CashColumn) => cashExplanation(flow, row, column, currency)}
    >
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col">Benefit, {currency}</th>
          <th scope="col">Cost</th>
          <th scope="col">Settled by stopping</th>
          <th scope="col">Net</th>
          <th scope="col">In all</th>
        </tr>
      </thead>
      <tbody>
        {flow.map((one, row) => (
          <tr key={one.month}>
            <th scope="row">{formatMonthName(one.month)}</th>
            <td {...explainedCell(row, 'benefit')}>{amount(one.benefit)}</td>
            <td {...explainedCell(row, 'cost')}>{amount(-one.cost)}</td>
            <td {...explainedCell(row, 'settlement')}>{amount(one.settlement)}</td>
            <td {...explainedCell(row, 'net')}>{amount(one.net)}</td>
            <td {...explainedCell(row, 'sum')}>{amount(sums[row]?.sum ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </ExplainedTable>
  );
}
