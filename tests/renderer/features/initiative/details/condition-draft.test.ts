import { describe, expect, test } from 'vitest';
import {
  conditionDraftOf,
  conditionFromDraft,
  conditionProblems,
  conditionState,
  EMPTY_CONDITION,
} from '#renderer/features/initiative/details/condition-draft.ts';
import { newCondition } from '#shared/api/schemas/trace.ts';
import type { DecisionCondition } from '#shared/domain/condition.ts';
import type { IsoDate } from '#shared/domain/units.ts';

const day = (text: string) => text as IsoDate;
const AS_OF = day('2026-09-30');
const CONDITION: DecisionCondition = {
  id: 'c',
  initiativeId: 'i',
  reviewId: null,
  what: 'Sign the data agreement',
  owner: 'Head of claims',
  dueOn: day('2026-10-15'),
  metOn: null,
  note: '',
};

describe('conditionFromDraft()', () => {
  test('gives back the condition its form was made of', () => {
    const { what, owner, dueOn, metOn, note } = CONDITION;
    const made = conditionFromDraft(conditionDraftOf(CONDITION));
    expect(made).toEqual({ what, owner, dueOn, metOn, note });
    expect(newCondition.safeParse(made).success).toBe(true);
  });

  test('asks for what, owner and day', () => {
    expect(Object.keys(conditionProblems(EMPTY_CONDITION))).toEqual(['what', 'owner', 'dueOn']);
    expect(conditionFromDraft(EMPTY_CONDITION)).toBeNull();
  });

  test('refuses a day that does not exist', () => {
    expect(conditionProblems({ ...conditionDraftOf(CONDITION), metOn: '2026-02-30' })).toHaveProperty(
      'metOn',
    );
  });
});

describe('conditionState()', () => {
  test.each([
    ['2026-10-15', null, 'plain', 'due in 15 days'],
    ['2026-10-01', null, 'plain', 'due in 1 day'],
    ['2026-09-30', null, 'plain', 'due today'],
    ['2026-09-29', null, 'bad', 'overdue by 1 day'],
    ['2026-09-10', null, 'bad', 'overdue by 20 days'],
    ['2026-09-10', '2026-09-10', 'good', 'met 10 Sep 2026'],
    ['2026-09-10', '2026-09-11', 'plain', 'met 11 Sep 2026, after it was due'],
    // Entered ahead of the day: not met yet.
    ['2026-09-10', '2026-10-05', 'bad', 'overdue by 20 days'],
  ] as const)('due %s, met %s: %s, %s', (dueOn, metOn, tone, text) => {
    const state = conditionState({ dueOn: day(dueOn), metOn: metOn === null ? null : day(metOn) }, AS_OF);
    expect(state).toEqual({ tone, text });
  });
});
