import type { Policy } from '../domain/policy.ts';
import { formatNumber } from './format.ts';

/** What every forecast amount depends on; both stand in its label. */
export type ValueBasis = Pick<Policy, 'discountRate' | 'horizonMonths'>;

/** The label of E in full: `forecast, PV at 10 %, simulated, next 36 months, against stopping`. */
export function valueLabel({ discountRate, horizonMonths }: ValueBasis): string {
  return `forecast, PV at ${formatNumber(discountRate * 100)}\u00a0%, simulated, next ${horizonMonths} months, against stopping`;
}

/** The same inside a sentence: `forecast, PV over 36 months`. */
export function valueLabelShort({ horizonMonths }: ValueBasis): string {
  return `forecast, PV over ${horizonMonths} months`;
}
