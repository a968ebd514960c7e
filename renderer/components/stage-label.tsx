import { memo } from 'react';
import { STAGE_NAMES, STAGE_RANK, type Stage } from '#shared/domain/stage.ts';
import styles from './labels.module.css';

interface StageLabelProps {
  readonly stage: Stage;
  readonly isPaused?: boolean;
}

/** A stage with its place on the road from idea to scaled; retired is off the road and has none. */
export const StageLabel = memo(function StageLabel({ stage, isPaused = false }: StageLabelProps) {
  const rank = stage === 'retired' ? undefined : STAGE_RANK[stage];
  return (
    <span className={styles.stage} data-retired={stage === 'retired' || undefined}>
      <svg aria-hidden="true" width="18" height="8" viewBox="0 0 18 8" className={styles.road}>
        {[0, 1, 2, 3].map((step) => (
          <rect
            key={step}
            x={step * 4.8}
            y={6 - step * 1.8}
            width="3.2"
            height={2 + step * 1.8}
            data-reached={rank !== undefined && step <= rank ? true : undefined}
          />
        ))}
      </svg>
      {STAGE_NAMES[stage]}
      {isPaused ? <span className={styles.paused}>paused</span> : null}
    </span>
  );
});
