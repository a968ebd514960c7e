import type { InitiativeDecisions } from '#shared/api/schemas/portfolio.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { RULE_VERDICTS, type RuleId, type Verdict } from '#shared/domain/verdict.ts';

/** One closed review in the row of verdicts. */
export interface VerdictStep {
  readonly id: string;
  readonly name: string;
  readonly endsOn: IsoDate;
  readonly rule: RuleId | null;
  /** null: the review recommended nothing. */
  readonly recommended: Verdict | null;
  /** What was decided where that is not what was recommended; null = as recommended. */
  readonly decided: Verdict | null;
}

/** The closed reviews of an initiative, oldest first. */
export function verdictSteps(decisions: InitiativeDecisions['decisions']): readonly VerdictStep[] {
  return decisions
    .map(({ review, rule, decision }): VerdictStep => {
      const recommended = rule === null ? null : RULE_VERDICTS[rule];
      return {
        id: review.id,
        name: review.name,
        endsOn: review.endsOn,
        rule,
        recommended,
        decided: decision === recommended ? null : decision,
      };
    })
    .toSorted((a, b) => a.endsOn.localeCompare(b.endsOn));
}
