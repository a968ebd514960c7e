import { describe, expect, it } from 'vitest';
import { normalCdf, normalDensity, normalQuantile } from '#shared/uncertainty/normal.ts';
import { uniforms } from './draws.ts';

describe('normalQuantile()', () => {
  // scipy 1.17.1, norm.ppf.
  it.each([
    [0.975, 1.959963984540054],
    [0.9, 1.2815515655446004],
    [0.1, -1.2815515655446004],
    [0.999, 3.090232306167813],
    [1e-10, -6.361340902404056],
    [0.25, -0.6744897501960817],
    // Arbitrary-precision library: the last of the three ranges starts below 1.4e-11.
    [1e-20, -9.262340089798407],
    [1e-300, -37.0470962993612],
  ])('of %d is %d', (p, z) => {
    expect(Math.abs(normalQuantile(p) / z - 1)).toBeLessThan(1e-15);
  });

  it.each([
    [0, -Infinity],
    [1, Infinity],
    [0.5, 0],
    [-0.1, Number.NaN],
    [1.1, Number.NaN],
    [Number.NaN, Number.NaN],
  ])('of %d is %d', (p, z) => {
    expect(normalQuantile(p)).toBe(z);
  });
});

describe('normalCdf()', () => {
  // 60-digit values of the normal distribution function, rounded (arbitrary-precision library).
  it.each([
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [-1, 0.15865525393145705],
    [1.96, 0.9750021048517795],
    [-3, 0.0013498980316300946],
    [-6, 9.86587645037698e-10],
    [-20, 2.7536241186062337e-89],
    [9, 1],
  ])('at %d is %d', (z, p) => {
    expect(Math.abs(normalCdf(z) / p - 1)).toBeLessThan(1e-15);
  });

  it('gives back the probability of every quantile', () => {
    for (const p of uniforms('normal')) {
      expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(5e-15);
    }
  });

  it('rises across the joints of its three ranges', () => {
    for (const joint of [0.67448975, Math.sqrt(32)]) {
      for (const sign of [-1, 1]) {
        const steps = [-2e-8, -1e-8, 0, 1e-8, 2e-8].map((step) => normalCdf(sign * joint + step));
        expect(steps).toEqual([...steps].sort((a, b) => a - b));
      }
    }
  });

  it.each([
    [-Infinity, 0],
    [Infinity, 1],
    [Number.NaN, Number.NaN],
  ])('at %d is %d', (z, p) => {
    expect(normalCdf(z)).toBe(p);
  });
});

describe('normalDensity()', () => {
  it('is the slope of the distribution function', () => {
    for (const z of [-4, -1.3, 0, 0.7, 2.5]) {
      const slope = (normalCdf(z + 1e-5) - normalCdf(z - 1e-5)) / 2e-5;
      expect(normalDensity(z)).toBeCloseTo(slope, 9);
    }
  });

  it('is 1 / sqrt(2 pi) at 0', () => {
    expect(normalDensity(0)).toBe(1 / Math.sqrt(2 * Math.PI));
  });
});
