import { type FlowInput, readFlows } from './flows.ts';
import { notApplicable, type RateResult, rateResult, ratesOf } from './rate-result.ts';
import { annualRate } from './rates.ts';

/**
 * Every internal rate of return of equally spaced flows: all i > -1 with sum of N_t / (1 + i)^t = 0, per period.
 *
 * Income positive, spending negative; a series turned upside down has the same rates. Zero flows at either end do
 * not matter. Searched from -99.99999 % to 100,000,000 % a period; a single root further out is found as well.
 * `not_applicable` without a sign change or with blank values: a blank is refused, because leaving it out would
 * shorten the series and give another rate.
 *
 * Example: -100, 39, 59, 55, 20 -> 28.0948 %. Source: methodology 1.2; Norstrom (1972) for the uniqueness rule.
 */
export function irr(flows: FlowInput): RateResult {
  const read = readFlows(flows);
  if ('reason' in read) return notApplicable(read.reason);
  return ratesOf(
    read.flows,
    read.flows.map((_, t) => t),
    1,
  );
}

/** The same for monthly flows, every rate as an effective annual one: (1 + i)^12 - 1. */
export function annualIrr(monthlyFlows: FlowInput): RateResult {
  const monthly = irr(monthlyFlows);
  if (monthly.status === 'ok' || monthly.status === 'multiple')
    return rateResult(monthly.roots.map(annualRate));
  return monthly;
}
