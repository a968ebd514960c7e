import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { Bridge } from '#shared/api/contract.ts';
import { ErrorNotice } from '../components/error-notice.tsx';
import { useDiscreet } from '../components/money-words.ts';
import { ScreenStrips, ScreenTools } from '../components/screen-tools.ts';
import { Strips } from '../components/strip.tsx';
import { FileStrips } from '../features/file/file-strips.tsx';
import { useDamageRoute } from '../features/file/use-damage-route.ts';
import { FailedStrip } from '../features/initiative/failed-strip.tsx';
import { FileDialogs } from '../features/start/file-dialogs.tsx';
import { useDay } from '../stores/day.ts';
import { useOpened } from '../stores/opened.ts';
import { showProblem, useShell } from '../stores/shell.ts';
import { performCommand } from './commands.ts';
import { DiscreetStrip } from './discreet-strip.tsx';
import { HeaderTools } from './header-tools.tsx';
import { Palette } from './palette/palette.tsx';
import { PastStrip } from './past-strip.tsx';
import { Rail } from './rail.tsx';
import { Routes } from './routes.tsx';
import styles from './shell.module.css';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { useAppearance } from './use-appearance.ts';
import { useKeyboard } from './use-keyboard.ts';
import { useNewDay } from './use-new-day.ts';

const TOOLS = <HeaderTools />;
const STRIPS = (
  <Strips>
    <PastStrip />
    <DiscreetStrip />
    <FailedStrip />
    <FileStrips />
  </Strips>
);

/** Left rail, the screen of the route, and what lies over them. Menu commands and shortcuts end here. */
export function Shell({ bridge }: { readonly bridge: Bridge }) {
  const problem = useShell((state) => state.problem);
  const day = useDay((state) => state.day);
  const opened = useOpened((state) => state.count);
  // What writes amounts is drawn again with the shell; see components/money-words.ts.
  useDiscreet();
  useKeyboard();
  useAppearance();
  useNewDay();
  useDamageRoute();
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
            <ErrorNotice {...problem} actions={<Button onClick={() => showProblem(null)}>Dismiss</Button>} />
          </div>
        ) : null}
        <ScreenTools value={TOOLS}>
          <ScreenStrips value={STRIPS}>
            {/* Another day is another portfolio, as another file is: what a screen holds of its own ends there. */}
            <Routes key={`${opened} ${day ?? 'today'}`} />
          </ScreenStrips>
        </ScreenTools>
      </main>
      <FileDialogs />
      <ShortcutSheet />
      <Palette />
    </div>
  );
}
