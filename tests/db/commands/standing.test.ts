import { describe, expect, it } from 'vitest';
import * as commands from '#db/commands/index.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';
import { type Desk, desk, MARCH, refusal } from '#tests/support/desk.ts';

const [APRIL, MAY] = [MARCH + 1, MARCH + 2] as [MonthIndex, MonthIndex];

const reopen = ({ run, id }: Desk, ...months: MonthIndex[]) =>
  run('reopenMonths', (tx) => commands.reopenMonths(tx, { initiativeId: id, months }));

function closeReview({ run, newId }: Desk, initiativeId: string, endsOn: string) {
  const decision = { recommendedRule: null, decision: 'continue', reason: '', causes: [] } as const;
  const review = {
    name: '2026-Q1',
    endsOn: endsOn as IsoDate,
    decisions: [{ initiativeId, ...decision }],
  };
  return run('recordClosedReview', (tx) => commands.recordClosedReview(tx, review, newId)).value.id;
}

describe('reopenMonths()', () => {
  it('opens the latest closed month, then the one before it', () => {
    const portfolio = desk();
    portfolio.close(MARCH, APRIL, MAY);
    reopen(portfolio, MAY);
    expect(portfolio.facts().closedMonths).toEqual([MARCH, APRIL]);
    reopen(portfolio, MAY, APRIL);
    expect(portfolio.facts().closedMonths).toEqual([MARCH]);
  });

  it('is refused while a later month stays closed, which it names, and opens none of them', () => {
    const portfolio = desk();
    portfolio.close(MARCH, APRIL, MAY);
    const { code, message } = refusal(portfolio, () => reopen(portfolio, MARCH, MAY));
    expect(code).toBe('conflict');
    expect(message).toBe(
      'March 2026 of “Claims triage” stays closed: April 2026, a later month, is closed as well. Nothing was changed. Restate March 2026 instead: the old figures stay on record beside the right ones and the reason.',
    );
    reopen(portfolio, MAY, MARCH, APRIL);
    expect(portfolio.facts().closedMonths).toEqual([]);
  });

  it('does not look at the months of another initiative', () => {
    const portfolio = desk();
    const { run, newId } = portfolio;
    const other = run('c', (tx) => commands.createInitiative(tx, { name: 'B', stage: 'pilot' }, newId)).value
      .id;
    run('c', (tx) => commands.closeMonths(tx, { initiativeId: other, months: [MAY] }));
    portfolio.close(MARCH);
    reopen(portfolio, MARCH);
    expect(portfolio.facts().closedMonths).toEqual([]);
  });

  it.each([
    ['in the month', '2026-03-01'],
    ['after the month', '2026-06-30'],
  ])('is refused when a closed review that decided about it ends %s', (_when, endsOn) => {
    const portfolio = desk();
    portfolio.close(MARCH);
    closeReview(portfolio, portfolio.id, endsOn);
    const { code, message } = refusal(portfolio, () => reopen(portfolio, MARCH));
    expect(code).toBe('conflict');
    expect(message).toMatch(
      /^March 2026 .* stays closed: the closed review 2026-Q1 stands on it\..*Restate March 2026/,
    );
  });

  it('is not hindered by a review that ended before, decided about others, or is not closed', () => {
    const portfolio = desk();
    const { run, newId, id, facts } = portfolio;
    portfolio.close(MARCH);
    const other = run('c', (tx) => commands.createInitiative(tx, { name: 'B', stage: 'pilot' }, newId)).value
      .id;
    closeReview(portfolio, id, '2026-02-28');
    closeReview(portfolio, other, '2026-03-31');
    const open = closeReview(portfolio, id, '2026-03-31');
    run('open', (tx) => tx.update('review', { id: open }, { closed_at: null }));
    reopen(portfolio, MARCH);
    expect(facts().closedMonths).toEqual([]);
  });

  it('is refused for a month that was restated', () => {
    const portfolio = desk();
    const { run, id, newId } = portfolio;
    portfolio.close(MARCH);
    const figures = [{ figure: 'reading', value: 1 }] as const;
    const input = { initiativeId: id, month: MARCH, reason: 'Late', amounts: [], figures: [...figures] };
    run('restateMonth', (tx) => commands.restateMonth(tx, input, newId));
    expect(refusal(portfolio, () => reopen(portfolio, MARCH)).message).toContain('it was restated');
  });

  it('leaves open months alone, whatever stands on them', () => {
    const portfolio = desk();
    portfolio.close(APRIL);
    closeReview(portfolio, portfolio.id, '2026-06-30');
    expect(reopen(portfolio, MARCH).tables).toEqual([]);
  });
});
