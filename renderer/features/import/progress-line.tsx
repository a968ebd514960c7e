import { Button } from '@mantine/core';
import styles from './import.module.css';
import type { Progress } from './import-state.ts';

interface ProgressLineProps {
  /** What runs, until the host names the phase itself. */
  readonly what: string;
  readonly progress: Progress | null;
  readonly onCancel?: (() => void) | undefined;
}

/** Work that takes more than a moment: what it is, how far it is, and the way to stop it. */
export function ProgressLine({ what, progress, onCancel }: ProgressLineProps) {
  const share = progress?.share ?? null;
  const phase = progress?.phase ?? what;
  return (
    <div className={styles.progress}>
      <span role="status">{phase}</span>
      {/* Without a value the bar says "running" and claims no share. */}
      <progress
        className={styles.progressBar}
        aria-label={phase}
        max={1}
        {...(share === null ? {} : { value: share })}
      />
      <span className={styles.share}>{share === null ? '' : `${Math.floor(share * 100)} %`}</span>
      {onCancel ? <Button onClick={onCancel}>Cancel</Button> : null}
    </div>
  );
}
