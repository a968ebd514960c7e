import type { Policy } from '../domain/policy.ts';
import type { Cuts } from '../forward-model/model.ts';
import { probabilityEdges } from '../uncertainty/edges.ts';
import type { BandMemory } from './hysteresis.ts';

/**
 * The values of the simulated figures at which a rule turns (methodology 4.2): the edges of the band of P as memory
 * leaves them, and the marks of UE, PB, BCR50 and E. With memory the first cut itself counts too: kill watch (H0) and
 * its third look (K4) ask for the raw P.
 */
export function simulationCuts(policy: Policy, memory: BandMemory | null): Cuts {
  const { probabilityCuts: cuts, deadBand, clearBreach } = policy;
  const edges = probabilityEdges(cuts, memory, { dead: deadBand, clear: clearBreach });
  const all = memory === null ? edges : [...edges, cuts[0]];
  return {
    E: [0],
    P: [...new Set(all.map(rounded))].sort((a, b) => a - b),
    UE: [policy.killUnitEconomics],
    PB: [policy.scalePaybackProbability],
    BCR50: [policy.scaleBcr],
  };
}

/** .3 - .1 is .2, as the bands compare it. */
function rounded(cut: number): number {
  return Math.round(cut * 1e9) / 1e9;
}
