import type { StatementFigure } from '../../api/schemas/views.ts';
import { addMonths, formatMonth, lastDayOf } from '../../domain/calendar.ts';
import { claimedShare } from '../../finance/claimed-share.ts';
import { annualIrr } from '../../finance/irr.ts';
import type { FigureLabel } from '../../finance/labelled.ts';
import { mirr } from '../../finance/mirr.ts';
import type { MonthSeries } from '../../finance/month-series.ts';
import { npv } from '../../finance/npv.ts';
import type { RateResult } from '../../finance/rate-result.ts';
import { annualRate } from '../../finance/rates.ts';
import { benefitCostRatio, roi } from '../../finance/ratios.ts';
import { type Computed, known, noValue } from '../../finance/reason.ts';
import { riskAdjustBenefit, riskAdjustCost } from '../../finance/risk-adjust.ts';
import { sumWindow } from '../../finance/tracking.ts';
import { xirr } from '../../finance/xirr.ts';
import { formatNumber } from '../format.ts';
import {
  type Described,
  moneyInput,
  notes,
  type StatementBase,
  spanOf,
  statementFigure,
  unmeasuredNote,
  windowNote,
} from './statement-base.ts';

/** Net value, NPV, and the ratios and rates of return of the life so far. */
export function returnFigures(base: StatementBase): readonly StatementFigure[] {
  return [netValue(base), presentValue(base), ...ratios(base), ...rates(base)];
}

function netValue(base: StatementBase): StatementFigure {
  const { totals, currency, span } = base;
  const sum = sumWindow(totals);
  return statementFigure(
    {
      id: 'net_value',
      group: 'net_value',
      name: 'Net value',
      label: `actual, undiscounted, raw, life to date, ${span}`,
      kind: 'money',
      note: windowNote(sum),
      formula: 'claimed benefit − cost',
      inputs: [moneyInput('Claimed benefit', sum.benefit, currency), moneyInput('Cost', sum.cost, currency)],
    },
    totals.length === 0 ? noValue({ code: 'empty' }) : known(sum.net),
  );
}

function presentValue(base: StatementBase): StatementFigure {
  const { series, rate, context, span, discounting } = base;
  return statementFigure(
    {
      id: 'npv',
      group: 'net_value',
      name: 'Net present value at first spend',
      label: `actual, ${discounting}, raw, life to date, ${span}`,
      kind: 'money',
      note: unmeasuredNote(series),
      formula: 'sum of net(t) / (1 + monthly rate)^t, t = 0 in the month of first spend',
      inputs: seriesInputs(base),
    },
    withSeries(series, ({ nets }) => npv(rate, nets, context.policy.timing)),
  );
}

function ratios(base: StatementBase): readonly StatementFigure[] {
  const { totals, currency, span, series, rate, context, discounting } = base;
  const whole = sumWindow(totals);
  const year = totals.slice(-12);
  const last = sumWindow(year);
  const pv = (flows: readonly number[]) => npv(rate, flows, context.policy.timing);
  const adjusted = riskAdjusted(base);
  return [
    statementFigure(
      {
        id: 'roi',
        group: 'return',
        name: 'ROI, life to date',
        label: `actual, undiscounted, raw, ${span}`,
        kind: 'percent',
        note: windowNote(whole),
        formula: '(claimed benefit − cost) / cost',
        inputs: [
          moneyInput('Claimed benefit', whole.benefit, currency),
          moneyInput('Cost', whole.cost, currency),
        ],
      },
      totals.length === 0 ? noValue({ code: 'empty' }) : roi(whole.benefit, whole.cost),
    ),
    statementFigure(
      {
        id: 'roi_12',
        group: 'return',
        name: 'ROI, last 12 closed months',
        label: `actual, undiscounted, raw, ${spanOf(last.months)}`,
        kind: 'percent',
        note: windowNote(last),
        formula: '(claimed benefit − cost) / cost',
        inputs: [
          moneyInput('Claimed benefit', last.benefit, currency),
          moneyInput('Cost', last.cost, currency),
        ],
      },
      year.length < 12
        ? noValue({ code: 'too_few_months', have: year.length, need: 12 })
        : roi(last.benefit, last.cost),
    ),
    statementFigure(
      {
        id: 'roi_risk_adjusted',
        group: 'return',
        name: 'ROI, risk-adjusted',
        label: `actual, undiscounted, risk-adjusted, ${span}`,
        kind: 'percent',
        note: notes(
          'fixed factors by method of measurement, never applied to simulated figures: that would count risk twice',
          windowNote(whole),
        ),
        formula: "(B' − C') / C', B' = B × (1 − factor of the method), C' = C × (1 + factor of actuals)",
        inputs: [
          moneyInput("B'", Math.round(adjusted.benefit), currency),
          moneyInput("C'", Math.round(adjusted.cost), currency),
        ],
      },
      totals.length === 0 ? noValue({ code: 'empty' }) : roi(adjusted.benefit, adjusted.cost),
    ),
    statementFigure(
      {
        id: 'bcr',
        group: 'return',
        name: 'Benefit-cost ratio',
        label: `actual, ${discounting}, raw, ${span}`,
        kind: 'ratio',
        note: unmeasuredNote(series),
        formula: 'PV of claimed benefit / PV of cost',
        inputs: seriesInputs(base),
      },
      withSeries(series, ({ benefits, costs }) => {
        const [benefit, cost] = [pv(benefits), pv(costs)];
        if (benefit.status !== 'known') return benefit;
        return cost.status === 'known' ? benefitCostRatio(benefit.value, cost.value) : cost;
      }),
    ),
  ];
}

