import { describe, expect, it } from 'vitest';
import { areLoadingsAllowed, correlate, correlateAll, normalScores } from '#shared/uncertainty/copula.ts';
import { percentileInterval, sortInto } from '#shared/uncertainty/percentile.ts';
import { averageRanks, rankCorrelation } from '#shared/uncertainty/rank-correlation.ts';
import { fitThreePoint, transform } from '#shared/uncertainty/three-point.ts';
import { uniforms } from './draws.ts';

const N = 100_000;

function factor(name: string, count = N): Float64Array {
  const scores = uniforms(name, count);
  normalScores(scores, scores);
  return scores;
}

function correlated(name: string, loadings: number[], factors: Float64Array[], count = N): Float64Array {
  const out = new Float64Array(count);
  correlateAll(uniforms(name, count), loadings, factors, out);
  return out;
}

describe('areLoadingsAllowed()', () => {
  it.each([
    [[], true],
    [[0.5], true],
    [[-0.9, 0.3], true],
    [[Math.sqrt(0.95)], true],
    [[0.975], false],
    [[0.8, 0.6], false],
    [[Number.NaN], false],
  ])('of %o is %s', (loadings, expected) => {
    expect(areLoadingsAllowed(loadings)).toBe(expected);
  });
});

describe('correlate()', () => {
  it('leaves a number without loadings as it is', () => {
    expect(correlate(0.1234, [], [])).toBe(0.1234);
  });

  it('moves the median by the factor: Phi(.5 x 1.2) = .7257', () => {
    expect(correlate(0.5, [0.5], [1.2])).toBeCloseTo(0.72574688224993, 14);
  });

  it('takes sqrt(1 - sum of squares) of its own: u = Phi(1), a = .6, F = 0 gives Phi(.8)', () => {
    expect(correlate(0.8413447460685429, [0.6], [0])).toBeCloseTo(0.7881446014166033, 14);
  });

  it('stays finite for a uniform number rounded up to 1 against a factor far below', () => {
    expect(correlate(1, [0.5], [-8])).toBeGreaterThan(0.9);
    expect(correlate(1, [0.5], [-8])).toBeLessThan(1);
  });

  it.each([
    [
      [0.8, 0.6],
      [0, 0],
    ],
    [[0.5], [0, 0]],
    [[0.5, 0.5], [0]],
  ])('refuses loadings %o for factors %o', (loadings, factors) => {
    expect(() => correlate(0.5, loadings, factors)).toThrow(RangeError);
  });
});

describe('correlateAll()', () => {
  // scipy 1.17.1: (6 / pi) asin(rho / 2); the loading of each of two inputs on one factor is sqrt(rho).
  it.each([
    [0.2, 0.19130568],
    [0.3, 0.28756422],
    [0.5, 0.48258374],
    [0.7, 0.6829105],
  ])('gives two inputs of correlation %d the rank correlation %d', (rho, expected) => {
    const shared = factor('copula factor');
    const x = correlated('copula x', [Math.sqrt(rho)], [shared]);
    const y = correlated('copula y', [Math.sqrt(rho)], [shared]);
    const result = rankCorrelation(averageRanks(x), averageRanks(y));
    // 4 standard errors, at most 1 / sqrt(n) each.
    expect(result.status).toBe('known');
    expect(Math.abs((result.status === 'known' ? result.value : 0) - expected)).toBeLessThan(
      4 / Math.sqrt(N),
    );
  });

  it('adds up over factors: .6 and .3 on two common ones is correlation .45', () => {
    const factors = [factor('copula factor 1'), factor('copula factor 2')];
    const x = averageRanks(correlated('copula x', [0.6, 0.3], factors));
    const y = averageRanks(correlated('copula y', [0.6, 0.3], factors));
    const result = rankCorrelation(x, y);
    const expected = (6 / Math.PI) * Math.asin(0.45 / 2);
    expect(Math.abs((result.status === 'known' ? result.value : 0) - expected)).toBeLessThan(
      4 / Math.sqrt(N),
    );
  });

  it('leaves the distribution of each input as it was', () => {
    const values = correlated('copula margin', [0.5], [factor('copula factor', 10_000)], 10_000);
    transform(fitThreePoint('positive', 10, 20, 60), values, values);
    const sorted = sortInto(values, new Float64Array(values.length));
    for (const [q, exact] of [
      [0.1, 10],
      [0.5, 20],
      [0.9, 60],
    ] as const) {
      const { low, high } = percentileInterval(sorted, q);
      expect(low).toBeLessThanOrEqual(exact);
      expect(high).toBeGreaterThanOrEqual(exact);
    }
  });

  it('gives the same bits as one call per draw, in place too, for the places asked for', () => {
    const u = uniforms('copula small', 50);
    const scores = factor('copula factor', 50);
    const expected = u.map((value, i) =>
      i >= 10 && i < 30 ? correlate(value, [0.5], [scores[i] ?? 0]) : value,
    );
    correlateAll(u, [0.5], [scores], u, 10, 20);
    expect(u).toEqual(expected);
  });

  it('copies the draws of an input without loadings', () => {
    const out = new Float64Array(20);
    correlateAll(uniforms('copula small', 20), [], [], out);
    expect(out).toEqual(uniforms('copula small', 20));
  });

  it('refuses a factor with too few draws and places outside the lists', () => {
    const u = uniforms('copula small', 20);
    expect(() => correlateAll(u, [0.5], [new Float64Array(19)], u)).toThrow(RangeError);
    expect(() => correlateAll(u, [], [], u, 10, 11)).toThrow(RangeError);
    expect(() => normalScores(u, u, -1, 5)).toThrow(RangeError);
  });
});
