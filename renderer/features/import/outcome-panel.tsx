import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { hrefTo } from '../../app/hash-location.ts';
import { useStatus } from '../../app/use-call.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import styles from './choose.module.css';
import shared from './import.module.css';
import { count, counted, outcomeSentence } from './import-sentences.ts';
import type { DoneState } from './import-state.ts';
import type { ImportSession } from './use-import-session.ts';

interface OutcomePanelProps {
  readonly state: DoneState;
  readonly session: ImportSession;
}

/** What the import did, where to see it, and the one step back. */
export function OutcomePanel({ state, session }: OutcomePanelProps) {
  const status = useStatus().data;
  const heading = useRef<HTMLHeadingElement>(null);
  const { outcome } = state;
  // Ctrl+Z elsewhere takes the import back as well; then it can be redone under the same entry.
  const isUndone = state.undo === 'undone' || (state.undoSeq !== null && status?.redo?.seq === state.undoSeq);
  const isNewest = state.undoSeq !== null && status?.undo?.seq === state.undoSeq;

  // The button that had the focus is gone: the result is what comes next.
  useEffect(() => heading.current?.focus(), []);

  return (
    <div className={shared.scroll}>
      <section className={styles.outcome} aria-labelledby="import-outcome">
        <h2 id="import-outcome" ref={heading} tabIndex={-1} className={styles.outcomeTitle}>
          {isUndone ? (
            <IconArrowBackUp aria-hidden="true" size="1.25rem" />
          ) : (
            <IconCheck aria-hidden="true" size="1.25rem" className={shared.good} />
          )}
          {isUndone ? 'The import was undone' : `${counted(outcome.imported, 'initiative')} imported`}
        </h2>
        <p role="status">
          {isUndone
            ? `The portfolio is as it was before ${state.file.name} was imported. Redo brings the import back.`
            : outcomeSentence(outcome, state.file.name)}
        </p>
        {isUndone ? null : (
          <p className={shared.muted}>
            {outcome.warnings === 0
              ? 'Every mapped cell came in.'
              : `${counted(outcome.warnings, 'cell')} could not be used and stayed unmeasured.`}{' '}
            Costs and outcomes that the file does not have are unmeasured, not zero.
          </p>
        )}
        {state.error ? <ErrorNotice error={state.error} /> : null}
        <div className={styles.outcomeActions}>
          {isUndone ? null : (
            <Button component="a" href={hrefTo('/register')} variant="filled">
              Open the register
            </Button>
          )}
          {isUndone || !isNewest ? null : (
            <Button onClick={() => void session.undo()} loading={state.undo === 'running'}>
              Undo the import of {count(outcome.imported)}
            </Button>
          )}
          <Button onClick={session.startOver}>Import another file</Button>
        </div>
        {isUndone || isNewest || !status ? null : (
          <p className={shared.muted}>
            Something was changed after this import; undo that first, then the import.
          </p>
        )}
      </section>
    </div>
  );
}
