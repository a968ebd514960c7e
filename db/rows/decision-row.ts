import type { Band, EngineMemory, Override, PastDecision } from '#shared/decision/facts.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { RuleId, Verdict } from '#shared/domain/verdict.ts';
import type { RowOf } from '../tables.ts';

/** A decision with the day its review looked up to, and its override: all four columns NULL when there is none. */
export type DecisionRow = RowOf<'decision'> &
  Pick<RowOf<'review'>, 'ends_on'> & {
    readonly override_by: string | null;
    readonly override_reason: string | null;
    readonly override_expires_on: string | null;
    readonly override_tripwire_id: string | null;
  };

/** What a closed review decided about one initiative, from its row. */
export function toPastDecision(row: DecisionRow): PastDecision {
  const decision = {
    reviewId: row.review_id,
    endsOn: row.ends_on as IsoDate,
    recommendedRule: row.recommended_rule as RuleId | null,
    decision: row.decision as Verdict,
    causes: JSON.parse(row.causes) as string[],
  };
  const override = toOverride(row);
  return override ? { ...decision, override } : decision;
}

function toOverride(row: DecisionRow): Override | undefined {
  if (row.override_by === null || row.override_reason === null) return undefined;
  return {
    decidedBy: row.override_by,
    reason: row.override_reason,
    expiresOn: row.override_expires_on as IsoDate,
    newTripwireId: row.override_tripwire_id,
  };
}

/** The memory a closed review stored for one initiative. */
export function toMemory(row: RowOf<'review_memory'>): EngineMemory {
  return {
    band: row.band as Band,
    pending: row.pending as EngineMemory['pending'],
    killWatches: row.kill_watches,
    wasScale: row.was_scale === 1,
  };
}
