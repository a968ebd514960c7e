import type { InitiativeFacts } from '../decision/facts.ts';
import { monthOf } from '../domain/calendar.ts';
import type { DecisionCondition } from '../domain/condition.ts';
import type { Stage } from '../domain/stage.ts';
import type { Instant, IsoDate, MinorUnits, MonthIndex } from '../domain/units.ts';
import type { RuleId, Verdict } from '../domain/verdict.ts';
import type { ClaimPolicy } from '../finance/claimed-share.ts';
import { initiativeWindow } from './window.ts';

export interface ClosedReview {
  readonly id: string;
  readonly name: string;
  readonly endsOn: IsoDate;
  readonly closedAt: Instant;
}

/** A step between stages. */
export interface StageStep {
  readonly initiativeId: string;
  readonly from: Stage;
  readonly to: Stage;
  readonly on: IsoDate;
}

/** What one closed review recommended and decided about one initiative. */
export interface TrailDecision {
  readonly review: ClosedReview;
  readonly rule: RuleId | null;
  readonly decision: Verdict;
  readonly reason: string;
  readonly causes: readonly string[];
  readonly override: {
    readonly decidedBy: string;
    readonly reason: string;
    readonly expiresOn: IsoDate;
    /** Metric of the tripwire set in place of the missed one. */
    readonly newTripwire: string | null;
  } | null;
  /** "Would we start it today?" */
  readonly freshStart: { readonly answer: 'yes' | 'no' | 'only_if'; readonly onlyIf: string } | null;
}

/** What came after a decision, up to the last day of the next review, or to today. */
export interface Followed {
  readonly until: IsoDate;
  readonly steps: readonly StageStep[];
  /** Closed months of the span, oldest first, and what they brought: actual, undiscounted. */
  readonly months: readonly MonthIndex[];
  readonly cost: MinorUnits;
  readonly net: MinorUnits;
  readonly openMonths: number;
}

export interface TrailEntry extends TrailDecision {
  readonly conditions: readonly DecisionCondition[];
  readonly followed: Followed;
}

/**
 * Decisions with the conditions they set and what followed. A span runs from the day after a review's last day to the
 * last day of the next one; its months are those after the review's month up to the next review's.
 * @param decisions latest first
 */
export function reviewTrail(
  decisions: readonly TrailDecision[],
  facts: InitiativeFacts,
  steps: readonly StageStep[],
  conditions: readonly DecisionCondition[],
  asOf: IsoDate,
  policy: ClaimPolicy,
): TrailEntry[] {
  return decisions.map((decision, index) => {
    const after = decision.review.endsOn;
    const until = decisions[index - 1]?.review.endsOn ?? asOf;
    const months: MonthIndex[] = [];
    for (let month = monthOf(after) + 1; month <= monthOf(until); month += 1)
      months.push(month as MonthIndex);
    const isOver = (month: MonthIndex) => month < monthOf(asOf) || facts.closedMonths.includes(month);
    const window = initiativeWindow(facts, months.filter(isOver), policy);
    return {
      ...decision,
      conditions: conditions.filter((one) => one.reviewId === decision.review.id),
      followed: {
        until,
        steps: steps.filter((step) => step.on > after && step.on <= until),
        months: months.filter((month) => facts.closedMonths.includes(month)),
        cost: window.cost,
        net: (window.benefit - window.cost) as MinorUnits,
        openMonths: window.openMonths,
      },
    };
  });
}
