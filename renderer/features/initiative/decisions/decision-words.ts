import type { InitiativeDecisions } from '#shared/api/schemas/portfolio.ts';
import type { DecisionCondition } from '#shared/domain/condition.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { RULE_VERDICTS } from '#shared/domain/verdict.ts';
import { formatDay } from '#shared/report/moments.ts';

type Entry = InitiativeDecisions['decisions'][number];

export const FRESH_START_WORDS = { yes: 'Yes.', no: 'No.', only_if: 'Only if:' } as const;

/** Whether people decided as the engine recommended, or otherwise. */
export function decisionKind({ rule, decision }: Pick<Entry, 'rule' | 'decision'>): 'followed' | 'otherwise' {
  return rule !== null && RULE_VERDICTS[rule] === decision ? 'followed' : 'otherwise';
}

/** What a FIX was asked for: "To fix: G5, BRI"; '' for none. */
export function causesText({ causes }: Pick<Entry, 'causes'>): string {
  return causes.length === 0 ? '' : `To fix: ${causes.join(', ')}`;
}

/** How a condition stands on a day: met, open, or overdue. */
export function conditionState(
  { metOn, dueOn }: Pick<DecisionCondition, 'metOn' | 'dueOn'>,
  asOf: IsoDate,
): { readonly text: string; readonly isLate: boolean } {
  if (metOn !== null && metOn <= asOf)
    return { text: `met ${formatDay(metOn)}${metOn > dueOn ? ', late' : ''}`, isLate: false };
  return dueOn < asOf
    ? { text: `overdue since ${formatDay(dueOn)}`, isLate: true }
    : { text: `due ${formatDay(dueOn)}`, isLate: false };
}
