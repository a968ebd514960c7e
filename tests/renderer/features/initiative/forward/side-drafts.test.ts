import { describe, expect, test } from 'vitest';
import {
  assetDraftOf,
  assetFromDraft,
  assetProblems,
  liveText,
  NEW_ASSET,
} from '#renderer/features/initiative/forward/asset-draft.ts';
import {
  NO_STOP_TERMS,
  stopDraftOf,
  stopFromDraft,
  stopProblems,
  stopValue,
} from '#renderer/features/initiative/forward/stop-draft.ts';
import { newAsset, stopTerms } from '#shared/api/schemas/forward-model.ts';
import type { SharedAsset, StopTerms } from '#shared/domain/forward-model.ts';
import type { IsoDate, MinorUnits, MonthIndex } from '#shared/domain/units.ts';

const AS_OF = '2026-09-30' as IsoDate;
const NOVEMBER = (2026 * 12 + 10) as MonthIndex;
// The stop terms of the worked example (methodology 2.7), in cents.
const TERMS: StopTerms = {
  salvage: 0 as MinorUnits,
  exitCost: 1_500_000 as MinorUnits,
  upkeepPerMonth: 50_000 as MinorUnits,
  upkeepMonths: 6,
};
const CONNECTOR: SharedAsset = {
  id: 'a',
  name: 'Claims connector',
  kind: 'connector',
  liveOn: null,
  plannedLiveMonth: NOVEMBER,
  lateProbability: 0.25,
  monthsLate: 3,
};

describe('stopFromDraft()', () => {
  test('gives back the terms its form was made of', () => {
    const made = stopFromDraft(stopDraftOf(TERMS, 'EUR'), 'EUR');
    expect(made).toEqual(TERMS);
    expect(stopTerms.safeParse(made).success).toBe(true);
  });

  test('asks for all four: a blank is not zero', () => {
    expect(Object.keys(stopProblems(NO_STOP_TERMS, 'EUR'))).toHaveLength(4);
    expect(stopFromDraft(NO_STOP_TERMS, 'EUR')).toBeNull();
  });

  test.each([
    [{ salvage: 'x' }, 'salvage'],
    [{ exitCost: '-5' }, 'exitCost'],
    [{ upkeepMonths: '1.5' }, 'upkeepMonths'],
    [{ upkeepMonths: '601' }, 'upkeepMonths'],
  ] as const)('refuses %j at %s', (change, field) => {
    expect(Object.keys(stopProblems({ ...stopDraftOf(TERMS, 'EUR'), ...change }, 'EUR'))).toEqual([field]);
  });
});

test('stopValue() is salvage - exit - upkeep x months: -18,000 EUR', () => {
  expect(stopValue(TERMS)).toBe(-1_800_000);
});

describe('assetFromDraft()', () => {
  test.each([
    CONNECTOR,
    { ...CONNECTOR, liveOn: AS_OF, plannedLiveMonth: null, lateProbability: 0.07, monthsLate: null },
  ])('gives back the asset its form was made of: %j', (asset) => {
    const { id: _, ...expected } = asset;
    const made = assetFromDraft(assetDraftOf(asset), AS_OF);
    expect(made).toEqual(expected);
    expect(newAsset.safeParse(made).success).toBe(true);
  });

  test.each([
    [{ name: '' }, 'name'],
    [{ liveOn: '2026-10-01' }, 'liveOn'],
    [{ plannedLiveMonth: '2026-13' }, 'plannedLiveMonth'],
    [{ latePercent: '101' }, 'latePercent'],
    [{ monthsLate: '-1' }, 'monthsLate'],
  ] as const)('refuses %j at %s', (change, field) => {
    const draft = { ...assetDraftOf(CONNECTOR), ...change };
    expect(Object.keys(assetProblems(draft, AS_OF))).toEqual([field]);
    expect(assetFromDraft(draft, AS_OF)).toBeNull();
  });

  test('takes nothing for granted: a new asset has no chance of being late until one is entered', () => {
    expect(assetFromDraft({ ...NEW_ASSET, name: 'x' }, AS_OF)).toMatchObject({
      liveOn: null,
      plannedLiveMonth: null,
      lateProbability: null,
      monthsLate: null,
    });
  });
});

describe('liveText()', () => {
  test.each([
    [{}, 'planned for Nov 2026; 25\u00a0% chance of 3 months late'],
    [{ lateProbability: 0 }, 'planned for Nov 2026, surely in time'],
    [{ lateProbability: null }, 'planned for Nov 2026; chance of being late not entered'],
    [{ monthsLate: 1 }, 'planned for Nov 2026; 25\u00a0% chance of 1 month late'],
    [{ plannedLiveMonth: null, lateProbability: 0 }, 'no planned month, surely in time'],
    [{ liveOn: '2026-03-03' as IsoDate }, 'live since 3 Mar 2026'],
    [{ liveOn: '2026-12-01' as IsoDate, lateProbability: 0 }, 'planned for Nov 2026, surely in time'],
  ])('with %j', (change, expected) => {
    expect(liveText({ ...CONNECTOR, ...change }, AS_OF)).toBe(expected);
  });
});
