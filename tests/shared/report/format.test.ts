import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, formatNumber, formatScore, formatShare } from '#shared/report/format.ts';

/** Written with plain spaces and hyphens for reading; printed with no-break spaces and true minus signs. */
const printed = (text: string) => text.replaceAll(' ', '\u00a0').replaceAll('-', '\u2212');

describe('formatMoney()', () => {
  it.each([
    [0, 'EUR', '0.00 EUR'],
    [5, 'EUR', '0.05 EUR'],
    [-5, 'EUR', '-0.05 EUR'],
    [123_456_789, 'EUR', '1,234,567.89 EUR'],
    [-4_800_000, 'USD', '-48,000.00 USD'],
    [100_000, 'JPY', '100,000 JPY'],
    [1_234_567, 'KWD', '1,234.567 KWD'],
    [2.5, 'EUR', '0.02 EUR'],
    [3.5, 'EUR', '0.04 EUR'],
    [-2.5, 'EUR', '-0.02 EUR'],
    [-0.4, 'EUR', '0.00 EUR'],
    [9_007_199_254_740_991, 'EUR', '90,071,992,547,409.91 EUR'],
  ])('%d minor units of %s read %s', (minor, currency, expected) => {
    expect(formatMoney(minor, currency)).toBe(printed(expected));
  });

  it.each([
    [0, 'EUR', '0 EUR'],
    [5, 'EUR', '0.05 EUR'],
    [53_240, 'EUR', '532 EUR'],
    [5_324, 'EUR', '53.2 EUR'],
    [-4_800_000, 'EUR', '-48 k EUR'],
    [41_235_000, 'EUR', '412 k EUR'],
    [231_049_999, 'EUR', '2.31 M EUR'],
    [99_949_999, 'EUR', '999 k EUR'],
    [99_950_001, 'EUR', '1 M EUR'],
    [123_456_000_000, 'EUR', '1.23 bn EUR'],
    [123_456_000_000_000, 'EUR', '1,230 bn EUR'],
    [1_005, 'JPY', '1 k JPY'],
    [100, 'JPY', '100 JPY'],
  ])('compact, %d minor units of %s read %s', (minor, currency, expected) => {
    expect(formatMoney(minor, currency, { compact: true })).toBe(printed(expected));
  });

  it('loses nothing: the printed digits are the amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (minor) => {
        const digits = formatMoney(minor, 'EUR')
          .replace('\u2212', '-')
          .replace(/[^\d-]/g, '');
        expect(Number(digits)).toBe(minor);
      }),
    );
  });

  it('stays within half a unit of the third digit when compact', () => {
    const scale = { '': 1, k: 1e3, M: 1e6, bn: 1e9 } as const;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e15 }), (minor) => {
        const [number, name] = formatMoney(minor, 'JPY', { compact: true }).split('\u00a0');
        const unit = name === 'k' || name === 'M' || name === 'bn' ? name : '';
        const back = Number(number?.replaceAll(',', '')) * scale[unit];
        expect(Math.abs(back / minor - 1)).toBeLessThan(0.005001);
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e21])('refuses %d', (minor) => {
    expect(() => formatMoney(minor, 'EUR')).toThrow(RangeError);
  });
});

describe('formatShare()', () => {
  it.each([
    [0, '0 %'],
    [0.0001, '<0.1 %'],
    [0.001, '0.1 %'],
    [0.042, '4.2 %'],
    [0.0996, '10 %'],
    [1 / 3, '33 %'],
    [0.994, '99 %'],
    [0.9999, '>99 %'],
    [1, '100 %'],
    [1.71, '171 %'],
    [12.344, '1,234 %'],
    [-0.35, '-35 %'],
  ])('%d reads %s', (share, expected) => {
    expect(formatShare(share)).toBe(printed(expected));
  });
});

describe('formatScore()', () => {
  it.each([
    [75, '75'],
    [74.999999999, '74.9'],
    [74.96, '74.9'],
    [64.1, '64.1'],
    [0, '0'],
    [100, '100'],
  ])('%d reads %s', (score, expected) => {
    expect(formatScore(score)).toBe(expected);
  });
});

describe('formatNumber()', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [4.2, '4.2'],
    [0.1 + 0.2, '0.3'],
    [-1234.5, '-1,234.5'],
    [1234567, '1,234,570'],
    [0.000012, '0.000012'],
    [1e-9, '1e-9'],
  ])('%d reads %s', (value, expected) => {
    expect(formatNumber(value)).toBe(printed(expected));
  });

  it('refuses what is not a number', () => {
    expect(() => formatNumber(Number.NaN)).toThrow(RangeError);
    expect(() => formatShare(Number.NaN)).toThrow(RangeError);
    expect(() => formatScore(Number.NaN)).toThrow(RangeError);
  });
});
