import type { Policy } from '../domain/policy.ts';
import type { Band, EngineMemory } from './facts.ts';
import type { BandView } from './result.ts';

/** What the band of P rests on between two reviews. */
export type BandMemory = Pick<EngineMemory, 'band' | 'pending'>;
/** The thresholds of the step. */
export type BandPolicy = Pick<Policy, 'probabilityCuts' | 'deadBand' | 'clearBreach'>;

const BILLION = 1e9;

/** Number of cuts c with P >= c + shift, compared after rounding to 1e-9. */
function cutsReached(p: number, cuts: Policy['probabilityCuts'], shift: number): Band {
  const value = Math.round(p * BILLION);
  let count = 0;
  for (let i = 0; i < cuts.length; i += 1) {
    if (value >= Math.round(((cuts[i] as number) + shift) * BILLION)) count += 1;
  }
  return count as Band;
}

/** The band without memory or mercy: the number of cuts at or below P. */
export function rawBand(p: number, policy: BandPolicy): Band {
  return cutsReached(p, policy.probabilityCuts, 0);
}

/**
 * One step of the hysteresis on the band of P (methodology 3.5), from the memory of the last closed review.
 * With up, dn, cl = number of cuts c with P >= c + .05, P >= c - .05, P >= c - .10:
 *
 * 1. up > band: the second look in a row lifts the band to up; the first only waits (pending +1).
 * 2. dn < band: down to dn at the second look, at the first to cl alone (a clear breach); waits (-1) while dn is lower.
 * 3. else nothing is pending.
 *
 * Without memory: the number of cuts <= P, except that .20 <= P < .30 starts in band 1 (pending -1 if P < .25): a
 * first look never kills except on a clear breach.
 */
export function stepBand(memory: BandMemory | null, p: number, policy: BandPolicy): BandMemory {
  const { probabilityCuts: cuts, deadBand, clearBreach } = policy;
  const dn = cutsReached(p, cuts, -deadBand);
  const cl = cutsReached(p, cuts, -clearBreach);
  if (memory === null) {
    const band = cutsReached(p, cuts, 0);
    if (band > 0 || cl === 0) return { band, pending: 0 };
    return { band: 1, pending: dn === 0 ? -1 : 0 };
  }
  const { band, pending } = memory;
  const up = cutsReached(p, cuts, deadBand);
  if (up > band) return pending === 1 ? { band: up, pending: 0 } : { band, pending: 1 };
  if (dn < band) {
    const candidate = pending === -1 ? dn : cl;
    if (candidate >= band) return { band, pending: -1 };
    return { band: candidate, pending: dn < candidate ? -1 : 0 };
  }
  return { band, pending: 0 };
}

/** The band after the step, beside the one a look without memory would give. */
export function bandView(memory: BandMemory | null, p: number, policy: BandPolicy): BandView {
  const { band, pending } = stepBand(memory, p, policy);
  const raw = rawBand(p, policy);
  return { band, pending, rawBand: raw, isHeld: memory !== null && band !== raw };
}
