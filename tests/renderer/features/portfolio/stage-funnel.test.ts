import { describe, expect, it } from 'vitest';
import { funnelShares } from '#renderer/features/portfolio/stage-funnel.tsx';

describe('funnelShares()', () => {
  it('gives shares of all that are not retired, in the order of the road', () => {
    const shares = funnelShares({ idea: 6, pilot: 8, limited: 4, scaled: 3, retired: 3 });
    expect(shares.map((one) => one.stage)).toEqual(['idea', 'pilot', 'limited', 'scaled']);
    expect(shares.reduce((sum, one) => sum + one.share, 0)).toBeCloseTo(1, 12);
    expect(shares[1]?.share).toBeCloseTo(8 / 21, 12);
  });

  it('gives no share at all when everything is retired', () => {
    expect(
      funnelShares({ idea: 0, pilot: 0, limited: 0, scaled: 0, retired: 5 }).map((one) => one.share),
    ).toEqual([0, 0, 0, 0]);
  });
});
