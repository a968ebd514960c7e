import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halved } from '#shared/decision/half-life.ts';

describe('halved()', () => {
  it.each([
    [0, 1],
    [-3, 1],
    [1, 0.5],
    [2, 0.25],
    [0.5, Math.SQRT1_2],
    [5000, 0],
  ])('2^-%f is %f', (x, expected) => {
    expect(halved(x)).toBeCloseTo(expected, 14);
  });

  it('agrees with the platform to 4 parts in 10^15 and never rises', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 40, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (x, step) => {
          expect(Math.abs(halved(x) / 2 ** -x - 1)).toBeLessThan(4e-15);
          expect(halved(x + step)).toBeLessThanOrEqual(halved(x) * (1 + 4e-15));
        },
      ),
    );
  });
});
