import type { StatementFigure } from '../../api/schemas/views.ts';
import type { EngineContext, InitiativeFacts } from '../../decision/facts.ts';
import { knownOn } from '../../decision/known-facts.ts';
import type { WindowSum } from '../../decision/result.ts';
import { addMonths, formatMonth } from '../../domain/calendar.ts';
import type { MonthIndex } from '../../domain/units.ts';
import { type MonthSeries, monthSeries } from '../../finance/month-series.ts';
import { monthlyRate } from '../../finance/rates.ts';
import { type Computed, type FinanceReason, reasonText } from '../../finance/reason.ts';
import { type MonthTotals, monthTotals } from '../../finance/tracking.ts';
import { formatMoney, formatNumber } from '../format.ts';

/** What every figure of a statement is made from: facts known on the day, closed months, and the policy. */
export interface StatementBase {
  readonly facts: InitiativeFacts;
  readonly context: EngineContext;
  readonly currency: string;
  /** Closed months with claimed benefit and cost, oldest first, minor units. */
  readonly totals: readonly MonthTotals[];
  /** From the month of first spend to the last closed one, or why there is no whole series. */
  readonly series: MonthSeries | { readonly status: 'undefined'; readonly reason: FinanceReason };
  /** Discount rate per month. */
  readonly rate: number;
  /** "2025-04 to 2026-09": the life so far; "no closed month" without one. */
  readonly span: string;
  /** "PV at 10 %, end of month". */
  readonly discounting: string;
}

/** Gathers what the figures need, once. */
export function statementBase(
  facts: InitiativeFacts,
  context: EngineContext,
  currency: string,
): StatementBase {
  const { policy, asOf } = context;
  const known = knownOn(facts, asOf);
  const totals = monthTotals(known.lines, known.values, known.closedMonths, policy);
  const timing = policy.timing === 'mid' ? 'middle of month' : 'end of month';
  return {
    facts: known,
    context,
    currency,
    totals,
    series: monthSeries(totals),
    rate: monthlyRate(policy.discountRate),
    span: spanOf(totals.map((total) => total.month)),
    discounting: `PV at ${formatNumber(policy.discountRate * 100)} % a year, ${timing}`,
  };
}

/** "2026-07 to 2026-09", "2026-07" for one month, "no closed month" for none. */
export function spanOf(months: readonly MonthIndex[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return 'no closed month';
  return first === last ? formatMonth(first) : `${formatMonth(first)} to ${formatMonth(last)}`;
}

/** What to know of a sum over closed months: how much of it was measured, and which months between were never closed. */
export function windowNote(sum: Pick<WindowSum, 'months' | 'measured' | 'expected'>): string {
  const measured = `${sum.measured} of ${sum.expected} measured`;
  const gaps = monthsBetween(sum.months);
  return gaps.length === 0
    ? measured
    : `${measured}; not closed between: ${gaps.map(formatMonth).join(', ')}`;
}

/** The months in which an outcome was not measured and counts as no claimed benefit; null when there are none. */
export function unmeasuredNote(series: StatementBase['series']): string | null {
  if (series.status !== 'known' || series.flagged.length === 0) return null;
  return `no claimed benefit of outcomes unmeasured in ${series.flagged.map(formatMonth).join(', ')}`;
}

/** Notes that stand together, or null without any. */
export function notes(...parts: readonly (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : said.join('; ');
}

function monthsBetween(months: readonly MonthIndex[]): readonly MonthIndex[] {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  const closed = new Set(months);
  const all = Array.from({ length: last - first }, (_, by) => addMonths(first, by));
  return all.filter((month) => !closed.has(month));
}

/** The month in which a time of so many months after the series' first month lies. */
export function monthAfter(first: MonthIndex, periods: number): MonthIndex {
  return addMonths(first, Math.ceil(periods));
}

/** A figure without its value. */
export type Described = Omit<StatementFigure, 'value' | 'reason' | 'also' | 'note'> & {
  readonly also?: readonly number[];
  readonly note?: string | null;
};

/** A figure with its number, or with the words for why there is none. */
export function statementFigure(described: Described, computed: Computed): StatementFigure {
  return {
    ...described,
    also: [...(described.also ?? [])],
    note: described.note ?? null,
    value: computed.status === 'known' ? computed.value : null,
    reason: computed.status === 'known' ? null : reasonText(computed.reason),
  };
}

/** An input of a formula, money in the portfolio's currency. */
export function moneyInput(name: string, minor: number, currency: string) {
  return { name, value: formatMoney(minor, currency) };
}
