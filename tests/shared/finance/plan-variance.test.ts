import { describe, expect, it } from 'vitest';
import { costIndex, forecastError, planVariance } from '#shared/finance/plan-variance.ts';
import { annualisedRunRate } from '#shared/finance/run-rate.ts';
import { amountOf, undefinedFor } from './computed.ts';

describe('planVariance()', () => {
  it.each([
    ['cost', 90, 100, -10, 'favourable'],
    ['cost', 120, 100, 20, 'unfavourable'],
    ['benefit', 90, 100, -10, 'unfavourable'],
    ['benefit', 120, 100, 20, 'favourable'],
    ['net', -5, -20, 15, 'favourable'],
    ['net', -20, -5, -15, 'unfavourable'],
    ['cost', 100, 100, 0, 'on_plan'],
  ] as const)('of a %s of %d against %d is %d, %s', (kind, actual, plan, difference, direction) => {
    expect(planVariance(kind, actual, plan)).toEqual({ difference, direction });
  });
});

describe('costIndex()', () => {
  it('is plan over actual: above 1 is cheaper than planned', () => {
    expect(amountOf(costIndex(80, 100))).toBe(1.25);
    expect(costIndex(0, 100)).toEqual(undefinedFor({ code: 'no_cost' }));
  });
});

describe('forecastError()', () => {
  it('lets errors cancel in the bias but not in MAPE', () => {
    // bias (10 - 10)/200 = 0; MAPE (10/100 + 10/100)/2
    const { bias, mape } = forecastError([110, 90], [100, 100]);
    expect([amountOf(bias), amountOf(mape)]).toEqual([0, 0.1]);
  });

  it('is positive for forecasts that are too high: (120 + 60 - 150)/150 = 20 %', () => {
    const { bias, mape } = forecastError([120, 60], [100, 50]);
    expect([amountOf(bias), amountOf(mape)]).toEqual([0.2, 0.2]);
  });

  it('names the months in which the actual is zero, and a sum of zero', () => {
    const { bias, mape } = forecastError([5, 5, 5], [10, 0, -10]);
    expect(bias).toEqual(undefinedFor({ code: 'actual_zero', positions: [] }));
    expect(mape).toEqual(undefinedFor({ code: 'actual_zero', positions: [1] }));
  });

  it.each([
    [[1, null], [1, 2], { code: 'blank', positions: [1] }],
    [[1, 2], [null, 2], { code: 'blank', positions: [0] }],
    [[], [], { code: 'empty' }],
  ] as const)('refuses blanks: case %#', (forecasts, actuals, reason) => {
    const error = undefinedFor(reason);
    expect(forecastError(forecasts, actuals)).toEqual({ bias: error, mape: error });
  });

  it('refuses series of different length', () => {
    expect(() => forecastError([1], [1, 2])).toThrow(RangeError);
  });
});

describe('annualisedRunRate()', () => {
  it('is the last three closed months x 4: (100 - 20 + 70) x 4 = 600', () => {
    expect(annualisedRunRate([9999, 100, -20, 70])).toEqual({ status: 'known', value: 600 });
  });

  it.each([0, 1, 2])('says how many months there are when only %d', (have) => {
    expect(annualisedRunRate(Array<number>(have).fill(5))).toEqual(
      undefinedFor({ code: 'too_few_months', have, need: 3 }),
    );
  });

  it('refuses a blank in the window, not before it', () => {
    expect(annualisedRunRate([null, 1, 1, 1])).toEqual({ status: 'known', value: 12 });
    expect(annualisedRunRate([1, 1, null, 1])).toEqual(undefinedFor({ code: 'blank', positions: [1] }));
  });
});
