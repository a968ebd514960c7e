import { describe, expect, it } from 'vitest';
import { npv, spreadsheetNpv } from '#shared/finance/npv.ts';
import { halfMonthFactor, monthlyRate } from '#shared/finance/rates.ts';
import { amountOf, undefinedFor } from './computed.ts';

const FIVE_YEARS = [-40_000, 5000, 8000, 12_000, 30_000];

describe('npv()', () => {
  it.each([
    // numpy-financial test_financial.py; recomputed to full length.
    ['numpy-financial', 0.05, [-15_000, 1500, 2500, 3500, 4500, 6000], 122.89485495093959, 1e-9],
    // pyxirr tests; the first flow is not discounted.
    ['pyxirr', 0.08, FIVE_YEARS, 3065.2226681795255, 1e-9],
    ['pyxirr, rate 0', 0, FIVE_YEARS, 15_000, 0],
    // tubedude/xirr tests
    ['tubedude', 0.1, [-1000, 600, 600], 41.322314, 1e-6],
    // orcaman/financial fin_test.go: an IRR rounded to three digits leaves nearly nothing
    ['a Go test', 0.281, [-100, 39, 59, 55, 20], -0.00848, 5e-6],
  ])('%s', (_, rate, flows, expected, tolerance) => {
    expect(Math.abs(amountOf(npv(rate, flows)) - expected)).toBeLessThanOrEqual(tolerance);
  });

  it('multiplies the flows after period 0 by half a period with mid timing', () => {
    const rate = monthlyRate(0.1);
    const end = amountOf(npv(rate, [-100, 40, 50, 60]));
    const mid = amountOf(npv(rate, [-100, 40, 50, 60], 'mid'));
    expect(mid + 100).toBeCloseTo((end + 100) * halfMonthFactor(0.1), 12);
  });

  it('refuses a rate of -100 % (numpy-financial prints NaN there)', () => {
    expect(npv(-1, [0, 1, 2, 3, 4])).toEqual(
      undefinedFor({ code: 'out_of_range', name: 'discount rate', value: -1 }),
    );
  });

  it.each([
    [[], { code: 'empty' }],
    [[1, null, 3, undefined, Number.NaN], { code: 'blank', positions: [1, 3, 4] }],
    [[1, Number.POSITIVE_INFINITY], { code: 'not_finite', positions: [1] }],
  ] as const)('names what cannot be used: case %#', (flows, reason) => {
    expect(npv(0.1, flows)).toEqual(undefinedFor(reason));
  });

  it('takes a hole in the series as a blank', () => {
    const flows = [-5, 0, 9];
    delete flows[1];
    expect(npv(0.1, flows)).toEqual(undefinedFor({ code: 'blank', positions: [1] }));
  });

  it('says that a result has left the range of a number', () => {
    expect(npv(-0.999, Array<number>(480).fill(5))).toEqual(
      undefinedFor({ code: 'not_finite', positions: [] }),
    );
  });
});

describe('spreadsheetNpv()', () => {
  it.each([
    // pyxirr, start_from_zero = false: the off-by-one-period trap on the series above
    ['pyxirr', 0.08, FIVE_YEARS, 2838.169137203262, 1e-9],
    ['pyxirr, rate 0', 0, FIVE_YEARS, 15_000, 0],
    // formulajs test/financial.js
    ['formulajs, one flow', 0.1, [-75_000], -68181.81818181818, 1e-9],
    ['formulajs', 0.12, [12_000, 15_000, 18_000, 21_000, 24_000], 62448.362521940246, 1e-9],
    // OpenOffice function wiki; Excel NPV help sample
    ['OpenOffice', 0.0875, [1000, 2000, 3000], 4943.21, 0.005],
    ['Excel help', 0.1, [-10_000, 3000, 4200, 6800], 1188.44, 0.005],
  ])('%s', (_, rate, flows, expected, tolerance) => {
    expect(Math.abs(amountOf(spreadsheetNpv(rate, flows)) - expected)).toBeLessThanOrEqual(tolerance);
  });

  it('discounts the outlay too: initial + NPV(later months) is what agrees with npv()', () => {
    const [initial = 0, ...later] = FIVE_YEARS;
    expect(initial + amountOf(spreadsheetNpv(0.08, later))).toBeCloseTo(amountOf(npv(0.08, FIVE_YEARS)), 9);
    expect(amountOf(spreadsheetNpv(0.08, FIVE_YEARS))).toBeLessThan(amountOf(npv(0.08, FIVE_YEARS)));
  });

  it('refuses blanks like npv()', () => {
    expect(spreadsheetNpv(0.1, [null])).toEqual(undefinedFor({ code: 'blank', positions: [0] }));
  });
});
