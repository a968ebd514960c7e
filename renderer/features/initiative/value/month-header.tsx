import { IconLock } from '@tabler/icons-react';
import { memo } from 'react';
import type { MonthIndex } from '#shared/domain/units.ts';
import { formatMonthName } from '../../../components/dates.ts';
import styles from './value-grid.module.css';

/** What a month is; a restated one is closed, and was corrected since. */
export type MonthState = 'open' | 'closed' | 'restated' | 'to come';

/** The state of a month, from what is closed, what was restated and what is still to come. */
export function monthState(
  month: MonthIndex,
  closed: ReadonlySet<MonthIndex>,
  restated: ReadonlySet<MonthIndex>,
  asOf: MonthIndex,
): MonthState {
  if (closed.has(month)) return restated.has(month) ? 'restated' : 'closed';
  return month > asOf ? 'to come' : 'open';
}

interface MonthHeaderProps {
  readonly month: MonthIndex;
  readonly col: number;
  /** null: this layer has no closed and open months. */
  readonly state: MonthState | null;
  readonly isFuture: boolean;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
  /** False: this layer is not closed month by month. */
  readonly canToggle: boolean;
  readonly on: MonthHandlers;
}

/** What the head of a month asks of the grid; the same object all the time. */
export interface MonthHandlers {
  readonly focusMonth: (col: number) => void;
  readonly toggleMonth: (month: MonthIndex) => void;
}

/**
 * The head of a month: its name, its state, and the button that closes or reopens it. A click on the name selects it.
 * Drawn again only when something of it changed: there may be 120.
 */
export const MonthHeader = memo(function MonthHeader(props: MonthHeaderProps) {
  const { month, col, state, isFuture, isCurrent, isSelected, canToggle, on } = props;
  const onFocus = () => on.focusMonth(col);
  const name = formatMonthName(month);
  const [short, year] = name.split(' ');
  const head = `-1:${col}`;
  const isLocked = state === 'closed' || state === 'restated';
  const common = {
    scope: 'col',
    className: styles.month,
    'data-head': head,
    'data-closed': isLocked || undefined,
    'data-selected': isSelected || undefined,
    'aria-colindex': col + 2,
  } as const;
  const label = (
    <span className={styles.monthName} data-future={isFuture || undefined}>
      {short} {year?.slice(2)}
    </span>
  );
  const stateText =
    state === null ? null : (
      <>
        {state === 'closed' ? <IconLock size="0.75rem" stroke={1.75} aria-hidden="true" /> : null}
        {state}
      </>
    );
  if (!canToggle) {
    return (
      <th {...common} data-place={head} tabIndex={isCurrent ? 0 : -1} onFocus={onFocus}>
        {label}
        {stateText === null ? null : <span className={styles.monthState}>{stateText}</span>}
      </th>
    );
  }
  const action = isLocked ? `Reopen ${name}` : `Close ${name}`;
  const isOff = state === 'to come';
  return (
    <th {...common}>
      {label}
      <button
        type="button"
        data-place={head}
        tabIndex={isCurrent ? 0 : -1}
        aria-disabled={isOff || undefined}
        className={styles.monthState}
        title={isOff ? `${name} is still to come` : action}
        onFocus={onFocus}
        onClick={isOff ? undefined : () => on.toggleMonth(month)}
      >
        {stateText}
        {isOff ? null : <span className="visually-hidden">{action}</span>}
      </button>
    </th>
  );
});
