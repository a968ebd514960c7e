import { Panel } from '../../components/panel.tsx';
import { CountEquation } from './count-equation.tsx';
import styles from './import.module.css';
import type { ImportChange } from './import-options.ts';
import { count } from './import-sentences.ts';
import type { DraftState } from './import-state.ts';
import { PreviewTable } from './preview-table.tsx';
import { ProblemPanel } from './problem-panel.tsx';
import { StepTitle } from './step-title.tsx';

/** Where "Show problems" leads. */
export const CHECK_ID = 'import-check';

interface CheckPanelsProps {
  readonly state: DraftState;
  readonly change: (change: ImportChange) => void;
}

/** Step 3: what becomes of every row, what is wrong and how to put it right, and the first records as they will be. */
export function CheckPanels({ state, change }: CheckPanelsProps) {
  const { draft, options } = state;
  return (
    <div id={CHECK_ID} tabIndex={-1} className={styles.column}>
      <Panel
        title={<StepTitle step={3}>Check and import</StepTitle>}
        isPadded={false}
        className={styles.panel}
      >
        <CountEquation counts={draft.counts} />
        <ProblemPanel draft={draft} options={options} change={change} />
      </Panel>
      {draft.preview.length > 0 ? (
        <Panel
          title="As they will be"
          aside={`first ${count(draft.preview.length)} of ${count(draft.counts.ready)}`}
          isPadded={false}
          className={styles.panel}
        >
          <PreviewTable rows={draft.preview} />
        </Panel>
      ) : null}
    </div>
  );
}
