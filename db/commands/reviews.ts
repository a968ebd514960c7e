import type { IsoDate } from '#shared/domain/units.ts';
import type { RuleId, Verdict } from '#shared/domain/verdict.ts';
import type { Tx } from '../tx.ts';
import type { Created, NewId } from './command.ts';
import { mustFind } from './find.ts';
import { shortName } from './words.ts';

export interface ClosedReview {
  /** "2026-Q1". */
  readonly name: string;
  /** Last day of the quarter it looked at. */
  readonly endsOn: IsoDate;
  readonly decisions: readonly {
    readonly initiativeId: string;
    readonly recommendedRule: RuleId | null;
    readonly decision: Verdict;
    readonly reason: string;
    /** Causes of a FIX: gate ids, 'BRI' or 'unit cost'. */
    readonly causes: readonly string[];
  }[];
}

/** "Record the closed review 2026-Q1". */
export function recordClosedReviewLabel(input: Pick<ClosedReview, 'name'>): string {
  return `Record the closed review ${shortName(input.name)}`;
}

/** Records a review that was held and closed, with what was decided about each initiative. */
export function recordClosedReview(tx: Tx, input: ClosedReview, newId: NewId): Created {
  const id = newId();
  tx.insert('review', { id, name: input.name, ends_on: input.endsOn, closed_at: tx.at });
  for (const one of input.decisions) {
    mustFind(tx, 'initiative', one.initiativeId);
    tx.insert('decision', {
      review_id: id,
      initiative_id: one.initiativeId,
      recommended_rule: one.recommendedRule,
      decision: one.decision,
      reason: one.reason,
      causes: JSON.stringify(one.causes),
    });
  }
  return { id };
}
