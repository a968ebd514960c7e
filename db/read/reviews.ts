import type { Stage } from '#shared/domain/stage.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';
import type { RuleId, Verdict } from '#shared/domain/verdict.ts';
import type { ClosedReview, StageStep, TrailDecision } from '#shared/portfolio/review-trail.ts';
import { getRows, type ReadDb } from '../handles.ts';
import type { RowOf } from '../tables.ts';

/** Closed reviews that count on a day, latest first: from their last day on, or from the day they were closed if that came first. */
export const CLOSED_REVIEWS = `SELECT id, name, ends_on AS endsOn, closed_at AS closedAt FROM review
  WHERE closed_at IS NOT NULL AND min(ends_on, substr(closed_at, 1, 10)) <= ?
  ORDER BY ends_on DESC, closed_at DESC, id DESC`;

/** Reviews closed by `asOf`, latest first. */
export function readClosedReviews(db: ReadDb, asOf: IsoDate): ClosedReview[] {
  return getRows<ClosedReview>(db, CLOSED_REVIEWS, asOf);
}

/** What a review recommended, by initiative; null = no rule decided. */
export function readRecommendations(db: ReadDb, reviewId: string): ReadonlyMap<string, RuleId | null> {
  const rows = getRows<{ id: string; rule: RuleId | null }>(
    db,
    'SELECT initiative_id AS id, recommended_rule AS rule FROM decision WHERE review_id = ?',
    reviewId,
  );
  return new Map(rows.map(({ id, rule }) => [id, rule]));
}

const STEP = 'initiative_id AS initiativeId, from_stage AS "from", to_stage AS "to", changed_on AS "on"';

/** Every step between stages after one day and up to another, in the order they were taken. */
export const STEPS_BETWEEN = `SELECT ${STEP} FROM stage_change WHERE changed_on > ? AND changed_on <= ?
  ORDER BY changed_on, initiative_id, ordinal`;
/** Every step of one initiative. */
export const STEPS_OF = `SELECT ${STEP} FROM stage_change WHERE initiative_id = ? ORDER BY changed_on, ordinal`;

/** Steps between stages dated after `after` and not after `until`. */
export function readStepsBetween(db: ReadDb, after: IsoDate, until: IsoDate): StageStep[] {
  return getRows<StageStep & { from: Stage }>(db, STEPS_BETWEEN, after, until);
}

/** Every step between stages of one initiative, oldest first. */
export function readSteps(db: ReadDb, initiativeId: string): StageStep[] {
  return getRows<StageStep>(db, STEPS_OF, initiativeId);
}

/** Every closed review's decision about one initiative. */
export const DECISIONS_OF = `SELECT decision.*, review.name AS review_name, review.ends_on, review.closed_at,
    decision_override.decided_by, decision_override.reason AS override_reason, decision_override.expires_on,
    tripwire.metric AS new_tripwire, fresh_start.answer, fresh_start.only_if
  FROM decision
  JOIN review ON review.id = decision.review_id AND review.closed_at IS NOT NULL
  LEFT JOIN decision_override ON decision_override.review_id = decision.review_id
    AND decision_override.initiative_id = decision.initiative_id
  LEFT JOIN tripwire ON tripwire.id = decision_override.new_tripwire_id
  LEFT JOIN fresh_start ON fresh_start.review_id = decision.review_id
    AND fresh_start.initiative_id = decision.initiative_id
  WHERE decision.initiative_id = ?
  ORDER BY review.ends_on DESC, review.closed_at DESC, review.id DESC`;

type DecisionRow = RowOf<'decision'> & {
  readonly review_name: string;
  readonly ends_on: string;
  readonly closed_at: string;
  readonly decided_by: string | null;
  readonly override_reason: string | null;
  readonly expires_on: string | null;
  readonly new_tripwire: string | null;
  readonly answer: string | null;
  readonly only_if: string | null;
};

/** What every closed review recommended and decided about one initiative, latest first. */
export function readDecisions(db: ReadDb, initiativeId: string): TrailDecision[] {
  return getRows<DecisionRow>(db, DECISIONS_OF, initiativeId).map((row) => ({
    review: {
      id: row.review_id,
      name: row.review_name,
      endsOn: row.ends_on as IsoDate,
      closedAt: row.closed_at as Instant,
    },
    rule: row.recommended_rule as RuleId | null,
    decision: row.decision as Verdict,
    reason: row.reason,
    causes: JSON.parse(row.causes) as string[],
    override:
      row.decided_by === null || row.override_reason === null || row.expires_on === null
        ? null
        : {
            decidedBy: row.decided_by,
            reason: row.override_reason,
            expiresOn: row.expires_on as IsoDate,
            newTripwire: row.new_tripwire,
          },
    freshStart:
      row.answer === null
        ? null
        : { answer: row.answer as 'yes' | 'no' | 'only_if', onlyIf: row.only_if ?? '' },
  }));
}
