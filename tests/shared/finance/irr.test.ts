import { describe, expect, it } from 'vitest';
import { annualIrr, irr } from '#shared/finance/irr.ts';
import type { RateResult } from '#shared/finance/rate-result.ts';
import { PERIODIC_SERIES } from './published-series.ts';

const rootsOf = (result: RateResult) => ('roots' in result ? result.roots : []);
const statusFor = (flows: readonly number[], roots: number) => {
  if (!flows.some((flow) => flow > 0) || !flows.some((flow) => flow < 0)) return 'not_applicable';
  return roots === 0 ? 'none' : roots === 1 ? 'ok' : 'multiple';
};

describe('irr()', () => {
  it.each(PERIODIC_SERIES)('$name', ({ flows, roots, published, tolerance }) => {
    const result = irr(flows);
    expect(result.status).toBe(statusFor(flows, roots.length));
    const found = rootsOf(result);
    expect(found).toHaveLength(roots.length);
    for (const [i, root] of roots.entries()) {
      expect(Math.abs((found[i] as number) - root)).toBeLessThan(Math.max(2e-11, tolerance && 1e-10));
    }
    if (published !== null) {
      expect(Math.min(...found.map((root) => Math.abs(root - published)))).toBeLessThanOrEqual(tolerance);
    }
  });

  it('refuses blanks, which formulajs skips: leaving them out would shorten the series', () => {
    // formulajs prints 13.918 % for this, the rate of -4500, 3045, 2371
    expect(irr([-4500, null, 3045, null, 2371])).toEqual({
      status: 'not_applicable',
      reason: { code: 'blank', positions: [1, 3] },
    });
    expect(rootsOf(irr([-4500, 0, 3045, 0, 2371]))[0]).toBeCloseTo(0.0673246187, 9);
  });

  it.each([
    [[-100, -5, 0], { code: 'no_sign_change' }],
    [[7], { code: 'no_sign_change' }],
    [[], { code: 'empty' }],
    [[-1, Number.NEGATIVE_INFINITY], { code: 'not_finite', positions: [1] }],
  ] as const)('is not applicable: case %#', (flows, reason) => {
    expect(irr(flows)).toEqual({ status: 'not_applicable', reason });
  });

  it.each([
    ['a double root touches zero: 100 (x - .8)^2', [64, -160, 100], [0.25]],
    ['the same upside down', [-100, 240, -144], [0.2]],
    ['a double root at zero', [100, -200, 100], [0]],
    ['a triple root at zero', [-1, 3, -3, 1], [0]],
    ['zero and one more', [100, -300, 200], [0, 1]],
    // x^2 - 2.0000001 x + 1 = 0: u = +-acosh(1.00000005), 0.0006 apart, inside one cell of the grid
    ['a pair inside one cell', [-1, 2.0000001, -1], [-0.000316177769653, 0.000316277769653]],
    ['zeros at the ends and between', [0, 0, -100, 0, 0, 800, 0], [1]],
    // 1/(1 + i) = (sqrt(5) - 1)/2
    ['amounts near the largest number', [-1.5e308, 1.5e308, 1.5e308], [0.618033988749895]],
    ['amounts near the smallest number', [-5e-324, 5e-324, 5e-324], [0.618033988749895]],
    // 1 - 2.0002 y + y^2 in y = (1 + i)^-4; roots by numpy
    [
      'a pair inside one cell, flows far apart',
      [-1, 0, 0, 0, 2.0002, 0, 0, 0, -1],
      [-0.003529261907, 0.0035417617117],
    ],
    ['the only root lies beyond the grid', [-1, 1e13, 5], [1e13 - 1 + 5e-13]],
    ['nearly everything lost, beyond the grid', [-1e16, 1, 5, 0], [-0.99999997763932]],
    ['two flows far apart, closed form', [-1, ...Array<number>(99).fill(0), 2], [0.006955550056718883]],
  ])('%s', (_, flows, expected) => {
    const result = irr(flows);
    expect(result.status).toBe(expected.length === 1 ? 'ok' : 'multiple');
    expect(rootsOf(result)).toHaveLength(expected.length);
    for (const [i, root] of expected.entries()) {
      expect(Math.abs((rootsOf(result)[i] as number) - root)).toBeLessThan(
        1e-9 * Math.max(1, Math.abs(root)),
      );
    }
  });

  it.each([
    ['far apart', [-0.6, -0.05, 0.03, 0.4, 2.5], 10],
    ['three inside one cell of the grid', [0.001, 0.005, 0.011], 5],
  ])('finds the roots a series was built from, %s', (_, rates, digits) => {
    // product of (1 - (1 + r)x): NPV vanishes exactly at these rates
    let flows = [-1000];
    for (const rate of rates) {
      flows = [...flows, 0].map((flow, t) => flow - (1 + rate) * (t > 0 ? (flows[t - 1] as number) : 0));
    }
    const found = rootsOf(irr(flows));
    expect(found).toHaveLength(rates.length);
    for (const [i, rate] of rates.entries()) expect(found[i]).toBeCloseTo(rate, digits);
  });

  it('does not overflow over 480 months that end in losses', () => {
    const flows = [-1e6, ...Array<number>(400).fill(20_000), ...Array<number>(79).fill(-50_000)];
    const result = irr(flows);
    expect(result.status).toBe('multiple');
    expect(rootsOf(result).at(-1)).toBeCloseTo(0.02, 3);
  });
});

describe('annualIrr()', () => {
  it('annualises every monthly root as (1 + i)^12 - 1', () => {
    const flows = [-172545.848122807, ...Array<number>(480).fill(787.735232517999)];
    // 0.38401048 % a month (pyxirr): 1.0038401048^12 - 1
    expect(rootsOf(annualIrr(flows))[0]).toBeCloseTo(0.0470670869, 9);
    const both = annualIrr([-100, 100, 0, -7]);
    expect(both.status).toBe('multiple');
    expect(rootsOf(both)[1]).toBeCloseTo((1 - 0.0832996661849) ** 12 - 1, 10);
  });

  it('keeps the statuses without a rate', () => {
    expect(annualIrr([-1000, 3000, -2500])).toEqual({ status: 'none' });
    expect(annualIrr([1, 2]).status).toBe('not_applicable');
  });

  it('refuses a rate too large for a number', () => {
    expect(annualIrr([-1e-300, 1])).toEqual({
      status: 'not_applicable',
      reason: { code: 'not_finite', positions: [] },
    });
  });
});
