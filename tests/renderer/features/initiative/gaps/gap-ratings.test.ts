import { describe, expect, test } from 'vitest';
import { latestPerRater, raterSpread, ratingsOf } from '#renderer/features/initiative/gaps/gap-ratings.ts';
import type { Assessment } from '#shared/domain/initiative.ts';

const rating = (id: string, rater: string, ratedOn: string, level: number, gap = 'data') =>
  ({ id, initiativeId: 'i', gap, level, rater, ratedOn, note: '', evidence: [] }) as unknown as Assessment;

const ALL = [
  rating('1', 'A', '2026-01-01', 1),
  rating('2', 'B', '2026-03-01', 4),
  rating('3', 'A', '2026-02-01', 2),
  rating('4', 'A', '2026-02-01', 3),
  rating('5', 'A', '2026-09-01', 4, 'change'),
];

describe('ratingsOf()', () => {
  test('takes one gap, latest first, on one day the last recorded first', () => {
    expect(ratingsOf(ALL, 'data').map((one) => one.id)).toEqual(['2', '4', '3', '1']);
  });
});

describe('latestPerRater()', () => {
  test('keeps one rating a rater', () => {
    expect(latestPerRater(ratingsOf(ALL, 'data')).map((one) => one.id)).toEqual(['2', '4']);
  });
});

describe('raterSpread()', () => {
  test('is the distance between the highest and the lowest, 0 for one rater', () => {
    expect(raterSpread(latestPerRater(ratingsOf(ALL, 'data')))).toBe(1);
    expect(raterSpread(latestPerRater(ratingsOf(ALL, 'change')))).toBe(0);
    expect(raterSpread([])).toBe(0);
  });
});
