import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import {
  expectedCommercialValue,
  productivityIndex,
  riskAdjustedNpv,
  stageProbability,
  valueWithAbandonment,
} from '#shared/finance/staged-value.ts';
import { amountOf, undefinedFor } from './computed.ts';

describe('stageProbability()', () => {
  it.each([
    ['idea', 0, 0, 0.5],
    ['pilot', 0, 0, 0.3],
    ['limited', 0, 0, 0.6],
    // methodology 2.7: 1 of 2 own initiatives went on: 7/12
    ['limited', 1, 2, 7 / 12],
    ['pilot', 20, 20, 23 / 30],
  ] as const)('from %s with %d of %d is %d', (stage, successes, trials, expected) => {
    const prior = DEFAULT_POLICY.stagePriors[stage];
    expect(amountOf(stageProbability(prior, successes, trials))).toBeCloseTo(expected, 15);
  });

  it.each([
    [{ a: 5, b: 5 }, 3, 2, 'successes', 3],
    [{ a: -1, b: 5 }, 0, 0, 'prior a', -1],
    [{ a: 0, b: 0 }, 0, 0, 'prior a + b', 0],
  ])('refuses %o with %d of %d', (prior, successes, trials, name, value) => {
    expect(stageProbability(prior, successes, trials)).toEqual(
      undefinedFor({ code: 'out_of_range', name, value }),
    );
  });
});

/*
 * Cooper, Edgett and Kleinschmidt, example of English China Clays (recalled; the six values derived again). D is
 * the scarce resource of the ratio.
 */
describe('expectedCommercialValue()', () => {
  it.each([
    ['Alpha', 30, 0.8, 0.5, 3, 5, 5, 1.67],
    ['Beta', 63.75, 0.5, 0.8, 5, 2, 19.5, 3.9],
    ['Gamma', 8.62, 0.75, 0.75, 2, 1, 2.0987, 1.05],
    ['Delta', 3, 1, 1, 1, 0.5, 1.5, 1.5],
    ['Echo', 50, 0.6, 0.75, 5, 3, 15.7, 3.14],
    ['Foxtrot', 66.25, 0.5, 0.8, 10, 2, 15.5, 1.55],
  ])('of %s is (%d x Pcs - C) x Pts - D', (_, presentValue, technical, commercial, d, c, expected, ratio) => {
    const value = amountOf(
      expectedCommercialValue({
        presentValue,
        technicalSuccess: technical,
        commercialSuccess: commercial,
        developmentCost: d,
        launchCost: c,
      }),
    );
    expect(Math.abs(value - expected)).toBeLessThan(1e-4);
    expect(Math.abs(amountOf(productivityIndex(value, d)) - ratio)).toBeLessThan(0.005);
  });

  it('needs shares for probabilities and a resource to divide by', () => {
    const project = {
      presentValue: 1,
      technicalSuccess: 1.5,
      commercialSuccess: 1,
      developmentCost: 0,
      launchCost: 0,
    };
    expect(expectedCommercialValue(project)).toEqual(
      undefinedFor({ code: 'out_of_range', name: 'technical success', value: 1.5 }),
    );
    expect(productivityIndex(5, 0)).toEqual(
      undefinedFor({ code: 'out_of_range', name: 'resource', value: 0 }),
    );
  });
});

/* Derived case; two independent formulations agree. Years 0, .5, 1, payoff after 1.5; cumulated probability .24. */
const PROJECT = {
  annualRate: 0.1,
  stages: [
    { month: 0, cost: 20, p: 0.5 },
    { month: 6, cost: 60, p: 0.6 },
    { month: 12, cost: 40, p: 0.8 },
  ],
  payoff: { month: 18, value: 400 },
};

describe('riskAdjustedNpv()', () => {
  it('weighs costs with the chance to reach them and the payoff with that of passing all', () => {
    expect(amountOf(riskAdjustedNpv(PROJECT))).toBeCloseTo(23.698311929520287, 12);
    expect(amountOf(valueWithAbandonment(PROJECT))).toBeCloseTo(23.698311929520273, 12);
  });

  it('falls below what the right to stop is worth', () => {
    // payoff 200: -20 + .5 x (-60 + .6 x (-40 + .8 x 200 x d) x d) x d, d = 1.1^(-1/2)
    const poor = { ...PROJECT, payoff: { month: 18, value: 200 } };
    const d = 1 / Math.sqrt(1.1);
    const expected = -20 + 0.5 * d * (-60 + 0.6 * d * (-40 + 0.8 * d * 200));
    expect(amountOf(riskAdjustedNpv(poor))).toBeCloseTo(expected, 10);
    expect(expected).toBeLessThan(0);
    expect(amountOf(valueWithAbandonment(poor))).toBe(0);
  });

  it('stops before a later stage that does not pay', () => {
    const lateCost = {
      annualRate: 0,
      stages: [
        { month: 0, cost: -5, p: 1 },
        { month: 6, cost: 60, p: 0.5 },
      ],
      payoff: { month: 12, value: 100 },
    };
    // 5 now; the second stage is worth .5 x 100 - 60 = -10 and is not entered
    expect(amountOf(riskAdjustedNpv(lateCost))).toBe(-5);
    expect(amountOf(valueWithAbandonment(lateCost))).toBe(5);
  });

  it.each([
    [
      { ...PROJECT, annualRate: -1 },
      { code: 'out_of_range', name: 'discount rate', value: -1 },
    ],
    [{ ...PROJECT, stages: [] }, { code: 'empty' }],
    [
      { ...PROJECT, stages: PROJECT.stages.toReversed() },
      { code: 'out_of_range', name: 'month of a stage', value: 6 },
    ],
    [
      { ...PROJECT, stages: [{ month: 0, cost: 1, p: 1.2 }] },
      { code: 'out_of_range', name: 'stage probability', value: 1.2 },
    ],
    [
      { ...PROJECT, stages: [{ month: 0, cost: Number.NaN, p: 1 }] },
      { code: 'not_finite', positions: [] },
    ],
    [
      { ...PROJECT, payoff: { month: 3, value: 400 } },
      { code: 'out_of_range', name: 'month of a stage', value: 3 },
    ],
  ] as const)('refuses what makes no project: case %#', (project, reason) => {
    expect(riskAdjustedNpv(project)).toEqual(undefinedFor(reason));
    expect(valueWithAbandonment(project)).toEqual(undefinedFor(reason));
  });
});
