import { describe, expect, it } from 'vitest';
import { breakEvenVolume, unitMargin } from '#shared/finance/break-even.ts';
import {
  amortisedBuild,
  blendedTokenPrice,
  costPerAttempt,
  costPerSuccess,
  errorCost,
  oversightCost,
  tokenCost,
} from '#shared/finance/task-cost.ts';
import { amountOf, undefinedFor } from './computed.ts';

/*
 * Worked example of methodology 1.3 (derived, recomputed by an independent program), per month:
 *   tokens     20,000 x (3,500 x 3 + 600 x 15)/1e6 x 1.12 =    436.80
 *   oversight  20,000 x .15 x 3/60 x 55                    =  8,250.00
 *   errors     20,000 x .04 x 25                           = 20,000.00
 *   platform 4,000 + maintenance 6,000 + build 180,000/24  = 17,500.00
 *   total                                                  = 46,186.80
 */
const TASKS = 20_000;
const MODEL = {
  uncachedInput: TASKS * 3500,
  cachedInput: 0,
  output: TASKS * 600,
  inputPrice: 3,
  cachedPrice: 0.3,
  outputPrice: 15,
};
const ERRORS = { tasks: TASKS, errorRate: 0.04, caught: 0, escapedCost: 25, reworkCost: 6 };
const REVIEW = { tasks: TASKS, reviewShare: 0.15, minutesPerReview: 3, hourlyRate: 55 };

describe('the worked example of the cost of a task', () => {
  const tokens = amountOf(tokenCost([MODEL], 0.12));
  const oversight = amountOf(oversightCost(REVIEW));
  const errors = amountOf(errorCost(ERRORS));
  const total = tokens + oversight + errors + 4000 + 6000 + amountOf(amortisedBuild(180_000, 24));

  it('costs 46,186.80 a month', () => {
    expect([tokens, oversight, errors].map((part) => Number(part.toFixed(9)))).toEqual([436.8, 8250, 20_000]);
    expect(total).toBeCloseTo(46186.8, 8);
  });

  it('costs 2.309 an attempt and 2.961 a success', () => {
    expect(amountOf(costPerAttempt(total, TASKS))).toBeCloseTo(2.30934, 12);
    expect(amountOf(costPerSuccess(total, TASKS, 0.78))).toBeCloseTo(2.960692307692308, 12);
  });
});

describe('tokenCost()', () => {
  it('charges cached input at its own price and adds up models in any order', () => {
    const cached = { ...MODEL, uncachedInput: 1e6, cachedInput: 2e6, output: 0 };
    // 1 x 3 + 2 x .3 = 3.6
    expect(amountOf(tokenCost([cached], 0))).toBeCloseTo(3.6, 12);
    const models = [MODEL, cached, { ...MODEL, output: 1 }];
    expect(tokenCost(models.toReversed(), 0.1)).toEqual(tokenCost(models, 0.1));
  });

  it('refuses a negative or unknown input by its name', () => {
    expect(tokenCost([MODEL], -0.1)).toEqual(
      undefinedFor({ code: 'out_of_range', name: 'retry share', value: -0.1 }),
    );
    expect(tokenCost([{ ...MODEL, output: Number.NaN }], 0)).toEqual(
      undefinedFor({ code: 'out_of_range', name: 'output tokens', value: Number.NaN }),
    );
  });
});

describe('blendedTokenPrice()', () => {
  it('is cost per million tokens of work: 436.80 / 82 million', () => {
    expect(amountOf(blendedTokenPrice([MODEL], 0.12))).toBeCloseTo(436.8 / 82, 12);
  });

  it('is undefined without tokens', () => {
    expect(blendedTokenPrice([], 0)).toEqual(undefinedFor({ code: 'no_tokens' }));
    expect(blendedTokenPrice([MODEL], -1).status).toBe('undefined');
  });
});

describe('errorCost()', () => {
  it('weighs escaped and caught errors: 20,000 x .04 x (.25 x 25 + .75 x 6) = 8,600', () => {
    expect(amountOf(errorCost({ ...ERRORS, caught: 0.75 }))).toBeCloseTo(8600, 9);
  });

  it.each([
    [{ ...ERRORS, caught: 1.2 }, 'caught share', 1.2],
    [{ ...ERRORS, errorRate: -0.1 }, 'error rate', -0.1],
    [{ ...ERRORS, tasks: -1 }, 'tasks', -1],
  ])('refuses what is no share or amount: case %#', (input, name, value) => {
    expect(errorCost(input)).toEqual(undefinedFor({ code: 'out_of_range', name, value }));
  });
});

describe('unit costs without a denominator', () => {
  it.each([
    [costPerAttempt(100, 0), { code: 'no_attempts' }],
    [costPerSuccess(100, 0, 0.5), { code: 'no_attempts' }],
    [costPerSuccess(100, 10, 0), { code: 'no_successes' }],
    [costPerSuccess(100, 10, 1.5), { code: 'out_of_range', name: 'success rate', value: 1.5 }],
    [amortisedBuild(100, 0), { code: 'out_of_range', name: 'amortisation months', value: 0 }],
    [amortisedBuild(-1, 12), { code: 'out_of_range', name: 'build cost', value: -1 }],
    [oversightCost({ ...REVIEW, reviewShare: 2 }), { code: 'out_of_range', name: 'review share', value: 2 }],
  ] as const)('are undefined with their reason: case %#', (figure, reason) => {
    expect(figure).toEqual(undefinedFor(reason));
  });
});

describe('breakEvenVolume()', () => {
  const unit = { valuePerSuccess: 6.5, success: 0.78, variableCost: 1.9 };

  it('is F/m rounded up: 12,000 / (6.5 x .78 - 1.9) = 3,785.49, so 3,786 tasks', () => {
    expect(amountOf(unitMargin(unit))).toBeCloseTo(3.17, 12);
    expect(12_000 / amountOf(unitMargin(unit))).toBeCloseTo(3785.488958990536, 9);
    expect(amountOf(breakEvenVolume(12_000, unit))).toBe(3786);
  });

  it('does not add a task for the rounding of a quotient, nor take a rounded zero for a margin', () => {
    // .4 - .1 = .30000000000000004; 3 / it = 9.999999999999998
    expect(amountOf(breakEvenVolume(3, { valuePerSuccess: 0.4, success: 1, variableCost: 0.1 }))).toBe(10);
    // 3.3000000000000003 / 1.1 = 3.0000000000000004
    expect(amountOf(breakEvenVolume(1.1 * 3, { valuePerSuccess: 1.1, success: 1, variableCost: 0 }))).toBe(3);
    // 3 x .1 = .30000000000000004: no margin of 5.6e-17
    expect(amountOf(unitMargin({ valuePerSuccess: 3, success: 0.1, variableCost: 0.3 }))).toBe(0);
  });

  it.each([1.9, 2.5])('has no volume when the value of an attempt is %d below its cost', (less) => {
    const margin = amountOf(unitMargin({ ...unit, variableCost: 5.07 + less - 1.9 }));
    expect(breakEvenVolume(12_000, { ...unit, variableCost: 5.07 + less - 1.9 })).toEqual(
      undefinedFor({ code: 'margin_not_positive', margin }),
    );
    expect(margin).toBeLessThanOrEqual(0);
  });

  it('refuses a negative fixed cost and a success rate above 1', () => {
    expect(breakEvenVolume(-1, unit).status).toBe('undefined');
    expect(breakEvenVolume(1, { ...unit, success: 1.01 })).toEqual(
      undefinedFor({ code: 'out_of_range', name: 'success rate', value: 1.01 }),
    );
  });
});
