import type { PastDecision } from '#shared/decision/facts.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { RuleId, Verdict } from '#shared/domain/verdict.ts';
import type { RowOf } from '../tables.ts';

/** A decision together with the day its review looked up to. */
export type DecisionRow = RowOf<'decision'> & Pick<RowOf<'review'>, 'ends_on'>;

/** What a closed review decided about one initiative, from its row. */
export function toPastDecision(row: DecisionRow): PastDecision {
  return {
    reviewId: row.review_id,
    endsOn: row.ends_on as IsoDate,
    recommendedRule: row.recommended_rule as RuleId | null,
    decision: row.decision as Verdict,
    causes: JSON.parse(row.causes) as string[],
  };
}
