import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { formatMonthName } from '../../../components/dates.ts';
import type { ExplainedInput, FigureExplanation } from '../../../components/explained.tsx';
import { formatMoney } from '../../../components/money-words.ts';
import { cashPoints } from './cash-flow.ts';

type Flow = NonNullable<InitiativeDetail['flowAtP50']>;

/** The figures of a month in the table of the cash flow. */
export type CashColumn = 'benefit' | 'cost' | 'settlement' | 'net' | 'sum';

const NAMES: Readonly<Record<CashColumn, string>> = {
  benefit: 'Benefit',
  cost: 'Cost',
  settlement: 'Settled by stopping',
  net: 'Net cash flow',
  sum: 'Cash flow in all',
};

const FORMULAS: Readonly<Record<CashColumn, string>> = {
  benefit:
    'benefit lines of each scope, products of their drivers, × ramp × chance of the scope in the month',
  cost: 'variable cost × ramp, fixed and one-off cost of each scope, × chance of the scope in the month',
  settlement: 'what stopping brings × chance that it is stopped in the month',
  net: 'benefit − cost + settled by stopping',
  sum: 'up to the month before + net of the month',
};

const FORMULA_IDS: Readonly<Record<CashColumn, string | undefined>> = {
  benefit: 'monthly-amounts',
  cost: 'monthly-amounts',
  settlement: 'stop-value',
  net: 'chart-band',
  sum: 'chart-band',
};

/** How a figure of the cash flow with every driver at P50 came about. */
export function cashExplanation(
  flow: Flow,
  row: number,
  column: CashColumn,
  currency: string,
): FigureExplanation {
  const one = flow[row] as Flow[number];
  const money = (minor: number) => formatMoney(Math.round(minor), currency);
  const sums = cashPoints(flow);
  const before = sums[row - 1];
  const sum = sums[row]?.sum ?? 0;
  const inputs: Readonly<Record<CashColumn, readonly ExplainedInput[]>> = {
    benefit: [{ name: NAMES.benefit, value: money(one.benefit) }],
    cost: [{ name: NAMES.cost, value: money(-one.cost) }],
    settlement: [{ name: NAMES.settlement, value: money(one.settlement) }],
    net: [
      { name: NAMES.benefit, value: money(one.benefit) },
      { name: NAMES.cost, value: money(-one.cost) },
      { name: NAMES.settlement, value: money(one.settlement) },
      { name: 'Net', value: money(one.net) },
    ],
    sum: [
      ...(before === undefined
        ? []
        : [{ name: `Up to ${formatMonthName(before.month)}`, value: money(before.sum) }]),
      { name: `Net of ${formatMonthName(one.month)}`, value: money(one.net) },
      { name: 'In all', value: money(sum) },
    ],
  };
  return {
    name: `${NAMES[column]}, ${formatMonthName(one.month)}`,
    label: 'forecast, every driver at its P50, no asset late, undiscounted; steps count with their chance',
    formula: FORMULAS[column],
    inputs: inputs[column],
    formulaId: FORMULA_IDS[column],
  };
}
