import { normalCdf, normalDensity } from './normal.ts';
import { sortInto } from './percentile.ts';

/** Draws are sorted by the input and cut into this many groups of nearly equal size. */
const DEFAULT_BINS = 50;

/**
 * Expected value of perfect information, in the unit of the draws: what it would be worth to know every input
 * before deciding to go on or to stop. EVPI = E[max(0, Delta)] - max(0, E[Delta]), Delta the advantage of going on
 * over stopping. Never negative. Throws RangeError for no draws.
 */
export function evpi(deltas: Float64Array): number {
  const n = requireDraws(deltas);
  let gains = 0;
  let sum = 0;
  for (let i = 0; i < n; i += 1) {
    const delta = deltas[i] as number;
    if (delta > 0) gains += delta;
    sum += delta;
  }
  return Math.max(0, gains / n - Math.max(0, sum / n));
}

/**
 * Expected value of knowing one input exactly, in the unit of `deltas`: the draws are sorted by the input and cut
 * into groups; in each group one decides by the mean. EVPPI = mean of max(0, group mean) - max(0, mean), groups
 * weighted by their size (single-loop estimator, Strong and Oakley 2013; it errs slightly upwards, less with more
 * draws). A measurement is worth buying only for less than this. Draws with the same value of the input stay in one
 * group, since knowing it cannot tell them apart: an input that never changes is worth 0.
 *
 * `buffer` (default: a new one) is room to sort in. Throws RangeError for fewer draws than groups, fewer than one
 * group, or lists of different length. NaN is not allowed.
 */
export function evppi(
  input: Float64Array,
  deltas: Float64Array,
  bins: number = DEFAULT_BINS,
  buffer: Float64Array = new Float64Array(input.length),
): number {
  const n = requireDraws(deltas);
  if (input.length !== n) throw new RangeError(`${input.length} draws cannot be paired with ${n} results.`);
  if (!(bins >= 1 && bins <= n)) throw new RangeError(`${n} draws cannot be cut into ${bins} groups.`);
  const sorted = sortInto(input, buffer);
  const lowest = new Float64Array(bins);
  for (let bin = 0; bin < bins; bin += 1) lowest[bin] = sorted[Math.floor((bin * n) / bins)] as number;
  const sums = new Float64Array(bins);
  let sum = 0;
  for (let i = 0; i < n; i += 1) {
    const delta = deltas[i] as number;
    const bin = lastAtMost(lowest, input[i] as number);
    sums[bin] = (sums[bin] as number) + delta;
    sum += delta;
  }
  let gains = 0;
  for (let bin = 0; bin < bins; bin += 1) gains += Math.max(0, sums[bin] as number);
  return Math.max(0, gains / n - Math.max(0, sum / n));
}

/** The last place whose value is at most this one; the first place holds the lowest value there is. */
function lastAtMost(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * EVPI of a Delta that is normal with mean mu and standard deviation sigma, in their unit: sigma (phi(z) - z (1 -
 * Phi(z))), z = |mu| / sigma. Example: mu 100, sigma 200 gives 39.56. With sigma 0 nothing is left to learn: 0.
 * Throws RangeError for a negative sigma.
 */
export function normalEvpi(mu: number, sigma: number): number {
  if (!(sigma >= 0)) throw new RangeError(`A standard deviation cannot be ${sigma}.`);
  if (sigma === 0) return 0;
  const z = Math.abs(mu) / sigma;
  return sigma * (normalDensity(z) - z * normalCdf(-z));
}

/**
 * EVPI of a table of payoffs: `payoffs[action][state]` and the probability of each state. The mean payoff of the
 * best action per state, less the best mean payoff of one action for all states. Throws RangeError for no action, a
 * row that has not one payoff per state, or probabilities that are negative or do not sum to 1 (within 1e-9).
 */
export function payoffTableEvpi(
  probabilities: readonly number[],
  payoffs: readonly (readonly number[])[],
): number {
  const total = probabilities.reduce((sum, p) => sum + p, 0);
  if (!(Math.abs(total - 1) <= 1e-9) || probabilities.some((p) => p < 0)) {
    throw new RangeError(`The probabilities of the states sum to ${total}, not to 1, or one is negative.`);
  }
  if (payoffs.length === 0 || payoffs.some((row) => row.length !== probabilities.length)) {
    throw new RangeError(`Each action needs ${probabilities.length} payoffs, one per state.`);
  }
  const expected = (row: readonly number[]) =>
    row.reduce((sum, x, state) => sum + x * (probabilities[state] ?? 0), 0);
  const bestPerState = probabilities.map((_, state) => Math.max(...payoffs.map((row) => row[state] ?? 0)));
  return expected(bestPerState) - Math.max(...payoffs.map(expected));
}

function requireDraws(deltas: Float64Array): number {
  if (deltas.length === 0) throw new RangeError('No draws, so there is no value of information.');
  return deltas.length;
}
