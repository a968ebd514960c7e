import type { Figure, Missing } from '../decision/result.ts';
import { formatMonth } from '../domain/calendar.ts';
import type { MonthTotals } from './tracking.ts';

const WINDOW = 3;

/**
 * First-cut value E: net of the 3 latest closed months x 4, in minor units a year. Actual, undiscounted, annualised.
 *
 * Example: nets of 100, -20 and 70 give (100 - 20 + 70) x 4 = 600 a year.
 *
 * Unknown, with what is missing named, when fewer than 3 months are closed, or when a cost is unmeasured in one of
 * them: a missing cost taken as zero would flatter the figure. An unmeasured outcome is no claimed benefit and only
 * lowers it (methodology 1.6). The three months need not be adjacent; the window sum beside the figure names the gap.
 */
export function annualisedNet(totals: readonly MonthTotals[]): Figure {
  if (totals.length < WINDOW) {
    const text = `three closed months (${totals.length} so far)`;
    return { status: 'unknown', missing: [{ code: 'closedMonths', text }] };
  }
  const window = totals.slice(-WINDOW);
  const missing: Missing[] = [];
  for (const total of window) {
    const name = formatMonth(total.month);
    if (total.costMeasured < total.costExpected) {
      missing.push({ code: `costs:${name}`, text: `a cost of ${name}` });
    }
  }
  if (missing.length === 0 && !window.some((total) => total.hasCost)) {
    missing.push({ code: 'costs', text: 'a cost in the last 3 closed months' });
  }
  if (missing.length > 0) return { status: 'unknown', missing };
  let net = 0;
  for (const total of window) net += total.benefit - total.cost;
  return { status: 'known', value: net * 4 };
}
