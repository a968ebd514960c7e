import { describe, expect, it } from 'vitest';
import {
  annualRate,
  discountFactors,
  effectiveRate,
  growthRate,
  halfMonthFactor,
  isRate,
  monthlyRate,
  nominalRate,
  periodsToGrow,
} from '#shared/finance/rates.ts';
import { amountOf, undefinedFor } from './computed.ts';

describe('monthlyRate()', () => {
  it('is (1 + r)^(1/12) - 1: 0.7974 % at 10 %, never r/12 = 0.8333 %', () => {
    expect(monthlyRate(0.1)).toBe(0.007974140428903764);
    expect(monthlyRate(0)).toBe(0);
  });

  it('is undone by annualRate(), and twelve months of it make the year', () => {
    for (const rate of [-0.5, -0.01, 0.04, 0.1, 0.25, 3]) {
      expect(annualRate(monthlyRate(rate))).toBeCloseTo(rate, 14);
    }
  });

  it.each([-1, -2, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (rate) => {
    expect(() => monthlyRate(rate)).toThrow(RangeError);
    expect(isRate(rate)).toBe(false);
  });
});

describe('halfMonthFactor()', () => {
  it('is 1.0039792 at 10 %, and its square one month', () => {
    expect(halfMonthFactor(0.1)).toBeCloseTo(1.0039792, 7);
    expect(halfMonthFactor(0.1) * halfMonthFactor(0.1)).toBeCloseTo(1 + monthlyRate(0.1), 15);
  });
});

describe('discountFactors()', () => {
  it('starts at 1 and reaches 1/1.1 after twelve months at 10 % a year', () => {
    const factors = discountFactors(monthlyRate(0.1), 12);
    expect(factors).toHaveLength(13);
    expect(factors[0]).toBe(1);
    expect(factors[12]).toBeCloseTo(1 / 1.1, 15);
  });

  // OMB Circular A-94 (1992), appendix B: factors at 7 %, printed to four digits (year 1 to 10). Recalled table.
  it('prints the end-of-year and mid-year factors of OMB A-94', () => {
    const round = (factors: readonly number[]) => factors.map((factor) => Number(factor.toFixed(4)));
    expect(round(discountFactors(0.07, 10).slice(1))).toEqual([
      0.9346, 0.8734, 0.8163, 0.7629, 0.713, 0.6663, 0.6227, 0.582, 0.5439, 0.5083,
    ]);
    expect(round(discountFactors(0.07, 10, 'mid').slice(1))).toEqual([
      0.9667, 0.9035, 0.8444, 0.7891, 0.7375, 0.6893, 0.6442, 0.602, 0.5626, 0.5258,
    ]);
  });
});

// formulajs test/financial.js (EFFECT, NOMINAL, RRI, PDURATION); LibreOffice help (RRI 7500 -> 10000); tubedude/xirr (CAGR).
describe('rate conversions', () => {
  it.each([
    ['effectiveRate, 10 % quarterly', effectiveRate(0.1, 4), 0.10381289062499977, 1e-14],
    ['effectiveRate, 10 % monthly', effectiveRate(0.1, 12), 0.104713, 5e-7],
    ['nominalRate, 10 % quarterly', nominalRate(0.1, 4), 0.09645475633778045, 1e-14],
    ['growthRate, 10000 to 11000 in 8', growthRate(10_000, 11_000, 8), 0.011985024140399592, 1e-14],
    ['growthRate, 7500 to 10000 in 4', growthRate(7500, 10_000, 4), 0.0746, 5e-5],
    ['growthRate, 1000 to 2000 in 10', growthRate(1000, 2000, 10), 0.071773, 5e-7],
    ['periodsToGrow, 1000 to 2000 at 10 %', periodsToGrow(0.1, 1000, 2000), 7.272540897341714, 1e-13],
  ])('%s', (_, figure, expected, tolerance) => {
    expect(Math.abs(amountOf(figure) - expected)).toBeLessThanOrEqual(tolerance);
  });

  it.each([
    [growthRate(0, 5, 2), 'first value', 0],
    [growthRate(-3, 5, 2), 'first value', -3],
    [growthRate(5, 0, 2), 'last value', 0],
    [growthRate(5, 6, 0), 'periods', 0],
    [effectiveRate(-4, 4), 'rate', -4],
    [nominalRate(-1, 4), 'rate', -1],
    [periodsToGrow(0, 1, 2), 'rate', 0],
    [periodsToGrow(0.1, 0, 2), 'first value', 0],
    [periodsToGrow(0.1, 1, -2), 'last value', -2],
  ])('is undefined outside its range: case %#', (figure, name, value) => {
    expect(figure).toEqual(undefinedFor({ code: 'out_of_range', name, value }));
  });
});
