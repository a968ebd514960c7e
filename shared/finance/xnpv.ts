import { DAYS_OF_YEAR, type DatedFlow, readDatedFlows } from './dated-flows.ts';
import { intPower, nthRoot } from './power.ts';
import { isRate } from './rates.ts';
import { type Computed, known, noValue } from './reason.ts';

/**
 * Present value of dated flows on the day of the earliest one: sum of N_i / (1 + rate)^((d_i - d_min)/365).
 * `rate` is effective a year; Act/365F. Undefined for blank flows and for a rate of -100 % or less.
 *
 * Example: 10 %, -1000 on 2024-01-01, 300 on 2024-06-01, 400 on 2024-12-01, 500 on 2025-06-01 -> 91.6797.
 */
export function xnpv(rate: number, flows: readonly DatedFlow[]): Computed {
  const read = readDatedFlows(flows);
  if ('reason' in read) return noValue(read.reason);
  if (!isRate(rate)) return noValue({ code: 'out_of_range', name: 'discount rate', value: rate });
  let sum = 0;
  for (const [index, day] of read.days.entries())
    sum += (read.amounts[index] as number) / growthOver(rate, day);
  return known(sum);
}

/** The same brought to the day of the latest flow: XNPV x (1 + rate)^((d_max - d_min)/365). */
export function xnfv(rate: number, flows: readonly DatedFlow[]): Computed {
  const present = xnpv(rate, flows);
  if (present.status !== 'known') return present;
  const read = readDatedFlows(flows);
  const lastDay = 'days' in read ? (read.days.at(-1) ?? 0) : 0;
  return known(present.value * growthOver(rate, lastDay));
}

/** (1 + rate)^(days/365): whole years and the days left separately, which keeps the error of the root small. */
function growthOver(rate: number, days: number): number {
  const left = days % DAYS_OF_YEAR;
  const wholeYears = intPower(1 + rate, (days - left) / DAYS_OF_YEAR);
  return left === 0 ? wholeYears : wholeYears * intPower(nthRoot(1 + rate, DAYS_OF_YEAR), left);
}
