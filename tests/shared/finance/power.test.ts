import { describe, expect, it } from 'vitest';
import { intPower, nthRoot } from '#shared/finance/power.ts';

describe('intPower()', () => {
  it.each([
    [2, 0, 1],
    [2, 1, 2],
    [3, 5, 243],
    [0.5, 10, 1 / 1024],
    [-2, 3, -8],
    [1.1, 2, 1.2100000000000002],
  ])('%d to the power %d is %d', (base, exponent, expected) => {
    expect(intPower(base, exponent)).toBe(expected);
  });
});

describe('nthRoot()', () => {
  it.each([
    [1024, 10, 2],
    [1e13, 1, 1e13],
    [2, 2, Math.SQRT2],
    [1 / 1024, 10, 0.5],
    [1e300, 3, 1e100],
    [1e-300, 3, 1e-100],
  ])('of %d, degree %d, is %d', (value, degree, expected) => {
    expect(Math.abs(nthRoot(value, degree) / expected - 1)).toBeLessThan(3e-14);
  });

  it('agrees with the built-in power to 2e-15 over 40 decades and degrees up to 2000', () => {
    for (let i = 0; i < 2000; i += 1) {
      const value = 10 ** ((i % 41) - 20) * (1 + i / 777);
      const degree = 3 + ((i * 37) % 1998);
      expect(Math.abs(nthRoot(value, degree) / value ** (1 / degree) - 1)).toBeLessThan(2e-15);
    }
  });
});
