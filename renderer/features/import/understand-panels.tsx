import { Panel } from '../../components/panel.tsx';
import { fileSize } from './choose-file.ts';
import { FileFacts } from './file-facts.tsx';
import styles from './import.module.css';
import { type ImportChange, isFilled } from './import-options.ts';
import { counted } from './import-sentences.ts';
import type { DraftState } from './import-state.ts';
import { MappingTable } from './mapping-table.tsx';
import { SampleTable } from './sample-table.tsx';
import { StepTitle } from './step-title.tsx';

interface UnderstandPanelsProps {
  readonly state: DraftState;
  readonly change: (change: ImportChange) => void;
}

/** Steps 1 and 2: the file as it was read, and what each of its columns means. */
export function UnderstandPanels({ state, change }: UnderstandPanelsProps) {
  const { draft, file, options } = state;
  const filled = draft.targets.filter(isFilled).length;
  return (
    <div className={styles.column}>
      <Panel
        title={<StepTitle step={1}>File</StepTitle>}
        aside={`${draft.kind === 'csv' ? 'CSV' : 'Excel workbook'}${file.size === null ? '' : `, ${fileSize(file.size)}`}, ${counted(draft.headers.length, 'column')}`}
        isPadded={false}
        className={styles.panel}
      >
        <FileFacts state={state} change={change} />
        {draft.notes.length > 0 ? (
          <ul className={styles.notes}>
            {draft.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        ) : null}
        <SampleTable draft={draft} options={options} change={change} />
      </Panel>
      <Panel
        title={<StepTitle step={2}>Understand</StepTitle>}
        aside={`${filled} of ${draft.targets.length} fields filled`}
        isPadded={false}
        className={styles.panel}
      >
        <MappingTable draft={draft} options={options} change={change} />
      </Panel>
    </div>
  );
}
