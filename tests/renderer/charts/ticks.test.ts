import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceTicks } from '#renderer/charts/ticks.ts';

describe('niceTicks()', () => {
  it.each([
    [-52_000_000, 92_000_000, 8, [-75, -50, -25, 0, 25, 50, 75, 100].map((one) => one * 1_000_000)],
    [0, 100, 6, [0, 20, 40, 60, 80, 100].map((one) => one)],
    [30, 90, 4, [0, 50, 100]],
    [-5, -1, 6, [-5, -4, -3, -2, -1, 0]],
  ])('covers %d to %d in about %d steps with %j', (min, max, wanted, expected) => {
    expect(niceTicks(min, max, wanted)).toEqual(expected);
  });

  it('gives an axis even when everything is zero', () => {
    const ticks = niceTicks(0, 0, 6);
    expect(ticks).toContain(0);
    expect(ticks.every(Number.isFinite)).toBe(true);
  });

  it('covers the data, includes zero and rises, whatever the data', () => {
    const amount = fc.integer({ min: -1e13, max: 1e13 });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 2, max: 12 }), (a, b, wanted) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)];
        const ticks = niceTicks(min, max, wanted);
        const slack = 1e-6 * Math.max(1, Math.abs(min), Math.abs(max));
        expect(ticks).toContain(0);
        expect(ticks[0]).toBeLessThanOrEqual(min + slack);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(max - slack);
        expect(ticks.length).toBeLessThanOrEqual(2 * wanted + 2);
        for (let i = 1; i < ticks.length; i += 1) expect(ticks[i]).toBeGreaterThan(ticks[i - 1] as number);
      }),
    );
  });
});
