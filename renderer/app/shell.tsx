import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { Bridge } from '#shared/api/contract.ts';
import { ErrorNotice } from '../components/error-notice.tsx';
import { ScreenTools } from '../components/screen-tools.ts';
import { FileDialogs } from '../features/start/file-dialogs.tsx';
import { showProblem, useShell } from '../stores/shell.ts';
import { performCommand } from './commands.ts';
import { HeaderTools } from './header-tools.tsx';
import { Rail } from './rail.tsx';
import { Routes } from './routes.tsx';
import styles from './shell.module.css';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { useKeyboard } from './use-keyboard.ts';
import { useNewDay } from './use-new-day.ts';

const TOOLS = <HeaderTools />;

/** Left rail, the screen of the route, and what lies over them. Menu commands and shortcuts end here. */
export function Shell({ bridge }: { readonly bridge: Bridge }) {
  const problem = useShell((state) => state.problem);
  useKeyboard();
  useNewDay();
  useEffect(
    () =>
      bridge.subscribe((event) => {
        if (event.type === 'command') performCommand(event.command);
      }),
    [bridge],
  );
  return (
    <div className={styles.shell}>
      <button
        type="button"
        className={styles.skip}
        onClick={() => document.querySelector<HTMLElement>('#main h1')?.focus()}
      >
        Skip to the content
      </button>
      <Rail />
      <main id="main" className={styles.main}>
        {problem ? (
          <div className={styles.problem}>
            <ErrorNotice
              error={problem}
              actions={<Button onClick={() => showProblem(null)}>Dismiss</Button>}
            />
          </div>
        ) : null}
        <ScreenTools value={TOOLS}>
          <Routes />
        </ScreenTools>
      </main>
      <FileDialogs />
      <ShortcutSheet />
    </div>
  );
}
