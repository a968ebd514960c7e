import { describe, expect, it } from 'vitest';
import { exp, ln } from '#shared/uncertainty/elementary.ts';
import { bitsOf, unitInLastPlace } from './bits.ts';
import { uniforms } from './draws.ts';

const COUNT = 100_000;

/** The largest distance to the built-in function, in units in the last place of its result. */
function worstDistance(
  points: Float64Array,
  own: (x: number) => number,
  builtIn: (x: number) => number,
): number {
  let worst = 0;
  for (const x of points) {
    const expected = builtIn(x);
    const distance = Math.abs(own(x) - expected) / unitInLastPlace(Math.abs(expected));
    if (!(distance <= worst)) worst = distance;
  }
  return worst;
}

/** The built-in functions are themselves within 1 unit, ours too: more than 2 apart is an error of ours. */
const ALLOWED = 2;

describe('ln()', () => {
  it.each([
    ['between 0 and 10', (u: number) => 10 * u],
    ['as odds of a share', (u: number) => u / (1 - u)],
    ['next to 1, on both sides', (u: number) => 1 + (u - 0.5) * 1e-3],
    ['within the rounding of 1', (u: number) => 1 + (u - 0.5) * 1e-14],
    ['over all magnitudes', (u: number) => 2 ** Math.floor(u * 2040 - 1020) * (1 + u)],
    ['among the subnormal numbers', (u: number) => u * 2.2e-308],
  ])('is within 2 units in the last place of the built-in logarithm %s', (_, toPoint) => {
    const points = uniforms('ln', COUNT).map(toPoint);
    expect(worstDistance(points, ln, Math.log)).toBeLessThanOrEqual(ALLOWED);
  });

  // Exact values to 90 digits, rounded once (computed with an arbitrary-precision library).
  it.each([
    [2, '3fe62e42fefa39ef'],
    [10, '40026bb1bbb55516'],
    [0.1, 'c0026bb1bbb55515'],
    [1e-310, 'c0864e69394d9508'],
    [1.0000000001, '3ddb7cdffffa18d8'],
    [123456.789, '40277281cad8a844'],
  ])('gives the same bits for %d on every machine', (x, bits) => {
    expect(bitsOf(ln(x))).toBe(bits);
  });

  it.each([
    [1, 0],
    [0, -Infinity],
    [-0, -Infinity],
    [-1, Number.NaN],
    [-5e-324, Number.NaN],
    [-Infinity, Number.NaN],
    [Number.NaN, Number.NaN],
    [Infinity, Infinity],
    [5e-324, Math.log(5e-324)],
    [Number.MAX_VALUE, Math.log(Number.MAX_VALUE)],
  ])('of %d is %d', (x, expected) => {
    expect(ln(x)).toBe(expected);
  });
});

describe('exp()', () => {
  it.each([
    ['between -20 and 20', (u: number) => 40 * (u - 0.5)],
    ['next to 0, on both sides', (u: number) => (u - 0.5) * 1e-3],
    ['over all magnitudes', (u: number) => 1416 * u - 707],
  ])('is within 2 units in the last place of the built-in exponential %s', (_, toPoint) => {
    const points = uniforms('exp', COUNT).map(toPoint);
    expect(worstDistance(points, exp, Math.exp)).toBeLessThanOrEqual(ALLOWED);
  });

  it('is within 2 units in the last place where the result is subnormal', () => {
    const points = uniforms('exp', COUNT).map((u) => -708 - 37 * u);
    expect(worstDistance(points, exp, Math.exp)).toBeLessThanOrEqual(ALLOWED);
  });

  // Exact values to 90 digits, rounded once (computed with an arbitrary-precision library).
  it.each([
    [1, '4005bf0a8b145769'],
    [-1, '3fd78b56362cef38'],
    [0.5, '3ffa61298e1e069c'],
    [10, '40d5829dcf950560'],
    [-700.5, '00c4ff475c68ca02'],
    [1e-10, '3ff000000006df38'],
  ])('gives the same bits for %d on every machine', (x, bits) => {
    expect(bitsOf(exp(x))).toBe(bits);
  });

  it.each([
    [0, 1],
    [-0, 1],
    [-Infinity, 0],
    [-746, 0],
    [-745, 5e-324],
    [709.782712893384, Math.exp(709.782712893384)],
    [709.8, Infinity],
    [Infinity, Infinity],
    [Number.NaN, Number.NaN],
  ])('of %d is %d', (x, expected) => {
    expect(exp(x)).toBe(expected);
  });
});
