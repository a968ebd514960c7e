import type { EngineMemory } from './facts.ts';
import type { DecisionResult } from './result.ts';

/**
 * What a review that closes on this result stores for the next one (methodology 3.5): the band and what is pending,
 * kill watches in a row, and whether SCALE was recommended. null when the result has no band (no forward model, or
 * retired): the next look is then a first look again, unless `before` holds an earlier band, which stands.
 */
export function memoryAfter(result: DecisionResult, before: EngineMemory | null): EngineMemory | null {
  const band = result.band ?? before;
  if (band === null || result.stage === 'retired') return null;
  return {
    band: band.band,
    pending: band.pending,
    killWatches: result.rule === 'H0' ? (before?.killWatches ?? 0) + 1 : 0,
    wasScale: result.rule === 'S1',
  };
}
