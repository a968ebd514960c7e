import type { FlowInput } from './flows.ts';
import { npv } from './npv.ts';
import { type Computed, known, noValue } from './reason.ts';

/**
 * Return on investment as a fraction: (benefit - cost) / cost. 3.29 is 329 %.
 *
 * Both positive, in the same unit, over the same window, both discounted or both not; take
 * {@link import('./labelled.ts').labelledRoi} where labels are at hand. No cost (or less than none): undefined, not
 * infinite. Example (TEI, present values): 7168371, 1672201 -> 3.2868. Source: methodology 1.2.
 */
export function roi(benefit: number, cost: number): Computed {
  return cost > 0 ? known((benefit - cost) / cost) : noValue({ code: 'no_cost' });
}

/** Benefit-cost ratio of two present values: PV(B) / PV(C) = ROI + 1. Undefined without cost. Methodology 1.2. */
export function benefitCostRatio(benefit: number, cost: number): Computed {
  return cost > 0 ? known(benefit / cost) : noValue({ code: 'no_cost' });
}

/**
 * Profitability index: 1 + NPV / |outlay in period 0|. Undefined when period 0 has no outlay.
 * Example: 10 %, -1000, 600, 600 -> 1.041322. Source: methodology 1.2.
 */
export function profitabilityIndex(rate: number, flows: FlowInput): Computed {
  const value = npv(rate, flows);
  if (value.status !== 'known') return value;
  const outlay = -(flows[0] ?? 0);
  return outlay > 0 ? known(1 + value.value / outlay) : noValue({ code: 'no_outlay' });
}
