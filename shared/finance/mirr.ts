import { type FlowInput, readFlows } from './flows.ts';
import { intPower, nthRoot } from './power.ts';
import { isRate } from './rates.ts';
import { type Computed, known, noValue } from './reason.ts';

/** Rates per period: what borrowed money costs and what returned money earns. */
export interface MirrRates {
  readonly finance: number;
  readonly reinvest: number;
}

/**
 * Modified internal rate of return per period: (FV(inflows, reinvest) / PV(outflows, finance))^(1/n) - 1, with
 * n = number of periods = flows - 1. Unlike the IRR there is always exactly one.
 *
 * `rates` are fractions per period; the default of the methodology is finance = reinvest = the discount rate.
 * Undefined (`no_sign_change`) without at least one inflow and one outflow. Bring a monthly result to a year with
 * {@link import('./rates.ts').annualRate}.
 *
 * Example: -75000, 12000, 15000, 18000, 21000, 24000 at 10 % and 12 % -> 7.9717 %. Source: methodology 1.2.
 */
export function mirr(flows: FlowInput, rates: MirrRates): Computed {
  const read = readFlows(flows);
  if ('reason' in read) return noValue(read.reason);
  if (!isRate(rates.finance)) {
    return noValue({ code: 'out_of_range', name: 'finance rate', value: rates.finance });
  }
  if (!isRate(rates.reinvest)) {
    return noValue({ code: 'out_of_range', name: 'reinvestment rate', value: rates.reinvest });
  }
  const periods = read.flows.length - 1;
  let future = 0;
  let present = 0;
  for (const [t, flow] of read.flows.entries()) {
    if (flow > 0) future += flow * intPower(1 + rates.reinvest, periods - t);
    else present -= flow / intPower(1 + rates.finance, t);
  }
  if (!(future > 0 && present > 0)) return noValue({ code: 'no_sign_change' });
  return known(nthRoot(future / present, periods) - 1);
}
