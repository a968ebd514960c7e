import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reweighted, scoreNeeded, swapNeeded, weightNeeded } from '#shared/decision/explain/sensitivity.ts';

// Oracle wsm_flip_derived: R = 25 x sum(w s), mark 75.
const WEIGHTS = [0.2, 0.2, 0.2, 0.2, 0.2];
const SCORES = [3, 2, 3, 4, 2];
const R = 70;
const MARK = 75;

const readiness = (weights: readonly number[], scores: readonly number[]): number =>
  25 * weights.reduce((sum, weight, i) => sum + weight * (scores[i] ?? 0), 0);

describe('scoreNeeded()', () => {
  test.each([
    [0, true],
    [1, true],
    [2, true],
    [3, false],
    [4, true],
  ])('asks one level of score %i, feasible: %s', (index, isFeasible) => {
    const needed = scoreNeeded({
      readiness: R,
      mark: MARK,
      weight: WEIGHTS[index] ?? 0,
      level: SCORES[index] ?? 0,
      freshness: 1,
    });
    expect(needed?.effective).toBeCloseTo(1, 12);
    expect(needed?.levels?.change).toBeCloseTo(1, 12);
    expect(needed?.levels?.isFeasible).toBe(isFeasible);
  });

  test('asks more levels of stale evidence, and none at all when nothing is fresh', () => {
    const aged = scoreNeeded({ readiness: R, mark: MARK, weight: 0.2, level: 2, freshness: 0.5 });
    expect(aged).toEqual({ effective: 1, levels: { change: 2, isFeasible: true } });
    expect(scoreNeeded({ readiness: R, mark: MARK, weight: 0.2, level: 2, freshness: 0 })?.levels).toBeNull();
  });

  test('has no answer without weight', () => {
    expect(scoreNeeded({ readiness: R, mark: MARK, weight: 0, level: 2, freshness: 1 })).toBeUndefined();
  });
});

describe('weightNeeded()', () => {
  test.each([
    [0, 0.8],
    [1, -0.2],
    [2, 0.8],
    [3, 0.1333333333],
    [4, -0.2],
  ])('changes weight %i by %f', (index, change) => {
    const needed = weightNeeded({ readiness: R, mark: MARK, weights: WEIGHTS, scores: SCORES, index });
    expect(needed?.change).toBeCloseTo(change, 9);
    expect(needed?.isFeasible).toBe(true);
  });

  test('has no answer for the only weight or a score at the mean of the others', () => {
    expect(
      weightNeeded({ readiness: 70, mark: 75, weights: [1, 0], scores: [3, 2], index: 0 }),
    ).toBeUndefined();
    expect(
      weightNeeded({ readiness: 75, mark: 80, weights: [0.5, 0.5], scores: [3, 3], index: 0 }),
    ).toBeUndefined();
  });

  test('says when no weight between 0 and 1 reaches the mark', () => {
    const needed = weightNeeded({ readiness: R, mark: 99, weights: WEIGHTS, scores: SCORES, index: 0 });
    expect(needed?.isFeasible).toBe(false);
  });

  test('brings readiness to the mark, whatever weights and scores', () => {
    const score = fc.double({ min: 0, max: 4, noNaN: true });
    const weight = fc.double({ min: 0.05, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(weight, score), { minLength: 2, maxLength: 6 }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.nat(),
        (pairs, mark, place) => {
          const total = pairs.reduce((sum, [one]) => sum + one, 0);
          const weights = pairs.map(([one]) => one / total);
          const scores = pairs.map(([, one]) => one);
          const index = place % pairs.length;
          const now = readiness(weights, scores);
          const needed = weightNeeded({ readiness: now, mark, weights, scores, index });
          fc.pre(needed?.isFeasible === true);
          const changed = reweighted(weights, index, needed?.change ?? 0);
          // A change is called feasible up to 1e-9 beyond the last weight, as every comparison with a mark is.
          expect(changed.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 8);
          expect(readiness(changed, scores)).toBeCloseTo(mark, 6);
        },
      ),
    );
  });
});

describe('swapNeeded()', () => {
  const weights = [0.5, 0.3, 0.2];
  const first = [4, 1, 2];
  const second = [2, 3, 4];

  test('gives the reduction of a weight at which two alternatives tie', () => {
    const needed = swapNeeded({ weights: [0.6, 0.2, 0.2], first, second, index: 0 });
    // P_1 = 3, P_2 = 2.6; (2.6 - 3) / (2 - 4) = .2
    expect(needed?.change).toBeCloseTo(0.2, 12);
    expect(needed?.isFeasible).toBe(true);
  });

  test('ties them after the weights are brought back to a sum of 1', () => {
    for (const index of [0, 1, 2]) {
      const needed = swapNeeded({ weights, first, second, index });
      const raw = weights.map((weight, i) => (i === index ? weight - (needed?.change ?? 0) : weight));
      const total = raw.reduce((sum, one) => sum + one, 0);
      const scaled = raw.map((one) => one / total);
      expect(readiness(scaled, first)).toBeCloseTo(readiness(scaled, second), 9);
    }
  });

  test('is infeasible when the weight would fall below 0, and absent when both score the same', () => {
    // P_1 = 4.1, P_2 = 1.4: (1.4 - 4.1) / (1 - 4) = .9, more than there is.
    const needed = swapNeeded({ weights: [0.8, 0.2], first: [4, 4.5], second: [1, 3], index: 0 });
    expect(needed?.isFeasible).toBe(false);
    expect(swapNeeded({ weights, first: [1, 2, 3], second: [1, 3, 3], index: 0 })).toBeUndefined();
  });
});
