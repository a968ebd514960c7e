import type { Assessment } from '#shared/domain/initiative.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { LevelPoint } from '../../../charts/level-chart.tsx';

export interface LevelSeries {
  /** In the order of their first rating. */
  readonly raters: readonly string[];
  readonly points: readonly LevelPoint[];
}

/**
 * Ratings of a gap as one step line a rater, up to the as-of day; ratings dated later are left out.
 * @param ratings latest first, as ratingsOf() gives them
 */
export function levelSeries(ratings: readonly Assessment[], asOf: IsoDate): LevelSeries {
  const known = ratings.filter((rating) => rating.ratedOn <= asOf).toReversed();
  const raters = [...new Set(known.map((rating) => rating.rater))];
  const now = new Map<string, number>();
  const points = new Map<IsoDate, LevelPoint>();
  const mark = (date: IsoDate) =>
    points.set(date, { date, levels: raters.map((rater) => now.get(rater) ?? null) });
  for (const { ratedOn, rater, level } of known) {
    now.set(rater, level);
    mark(ratedOn);
  }
  // The last level holds until today.
  if (known.length > 0) mark(asOf);
  return { raters, points: [...points.values()] };
}

/** "AI program office 3, Internal audit 1: 2 levels apart"; '' with fewer than two raters. */
export function raterWords(latest: readonly Assessment[]): string {
  if (latest.length < 2) return '';
  const levels = latest.map((rating) => rating.level);
  const apart = Math.max(...levels) - Math.min(...levels);
  const said = latest
    .map(({ rater, level }) => `${rater === '' ? 'nobody named' : rater} ${level}`)
    .join(', ');
  return `${said}: ${apart === 0 ? 'they agree' : apart === 1 ? '1 level apart' : `${apart} levels apart`}`;
}
