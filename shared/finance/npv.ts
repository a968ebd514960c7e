import { type FlowInput, readFlows } from './flows.ts';
import { type FlowTiming, isRate } from './rates.ts';
import { type Computed, known, noValue } from './reason.ts';

/**
 * Net present value at t = 0: NPV = sum of N_t / (1 + rate)^t, t = 0, 1, 2, ...
 *
 * `rate` is a fraction per period (monthly flows: {@link monthlyRate}); the flow of period 0 is not discounted.
 * `mid` timing multiplies the flows of t >= 1 by (1 + rate)^(1/2), for months (1 + r)^(1/24). Same unit as the flows.
 * Undefined when a flow is blank or not finite, or the rate is -100 % or less.
 *
 * Example: 8 %, -40000, 5000, 8000, 12000, 30000 -> 3065.22. Source: methodology 1.1, 1.2.
 */
export function npv(rate: number, flows: FlowInput, timing: FlowTiming = 'end'): Computed {
  const read = readFlows(flows);
  if ('reason' in read) return noValue(read.reason);
  if (!isRate(rate)) return noValue({ code: 'out_of_range', name: 'discount rate', value: rate });
  const [first = 0, ...later] = read.flows;
  const half = timing === 'mid' ? Math.sqrt(1 + rate) : 1;
  return known(first + (horner(later, 1 + rate) / (1 + rate)) * half);
}

/**
 * What the NPV() of a spreadsheet gives: every flow discounted one period more, the first one too.
 *
 * THE TRAP: on a series that starts with the outlay it is too small by the factor 1/(1 + rate); 2838.17 instead of
 * 3065.22 in the example above. Right for series whose first flow is a year away (OMB A-94 counts so). It is here to
 * reproduce such tables and to explain a difference to a spreadsheet; no figure of ours is made with it.
 */
export function spreadsheetNpv(rate: number, flows: FlowInput): Computed {
  const atFirst = npv(rate, flows);
  return atFirst.status === 'known' ? known(atFirst.value / (1 + rate)) : atFirst;
}

/** Sum of flows[t] / growth^t. Dividing on the way back needs no power, and zero flows cost nothing in precision. */
function horner(flows: readonly number[], growth: number): number {
  let sum = 0;
  for (let t = flows.length - 1; t >= 0; t -= 1) sum = sum / growth + (flows[t] ?? 0);
  return sum;
}
