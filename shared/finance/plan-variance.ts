import { type FlowInput, readFlows, sumSorted } from './flows.ts';
import { type Computed, known, noValue } from './reason.ts';

/** Actual against plan, in the unit of both. */
export interface PlanVariance {
  /** actual - plan, whatever is measured. */
  readonly difference: number;
  /** Favourable: more benefit or net value than planned, or less cost. */
  readonly direction: 'favourable' | 'unfavourable' | 'on_plan';
}

/** Variance = actual - plan; costs are favourable when below plan, benefits and net when above. Methodology 1.6. */
export function planVariance(kind: 'cost' | 'benefit' | 'net', actual: number, plan: number): PlanVariance {
  const difference = actual - plan;
  if (difference === 0) return { difference, direction: 'on_plan' };
  const isGood = kind === 'cost' ? difference < 0 : difference > 0;
  return { difference, direction: isGood ? 'favourable' : 'unfavourable' };
}

/** Cost index plan / actual: above 1 is cheaper than planned. Undefined without actual cost. Methodology 1.6. */
export function costIndex(actual: number, plan: number): Computed {
  return actual > 0 ? known(plan / actual) : noValue({ code: 'no_cost' });
}

/** How far forecasts were off, as fractions of the actuals. */
export interface ForecastError {
  /** mean(forecast - actual) / mean(actual): above 0 = forecast too high. Errors both ways cancel. */
  readonly bias: Computed;
  /** Mean of |forecast - actual| / |actual|: errors do not cancel. */
  readonly mape: Computed;
}

/**
 * Bias and MAPE of forecasts over the months in which the actual is known, pair by pair in the same order.
 * Blank values are refused with their positions; an actual of 0 has no relative error, which leaves MAPE undefined.
 * Example: forecasts 110, 90 of actuals 100, 100: bias 0, MAPE 10 %. Source: methodology 1.6.
 * @throws RangeError when the two series differ in length.
 */
export function forecastError(forecasts: FlowInput, actuals: FlowInput): ForecastError {
  if (forecasts.length !== actuals.length) {
    throw new RangeError(`${forecasts.length} forecasts for ${actuals.length} actuals`);
  }
  const expected = readFlows(forecasts);
  const real = readFlows(actuals);
  if ('reason' in expected) return { bias: noValue(expected.reason), mape: noValue(expected.reason) };
  if ('reason' in real) return { bias: noValue(real.reason), mape: noValue(real.reason) };
  const differences = expected.flows.map((forecast, i) => forecast - (real.flows[i] as number));
  const actualSum = sumSorted(real.flows);
  const zeros = real.flows.flatMap((actual, i) => (actual === 0 ? [i] : []));
  const shares = differences.map((difference, i) => Math.abs(difference / (real.flows[i] as number)));
  return {
    bias:
      actualSum === 0
        ? noValue({ code: 'actual_zero', positions: [] })
        : known(sumSorted(differences) / actualSum),
    mape:
      zeros.length > 0
        ? noValue({ code: 'actual_zero', positions: zeros })
        : known(sumSorted(shares) / shares.length),
  };
}
