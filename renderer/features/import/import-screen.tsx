import { Button } from '@mantine/core';
import { useWritingOff } from '../../app/use-writing-off.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Screen } from '../../components/screen.tsx';
import { ActionBar } from './action-bar.tsx';
import { CheckPanels } from './check-panels.tsx';
import { ChoosePanel } from './choose-panel.tsx';
import styles from './import.module.css';
import { OpeningPanel } from './opening-panel.tsx';
import { OutcomePanel } from './outcome-panel.tsx';
import { UnderstandPanels } from './understand-panels.tsx';
import { type ImportSession, useImportSession } from './use-import-session.ts';

/** Takes a spreadsheet in: choose, understand, check; nothing is written before the last press. */
export function ImportScreen() {
  const session = useImportSession();
  const { state } = session;
  const writingOff = useWritingOff();
  const isFileShown = state.at === 'draft' || state.at === 'done' || state.at === 'opening';
  return (
    <Screen
      title="Import"
      layout="fill"
      subtitle={isFileShown ? state.file.name : undefined}
      actions={
        state.at === 'draft' && writingOff === null ? (
          <Button onClick={session.startOver} disabled={state.work === 'importing'}>
            Choose another file
          </Button>
        ) : undefined
      }
    >
      {writingOff === null ? (
        <ImportBody session={session} />
      ) : (
        <EmptyState title="Nothing can be imported here">{writingOff}</EmptyState>
      )}
    </Screen>
  );
}

function ImportBody({ session }: { readonly session: ImportSession }) {
  const { state } = session;
  switch (state.at) {
    case 'choose':
      return <ChoosePanel session={session} error={state.error} />;
    case 'opening':
      return <OpeningPanel state={state} onCancel={session.startOver} />;
    case 'done':
      return <OutcomePanel state={state} session={session} />;
    case 'draft':
      return (
        <>
          <div className={styles.columns}>
            <UnderstandPanels state={state} change={session.change} />
            <CheckPanels state={state} change={session.change} />
          </div>
          <ActionBar state={state} session={session} />
        </>
      );
  }
}
