import type { Gap } from '#shared/domain/gap.ts';
import type { Assessment } from '#shared/domain/initiative.ts';

/** Ratings of a gap, latest first; on one day the one recorded last comes first. */
export function ratingsOf(assessments: readonly Assessment[], gap: Gap): readonly Assessment[] {
  return assessments
    .map((one, index) => ({ one, index }))
    .filter(({ one }) => one.gap === gap)
    .sort((a, b) => b.one.ratedOn.localeCompare(a.one.ratedOn) || b.index - a.index)
    .map(({ one }) => one);
}

/** The latest rating of every rater, latest first: what the level is made of. */
export function latestPerRater(ratings: readonly Assessment[]): readonly Assessment[] {
  const seen = new Set<string>();
  return ratings.filter((rating) => {
    if (seen.has(rating.rater)) return false;
    seen.add(rating.rater);
    return true;
  });
}

/** Levels between the highest and the lowest of the latest ratings; two or more want a talk before the review. */
export function raterSpread(latest: readonly Assessment[]): number {
  if (latest.length < 2) return 0;
  const levels = latest.map((rating) => rating.level);
  return Math.max(...levels) - Math.min(...levels);
}
