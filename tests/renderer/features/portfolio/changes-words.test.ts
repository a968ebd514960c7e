import { describe, expect, it } from 'vitest';
import { changesNote, isNothing, sinceTitle } from '#renderer/features/portfolio/changes-words.ts';
import type { PortfolioChanges } from '#shared/api/schemas/portfolio.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';

const review = {
  id: 'r1',
  name: '2026-Q2',
  endsOn: '2026-06-30' as IsoDate,
  closedAt: '2026-07-15T09:00:00.000Z' as Instant,
};
const none = { count: 0, first: [] };
const changes = (over: Partial<PortfolioChanges> = {}): PortfolioChanges => ({
  since: { kind: 'review', review },
  reviews: [review],
  verdicts: none,
  computing: 0,
  fresh: none,
  moves: none,
  retired: none,
  months: { ...none, total: 0 },
  evidence: { ...none, total: 0 },
  ...over,
});
const since = { kind: 'day', day: '2026-07-02' as IsoDate } as const;

describe('sinceTitle()', () => {
  it('names the review or the day', () => {
    expect(sinceTitle(changes())).toBe('Changed since review 2026-Q2');
    expect(sinceTitle(changes({ since }))).toBe('Changed since 2 Jul 2026');
  });
});

describe('changesNote()', () => {
  it('says what it compares with, and what cannot be told', () => {
    expect(changesNote(changes())).toBe('Against what was known on 30 Jun 2026, the last day of the review.');
    expect(changesNote(changes({ since, reviews: [], verdicts: null }))).toMatch(/^No review is closed yet/);
    expect(changesNote(changes({ months: null }))).toMatch(/cannot be told\.$/);
  });
});

describe('isNothing()', () => {
  it('is true when every group is empty or cannot be told', () => {
    expect(isNothing(changes({ verdicts: null, months: null }))).toBe(true);
    expect(isNothing(changes({ moves: { count: 1, first: [] } }))).toBe(false);
  });
});
