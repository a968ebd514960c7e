import type { IsoDate } from '../domain/units.ts';
import type { Override, PastDecision } from './facts.ts';

/**
 * The override of the last closed review while it holds: through its expiry day. The recommendation stays visible
 * beside it; an older review's override has lapsed with the next review.
 * @param pastDecisions latest last
 */
export function overrideInForce(pastDecisions: readonly PastDecision[], asOf: IsoDate): Override | null {
  const override = pastDecisions.at(-1)?.override;
  return override !== undefined && asOf <= override.expiresOn ? override : null;
}
