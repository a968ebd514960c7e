import type { ReactNode } from 'react';
import { Panel } from '../../../components/panel.tsx';
import styles from './explain-waiting.module.css';

interface ExplainWaitingProps {
  /** The figures themselves are not in yet: the explanation comes after them. */
  readonly isSimulating: boolean;
  /** What stands here instead of the waiting line: why it stopped, and how to go on. */
  readonly children?: ReactNode;
}

/** The place of the explanation while it is worked out. */
export function ExplainWaiting({ isSimulating, children }: ExplainWaitingProps) {
  return (
    <Panel title="What would change it" className={styles.waiting}>
      {children ?? (
        <p role="status" className="dim">
          {isSimulating
            ? 'Waits for the simulation, which is running.'
            : 'Working out what moves the value and what would change the verdict…'}
        </p>
      )}
    </Panel>
  );
}
