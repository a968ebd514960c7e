import { describe, expect, it } from 'vitest';
import { simulationCuts } from '#shared/decision/simulation-cuts.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';

describe('simulationCuts()', () => {
  it('holds the marks of the rules, and for a first look .20, .25 and the cuts', () => {
    expect(simulationCuts(DEFAULT_POLICY, null)).toEqual({
      E: [0],
      P: [0.2, 0.25, 0.3, 0.6, 0.8],
      UE: [0.1],
      PB: [0.7],
      BCR50: [1.5],
    });
  });

  it.each([
    [{ band: 0, pending: 0 }, [0.3, 0.35]],
    [{ band: 1, pending: 0 }, [0.2, 0.25, 0.3, 0.65]],
    [{ band: 1, pending: -1 }, [0.25, 0.3, 0.65]],
    [{ band: 2, pending: 1 }, [0.2, 0.25, 0.3, 0.5, 0.55, 0.85]],
    [{ band: 1, pending: 1 }, [0.2, 0.25, 0.3, 0.65, 0.85]],
  ] as const)(
    'with memory %o the edges it makes relevant, and the first cut that H0 asks for',
    (memory, edges) => {
      expect(simulationCuts(DEFAULT_POLICY, memory).P).toEqual(edges);
    },
  );

  it('follows the policy', () => {
    const policy = { ...DEFAULT_POLICY, scaleBcr: 2, killUnitEconomics: 0.2, scalePaybackProbability: 0.5 };
    expect(simulationCuts(policy, null)).toMatchObject({ BCR50: [2], UE: [0.2], PB: [0.5] });
  });
});
