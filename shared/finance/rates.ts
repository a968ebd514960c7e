import { ln } from '../uncertainty/elementary.ts';
import { intPower, nthRoot } from './power.ts';
import { type Computed, known, noValue } from './reason.ts';

const MONTHS = 12;

/**
 * Effective monthly rate of an effective annual rate, both fractions: (1 + r)^(1/12) - 1.
 *
 * Never r / 12: at 10 % a year a month is 0.7974 %, not 0.8333 %. `annualRate` must be above -1 (the policy bounds
 * it); anything else is a mistake of the caller.
 *
 * Example: 0.1 -> 0.007974140428903764. Source: methodology 1.1.
 * @throws RangeError when the rate is -1 or less, or not finite.
 */
export function monthlyRate(annualRate: number): number {
  return nthRoot(growth(annualRate), MONTHS) - 1;
}

/** Effective annual rate of a monthly one: (1 + i)^12 - 1. Example: 0.0038401048 -> 0.0470671. Methodology 1.2. */
export function annualRate(monthly: number): number {
  return intPower(1 + monthly, MONTHS) - 1;
}

/**
 * Factor of the mid-month convention, (1 + r)^(1/24): flows after month 0 fall in the middle of their month instead
 * of at its end and are worth half a month more. At 10 % a year 1.00397915. Source: methodology 1.1.
 */
export function halfMonthFactor(annualRate: number): number {
  return nthRoot(growth(annualRate), 2 * MONTHS);
}

/**
 * Discount factors d_0 = 1, d_t = d_(t-1) / (1 + rate), t = 0..`periods`, by repeated division; with `mid` timing
 * every factor from t = 1 on is multiplied by the square root of (1 + rate), half a period. `rate` is per period.
 */
export function discountFactors(
  rate: number,
  periods: number,
  timing: FlowTiming = 'end',
): readonly number[] {
  const perPeriod = growth(rate);
  const half = timing === 'mid' ? Math.sqrt(perPeriod) : 1;
  const factors = [1];
  let factor = 1;
  for (let t = 1; t <= periods; t += 1) {
    factor /= perPeriod;
    factors.push(factor * half);
  }
  return factors;
}

/** `end`: a flow falls at the end of its period (default); `mid`: in the middle, from period 1 on. */
export type FlowTiming = 'end' | 'mid';

/** True for a rate that can discount: finite and above -100 %. */
export function isRate(rate: number): boolean {
  return rate > -1 && rate < Number.POSITIVE_INFINITY;
}

/**
 * Effective rate of a nominal one compounded `times` a year: (1 + r/m)^m - 1.
 * Example: 10 % nominal, quarterly, is 10.3813 % effective.
 */
export function effectiveRate(nominal: number, times: number): Computed {
  if (!isRate(nominal / times)) return noValue({ code: 'out_of_range', name: 'rate', value: nominal });
  return known(intPower(1 + nominal / times, times) - 1);
}

/** Nominal rate, compounded `times` a year, of an effective one: m ((1 + r)^(1/m) - 1). 10 % quarterly: 9.6455 %. */
export function nominalRate(effective: number, times: number): Computed {
  if (!isRate(effective)) return noValue({ code: 'out_of_range', name: 'rate', value: effective });
  return known(times * (nthRoot(1 + effective, times) - 1));
}

/**
 * Constant growth rate per period that leads from `from` to `to` in `periods` whole periods: (to/from)^(1/n) - 1.
 * Both values must be above 0, otherwise no such rate exists.
 * Example: 1000 to 2000 in 10 years is 7.1773 % a year.
 */
export function growthRate(from: number, to: number, periods: number): Computed {
  if (!(from > 0)) return noValue({ code: 'out_of_range', name: 'first value', value: from });
  if (!(to > 0)) return noValue({ code: 'out_of_range', name: 'last value', value: to });
  if (!(periods >= 1)) return noValue({ code: 'out_of_range', name: 'periods', value: periods });
  return known(nthRoot(to / from, periods) - 1);
}

/**
 * Periods until `from` has grown to `to` at a constant rate per period: ln(to/from) / ln(1 + rate), not whole.
 * Undefined unless both values and the rate are above 0. Example: 10 %, 1000 to 2000 -> 7.2725 periods.
 */
export function periodsToGrow(rate: number, from: number, to: number): Computed {
  if (!(rate > 0 && isRate(rate))) return noValue({ code: 'out_of_range', name: 'rate', value: rate });
  if (!(from > 0)) return noValue({ code: 'out_of_range', name: 'first value', value: from });
  if (!(to > 0)) return noValue({ code: 'out_of_range', name: 'last value', value: to });
  return known(ln(to / from) / ln(1 + rate));
}

function growth(rate: number): number {
  if (!isRate(rate)) throw new RangeError(`a rate must be above -1 and finite: ${rate}`);
  return 1 + rate;
}
