import type { OutcomeColumns } from '../../forward-model/closed-form.ts';
import type { ForwardModel } from '../../forward-model/model.ts';
import { orderWindow } from '../../forward-model/order-window.ts';
import { paybackQuestion, unitScope } from '../../forward-model/questions.ts';
import { percentile } from '../../uncertainty/percentile.ts';
import type { Estimate, Interval, Simulated } from '../result.ts';

/** In place of what no rule reads. */
const NOT_COMPUTED = NaN;

/**
 * The figures of draws that rules read (E, P, BCR50, UE, PB), equal to the last bit to those of simulate(). What no
 * rule reads is NaN: errors, intervals, percentiles of Delta, the option value. They would take half of the time of
 * a variation, and a variation's figures are never shown.
 * @param scratch room for one number per draw
 */
export function ruleFigures(model: ForwardModel, out: OutcomeColumns, scratch: Float64Array): Simulated {
  const draws = scratch.length;
  const { delta, benefit, cost, margin, paysBack } = out;
  // The mean as a distance from the first draw, as the simulation takes it: known inputs give it exactly.
  const origin = delta[0] as number;
  let shift = 0;
  let positive = 0;
  let earning = 0;
  let paid = 0;
  let hasRatio = true;
  for (let i = 0; i < draws; i += 1) {
    const value = delta[i] as number;
    const spent = cost[i] as number;
    shift += value - origin;
    if (value > 0) positive += 1;
    if ((margin[i] as number) > 0) earning += 1;
    paid += paysBack[i] as number;
    if (spent === 0) hasRatio = false;
    scratch[i] = (benefit[i] as number) / spent;
  }
  return {
    draws,
    isExtended: false,
    onTheLine: [],
    expected: estimate(origin + shift / draws),
    deviation: NOT_COMPUTED,
    probability: estimate(positive / draws),
    bcr50: hasRatio ? interval(median(scratch)) : null,
    unitEconomics: unitScope(model) === undefined ? null : estimate(earning / draws),
    payback: paybackQuestion(model) === 'asked' ? estimate(paid / draws) : null,
    delta: { p10: interval(NOT_COMPUTED), p50: interval(NOT_COMPUTED), p90: interval(NOT_COMPUTED) },
    optionValue: NOT_COMPUTED,
  };
}

function median(values: Float64Array): number {
  const place = Math.floor((values.length - 1) / 2);
  orderWindow(values, place, Math.min(values.length - 1, place + 1));
  return percentile(values, 0.5);
}

function estimate(value: number): Estimate {
  return { value, se: NOT_COMPUTED };
}

function interval(value: number): Interval {
  return { value, low: NOT_COMPUTED, high: NOT_COMPUTED };
}
