import type { ReactNode, RefObject } from 'react';
import { type BubblePlace, useLasso } from './use-lasso.ts';
import styles from './verdict-map.module.css';

interface LassoAreaProps {
  readonly places: RefObject<readonly BubblePlace[]>;
  readonly onSelect: (ids: readonly string[], isAdding: boolean) => void;
  readonly children: ReactNode;
}

/** Where a line can be drawn around bubbles. A component of its own, so that drawing does not draw the chart again. */
export function LassoArea({ places, onSelect, children }: LassoAreaProps) {
  const { line, handlers } = useLasso({ places, onSelect });
  return (
    <div className={styles.area} {...handlers}>
      {children}
      {line.length === 0 ? null : (
        <svg className={styles.lasso} aria-hidden="true">
          <path d={`M${line.map(({ x, y }) => `${x} ${y}`).join('L')}Z`} />
        </svg>
      )}
    </div>
  );
}
