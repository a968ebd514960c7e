import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import styles from './problem-list.module.css';

/** One thing that cannot be written, with the words for it. */
export interface ListedProblem {
  /** The cell's name, "Inference, Mar 2026"; null when it is no one cell's. */
  readonly cell: string | null;
  readonly text: string;
  readonly onShow: () => void;
}

interface ProblemListProps {
  readonly problems: readonly ListedProblem[];
  /** Ways out, beside putting it away. */
  readonly actions?: ReactNode;
  readonly onDismiss: () => void;
}

const FIRST = 5;

/** Why nothing was written, cell by cell; each name leads to its cell. Stays until it is put away or something is written. */
export function ProblemList({ problems, actions, onDismiss }: ProblemListProps) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? problems : problems.slice(0, FIRST);
  const more = problems.length - shown.length;
  return (
    <div role="alert" className={styles.problems}>
      <p className={styles.title}>Nothing was changed.</p>
      <ul className={styles.list}>
        {shown.map(({ cell, text, onShow }) => (
          <li key={`${cell ?? ''} ${text}`}>
            {cell === null ? null : (
              <>
                <button type="button" className={styles.cell} onClick={onShow}>
                  {cell}
                </button>
                {': '}
              </>
            )}
            {text}
          </li>
        ))}
        {more > 0 ? (
          <li>
            <button type="button" className={styles.cell} onClick={() => setShowsAll(true)}>
              Show {more} more {more === 1 ? 'cell' : 'cells'}
            </button>
          </li>
        ) : null}
      </ul>
      <div className={styles.actions}>
        {actions}
        <Button onClick={onDismiss}>Dismiss</Button>
      </div>
    </div>
  );
}
