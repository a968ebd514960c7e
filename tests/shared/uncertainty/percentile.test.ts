import { describe, expect, it } from 'vitest';
import {
  meanAndError,
  orderStatisticRanks,
  percentile,
  percentileInterval,
  shareAndError,
  sortInto,
} from '#shared/uncertainty/percentile.ts';
import { uniforms } from './draws.ts';

const oneToTen = Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

describe('sortInto()', () => {
  it('sorts numbers as numbers in the buffer and leaves the values as they are', () => {
    const values = Float64Array.from([10, -3, 9, 100]);
    const buffer = new Float64Array(6).fill(7);
    const sorted = sortInto(values, buffer);
    expect([...sorted]).toEqual([-3, 9, 10, 100]);
    expect(sorted.buffer).toBe(buffer.buffer);
    expect([...buffer.subarray(4)]).toEqual([7, 7]);
    expect([...values]).toEqual([10, -3, 9, 100]);
  });

  it('refuses a buffer that is too small', () => {
    expect(() => sortInto(oneToTen, new Float64Array(9))).toThrow(RangeError);
  });
});

describe('percentile()', () => {
  // 1 to 10, type 7 (scipy 1.17.1).
  it.each([
    [0, 1],
    [0.1, 1.9],
    [0.5, 5.5],
    [0.9, 9.1],
    [1, 10],
  ])('of 1 to 10 at %d is %d', (q, expected) => {
    expect(percentile(oneToTen, q)).toBeCloseTo(expected, 14);
  });

  it('does not touch a neighbour it does not need', () => {
    expect(percentile(Float64Array.from([1, 2, Infinity]), 0.5)).toBe(2);
  });

  it('refuses no values and a q outside 0 to 1', () => {
    expect(() => percentile(new Float64Array(0), 0.5)).toThrow(RangeError);
    expect(() => percentile(oneToTen, 1.01)).toThrow(RangeError);
    expect(() => percentile(oneToTen, Number.NaN)).toThrow(RangeError);
  });
});

describe('orderStatisticRanks()', () => {
  it.each([
    // 1,000 -+ 1.96 x 30 = 941.2 to 1,058.8, outwards.
    [10_000, 0.1, 941, 1059],
    // 5,000 -+ 1.96 x 50 = 4,902 to 5,098.
    [10_000, 0.5, 4902, 5098],
    // 1 -+ 1.96 x .95: held inside 1 to n.
    [10, 0.1, 1, 3],
    [10, 0.9, 7, 10],
    [10, 0, 1, 1],
  ])('for %d draws and q = %d is %d to %d', (n, q, low, high) => {
    expect(orderStatisticRanks(n, q)).toEqual({ low, high });
  });

  it('refuses no draws and a q outside 0 to 1', () => {
    expect(() => orderStatisticRanks(0, 0.1)).toThrow(RangeError);
    expect(() => orderStatisticRanks(10, -0.1)).toThrow(RangeError);
  });
});

describe('percentileInterval()', () => {
  it('is the values at the ranks, counted from 1', () => {
    const sorted = Float64Array.from({ length: 10_000 }, (_, i) => i + 1);
    expect(percentileInterval(sorted, 0.1)).toEqual({ low: 941, high: 1059 });
  });

  it('holds the true percentile in about 95 of 100 samples', () => {
    const repeats = 1_000;
    const u = uniforms('coverage', repeats * 500);
    const buffer = new Float64Array(500);
    let held = 0;
    for (let i = 0; i < repeats; i += 1) {
      const { low, high } = percentileInterval(sortInto(u.subarray(i * 500, (i + 1) * 500), buffer), 0.1);
      if (low <= 0.1 && 0.1 <= high) held += 1;
    }
    // Outward rounding makes it a little wide: .95 to .97, and 4 standard errors of .0069 for 1,000 repeats.
    expect(held / repeats).toBeGreaterThan(0.922);
    expect(held / repeats).toBeLessThan(0.99);
  });
});

describe('meanAndError()', () => {
  it('is the mean and s / sqrt(n), s with n - 1', () => {
    // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares 9+1+1+1+0+0+4+16 = 32, s^2 = 32/7, se = sqrt(32/7/8) = .755929.
    const { estimate, se } = meanAndError(Float64Array.from([2, 4, 4, 4, 5, 5, 7, 9]));
    expect(estimate).toBe(5);
    expect(se).toBeCloseTo(Math.sqrt(4 / 7), 14);
  });

  it('keeps the spread of values far from 0', () => {
    expect(meanAndError(Float64Array.from([1e9 + 1, 1e9 + 3])).se).toBe(1);
  });

  it('refuses fewer than two draws', () => {
    expect(() => meanAndError(Float64Array.from([1]))).toThrow(RangeError);
  });
});

describe('shareAndError()', () => {
  it.each([
    [5_000, 10_000, 0.5, 0.005],
    [1_000, 10_000, 0.1, 0.003],
    [0, 100, 0, 0],
    [100, 100, 1, 0],
  ])('of %d of %d is %d with error %d', (count, n, estimate, se) => {
    const share = shareAndError(count, n);
    expect(share.estimate).toBe(estimate);
    expect(share.se).toBeCloseTo(se, 15);
  });

  it.each([
    [0, 0],
    [-1, 10],
    [11, 10],
  ])('refuses %d of %d', (count, n) => {
    expect(() => shareAndError(count, n)).toThrow(RangeError);
  });
});
