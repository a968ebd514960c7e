import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { formatNumber, formatShare } from '#shared/report/format.ts';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { UnitChart } from '../../../charts/unit-chart.tsx';
import { countOf } from '../../../components/counts.ts';
import { formatMonthName } from '../../../components/dates.ts';
import { ExplainedTable, explainedCell } from '../../../components/explained-table.tsx';
import { Unmeasured } from '../../../components/money.tsx';
import { formatAmount, formatMoney } from '../../../components/money-words.ts';
import { Panel } from '../../../components/panel.tsx';
import { successRate, type UnitColumn, unitExplanation } from './unit-explanation.ts';
import { type UnitMonth, unitMonths } from './unit-months.ts';

/** What a task costs, month by month, and how many a month pay for the fixed costs. */
export function UnitPanel({ detail }: { readonly detail: InitiativeDetail }) {
  const { currency } = detail;
  const months = unitMonths(detail);
  if (months.length === 0) {
    return (
      <Panel title="Unit economics">
        <p className="muted">
          No closed month has task counts. Enter attempts and successful tasks in the last rows of the actual
          months above; cost per task and break-even volume follow from them.
        </p>
      </Panel>
    );
  }
  return (
    <ChartOrTable
      title="Unit economics"
      note={`${currency} a task by closed month, actual, undiscounted: variable and fixed cost, one-offs left out`}
      chart={<UnitChart months={months} currency={currency} />}
      table={<UnitTable months={months} currency={currency} />}
    >
      <p className="muted">{unitWords(detail, months)}</p>
    </ChartOrTable>
  );
}

/** The statement's figures a unit in one sentence, and which months cannot be told. */
export function unitWords({ statement, currency }: InitiativeDetail, months: readonly UnitMonth[]): string {
  const figure = (id: string) => statement.find((one) => one.id === id);
  const value = (id: string) => figure(id)?.value ?? null;
  const money = (minor: number | null) => (minor === null ? 'unmeasured' : formatMoney(minor, currency));
  const volume = figure('break_even_volume');
  const breakEven =
    volume?.value == null
      ? `no break-even volume: ${volume?.reason ?? 'unmeasured'}`
      : `break-even at ${formatNumber(volume.value)} attempts a month`;
  const parts = [
    `Last 3 closed months with the build spread: ${money(value('cost_per_attempt'))} an attempt, ${money(value('cost_per_success'))} a successful task; ${breakEven}.`,
  ];
  const blank = months.filter((month) => month.perSuccess === null).length;
  if (blank > 0) parts.push(`${countOf(blank, 'month')} cannot be told: a count or a cost is not entered.`);
  return parts.join(' ');
}

interface UnitTableProps {
  readonly months: readonly UnitMonth[];
  readonly currency: string;
}

function UnitTable({ months, currency }: UnitTableProps) {
  const money = (minor: number | null) => (minor === null ? <Unmeasured /> : formatAmount(minor, currency));
  const count = (one: number | null) => (one === null ? <Unmeasured /> : formatNumber(one));
  const share = (one: number | null) => (one === null ? <Unmeasured /> : formatShare(one));
  return (
    <ExplainedTable
      rows={months.length}
      explain={(row, column: UnitColumn) => unitExplanation(months[row] as UnitMonth, column, currency)}
    >
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col">Attempts</th>
          <th scope="col">Successful</th>
          <th scope="col">Success rate</th>
          <th scope="col">Cost, {currency}</th>
          <th scope="col">An attempt</th>
          <th scope="col">A success</th>
        </tr>
      </thead>
      <tbody>
        {months.map((one, row) => (
          <tr key={one.month}>
            <th scope="row">{formatMonthName(one.month)}</th>
            <td>{count(one.attempts)}</td>
            <td>{count(one.successes)}</td>
            <td {...explainedCell(row, 'rate')}>{share(successRate(one))}</td>
            <td {...explainedCell(row, 'cost')}>{money(one.cost)}</td>
            <td {...explainedCell(row, 'perAttempt')}>{money(one.perAttempt)}</td>
            <td {...explainedCell(row, 'perSuccess')}>{money(one.perSuccess)}</td>
          </tr>
        ))}
      </tbody>
    </ExplainedTable>
  );
}
