import { describe, expect, it } from 'vitest';
import * as commands from '#db/commands/index.ts';
import { contentDigest } from '#db/digest.ts';
import { readTrace } from '#db/read/trace-facts.ts';
import type { AssetTerms } from '#db/rows/asset-terms-row.ts';
import type { IsoDate, MinorUnits } from '#shared/domain/units.ts';
import { ASSET, type Desk, desk, refusal } from '#tests/support/desk.ts';

const cents = (amount: number) => amount as MinorUnits;
const BLANK: AssetTerms = {
  builtBy: null,
  owner: '',
  costAlone: null,
  reuseCostShare: null,
  writeForReuse: null,
  upkeepPerMonth: null,
};
const FULL: AssetTerms = {
  builtBy: null,
  owner: 'Platform team',
  costAlone: cents(5_000_000),
  reuseCostShare: 0.2,
  writeForReuse: 1.5,
  upkeepPerMonth: cents(40_000),
};
const REUSE = { usedSince: '2026-03-01' as IsoDate, reuseCostShare: 0.25 };

const addAsset = ({ run, newId }: Desk) =>
  run('addAsset', (tx) => commands.addAsset(tx, { asset: ASSET }, newId)).value.id;
const use = ({ run, id }: Desk, assetId: string, neededFrom: 'pilot' | null = 'pilot') =>
  run('setAssetUse', (tx) => commands.setAssetUse(tx, { initiativeId: id, assetId, neededFrom }));
const setTerms = ({ run }: Desk, id: string, terms: AssetTerms) =>
  run('setAssetTerms', (tx) => commands.setAssetTerms(tx, { id, terms }));
const setReuse = ({ run, id }: Desk, assetId: string, reuse: typeof REUSE | null) =>
  run('setAssetReuse', (tx) => commands.setAssetReuse(tx, { initiativeId: id, assetId, reuse }));
const read = ({ db, id }: Desk) => readTrace(db(), id).assetTerms;

describe('setAssetTerms()', () => {
  it('keeps what is stated and leaves no row when nothing is', () => {
    const portfolio = desk();
    const assetId = addAsset(portfolio);
    use(portfolio, assetId);
    const before = contentDigest(portfolio.db());
    setTerms(portfolio, assetId, FULL);
    expect(read(portfolio)).toEqual([{ assetId, terms: FULL, reuse: null }]);
    setTerms(portfolio, assetId, { ...BLANK, owner: ' ' });
    expect([read(portfolio), contentDigest(portfolio.db())]).toEqual([[], before]);
  });

  it('shows an asset to the initiative that built it, also when that does not use it', () => {
    const portfolio = desk();
    const assetId = addAsset(portfolio);
    setTerms(portfolio, assetId, FULL);
    expect(read(portfolio)).toEqual([]);
    const terms = { ...BLANK, builtBy: portfolio.id };
    setTerms(portfolio, assetId, terms);
    expect(read(portfolio)).toEqual([{ assetId, terms, reuse: null }]);
  });

  it('refuses an asset and a builder that are gone', () => {
    const portfolio = desk();
    const assetId = addAsset(portfolio);
    expect(refusal(portfolio, () => setTerms(portfolio, 'gone', FULL)).code).toBe('not_found');
    const terms = { ...FULL, builtBy: 'gone' };
    expect(refusal(portfolio, () => setTerms(portfolio, assetId, terms)).code).toBe('not_found');
  });

  it('go with their asset', () => {
    const portfolio = desk();
    const before = contentDigest(portfolio.db());
    const assetId = addAsset(portfolio);
    setTerms(portfolio, assetId, FULL);
    portfolio.run('removeAsset', (tx) => commands.removeAsset(tx, { id: assetId }));
    expect(contentDigest(portfolio.db())).toBe(before);
  });
});

describe('setAssetReuse()', () => {
  it('sets, changes and takes back', () => {
    const portfolio = desk();
    const assetId = addAsset(portfolio);
    use(portfolio, assetId);
    const before = contentDigest(portfolio.db());
    setReuse(portfolio, assetId, { ...REUSE, reuseCostShare: 2 });
    setReuse(portfolio, assetId, REUSE);
    expect(read(portfolio)).toEqual([{ assetId, terms: null, reuse: REUSE }]);
    setReuse(portfolio, assetId, null);
    expect(contentDigest(portfolio.db())).toBe(before);
    expect(setReuse(portfolio, assetId, null).tables).toEqual([]);
  });

  it('is refused for an asset that the initiative does not use', () => {
    const portfolio = desk();
    const assetId = addAsset(portfolio);
    expect(refusal(portfolio, () => setReuse(portfolio, assetId, REUSE))).toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^“Claims triage” does not use “Policy connector”/),
    });
  });

  it('goes with the use', () => {
    const portfolio = desk();
    const assetId = addAsset(portfolio);
    const before = contentDigest(portfolio.db());
    use(portfolio, assetId);
    setReuse(portfolio, assetId, REUSE);
    use(portfolio, assetId, null);
    expect(contentDigest(portfolio.db())).toBe(before);
  });
});
