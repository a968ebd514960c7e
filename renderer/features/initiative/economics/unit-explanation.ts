import { formatNumber, formatShare } from '#shared/report/format.ts';
import { formatMonthName } from '../../../components/dates.ts';
import type { ExplainedInput, FigureExplanation } from '../../../components/explained.tsx';
import { formatMoney } from '../../../components/money-words.ts';
import type { UnitMonth } from './unit-months.ts';

/** The figures of a month that are computed; attempts and successes are entered. */
export type UnitColumn = 'rate' | 'cost' | 'perAttempt' | 'perSuccess';

const NAMES: Readonly<Record<UnitColumn, string>> = {
  rate: 'Success rate',
  cost: 'Cost',
  perAttempt: 'Cost per attempt',
  perSuccess: 'Cost per successful task',
};

const FORMULAS: Readonly<Record<UnitColumn, string>> = {
  rate: 'successful tasks / attempts',
  cost: 'variable cost + fixed cost of the month; one-offs are left out',
  perAttempt: 'cost / attempts',
  perSuccess: 'cost / successful tasks: failed attempts are paid too',
};

const FORMULA_IDS: Readonly<Record<UnitColumn, string | undefined>> = {
  rate: undefined,
  cost: 'cost-stack',
  perAttempt: 'cost-per-attempt',
  perSuccess: 'cost-per-success',
};

/** Successful tasks of all attempts; null while a count is not entered, and where nothing was attempted. */
export function successRate({ attempts, successes }: UnitMonth): number | null {
  return attempts === null || successes === null || attempts === 0 ? null : successes / attempts;
}

/** Nothing can be divided by no task at all; that is another thing than a count nobody entered. */
function whyNone({ attempts, successes, cost }: UnitMonth, column: UnitColumn): string {
  const isEntered = attempts !== null && successes !== null && (cost !== null || column === 'rate');
  if (isEntered && attempts === 0) return 'Nothing was attempted in the month.';
  if (isEntered && successes === 0 && column === 'perSuccess') return 'No task of the month was successful.';
  return 'A count or a cost of the month is not entered; taken as zero it would flatter.';
}

/** How a unit figure of a closed month came about. */
export function unitExplanation(month: UnitMonth, column: UnitColumn, currency: string): FigureExplanation {
  const count = (one: number | null) => (one === null ? 'unmeasured' : formatNumber(one));
  const money = (one: number | null) => (one === null ? 'unmeasured' : formatMoney(one, currency));
  const rate = successRate(month);
  const cost: ExplainedInput = { name: 'Cost', value: money(month.cost) };
  const attempts: ExplainedInput = { name: 'Attempts', value: count(month.attempts) };
  const successes: ExplainedInput = { name: 'Successful tasks', value: count(month.successes) };
  const facts: Readonly<
    Record<UnitColumn, readonly [value: string | null, inputs: readonly ExplainedInput[]]>
  > = {
    rate: [rate === null ? null : formatShare(rate), [successes, attempts]],
    cost: [month.cost === null ? null : money(month.cost), []],
    perAttempt: [month.perAttempt === null ? null : money(month.perAttempt), [cost, attempts]],
    perSuccess: [month.perSuccess === null ? null : money(month.perSuccess), [cost, successes]],
  };
  const [value, inputs] = facts[column];
  return {
    name: `${NAMES[column]}, ${formatMonthName(month.month)}`,
    label: 'actual, undiscounted, of the closed month',
    formula: FORMULAS[column],
    inputs: [...inputs, { name: NAMES[column], value: value ?? 'unmeasured' }],
    note: value === null ? whyNone(month, column) : null,
    formulaId: FORMULA_IDS[column],
  };
}
