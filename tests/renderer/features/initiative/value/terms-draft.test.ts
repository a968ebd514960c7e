import { describe, expect, test } from 'vitest';
import {
  defaultRealisation,
  NO_TERMS,
  termsDraftOf,
  termsFromDraft,
  termsProblems,
} from '#renderer/features/initiative/value/terms-draft.ts';
import { outcomeTerms } from '#shared/api/schemas/initiative.ts';
import type { OutcomeTerms } from '#shared/domain/initiative.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { IsoDate } from '#shared/domain/units.ts';

const TERMS: OutcomeTerms = {
  unit: 'contacts',
  valuePerUnit: 5.4,
  agreedBy: 'Controller',
  baselineValue: 1200,
  baselineOn: '2026-01-31' as IsoDate,
  attribution: 0.07,
  realisation: 0.8,
};

describe('termsFromDraft()', () => {
  test.each([TERMS, { ...TERMS, valuePerUnit: null, baselineOn: null, attribution: null, realisation: 0 }])(
    'gives back the terms its form was made of: %j',
    (terms) => {
      const made = termsFromDraft(termsDraftOf(terms));
      expect(made).toEqual(terms);
      expect(outcomeTerms.safeParse(made).success).toBe(true);
    },
  );

  test('states nothing when every field is blank', () => {
    expect(termsFromDraft(NO_TERMS)).toBeUndefined();
    expect(termsDraftOf(undefined)).toEqual(NO_TERMS);
  });

  test.each([
    [{ valuePerUnit: 'x' }, 'valuePerUnit'],
    [{ baselineValue: '1/0' }, 'baselineValue'],
    [{ attribution: '101' }, 'attribution'],
    [{ realisation: '-1' }, 'realisation'],
    [{ baselineOn: '2026-02-30' }, 'baselineOn'],
  ] as const)('refuses %j at %s', (change, field) => {
    const draft = { ...termsDraftOf(TERMS), ...change };
    expect(Object.keys(termsProblems(draft))).toEqual([field]);
    expect(termsFromDraft(draft)).toBeNull();
  });
});

describe('defaultRealisation()', () => {
  // Methodology 1.4.
  test.each([
    ['deflected_contacts', true, 0.8],
    ['deflected_contacts', false, 0.5],
    ['hours_saved', true, 0.5],
    ['revenue', false, 1],
  ] as const)('of %s, cash-releasing %s, is %d', (kind, isCashReleasing, expected) => {
    expect(defaultRealisation(DEFAULT_POLICY, kind, isCashReleasing)).toBe(expected);
  });
});
