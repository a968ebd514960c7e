import { Button } from '@mantine/core';
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
  const isFileShown = state.at === 'draft' || state.at === 'done' || state.at === 'opening';
  return (
    <Screen
      title="Import"
      layout="fill"
      subtitle={isFileShown ? state.file.name : undefined}
      actions={
        state.at === 'draft' ? (
          <Button onClick={session.startOver} disabled={state.work === 'importing'}>
            Choose another file
          </Button>
        ) : undefined
      }
    >
      <ImportBody session={session} />
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
