import { describe, expect, it } from 'vitest';
import * as commands from '#db/commands/index.ts';
import { readOverdueConditions, readTrace } from '#db/read/trace-facts.ts';
import type { NewCondition } from '#db/rows/condition-row.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { type Desk, desk, refusal } from '#tests/support/desk.ts';

const day = (text: string) => text as IsoDate;
const CONDITION: NewCondition = {
  what: 'Sign-off by legal',
  owner: 'Head of claims',
  dueOn: day('2026-04-30'),
  metOn: null,
  note: '',
};

const add = ({ run, id, newId }: Desk, given: Partial<NewCondition> = {}) =>
  run('addCondition', (tx) =>
    commands.addCondition(tx, { initiativeId: id, condition: { ...CONDITION, ...given } }, newId),
  ).value.id;
const update = ({ run }: Desk, id: string, given: Partial<NewCondition>) =>
  run('updateCondition', (tx) => commands.updateCondition(tx, { id, condition: { ...CONDITION, ...given } }));
const remove = ({ run }: Desk, id: string) =>
  run('removeCondition', (tx) => commands.removeCondition(tx, { id }));
const read = ({ db, id }: Desk) => readTrace(db(), id).conditions;

/** A condition that a review set, as the review's own command will store it. */
function addByReview(portfolio: Desk, isClosed: boolean): string {
  const { run, newId, id: initiativeId } = portfolio;
  const id = add(portfolio);
  run('review', (tx) => {
    const decision = {
      initiativeId,
      recommendedRule: null,
      decision: 'fix',
      reason: '',
      causes: [],
    } as const;
    const review = { name: '2026-Q1', endsOn: day('2026-03-31'), decisions: [decision] };
    const { id: review_id } = commands.recordClosedReview(tx, review, newId);
    if (!isClosed) tx.update('review', { id: review_id }, { closed_at: null });
    tx.update('decision_condition', { id }, { review_id });
  });
  return id;
}

describe('addCondition(), updateCondition() and removeCondition()', () => {
  it('set, change, meet and remove a condition between reviews', () => {
    const portfolio = desk();
    const [late, soon] = [add(portfolio), add(portfolio, { what: 'Budget', dueOn: day('2026-04-01') })];
    const own = { initiativeId: portfolio.id, reviewId: null };
    expect(read(portfolio)).toEqual([
      { ...CONDITION, ...own, id: soon, what: 'Budget', dueOn: '2026-04-01' },
      { ...CONDITION, ...own, id: late },
    ]);
    const given = { metOn: day('2026-04-20'), owner: 'CFO', note: 'In writing' };
    update(portfolio, late, given);
    remove(portfolio, soon);
    expect(read(portfolio)).toEqual([{ ...CONDITION, ...own, id: late, ...given }]);
  });

  it('of a closed review can be met and noted, but neither reworded nor removed', () => {
    const portfolio = desk();
    const id = addByReview(portfolio, true);
    update(portfolio, id, { metOn: day('2026-04-20'), note: 'In writing' });
    expect(read(portfolio)).toMatchObject([{ metOn: '2026-04-20', note: 'In writing' }]);
    for (const given of [{ what: 'Other' }, { owner: 'Other' }, { dueOn: day('2027-01-01') }])
      expect(refusal(portfolio, () => update(portfolio, id, given))).toMatchObject({
        code: 'conflict',
        message: expect.stringMatching(/set by the closed review 2026-Q1.*new condition/),
      });
    expect(refusal(portfolio, () => remove(portfolio, id)).message).toContain('closed review 2026-Q1');
  });

  it('of a review that is not closed can be changed and removed', () => {
    const portfolio = desk();
    const id = addByReview(portfolio, false);
    update(portfolio, id, { what: 'Other' });
    remove(portfolio, id);
    expect(read(portfolio)).toEqual([]);
  });

  it('say that one is gone', () => {
    const portfolio = desk();
    expect(refusal(portfolio, () => remove(portfolio, 'gone'))).toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('This condition'),
    });
  });
});

describe('readOverdueConditions()', () => {
  it.each([
    ['the day it is due', CONDITION, '2026-04-30', false],
    ['the day after', CONDITION, '2026-05-01', true],
    ['the day after, when it was met', { ...CONDITION, metOn: day('2026-05-20') }, '2026-06-01', false],
  ])('on %s', (_when, condition, asOf, isOverdue) => {
    const portfolio = desk();
    add(portfolio, condition);
    add(portfolio, { dueOn: day('2027-01-01') });
    expect([...readOverdueConditions(portfolio.db(), day(asOf)).keys()]).toEqual(
      isOverdue ? [portfolio.id] : [],
    );
  });
});
