import { inverseIncompleteBeta } from './incomplete-beta.ts';
import { requireThreeValues, type ThreeValues } from './triangular.ts';

/** Mean of the PERT distribution: (a + 4m + b) / 6. */
export function pertMean(values: ThreeValues): number {
  requireThreeValues(values);
  return (values.lowest + 4 * values.mode + values.highest) / 6;
}

/**
 * Standard deviation of the PERT distribution: sqrt((mean - a)(b - mean) / 7). It is not (b - a) / 6 in general:
 * 10 / 20 / 60 gives 8.660, not 8.333.
 */
export function pertSd(values: ThreeValues): number {
  const mean = pertMean(values);
  return Math.sqrt(((mean - values.lowest) * (values.highest - mean)) / 7);
}

/**
 * Quantile of the PERT distribution: a beta distribution stretched over [a, b] with alpha = 1 + 4 (m - a) / (b - a)
 * and beta = 1 + 4 (b - m) / (b - a). u from 0 to 1, else RangeError.
 */
export function pertQuantile(values: ThreeValues, u: number): number {
  requireThreeValues(values);
  const { lowest, mode, highest } = values;
  const width = highest - lowest;
  const alpha = 1 + (4 * (mode - lowest)) / width;
  const beta = 1 + (4 * (highest - mode)) / width;
  return lowest + width * inverseIncompleteBeta(u, alpha, beta);
}
