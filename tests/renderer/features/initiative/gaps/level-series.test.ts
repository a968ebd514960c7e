import { describe, expect, test } from 'vitest';
import { levelSeries, raterWords } from '#renderer/features/initiative/gaps/level-series.ts';
import type { Assessment } from '#shared/domain/initiative.ts';
import type { IsoDate } from '#shared/domain/units.ts';

const rating = (rater: string, level: number, ratedOn: string) =>
  ({ rater, level, ratedOn }) as unknown as Assessment;
const AS_OF = '2026-06-30' as IsoDate;

describe('levelSeries()', () => {
  test('draws a step a rating, each rater holding the last level, up to the as-of day', () => {
    const ratings = [
      rating('B', 1, '2026-07-01'),
      rating('A', 3, '2026-05-01'),
      rating('B', 2, '2026-03-01'),
      rating('A', 1, '2026-01-01'),
    ];
    const { raters, points } = levelSeries(ratings, AS_OF);
    expect(raters).toEqual(['A', 'B']);
    expect(points.map(({ date, levels }) => [date, ...levels])).toEqual([
      ['2026-01-01', 1, null],
      ['2026-03-01', 1, 2],
      ['2026-05-01', 3, 2],
      ['2026-06-30', 3, 2],
    ]);
  });

  test('has no points without ratings', () => {
    expect(levelSeries([], AS_OF)).toEqual({ raters: [], points: [] });
  });
});

describe('raterWords()', () => {
  test.each([
    [[rating('A', 3, '2026-05-01')], ''],
    [[rating('A', 3, '2026-05-01'), rating('B', 3, '2026-05-01')], 'A 3, B 3: they agree'],
    [[rating('A', 3, '2026-05-01'), rating('', 2, '2026-05-01')], 'A 3, nobody named 2: 1 level apart'],
    [[rating('A', 3, '2026-05-01'), rating('B', 1, '2026-05-01')], 'A 3, B 1: 2 levels apart'],
  ])('of %j', (latest, words) => {
    expect(raterWords(latest)).toBe(words);
  });
});
