import type { MonthIndex } from '../domain/units.ts';
import type { FinanceReason } from './reason.ts';

/** One closed month as a series needs it; in minor units, costs and benefits positive. */
export interface ClosedMonth {
  readonly month: MonthIndex;
  readonly cost: number;
  readonly benefit: number;
  /** Cost lines active in the month, and how many of them have a value. */
  readonly costExpected: number;
  readonly costMeasured: number;
  readonly outcomeExpected: number;
  readonly outcomeMeasured: number;
}

/** Months from first spend to the last closed month without a gap; index 0 is the month of first spend. */
export interface MonthSeries {
  readonly status: 'known';
  readonly firstMonth: MonthIndex;
  readonly costs: readonly number[];
  readonly benefits: readonly number[];
  /** benefit - cost. */
  readonly nets: readonly number[];
  /** Months with an unmeasured outcome: it counts as no claimed benefit and is flagged. */
  readonly flagged: readonly MonthIndex[];
}

/**
 * The flows NPV, IRR, XIRR, MIRR and payback are taken of (methodology 1.6).
 *
 * Undefined: `empty` when no closed month has a cost above 0 (no first spend); `incomplete`, with the months named,
 * when a month between first spend and the last closed one is not closed or an active cost line in it is unmeasured.
 * @param closed each month once, in any order.
 */
export function monthSeries(
  closed: readonly ClosedMonth[],
): MonthSeries | { readonly status: 'undefined'; readonly reason: FinanceReason } {
  const ordered = [...closed].sort((a, b) => a.month - b.month);
  const start = ordered.findIndex((month) => month.cost > 0);
  const first = ordered[start];
  if (first === undefined) return { status: 'undefined', reason: { code: 'empty' } };
  const months = ordered.slice(start);
  const missing: MonthIndex[] = [];
  let due: number = first.month;
  for (const month of months) {
    for (; due < month.month; due += 1) missing.push(due as MonthIndex);
    if (month.costMeasured < month.costExpected) missing.push(month.month);
    due = month.month + 1;
  }
  if (missing.length > 0) return { status: 'undefined', reason: { code: 'incomplete', months: missing } };
  return {
    status: 'known',
    firstMonth: first.month,
    costs: months.map(({ cost }) => cost),
    benefits: months.map(({ benefit }) => benefit),
    nets: months.map(({ cost, benefit }) => benefit - cost),
    flagged: months.filter((m) => m.outcomeMeasured < m.outcomeExpected).map(({ month }) => month),
  };
}
