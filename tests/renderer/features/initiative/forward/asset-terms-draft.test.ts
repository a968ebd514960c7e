import { describe, expect, test } from 'vitest';
import {
  type AssetReuse,
  type AssetTerms,
  assetTermsDraftOf,
  assetTermsFromDraft,
  assetTermsProblems,
  NO_ASSET_TERMS,
} from '#renderer/features/initiative/forward/asset-terms-draft.ts';
import { assetReuse, assetTerms } from '#shared/api/schemas/trace.ts';
import type { IsoDate, MinorUnits } from '#shared/domain/units.ts';

const HERE = { initiativeId: 'i', currency: 'EUR' };
const TERMS: AssetTerms = {
  builtBy: 'i',
  owner: 'Integration team',
  costAlone: 4_000_050 as MinorUnits,
  reuseCostShare: 0.07,
  writeForReuse: 1.5,
  upkeepPerMonth: 0 as MinorUnits,
};
const REUSE: AssetReuse = { usedSince: '2026-03-01' as IsoDate, reuseCostShare: 0.3 };
const DRAFT = assetTermsDraftOf(TERMS, REUSE, HERE);

describe('assetTermsFromDraft()', () => {
  test('gives back the terms and the reuse its form was made of', () => {
    const made = assetTermsFromDraft(DRAFT, TERMS, HERE);
    expect(made).toEqual({ terms: TERMS, reuse: REUSE });
    expect(assetTerms.safeParse(made?.terms).success).toBe(true);
    expect(assetReuse.safeParse(made?.reuse).success).toBe(true);
  });

  test('keeps blank as not known, never zero', () => {
    const blank = assetTermsDraftOf(NO_ASSET_TERMS, null, HERE);
    expect(assetTermsFromDraft(blank, NO_ASSET_TERMS, HERE)).toEqual({ terms: NO_ASSET_TERMS, reuse: null });
  });

  test('leaves the builder alone when it is another initiative', () => {
    const other = { ...TERMS, builtBy: 'other' };
    const draft = assetTermsDraftOf(other, null, HERE);
    expect(draft.isBuiltHere).toBe(false);
    expect(assetTermsFromDraft(draft, other, HERE)?.terms.builtBy).toBe('other');
    expect(assetTermsFromDraft({ ...draft, isBuiltHere: true }, other, HERE)?.terms.builtBy).toBe('i');
    expect(assetTermsFromDraft({ ...DRAFT, isBuiltHere: false }, TERMS, HERE)?.terms.builtBy).toBeNull();
  });

  test.each([
    ['costAlone', 'x'],
    ['upkeep', '-5'],
    ['reusePercent', '1001'],
    ['writePercent', '-1'],
    ['ownReusePercent', 'half'],
    ['usedSince', '2026-02-30'],
  ] as const)('refuses %s written as %s', (field, text) => {
    const draft = { ...DRAFT, [field]: text };
    expect(Object.keys(assetTermsProblems(draft, 'EUR'))).toEqual([field]);
    expect(assetTermsFromDraft(draft, TERMS, HERE)).toBeNull();
  });

  test('asks since when, once a share here is given', () => {
    expect(assetTermsProblems({ ...DRAFT, usedSince: '' }, 'EUR')).toHaveProperty('usedSince');
  });
});
