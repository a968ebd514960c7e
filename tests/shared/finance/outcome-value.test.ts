import { describe, expect, it } from 'vitest';
import { hoursClaimedTwice, outcomeValue, realisedAmount } from '#shared/finance/outcome-value.ts';
import { amountOf, undefinedFor } from './computed.ts';

describe('outcomeValue()', () => {
  it.each([
    // 900 contacts x 6.50
    [{ kind: 'deflected_contacts', contacts: 900, costPerContact: 6.5 }, 5850],
    // 1,200 hours x 55 x .7
    [{ kind: 'hours_saved', hours: 1200, hourlyRate: 55, adoption: 0.7 }, 46_200],
    // 2 days x 30 cases x 40 a case-day
    [{ kind: 'cycle_time', daysSaved: 2, units: 30, delayCostPerUnitDay: 40 }, 2400],
    // 80,000 x 35 % margin: revenue itself is no value
    [{ kind: 'revenue', incrementalRevenue: 80_000, contributionMargin: 0.35 }, 28_000],
    [{ kind: 'cost_avoided', invoice: 1999 }, 1999],
  ] as const)('values %o at %d', (outcome, expected) => {
    expect(amountOf(outcomeValue(outcome))).toBeCloseTo(expected, 9);
  });

  it.each([
    [{ kind: 'hours_saved', hours: 10, hourlyRate: 55, adoption: 1.1 }, 'adoption', 1.1],
    [{ kind: 'revenue', incrementalRevenue: 10, contributionMargin: -0.1 }, 'contribution margin', -0.1],
    [
      { kind: 'cycle_time', daysSaved: 1, units: 1, delayCostPerUnitDay: Number.NaN },
      'cost of delay',
      Number.NaN,
    ],
    [{ kind: 'deflected_contacts', contacts: -1, costPerContact: 6.5 }, 'contacts', -1],
    [{ kind: 'cost_avoided', invoice: Number.POSITIVE_INFINITY }, 'invoice', Number.POSITIVE_INFINITY],
  ] as const)('refuses %o', (outcome, name, value) => {
    expect(outcomeValue(outcome)).toEqual(undefinedFor({ code: 'out_of_range', name, value }));
  });
});

describe('realisedAmount()', () => {
  it('is amount x realisation x attribution: 46,200 x .5 x .8 = 18,480', () => {
    expect(amountOf(realisedAmount(46_200, 0.5, 0.8))).toBeCloseTo(18_480, 9);
  });

  it.each([
    [1.01, 1, 'realisation', 1.01],
    [1, -0.1, 'attribution', -0.1],
  ])('refuses shares of %d and %d', (realisation, attribution, name, value) => {
    expect(realisedAmount(100, realisation, attribution)).toEqual(
      undefinedFor({ code: 'out_of_range', name, value }),
    );
  });
});

describe('hoursClaimedTwice()', () => {
  it('names work claimed both as deflected contacts and as hours saved', () => {
    const claims = [
      { id: 'z', kind: 'hours_saved', hoursOf: 'support' },
      { id: 'b', kind: 'deflected_contacts', hoursOf: 'support' },
      { id: 'c', kind: 'hours_saved', hoursOf: 'billing' },
      { id: 'd', kind: 'hours_saved', hoursOf: 'billing' },
      { id: 'e', kind: 'revenue', hoursOf: 'billing' },
      { id: 'f', kind: 'deflected_contacts', hoursOf: null },
      { id: 'g', kind: 'hours_saved', hoursOf: null },
    ] as const;
    expect(hoursClaimedTwice(claims)).toEqual([{ hoursOf: 'support', lineIds: ['b', 'z'] }]);
  });
});
