import { addMonths } from '../domain/calendar.ts';
import type { MonthIndex } from '../domain/units.ts';
import { type FlowInput, readFlows } from './flows.ts';
import { discountFactors, type FlowTiming, isRate } from './rates.ts';
import { type Computed, known, noValue } from './reason.ts';

export interface PaybackOptions {
  /** Rate per period for the discounted payback; leave out (or 0) for the simple one. */
  readonly rate?: number;
  readonly timing?: FlowTiming;
  /** Periods from first spend to the moment the clock starts (go-live); 0, the default, counts from first spend. */
  readonly clockStart?: number;
}

/** Two answers in periods, not whole: when the money first comes back, and when it is back for good. */
export interface Payback {
  /** First moment the cumulated flow is not negative: what most tools print. */
  readonly first: Computed;
  /** First moment after which it stays so up to the last period: what a verdict may rest on. */
  readonly sustained: Computed;
}

/**
 * Payback of equally spaced flows, period 0 being first spend (income positive).
 *
 * With Cum_k = sum of N_t, t <= k, and k the period in which it turns from negative to not negative:
 * T = (k - 1) + (-Cum_(k-1)) / N_k, the flow of a period being spread evenly over it. Discounted: the same with
 * N_t / (1 + rate)^t. Not negative in period 0: 0. Never: `never_within_horizon` with the number of periods, no number.
 * From go-live the periods before it are taken off; money that is back before go-live gives 0.
 *
 * Examples: -1000, 400, 400, 400 -> 2.5; -10000 and five times 3000 -> 3.3333, discounted at 10 % 4.2633.
 * Source: methodology 1.2.
 */
export function payback(flows: FlowInput, options: PaybackOptions = {}): Payback {
  const { rate = 0, timing = 'end', clockStart = 0 } = options;
  const read = readFlows(flows);
  if ('reason' in read) return both(noValue(read.reason));
  if (!isRate(rate)) return both(noValue({ code: 'out_of_range', name: 'discount rate', value: rate }));
  const horizon = read.flows.length - 1;
  const factors = discountFactors(rate, horizon, timing);
  let cumulated = read.flows[0] ?? 0;
  let first = cumulated >= 0 ? 0 : undefined;
  let sustained = first;
  for (let k = 1; k <= horizon; k += 1) {
    const flow = (read.flows[k] as number) * (factors[k] as number);
    const before = cumulated;
    cumulated += flow;
    if (cumulated < 0) {
      sustained = undefined;
    } else if (before < 0) {
      const time = k - 1 - before / flow;
      first ??= time;
      sustained = time;
    }
  }
  const never = noValue({ code: 'never_within_horizon', horizon });
  const from = (time: number | undefined) =>
    time === undefined ? never : known(Math.max(0, time - clockStart));
  return { first: from(first), sustained: from(sustained) };
}

function both(figure: Computed): Payback {
  return { first: figure, sustained: figure };
}

/** The calendar month in which a payback of `periods` months after `firstMonth` is reached. */
export function breakEvenMonth(firstMonth: MonthIndex, periods: number): MonthIndex {
  return addMonths(firstMonth, Math.ceil(periods));
}
