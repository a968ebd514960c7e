import type { Input } from '#shared/api/contract.ts';
import { daysBetween, isIsoDate } from '#shared/domain/calendar.ts';
import type { DecisionCondition } from '#shared/domain/condition.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { formatDay } from '../../../components/dates.ts';

/** A condition as its form holds it. */
export interface ConditionDraft {
  readonly what: string;
  readonly owner: string;
  readonly dueOn: string;
  readonly metOn: string;
  readonly note: string;
}

export type NewCondition = Input<'addCondition'>['condition'];

export const EMPTY_CONDITION: ConditionDraft = { what: '', owner: '', dueOn: '', metOn: '', note: '' };

export function conditionDraftOf({ what, owner, dueOn, metOn, note }: DecisionCondition): ConditionDraft {
  return { what, owner, dueOn, metOn: metOn ?? '', note };
}

export type ConditionProblems = { readonly [Field in 'what' | 'owner' | 'dueOn' | 'metOn']?: string };

/** What is wrong with a form, by field. */
export function conditionProblems({ what, owner, dueOn, metOn }: ConditionDraft): ConditionProblems {
  return {
    ...(what.trim() === '' ? { what: 'Say what has to be done.' } : {}),
    ...(owner.trim() === '' ? { owner: 'Say who owes it.' } : {}),
    ...(isIsoDate(dueOn) ? {} : { dueOn: 'Say by when.' }),
    ...(metOn === '' || isIsoDate(metOn) ? {} : { metOn: 'There is no such day. Write it as 2026-03-31.' }),
  };
}

/** The condition a form describes, or null while something is wrong with it. */
export function conditionFromDraft(draft: ConditionDraft): NewCondition | null {
  if (Object.keys(conditionProblems(draft)).length > 0) return null;
  return {
    what: draft.what.trim(),
    owner: draft.owner.trim(),
    dueOn: draft.dueOn as IsoDate,
    metOn: draft.metOn === '' ? null : (draft.metOn as IsoDate),
    note: draft.note.trim(),
  };
}

/** How a condition stands on the as-of date, in a few words. */
export function conditionState(
  { dueOn, metOn }: Pick<DecisionCondition, 'dueOn' | 'metOn'>,
  asOf: IsoDate,
): { readonly tone: 'good' | 'bad' | 'plain'; readonly text: string } {
  if (metOn !== null && metOn <= asOf)
    return metOn <= dueOn
      ? { tone: 'good', text: `met ${formatDay(metOn)}` }
      : { tone: 'plain', text: `met ${formatDay(metOn)}, after it was due` };
  const left = daysBetween(asOf, dueOn);
  if (left < 0) return { tone: 'bad', text: `overdue by ${-left} ${left === -1 ? 'day' : 'days'}` };
  if (left === 0) return { tone: 'plain', text: 'due today' };
  return { tone: 'plain', text: `due in ${left} ${left === 1 ? 'day' : 'days'}` };
}
