import { lazy, Suspense, useState } from 'react';
import { GAP_NAMES, type Gap, type Level } from '#shared/domain/gap.ts';
import type { Assessment } from '#shared/domain/initiative.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { formatDay } from '../../../components/dates.ts';
import { levelSeries } from './level-series.ts';
import styles from './rating-history.module.css';

// With its chart a chunk of its own: the list shows without it.
const LevelChart = lazy(async () => ({
  default: (await import('../../../charts/level-chart.tsx')).LevelChart,
}));

/** More than this are folded away until asked for. */
const SHOWN = 4;

interface RatingHistoryProps {
  readonly gap: Gap;
  readonly ratings: readonly Assessment[];
  /** What this stage needs. */
  readonly floor: Level | null;
  readonly asOf: IsoDate;
}

/**
 * Levels over time as steps, and who gave which when, latest first. Ratings are never changed: a new view is a new line.
 */
export function RatingHistory({ gap, ratings, floor, asOf }: RatingHistoryProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { raters, points } = levelSeries(ratings, asOf);
  const shown = isOpen ? ratings : ratings.slice(0, SHOWN);
  return (
    <div className={styles.section}>
      <h3 className={styles.title}>
        Levels over time
        {floor === null ? null : <span className={styles.key}>dotted: needed in this stage, {floor}</span>}
      </h3>
      {points.length < 2 ? null : (
        <Suspense fallback={<div className={styles.chartSpace} />}>
          <LevelChart name={GAP_NAMES[gap]} raters={raters} points={points} floor={floor} />
        </Suspense>
      )}
      <ol className={styles.list}>
        {shown.map((rating) => (
          <li key={rating.id} className={styles.item}>
            <span className={styles.level}>
              <Steps level={rating.level} />
              {rating.level}
            </span>
            <span className={styles.who}>
              {rating.rater === '' ? 'nobody named' : rating.rater}
              {rating.note === '' ? null : <span className={styles.note}>{rating.note}</span>}
            </span>
            <span className={styles.date}>{formatDay(rating.ratedOn)}</span>
          </li>
        ))}
      </ol>
      {ratings.length > SHOWN && !isOpen ? (
        <button type="button" className={styles.more} onClick={() => setIsOpen(true)}>
          Show {ratings.length - SHOWN} earlier
        </button>
      ) : null}
    </div>
  );
}

/** A level as four steps, for the eye that runs down the list. */
function Steps({ level }: { readonly level: number }) {
  return (
    <svg aria-hidden="true" width="22" height="8" viewBox="0 0 22 8" className={styles.steps}>
      {[1, 2, 3, 4].map((step) => (
        <rect
          key={step}
          x={(step - 1) * 5.5}
          y="1"
          width="4.5"
          height="6"
          data-reached={step <= level || undefined}
        />
      ))}
    </svg>
  );
}
