import styles from './choose.module.css';
import { fileSize } from './choose-file.ts';
import shared from './import.module.css';
import type { ImportState } from './import-state.ts';
import { ProgressLine } from './progress-line.tsx';
import { useDelayed } from './use-delayed.ts';

interface OpeningPanelProps {
  readonly state: Extract<ImportState, { at: 'opening' }>;
  readonly onCancel: () => void;
}

/** The file is being read for the first time. */
export function OpeningPanel({ state, onCancel }: OpeningPanelProps) {
  const isShown = useDelayed(true, 500);
  const { name, size } = state.file;
  return (
    <div className={styles.opening}>
      {isShown ? (
        <>
          <p className={styles.openingName}>
            {name} {size === null ? null : <span className={shared.muted}>{fileSize(size)}</span>}
          </p>
          <ProgressLine what="Reading the file" progress={state.progress} onCancel={onCancel} />
        </>
      ) : null}
    </div>
  );
}
