import type { StatementFigure } from '../../api/schemas/views.ts';
import { benefitRecord } from '../../decision/benefit-record.ts';
import type { Figure } from '../../decision/result.ts';
import { formatMonth } from '../../domain/calendar.ts';
import type { MonthIndex } from '../../domain/units.ts';
import { claimedShare } from '../../finance/claimed-share.ts';
import { planInForce } from '../../finance/plan-in-force.ts';
import { costIndex, forecastError, planVariance } from '../../finance/plan-variance.ts';
import { type Computed, known, noValue } from '../../finance/reason.ts';
import { annualisedRunRate } from '../../finance/run-rate.ts';
import { sumWindow } from '../../finance/tracking.ts';
import { formatShare } from '../format.ts';
import {
  moneyInput,
  notes,
  type StatementBase,
  spanOf,
  statementFigure,
  windowNote,
} from './statement-base.ts';

const WINDOW = 3;

/** Run-rate, actual against plan, benefit realisation, and how good the forecasts were. */
export function trackingFigures(base: StatementBase): readonly StatementFigure[] {
  return [runRate(base), ...againstPlan(base), ...realisation(base), ...forecasts(base)];
}

function runRate({ totals, currency }: StatementBase): StatementFigure {
  const months = totals.slice(-WINDOW);
  return statementFigure(
    {
      id: 'run_rate',
      group: 'tracking',
      name: 'Annualised run-rate of net value',
      label: `actual, undiscounted, raw, ${spanOf(months.map((total) => total.month))}, not a forecast`,
      kind: 'money',
      note: windowNote(sumWindow(totals, WINDOW)),
      formula: 'net of the last 3 closed months × 4',
      inputs: months.map((total) =>
        moneyInput(`Net of ${formatMonth(total.month)}`, Math.round(total.benefit - total.cost), currency),
      ),
    },
    annualisedRunRate(totals.map((total) => total.benefit - total.cost)),
  );
}

/** Net variance and cost index of the last 3 closed months against the plan in force when each began. */
function againstPlan(base: StatementBase): readonly StatementFigure[] {
  const { totals, currency } = base;
  const months = totals.slice(-WINDOW);
  const actual = {
    cost: months.reduce((sum, total) => sum + total.cost, 0),
    benefit: months.reduce((sum, total) => sum + total.benefit, 0),
  };
  const window = months.map((total) => total.month);
  const plan = planned(base, window);
  const label = `actual against plan, undiscounted, raw, ${spanOf(window)}`;
  const reason =
    months.length < WINDOW
      ? noValue({ code: 'too_few_months', have: months.length, need: WINDOW })
      : plan.unplanned.length > 0
        ? noValue({
            code: 'missing',
            names: [`a plan in force for ${plan.unplanned.map(formatMonth).join(', ')}`],
          })
        : null;
  const measured = windowNote(sumWindow(totals, WINDOW));
  const variance = planVariance('net', actual.benefit - actual.cost, plan.benefit - plan.cost);
  const inputs =
    reason !== null
      ? []
      : [
          moneyInput('Actual benefit', Math.round(actual.benefit), currency),
          moneyInput('Actual cost', actual.cost, currency),
          moneyInput('Plan benefit', Math.round(plan.benefit), currency),
          moneyInput('Plan cost', plan.cost, currency),
        ];
  return [
    statementFigure(
      {
        id: 'plan_variance',
        group: 'tracking',
        name: 'Net value against plan',
        label,
        kind: 'money',
        note: reason === null ? notes(variance.direction.replace('_', ' '), measured) : null,
        formula: '(actual benefit − actual cost) − (plan benefit − plan cost)',
        inputs,
      },
      reason ?? known(variance.difference),
    ),
    statementFigure(
      {
        id: 'cost_index',
        group: 'tracking',
        name: 'Cost index',
        label,
        kind: 'ratio',
        note: reason === null ? notes('above 1 is cheaper than planned', measured) : null,
        formula: 'plan cost / actual cost',
        inputs,
      },
      reason ?? costIndex(actual.cost, plan.cost),
    ),
  ];
}

/** Planned cost and claimed benefit, each month by the plan in force when it began; and the months that had none. */
function planned({ facts, context }: StatementBase, months: readonly MonthIndex[]) {
  const lines = new Map(facts.lines.map((line) => [line.id, line]));
  const unplanned: MonthIndex[] = [];
  const sums = { cost: 0, benefit: 0 };
  for (const month of months) {
    const plan = planInForce(facts.planVersions, month);
    if (plan === undefined) unplanned.push(month);
    for (const value of plan?.values ?? []) {
      const line = lines.get(value.lineId);
      if (value.month !== month || line === undefined) continue;
      if (line.kind === 'cost') sums.cost += value.amount;
      else sums.benefit += value.amount * claimedShare(line, context.policy);
    }
  }
  return { ...sums, unplanned };
}

