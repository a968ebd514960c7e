import { IconLock } from '@tabler/icons-react';
import type { MonthIndex } from '#shared/domain/units.ts';
import { formatMonthName } from '../../../components/dates.ts';
import styles from './value-grid.module.css';

interface MonthHeaderProps {
  readonly month: MonthIndex;
  readonly col: number;
  readonly isClosed: boolean;
  readonly isFuture: boolean;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  /** null: this layer is not closed month by month. */
  readonly onToggle: (() => void) | null;
}

/** The head of a month: its name, whether it is closed, and the button that closes or reopens it. */
export function MonthHeader(props: MonthHeaderProps) {
  const { month, col, isClosed, isFuture, isCurrent, onFocus, onToggle } = props;
  const name = formatMonthName(month);
  const [short, year] = name.split(' ');
  if (onToggle === null) {
    return (
      <th scope="col" className={styles.month} data-plain>
        <span className={styles.monthName} data-future={isFuture || undefined}>
          {short} {year?.slice(2)}
        </span>
      </th>
    );
  }
  const action = isClosed ? `Reopen ${name}` : `Close ${name}`;
  const state = isClosed ? 'closed' : isFuture ? 'to come' : 'open';
  return (
    <th scope="col" className={styles.month} data-closed={isClosed || undefined}>
      <button
        type="button"
        data-place={`-1:${col}`}
        tabIndex={isCurrent ? 0 : -1}
        disabled={isFuture && !isClosed}
        className={styles.monthButton}
        title={isFuture && !isClosed ? `${name} is still to come` : action}
        onFocus={onFocus}
        onClick={onToggle}
      >
        <span className={styles.monthName}>
          {short} {year?.slice(2)}
        </span>
        <span className={styles.monthState}>
          {isClosed ? <IconLock size="0.75rem" stroke={1.75} aria-hidden="true" /> : null}
          {state}
        </span>
        {isFuture && !isClosed ? null : <span className="visually-hidden">{action}</span>}
      </button>
    </th>
  );
}
