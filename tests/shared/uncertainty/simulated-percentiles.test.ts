import { describe, expect, it } from 'vitest';
import { normalQuantile } from '#shared/uncertainty/normal.ts';
import { meanAndError, percentile, percentileInterval, sortInto } from '#shared/uncertainty/percentile.ts';
import { pertMean, pertQuantile } from '#shared/uncertainty/pert.ts';
import { fitThreePoint, transform } from '#shared/uncertainty/three-point.ts';
import { triangularMean, triangularQuantile } from '#shared/uncertainty/triangular.ts';
import { uniforms } from './draws.ts';

/** 10,000 draws by a quantile function, sorted. */
function sortedDraws(name: string, toValue: (u: number) => number): Float64Array {
  const values = uniforms(name).map(toValue);
  return sortInto(values, new Float64Array(values.length));
}

/**
 * The exact percentile lies within 4 standard errors of the draws: between the values at ranks n q -+ 4 sqrt(n q (1 -
 * q)). Not the 95 % interval, which by its definition misses 1 in 20 of the many figures checked here.
 */
function expectPercentile(sorted: Float64Array, q: number, exact: number): void {
  const n = sorted.length;
  const reach = 4 * Math.sqrt(n * q * (1 - q));
  expect(sorted[Math.floor(n * q - reach) - 1]).toBeLessThan(exact);
  expect(sorted[Math.ceil(n * q + reach) - 1]).toBeGreaterThan(exact);
  const { low, high } = percentileInterval(sorted, q);
  expect(percentile(sorted, q)).toBeGreaterThanOrEqual(low);
  expect(percentile(sorted, q)).toBeLessThanOrEqual(high);
}

describe('10,000 simulated draws', () => {
  it.each([
    [0.1, -1.2815515655446004],
    [0.25, -0.6744897501960817],
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
  ])('hold the normal %d quantile %d within 4 standard errors', (q, exact) => {
    expectPercentile(sortedDraws('simulated normal', normalQuantile), q, exact);
  });

  // Percentiles: scipy 1.17.1.
  it.each([
    [10, 20, 60, 17.071068, 28.377223, 45.857864],
    [100, 120, 200, 114.142136, 136.754447, 171.715729],
  ])('of triangular %d / %d / %d hold its P10, P50, P90 and mean', (lowest, mode, highest, p10, p50, p90) => {
    const values = { lowest, mode, highest };
    const sorted = sortedDraws('simulated triangular', (u) => triangularQuantile(values, u));
    expectPercentile(sorted, 0.1, p10);
    expectPercentile(sorted, 0.5, p50);
    expectPercentile(sorted, 0.9, p90);
    const { estimate, se } = meanAndError(sorted);
    expect(Math.abs(estimate - triangularMean(values))).toBeLessThan(4 * se);
  });

  it.each([
    [10, 20, 60, 14.495107, 23.833613, 37.266703],
    [100, 120, 200, 108.990213, 127.667226, 154.533405],
  ])('of PERT %d / %d / %d hold its P10, P50, P90 and mean', (lowest, mode, highest, p10, p50, p90) => {
    const values = { lowest, mode, highest };
    const sorted = sortedDraws('simulated PERT', (u) => pertQuantile(values, u));
    expectPercentile(sorted, 0.1, p10);
    expectPercentile(sorted, 0.5, p50);
    expectPercentile(sorted, 0.9, p90);
    const { estimate, se } = meanAndError(sorted);
    expect(Math.abs(estimate - pertMean(values))).toBeLessThan(4 * se);
  });

  it.each([
    ['free', 35, 50, 75, 30.736466, 84.339343],
    ['positive', 10, 20, 60, 8.172907, 90.189345],
    ['share', 0.2, 0.4, 0.7, 0.154848, 0.785178],
  ] as const)('of %s %d / %d / %d hold P05, P10, P50, P90, P95', (bound, p10, p50, p90, p05, p95) => {
    const values = uniforms(`simulated ${bound}`);
    transform(fitThreePoint(bound, p10, p50, p90), values, values);
    const sorted = sortInto(values, new Float64Array(values.length));
    expectPercentile(sorted, 0.05, p05);
    expectPercentile(sorted, 0.1, p10);
    expectPercentile(sorted, 0.5, p50);
    expectPercentile(sorted, 0.9, p90);
    expectPercentile(sorted, 0.95, p95);
  });
});
