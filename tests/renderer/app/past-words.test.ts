import { describe, expect, it } from 'vitest';
import { dayProblem, pastReason, usualDays } from '#renderer/app/past-words.ts';
import type { IsoDate } from '#shared/domain/units.ts';

const day = (text: string) => text as IsoDate;
const BEGUN = day('2026-02-10');
const TODAY = day('2026-08-17');

describe('dayProblem()', () => {
  it.each([
    ['2026-02-10', null],
    ['2026-08-17', null],
    ['2026-02-09', 'Nothing is known before 10 Feb 2026'],
    ['2026-08-18', 'The future is not known: 17 Aug 2026'],
    ['2026-02-30', 'Enter a day.'],
    ['', 'Enter a day.'],
  ])('says of %j: %j', (text, words) => {
    const problem = dayProblem(text, BEGUN, TODAY);
    if (words === null) expect(problem).toBeNull();
    else expect(problem).toContain(words);
  });
});

describe('usualDays()', () => {
  it.each([
    ['in the middle of a quarter', BEGUN, TODAY, ['2026-07-31', '2026-06-30']],
    ['in its first month, when both are one', BEGUN, day('2026-07-02'), ['2026-06-30']],
    ['over the turn of the year', day('2025-01-01'), day('2026-02-28'), ['2026-01-31', '2025-12-31']],
    ['leaving out days before the portfolio was begun', day('2026-07-01'), TODAY, ['2026-07-31']],
    ['of a portfolio begun this month', day('2026-08-02'), TODAY, []],
  ])('gives the ends of the last month and quarter %s', (_what, begun, today, days) => {
    expect(usualDays(begun, today)).toEqual(days);
  });
});

describe('pastReason()', () => {
  it('names the day and the way back', () => {
    expect(pastReason(day('2026-06-30'))).toBe(
      'You see the portfolio as it was known on 30 Jun 2026. Go back to today to change it.',
    );
  });
});
