import { describe, expect, it } from 'vitest';
import type { OutcomeLine, OutcomeTerms } from '#shared/domain/initiative.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { claimedShare, isUnattributedRevenue } from '#shared/finance/claimed-share.ts';
import { outcomeLine } from '../decision/example-facts.ts';

const stated = (over: Partial<OutcomeTerms>): OutcomeTerms => ({
  unit: '',
  valuePerUnit: null,
  agreedBy: '',
  baselineValue: null,
  baselineOn: null,
  attribution: null,
  realisation: null,
  ...over,
});

describe('claimedShare()', () => {
  // Defaults: methodology 1.4 and content 6.4.
  it.each<[string, Partial<OutcomeLine>, number]>([
    ['deflected contacts that release no cash', { outcomeKind: 'deflected_contacts' }, 0.5],
    ['that do', { outcomeKind: 'deflected_contacts', isCashReleasing: true }, 0.8],
    ['hours saved', { outcomeKind: 'hours_saved' }, 0.5],
    ['hours saved are hours, cash or not', { outcomeKind: 'hours_saved', isCashReleasing: true }, 0.5],
    ['cycle time', { outcomeKind: 'cycle_time' }, 0.5],
    ['quality', { outcomeKind: 'quality' }, 0.5],
    ['avoided cost', { outcomeKind: 'cost_avoided' }, 1],
    ['stated terms', { outcomeKind: 'quality', terms: stated({ realisation: 0.9, attribution: 0.5 }) }, 0.45],
    ['a stated 0', { outcomeKind: 'cost_avoided', terms: stated({ realisation: 0 }) }, 0],
    [
      'risk avoided, whatever is stated',
      { outcomeKind: 'risk_avoided', terms: stated({ realisation: 1 }) },
      0,
    ],
    ['revenue without terms', { outcomeKind: 'revenue', method: 'holdout' }, 0],
    [
      'revenue without a holdout',
      { outcomeKind: 'revenue', method: 'before_after', terms: stated({ attribution: 0.6 }) },
      0,
    ],
    [
      'revenue by a holdout with its attribution',
      { outcomeKind: 'revenue', method: 'holdout', terms: stated({ attribution: 0.6 }) },
      0.6,
    ],
  ])('%s', (_, over, expected) => {
    expect(claimedShare(outcomeLine('o', over), DEFAULT_POLICY)).toBeCloseTo(expected, 15);
  });

  it('takes the defaults from the policy', () => {
    const policy = {
      realisation: { ...DEFAULT_POLICY.realisation, quality: 0.25 },
      cashReleasingDeflection: 0.75,
    };
    expect(claimedShare(outcomeLine('o', { outcomeKind: 'quality' }), policy)).toBe(0.25);
    const cash = outcomeLine('o', { outcomeKind: 'deflected_contacts', isCashReleasing: true });
    expect(claimedShare(cash, policy)).toBe(0.75);
  });
});

describe('isUnattributedRevenue()', () => {
  it('is about revenue alone', () => {
    expect(isUnattributedRevenue(outcomeLine('o', { outcomeKind: 'revenue' }))).toBe(true);
    expect(isUnattributedRevenue(outcomeLine('o', { outcomeKind: 'hours_saved' }))).toBe(false);
  });
});
