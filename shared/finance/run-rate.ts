import { type FlowInput, readFlows } from './flows.ts';
import { type Computed, known, noValue } from './reason.ts';

const WINDOW = 3;
const WINDOWS_A_YEAR = 4;

/**
 * Annualised run-rate: sum of the three latest closed months x 4, in the unit of the values; not a forecast.
 * `closedMonths` oldest first. Fewer than three months: `too_few_months` with how many there are; a blank month in
 * the window is refused, not left out. Example: 100, -20, 70 -> 600. Source: methodology 1.6.
 */
export function annualisedRunRate(closedMonths: FlowInput): Computed {
  if (closedMonths.length < WINDOW) {
    return noValue({ code: 'too_few_months', have: closedMonths.length, need: WINDOW });
  }
  const read = readFlows(closedMonths.slice(-WINDOW));
  if ('reason' in read) return noValue(read.reason);
  return known(read.flows.reduce((sum, value) => sum + value, 0) * WINDOWS_A_YEAR);
}
