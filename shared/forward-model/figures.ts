import type { Estimate, Interval, Simulated } from '../decision/result.ts';
import {
  orderStatisticRanks,
  percentile,
  percentileInterval,
  shareAndError,
} from '../uncertainty/percentile.ts';
import type { OutcomeColumns } from './closed-form.ts';
import type { ForwardModel } from './model.ts';
import { orderWindow } from './order-window.ts';
import { paybackQuestion, unitScope } from './questions.ts';

/** The figures of a simulation before it is known whether draws have to be added. */
export type Figures = Omit<Simulated, 'isExtended' | 'onTheLine'>;

/** Copies to be rearranged; reused, since one simulation runs at a time in a thread. */
let buffer = new Float64Array(0);

/**
 * E, P, BCR50, UE, PB, percentiles of Delta and the option value over the first `draws` places of `out`.
 *
 * `termSums[k]` is the sum over the draws of everything that belongs to scope k. Option value = largest over k >= 1
 * of max(0, -E[terms of scope k and after]). Errors: s / sqrt(n), sqrt(p (1 - p) / n), and 95 % intervals from order
 * statistics. Source: methodology 2.6 and 4.2.
 */
export function figuresOf(
  model: ForwardModel,
  out: OutcomeColumns,
  termSums: Float64Array,
  draws: number,
): Figures {
  const delta = out.delta.subarray(0, draws);
  const { mean, deviation } = momentsOf(delta);
  const copy = bufferFor(draws);
  copy.set(delta);
  const deltas = { p10: interval(copy, 0.1), p50: interval(copy, 0.5), p90: interval(copy, 0.9) };
  return {
    draws,
    expected: { value: mean, se: deviation / Math.sqrt(draws) },
    deviation,
    probability: share(countAbove(delta, 0), draws),
    bcr50: medianRatio(out, draws),
    unitEconomics:
      unitScope(model) === undefined ? null : share(countAbove(out.margin.subarray(0, draws), 0), draws),
    payback: paybackQuestion(model) === 'asked' ? share(countOnes(out.paysBack, draws), draws) : null,
    delta: deltas,
    optionValue: optionValue(termSums, draws),
  };
}

/**
 * Mean and standard deviation (n - 1) as distances from the first value, so that draws that are all alike have exactly
 * that mean and no deviation: what is known for certain has no error.
 */
function momentsOf(values: Float64Array): { mean: number; deviation: number } {
  const n = values.length;
  const origin = values[0] as number;
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += (values[i] as number) - origin;
  const shift = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i += 1) {
    const distance = (values[i] as number) - origin - shift;
    squares += distance * distance;
  }
  return { mean: origin + shift, deviation: n > 1 ? Math.sqrt(squares / (n - 1)) : 0 };
}

/** The median of PV(B) / PV(C); null when some draw has no cost at all, so that its ratio is undefined. */
function medianRatio({ benefit, cost }: OutcomeColumns, draws: number): Interval | null {
  const ratios = bufferFor(draws);
  for (let i = 0; i < draws; i += 1) {
    const spent = cost[i] as number;
    if (spent === 0) return null;
    ratios[i] = (benefit[i] as number) / spent;
  }
  return interval(ratios, 0.5);
}

function optionValue(termSums: Float64Array, draws: number): number {
  let best = 0;
  let tail = 0;
  for (let k = termSums.length - 1; k >= 1; k -= 1) {
    tail += (termSums[k] as number) / draws;
    best = Math.max(best, -tail);
  }
  return best;
}

/** Type 7 percentile and its interval; rearranges `values`. */
function interval(values: Float64Array, q: number): Interval {
  const ranks = orderStatisticRanks(values.length, q);
  const place = Math.floor((values.length - 1) * q);
  orderWindow(
    values,
    Math.min(ranks.low - 1, place),
    Math.min(values.length - 1, Math.max(ranks.high - 1, place + 1)),
  );
  return { value: percentile(values, q), ...percentileInterval(values, q) };
}

function share(count: number, draws: number): Estimate {
  const { estimate, se } = shareAndError(count, draws);
  return { value: estimate, se };
}

function countAbove(values: Float64Array, cut: number): number {
  let count = 0;
  for (let i = 0; i < values.length; i += 1) if ((values[i] as number) > cut) count += 1;
  return count;
}

function countOnes(flags: Uint8Array, draws: number): number {
  let count = 0;
  for (let i = 0; i < draws; i += 1) count += flags[i] as number;
  return count;
}

function bufferFor(draws: number): Float64Array {
  if (buffer.length < draws) buffer = new Float64Array(draws);
  return buffer.subarray(0, draws);
}
