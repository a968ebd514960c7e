/** The two-sided 95 % point of the standard normal distribution, as the methodology states it. */
const Z_95 = 1.96;

/** A figure estimated from draws, with its standard error (how far chance alone moves it). */
export interface Estimate {
  readonly estimate: number;
  readonly se: number;
}

/** A range that holds the true figure in 95 of 100 repetitions. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Copies `values` to the front of `buffer`, sorts them upwards and returns that part of
 * the buffer: one buffer serves many samples. `values` is left as it is. Throws RangeError for a smaller buffer.
 */
export function sortInto(values: Float64Array, buffer: Float64Array): Float64Array {
  const part = buffer.subarray(0, values.length);
  part.set(values);
  return part.sort();
}

/**
 * The q-quantile of values sorted upwards, type 7 of Hyndman and Fan (1996), as in Excel's PERCENTILE.INC: with
 * h = (n - 1) q, the value at place h counted from 0, straight lines between places. Example: 1 to 10, q = .1
 * gives 1.9. Throws RangeError for no values or a q outside [0, 1].
 */
export function percentile(sorted: Float64Array, q: number): number {
  if (sorted.length === 0) throw new RangeError('No draws, so there is no percentile.');
  requireFraction(q);
  const h = (sorted.length - 1) * q;
  const below = Math.floor(h);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  // At an exact place nothing is interpolated, so that an infinite neighbour does no harm.
  return h === below ? low : low + (h - below) * (high - low);
}

/**
 * Ranks (1 to n) between which the true q-quantile lies in 95 of 100 samples of n draws: n q -+ 1.96 sqrt(n q
 * (1 - q)), rounded outwards and held inside 1 to n. Example: P10 of 10,000 draws: 941 to 1,059. Throws RangeError
 * for n < 1 or a q outside [0, 1].
 */
export function orderStatisticRanks(n: number, q: number): Interval {
  if (!(n >= 1)) throw new RangeError('No draws, so there are no ranks.');
  requireFraction(q);
  const middle = n * q;
  const reach = Z_95 * Math.sqrt(n * q * (1 - q));
  return {
    low: Math.max(1, Math.floor(middle - reach)),
    // At least 1: the 0-quantile is the first draw.
    high: Math.max(1, Math.min(n, Math.ceil(middle + reach))),
  };
}

/** The 95 % interval of the true q-quantile: the values at orderStatisticRanks(). Needs no distribution. */
export function percentileInterval(sorted: Float64Array, q: number): Interval {
  const ranks = orderStatisticRanks(sorted.length, q);
  return { low: sorted[ranks.low - 1] as number, high: sorted[ranks.high - 1] as number };
}

/**
 * The mean of draws and its standard error s / sqrt(n), s with n - 1. Two passes: the spread is taken around the
 * mean, since subtracting squares would lose it. Throws RangeError for fewer than two draws.
 */
export function meanAndError(values: Float64Array): Estimate {
  const n = values.length;
  if (n < 2) throw new RangeError(`A standard error needs two draws or more; there are ${n}.`);
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += values[i] as number;
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i += 1) {
    const distance = (values[i] as number) - mean;
    squares += distance * distance;
  }
  return { estimate: mean, se: Math.sqrt(squares / (n - 1) / n) };
}

/**
 * A share of draws and its standard error sqrt(p (1 - p) / n), at most .005 for 10,000 draws. Throws RangeError for
 * no draws or a count outside 0 to n.
 */
export function shareAndError(count: number, n: number): Estimate {
  if (!(n >= 1 && count >= 0 && count <= n)) throw new RangeError(`${count} of ${n} draws is not a share.`);
  const share = count / n;
  return { estimate: share, se: Math.sqrt((share * (1 - share)) / n) };
}

function requireFraction(q: number): void {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`A percentile needs a fraction between 0 and 1, not ${q}.`);
}
