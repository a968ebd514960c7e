import { describe, expect, it } from 'vitest';
import { breakEvenMonth, payback } from '#shared/finance/payback.ts';
import { monthlyRate } from '#shared/finance/rates.ts';
import { month } from '../decision/example-facts.ts';
import { amountOf, undefinedFor } from './computed.ts';

const TEN_THOUSAND = [-10_000, 3000, 3000, 3000, 3000, 3000];

describe('payback()', () => {
  it.each([
    // tubedude/xirr tests
    ['tubedude', [-1000, 400, 400, 400], {}, 2.5],
    // calcdomain.com/payback-period: simple 3.33
    ['calcdomain, simple', TEN_THOUSAND, {}, 10 / 3],
    // The page prints 4.24 through a fraction of 1.24 > 1 and DCF4 = 2049.95; 3000/1.1^4 is 2049.04, the answer 4.2633.
    ['calcdomain, discounted, its misprint set right', TEN_THOUSAND, { rate: 0.1 }, 4.263266666666668],
    ['reached exactly at the end of a period', [-900, 300, 300, 300], {}, 3],
    ['not negative in period 0', [0, 5], {}, 0],
  ])('%s', (_, flows, options, expected) => {
    const { first, sustained } = payback(flows, options);
    expect(amountOf(first)).toBeCloseTo(expected, 9);
    expect(sustained).toEqual(first);
  });

  it('is no number when the money never comes back (tubedude/xirr tests)', () => {
    const never = undefinedFor({ code: 'never_within_horizon', horizon: 2 });
    expect(payback([-1000, 100, 100])).toEqual({ first: never, sustained: never });
  });

  it.each([
    ['a late second outlay', [-100, 150, -80, 60], 2 / 3, 2.5],
    ['a loss that stays', [-100, 150, -80, 10], 2 / 3, undefined],
    ['income first, then an outlay that comes back', [50, -100, 200], 0, 1.25],
    ['income first, then a loss that stays', [50, -100], 0, undefined],
    ['back to exactly zero is not a loss', [-100, 150, -50, 10], 2 / 3, 2 / 3],
  ])('tells the first crossing from the sustained one: %s', (_, flows, first, sustained) => {
    const result = payback(flows);
    expect(amountOf(result.first)).toBeCloseTo(first, 12);
    if (sustained === undefined) {
      expect(result.sustained).toEqual(
        undefinedFor({ code: 'never_within_horizon', horizon: flows.length - 1 }),
      );
    } else {
      expect(amountOf(result.sustained)).toBeCloseTo(sustained, 12);
    }
  });

  it('counts from go-live when told so, and gives 0 for money that was back before', () => {
    expect(amountOf(payback(TEN_THOUSAND, { clockStart: 2 }).first)).toBeCloseTo(4 / 3, 12);
    expect(amountOf(payback(TEN_THOUSAND, { clockStart: 5 }).first)).toBe(0);
  });

  it('comes earlier with mid-month discounting than with end-month', () => {
    const rate = monthlyRate(0.5);
    const end = amountOf(payback(TEN_THOUSAND, { rate }).first);
    expect(amountOf(payback(TEN_THOUSAND, { rate, timing: 'mid' }).first)).toBeLessThan(end);
  });

  it('refuses blanks and a rate of -100 %', () => {
    const blank = undefinedFor({ code: 'blank', positions: [1] });
    expect(payback([-1, null, 5])).toEqual({ first: blank, sustained: blank });
    const rate = undefinedFor({ code: 'out_of_range', name: 'discount rate', value: -1 });
    expect(payback([-1, 5], { rate: -1 }).sustained).toEqual(rate);
  });
});

describe('breakEvenMonth()', () => {
  it.each([
    [0, '2026-01'],
    [2.2, '2026-04'],
    [3, '2026-04'],
    [12.5, '2027-02'],
  ])('%d months after January 2026 is reached in %s', (periods, expected) => {
    expect(breakEvenMonth(month('2026-01'), periods)).toBe(month(expected));
  });
});