function realisation({ facts, context, totals, currency }: StatementBase): readonly StatementFigure[] {
  const record = benefitRecord(facts, context.policy);
  const window = spanOf(totals.slice(-WINDOW).map((total) => total.month));
  const parts = record.months.slice(-WINDOW).flatMap(({ lines }) => lines);
  const claimed = parts.flatMap(({ actual }) => (actual === null ? [] : [actual]));
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const planMonths = record.months.filter((month) => month.lines.some((line) => line.plan > 0)).length;
  return [
    statementFigure(
      {
        id: 'bri',
        group: 'tracking',
        name: 'Benefit realisation (BRI)',
        label: `actual against plan, undiscounted, raw, ${window}`,
        kind: 'ratio',
        note: `${claimed.length} of ${parts.length} outcome values measured`,
        formula: 'claimed benefit / planned benefit, last 3 closed months',
        inputs: [
          moneyInput('Claimed benefit', sum(claimed), currency),
          moneyInput('Planned benefit', sum(parts.map(({ plan }) => plan)), currency),
        ],
      },
      computed(record.realisation),
    ),
    statementFigure(
      {
        id: 'benefit_haircut',
        group: 'tracking',
        name: 'Haircut on promised benefits (BRI*)',
        label: 'factor on forecast benefits',
        kind: 'ratio',
        formula: '(months × BRI + prior months × prior) / (months + prior months), at most 1',
        inputs: [
          { name: 'Closed months with a planned benefit', value: String(planMonths) },
          { name: 'Prior', value: formatShare(context.policy.realisationPrior.value) },
          { name: 'Prior months', value: String(context.policy.realisationPrior.months) },
        ],
      },
      computed(record.haircut),
    ),
  ];
}

function computed(figure: Figure): Computed {
  if (figure.status === 'known') return known(figure.value);
  const names = 'missing' in figure ? figure.missing.map((item) => item.text) : ['a locked plan'];
  return noValue({ code: 'missing', names });
}

/**
 * Bias and mean error of the forecasts of benefit, over the closed months in which every outcome line had one and was
 * measured: an unmeasured month is no actual to compare with.
 */
function forecasts(base: StatementBase): readonly StatementFigure[] {
  const { facts, totals, context } = base;
  const lines = new Map(facts.lines.map((line) => [line.id, line]));
  const byMonth = new Map<MonthIndex, { benefit: number; count: number }>();
  for (const { lineId, month, amount } of facts.forecasts) {
    const line = lines.get(lineId);
    if (line?.kind !== 'outcome') continue;
    const sum = byMonth.get(month) ?? { benefit: 0, count: 0 };
    byMonth.set(month, {
      benefit: sum.benefit + amount * claimedShare(line, context.policy),
      count: sum.count + 1,
    });
  }
  const compared = totals.filter(
    ({ month, outcomeExpected, outcomeMeasured }) =>
      byMonth.get(month)?.count === outcomeExpected && outcomeMeasured === outcomeExpected,
  );
  const months = compared.map((total) => total.month);
  const label = `forecast against actual benefit, undiscounted, raw, ${spanOf(months)}`;
  const error =
    compared.length === 0
      ? null
      : forecastError(
          compared.map((total) => byMonth.get(total.month)?.benefit),
          compared.map((total) => total.benefit),
        );
  const none = noValue({
    code: 'missing',
    names: ['a forecast of every outcome line for a month that is closed and measured now'],
  });
  const inputs = compared.map((total) =>
    moneyInput(
      `Forecast for ${formatMonth(total.month)}`,
      Math.round(byMonth.get(total.month)?.benefit ?? 0),
      base.currency,
    ),
  );
  return [
    statementFigure(
      {
        id: 'forecast_bias',
        group: 'tracking',
        name: 'Forecast bias of benefit',
        label,
        kind: 'percent',
        note: error === null ? null : 'above 0: forecasts were too high',
        formula: 'mean(forecast − actual) / mean(actual)',
        inputs,
      },
      error?.bias ?? none,
    ),
    statementFigure(
      {
        id: 'forecast_error',
        group: 'tracking',
        name: 'Mean absolute forecast error',
        label,
        kind: 'percent',
        formula: 'mean of |forecast − actual| / |actual|',
        inputs,
      },
      error?.mape ?? none,
    ),
  ];
}
