import { sortInto } from './percentile.ts';

/** A rank correlation between -1 and 1, or why there is none: fewer than 2 pairs, or one side never changes. */
export type RankCorrelation =
  | { readonly status: 'known'; readonly value: number }
  | { readonly status: 'undefined'; readonly reason: 'too_few' | 'constant' };

/**
 * Ranks 1 to n, lowest first; equal values share the mean of their ranks. `buffer` (default: a new one) is room to
 * sort in, at least as long as `values`. NaN is not allowed.
 */
export function averageRanks(
  values: Float64Array,
  buffer: Float64Array = new Float64Array(values.length),
): Float64Array {
  // Sorting bare numbers and looking each one up is several times faster than sorting places by a comparison.
  const sorted = sortInto(values, buffer);
  return values.map((value) => {
    const start = firstAtLeast(sorted, value);
    const isTied = sorted[start + 1] === value;
    const end = isTied ? firstAbove(sorted, value) : start + 1;
    // Places start to end - 1 are ranks start + 1 to end.
    return (start + 1 + end) / 2;
  });
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function firstAbove(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Spearman's rank correlation of two rank lists from averageRanks(): the ordinary correlation of the ranks, which is
 * also right with ties. It says how strongly an input moves the result, without supposing a straight line. Throws
 * RangeError when the lists differ in length.
 */
export function rankCorrelation(xRanks: Float64Array, yRanks: Float64Array): RankCorrelation {
  const n = xRanks.length;
  if (n !== yRanks.length) throw new RangeError(`${n} ranks cannot be paired with ${yRanks.length}.`);
  if (n < 2) return { status: 'undefined', reason: 'too_few' };
  const mean = (n + 1) / 2;
  let products = 0;
  let xSquares = 0;
  let ySquares = 0;
  for (let i = 0; i < n; i += 1) {
    const x = (xRanks[i] as number) - mean;
    const y = (yRanks[i] as number) - mean;
    products += x * y;
    xSquares += x * x;
    ySquares += y * y;
  }
  if (xSquares === 0 || ySquares === 0) return { status: 'undefined', reason: 'constant' };
  return { status: 'known', value: products / Math.sqrt(xSquares * ySquares) };
}
