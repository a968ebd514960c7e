import { useState } from 'react';
import type { Assessment } from '#shared/domain/initiative.ts';
import { formatDay } from '../../../components/dates.ts';
import styles from './rating-history.module.css';

/** More than this are folded away until asked for. */
const SHOWN = 4;

/** Who gave which level when, latest first. Ratings are never changed: a new view is a new line. */
export function RatingHistory({ ratings }: { readonly ratings: readonly Assessment[] }) {
  const [isOpen, setIsOpen] = useState(false);
  const shown = isOpen ? ratings : ratings.slice(0, SHOWN);
  return (
    <div className={styles.section}>
      <h3 className={styles.title}>Ratings</h3>
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
