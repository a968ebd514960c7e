import type { StatementFigure } from '../../api/schemas/views.ts';
import { formatMonth } from '../../domain/calendar.ts';
import type { CostLine } from '../../domain/initiative.ts';
import type { MonthIndex } from '../../domain/units.ts';
import { breakEvenVolume } from '../../finance/break-even.ts';
import { type CostMonth, costStack } from '../../finance/cost-stack.ts';
import { type Computed, type FinanceReason, known, noValue } from '../../finance/reason.ts';
import { formatNumber } from '../format.ts';
import { moneyInput, type StatementBase, spanOf, statementFigure } from './statement-base.ts';

const WINDOW = 3;

interface Unit {
  readonly months: readonly MonthIndex[];
  readonly attempts: number;
  readonly successes: number;
  /** Minor units over the window. */
  readonly variable: number;
  readonly fixed: number;
  readonly benefit: number;
  /** One-offs of the life so far, spread over the policy's horizon: a month's share. */
  readonly build: number;
}

/** What one task costs and how many a month pay, over the last 3 closed months. */
export function unitFigures(base: StatementBase): readonly StatementFigure[] {
  const { currency } = base;
  const unit = unitOf(base);
  const isUnit = !('code' in unit);
  const label = `actual, undiscounted, raw, last 3 closed months, ${isUnit ? spanOf(unit.months) : base.span}`;
  const make = (compute: (unit: Unit) => Computed): Computed => (isUnit ? compute(unit) : noValue(unit));
  const inputs = isUnit
    ? [
        { name: 'Attempts', value: formatNumber(unit.attempts) },
        { name: 'Successful tasks', value: formatNumber(unit.successes) },
        moneyInput('Variable cost', unit.variable, currency),
        moneyInput('Fixed cost', unit.fixed, currency),
        moneyInput('Build, its share of 3 months', Math.round(unit.build * WINDOW), currency),
        moneyInput('Claimed benefit', Math.round(unit.benefit), currency),
      ]
    : [];
  const figure = (
    id: string,
    name: string,
    kind: StatementFigure['kind'],
    formula: string,
    value: Computed,
  ) => statementFigure({ id, group: 'unit', name, label, kind, formula, inputs }, value);
  return [
    figure(
      'cost_per_success',
      'Cost per successful task',
      'money',
      '(variable + fixed cost + share of the build) / successful tasks',
      make((one) =>
        one.successes > 0 ? known(loaded(one) / one.successes) : noValue({ code: 'no_successes' }),
      ),
    ),
    figure(
      'cost_per_attempt',
      'Cost per attempt',
      'money',
      '(variable + fixed cost + share of the build) / attempts',
      make((one) =>
        one.attempts > 0 ? known(loaded(one) / one.attempts) : noValue({ code: 'no_attempts' }),
      ),
    ),
    figure(
      'marginal_cost',
      'Marginal cost per attempt',
      'money',
      'variable cost (inference, oversight, error correction) / attempts',
      make((one) =>
        one.attempts > 0 ? known(one.variable / one.attempts) : noValue({ code: 'no_attempts' }),
      ),
    ),
    figure(
      'break_even_volume',
      'Break-even volume a month',
      'count',
      'fixed cost a month / (value per success × success rate − marginal cost), rounded up',
      make(breakEven),
    ),
  ];
}

function loaded({ variable, fixed, build }: Unit): number {
  return variable + fixed + build * WINDOW;
}

function breakEven(unit: Unit): Computed {
  if (unit.successes <= 0) return noValue({ code: 'no_successes' });
  if (unit.attempts <= 0) return noValue({ code: 'no_attempts' });
  return breakEvenVolume(unit.fixed / WINDOW + unit.build, {
    valuePerSuccess: unit.benefit / unit.successes,
    success: unit.successes / unit.attempts,
    variableCost: unit.variable / unit.attempts,
  });
}

function unitOf({ facts, totals, context }: StatementBase): Unit | FinanceReason {
  const months = facts.closedMonths.slice(-WINDOW);
  if (months.length < WINDOW) return { code: 'too_few_months', have: months.length, need: WINDOW };
  const counts = months.map((month) => facts.unitCounts.find((count) => count.month === month));
  const blank = months.filter(
    (_, index) => counts[index]?.attempts == null || counts[index]?.successes == null,
  );
  if (blank.length > 0) {
    return {
      code: 'missing',
      names: blank.map((month) => `attempts and successful tasks of ${formatMonth(month)}`),
    };
  }
  const lines = facts.lines.filter((line): line is CostLine => line.kind === 'cost');
  const stacks = costStack(lines, facts.values, facts.closedMonths);
  const window = stacks.slice(-WINDOW);
  const incomplete = window.filter((stack) => stack.unmeasured.length > 0).map((stack) => stack.month);
  if (incomplete.length > 0) return { code: 'incomplete', months: incomplete };
  const sum = (some: readonly CostMonth[], kind: 'variable' | 'fixed' | 'once') =>
    some.reduce((total, stack) => total + (stack.byBehaviour[kind] ?? 0), 0);
  return {
    months,
    attempts: counts.reduce((total, count) => total + (count?.attempts ?? 0), 0),
    successes: counts.reduce((total, count) => total + (count?.successes ?? 0), 0),
    variable: sum(window, 'variable'),
    fixed: sum(window, 'fixed'),
    benefit: totals.slice(-WINDOW).reduce((total, month) => total + month.benefit, 0),
    build: sum(stacks, 'once') / context.policy.horizonMonths,
  };
}