/** TEI-style deterministic view: each line's claimed benefit less its method's factor, cost plus that of actuals. */
function riskAdjusted({ facts, totals, context }: StatementBase): { benefit: number; cost: number } {
  const { policy } = context;
  const closed = new Set(facts.closedMonths);
  const window = { kind: 'life_to_date', from: facts.closedMonths[0], to: facts.closedMonths.at(-1) };
  const label = {
    basis: 'actual',
    discounting: { kind: 'undiscounted' },
    risk: 'raw',
    window,
  } as FigureLabel<'raw'>;
  let benefit = 0;
  for (const line of [...facts.lines].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (line.kind !== 'outcome') continue;
    let amount = 0;
    for (const value of facts.values) {
      if (value.lineId === line.id && closed.has(value.month)) amount += value.amount;
    }
    const raw = { amount: amount * claimedShare(line, policy), label };
    benefit += riskAdjustBenefit(raw, line.method, policy).amount;
  }
  const cost = totals.reduce((sum, total) => sum + total.cost, 0);
  return { benefit, cost: riskAdjustCost({ amount: cost, label }, 'actual', policy).amount };
}

function rates(base: StatementBase): readonly StatementFigure[] {
  const { series, rate, span, context } = base;
  const label = `actual, raw, effective a year, ${span}`;
  const unmeasured = unmeasuredNote(series);
  const internal = series.status === 'known' ? annualIrr(series.nets) : series;
  const dated =
    series.status === 'known'
      ? xirr(series.nets.map((amount, t) => ({ date: lastDayOf(addMonths(series.firstMonth, t)), amount })))
      : series;
  const modified = withSeries(series, ({ nets }) => {
    const monthly = mirr(nets, { finance: rate, reinvest: rate });
    return monthly.status === 'known' ? known(annualRate(monthly.value)) : monthly;
  });
  return [
    rateFigure(
      {
        id: 'irr',
        group: 'return',
        name: 'Internal rate of return',
        label,
        kind: 'percent',
        note: unmeasured,
        formula: 'the rates that bring the present value of the monthly nets to 0; (1 + monthly)^12 − 1',
        inputs: seriesInputs(base),
      },
      internal,
    ),
    rateFigure(
      {
        id: 'xirr',
        group: 'return',
        name: 'Internal rate of return by dates',
        label: `${label}, last day of each month, Act/365`,
        kind: 'percent',
        note: unmeasured,
        formula: 'the rates that bring sum of net / (1 + rate)^(days / 365) to 0',
        inputs: seriesInputs(base),
      },
      dated,
    ),
    statementFigure(
      {
        id: 'mirr',
        group: 'return',
        name: 'Modified rate of return',
        label,
        kind: 'percent',
        note: notes('the headline where the internal rate is not one number', unmeasured),
        formula:
          '(future value of inflows / present value of outflows)^(1/months) − 1, a year; finance and reinvestment at the discount rate',
        inputs: [
          ...seriesInputs(base),
          { name: 'Discount rate', value: `${formatNumber(context.policy.discountRate * 100)} % a year` },
        ],
      },
      modified,
    ),
  ];
}

type Undefined = Extract<Computed, { status: 'undefined' }>;

/** One rate is the return; of several none is, so all are listed and the reason says so. */
function rateFigure(described: Described, result: RateResult | Undefined): StatementFigure {
  switch (result.status) {
    case 'ok':
      return statementFigure(described, known(result.rate));
    case 'multiple':
      return {
        ...statementFigure(
          {
            ...described,
            also: result.roots,
            note: notes('none of them is the return: read the modified rate', described.note ?? null),
          },
          noValue({ code: 'no_root' }),
        ),
        reason: `${result.roots.length} rates bring the present value to zero`,
      };
    case 'none':
      return statementFigure(described, noValue({ code: 'no_root' }));
    case 'not_applicable':
    case 'undefined':
      return statementFigure(described, noValue(result.reason));
  }
}

type Series = StatementBase['series'];

function withSeries(series: Series, make: (series: MonthSeries) => Computed): Computed {
  return series.status === 'known' ? make(series) : noValue(series.reason);
}

function seriesInputs({ series, currency }: StatementBase): StatementFigure['inputs'] {
  if (series.status !== 'known') return [];
  return series.nets.map((net, t) =>
    moneyInput(`Net of ${formatMonth(addMonths(series.firstMonth, t))}`, Math.round(net), currency),
  );
}
