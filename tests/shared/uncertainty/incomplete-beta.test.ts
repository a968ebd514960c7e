import { describe, expect, it } from 'vitest';
import { inverseIncompleteBeta, regularisedIncompleteBeta } from '#shared/uncertainty/incomplete-beta.ts';

describe('regularisedIncompleteBeta()', () => {
  // scipy 1.17.1, betainc; (3, 3) at .3 is exactly .16308 and (5, 1) at .5 exactly 1/32.
  it.each([
    [0.1, 1.8, 4.2, 0.11852804233280922],
    [0.3, 1.8, 4.2, 0.5482303042619047],
    [0.5, 1.8, 4.2, 0.8579299774303809],
    [0.9, 1.8, 4.2, 0.9997667313930194],
    [0.3, 3, 3, 0.16308],
    [0.9, 3, 3, 0.99144],
    [0.1, 5, 1, 1e-5],
    [0.5, 5, 1, 1 / 32],
    [0, 2, 3, 0],
    [1, 2, 3, 1],
  ])('at %d with %d and %d is %d', (x, a, b, expected) => {
    expect(Math.abs(regularisedIncompleteBeta(x, a, b) - expected)).toBeLessThanOrEqual(1e-13 * expected);
  });

  it.each([
    [-0.1, 1, 1],
    [1.1, 1, 1],
    [0.5, 0, 1],
    [0.5, 1, -1],
    [Number.NaN, 1, 1],
  ])('refuses %d with %d and %d', (x, a, b) => {
    expect(() => regularisedIncompleteBeta(x, a, b)).toThrow(RangeError);
  });
});

describe('inverseIncompleteBeta()', () => {
  it.each([
    [0.001, 1.8, 4.2],
    [0.5, 1, 5],
    [0.9, 3, 3],
    [0.999, 5, 1],
  ])('gives back the probability %d with %d and %d', (p, a, b) => {
    expect(regularisedIncompleteBeta(inverseIncompleteBeta(p, a, b), a, b)).toBeCloseTo(p, 13);
  });

  it('refuses a probability outside 0 to 1', () => {
    expect(() => inverseIncompleteBeta(1.1, 1, 1)).toThrow(RangeError);
  });
});
