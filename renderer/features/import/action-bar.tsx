import { Button } from '@mantine/core';
import { useId } from 'react';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { CHECK_ID } from './check-panels.tsx';
import styles from './import.module.css';
import { countSentence, importButton, sayPlaceOnce } from './import-sentences.ts';
import type { DraftState } from './import-state.ts';
import { ProgressLine } from './progress-line.tsx';
import { useDelayed } from './use-delayed.ts';
import type { ImportSession } from './use-import-session.ts';

interface ActionBarProps {
  readonly state: DraftState;
  readonly session: ImportSession;
}

/** Always in view: what will happen on Import, or why nothing can; what is running; what went wrong. */
export function ActionBar({ state, session }: ActionBarProps) {
  const reasonId = useId();
  const { label, reason } = importButton(state);
  const isSlow = useDelayed(state.work !== 'none', 500);
  const isRevising = state.work === 'revising';
  return (
    <section className={styles.bar} aria-label="Import">
      {state.error ? (
        <ErrorNotice
          error={sayPlaceOnce(state.error)}
          actions={
            state.settled === state.options ? undefined : (
              <Button onClick={session.takeBack}>Take the last change back</Button>
            )
          }
        />
      ) : null}
      <div className={styles.barLine}>
        <div className={styles.barText}>
          {isSlow ? (
            <ProgressLine
              what={isRevising ? 'Reading the file again with your change' : 'Importing'}
              progress={state.progress}
              onCancel={isRevising ? session.takeBack : undefined}
            />
          ) : null}
          {/* Kept while work runs, so that the button never loses its description. */}
          <div id={reasonId} className={isSlow ? 'visually-hidden' : undefined}>
            <p className={styles.counts}>{countSentence(state.draft)}</p>
            <p className={styles.reason}>
              {(state.work === 'none' ? reason : null) ??
                'Nothing is written until you import. One undo takes it all back.'}
            </p>
          </div>
        </div>
        {state.draft.problems.length > 0 ? <Button onClick={showCheck}>Show problems</Button> : null}
        {/* aria-disabled, not disabled: the button keeps its focus and can be asked why. */}
        <Button
          variant="filled"
          size="sm"
          aria-disabled={reason !== null}
          {...(reason === null ? {} : { 'data-disabled': true })}
          aria-describedby={reasonId}
          onClick={() => {
            if (reason === null) void session.importNow();
          }}
        >
          {label}
        </Button>
      </div>
    </section>
  );
}

/** Brings step 3 into view and moves the keyboard there. */
function showCheck() {
  const step = document.getElementById(CHECK_ID);
  step?.scrollIntoView({ block: 'start' });
  step?.focus({ preventScroll: true });
}
