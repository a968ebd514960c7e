import { describe, expect, test } from 'vitest';
import { assetLines } from '#renderer/features/initiative/assets/asset-lines.ts';

const terms = {
  builtBy: 'me',
  owner: '',
  costAlone: 1000,
  reuseCostShare: 0.4,
  writeForReuse: null,
  upkeepPerMonth: 50,
};

describe('assetLines()', () => {
  test('joins what it needs, reuses and built, and prefers the reuse seen here', () => {
    const given = {
      initiative: { id: 'me' },
      assetUses: [{ asset: { id: 'b', name: 'Suite' }, neededFrom: 'pilot' }],
      assetTerms: [
        { assetId: 'a', terms, reuse: null },
        {
          assetId: 'b',
          terms: { ...terms, builtBy: null },
          reuse: { usedSince: '2026-01-02', reuseCostShare: 0.3 },
        },
      ],
    };
    const lines = assetLines(given as never, [{ asset: { id: 'a', name: 'Connector' }, users: 3 }] as never);
    expect(lines).toEqual([
      {
        id: 'a',
        name: 'Connector',
        isBuiltHere: true,
        neededFrom: null,
        usedSince: null,
        reuseFactor: 0.4,
        costAlone: 1000,
        upkeep: 50,
        users: 3,
      },
      {
        id: 'b',
        name: 'Suite',
        isBuiltHere: false,
        neededFrom: 'pilot',
        usedSince: '2026-01-02',
        reuseFactor: 0.3,
        costAlone: 1000,
        upkeep: 50,
        users: null,
      },
    ]);
  });
});
