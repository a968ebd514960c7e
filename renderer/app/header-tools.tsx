import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDeviceDesktop, IconEyeOff, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { useDiscreet } from '../components/money-words.ts';
import { setPreferences, type ThemeChoice, usePreferences } from '../stores/preferences.ts';
import { AsOfControl } from './as-of-control.tsx';
import { NEXT_THEME } from './commands.ts';
import styles from './header-tools.module.css';
import { openPalette } from './palette/palette-state.ts';
import { StepButton } from './step-button.tsx';
import { performRedo, performUndo } from './undo.ts';
import { useStatus } from './use-call.ts';
import { isMac } from './use-keyboard.ts';
import { useWritingOff } from './use-writing-off.ts';

const THEME_NAMES: Readonly<Record<ThemeChoice, string>> = {
  auto: 'as the system',
  light: 'light',
  dark: 'dark',
};
const THEME_ICONS = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon } as const;

function ThemeSwitch() {
  const theme = usePreferences((state) => state.theme);
  const Icon = THEME_ICONS[theme];
  const label = `Theme ${THEME_NAMES[theme]}; switch to ${THEME_NAMES[NEXT_THEME[theme]]}`;
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        size="1.75rem"
        aria-label={label}
        onClick={() => setPreferences({ theme: NEXT_THEME[theme] })}
      >
        <Icon aria-hidden="true" size="1.125rem" stroke={1.5} />
      </ActionIcon>
    </Tooltip>
  );
}

/** While amounts are hidden: that they are, and the way back. */
function DiscreetSign() {
  if (!useDiscreet()) return null;
  const label = 'Discreet mode is on: amounts are hidden. Show them again';
  return (
    <Tooltip label={label}>
      <button
        type="button"
        className={styles.discreet}
        aria-label={label}
        onClick={() => setPreferences({ isDiscreet: false })}
      >
        <IconEyeOff aria-hidden="true" size="1rem" stroke={1.5} />
        <span className={styles.word}>Discreet</span>
      </button>
    </Tooltip>
  );
}

function PaletteButton() {
  const label = `Find an initiative or a command (${isMac ? '⌘' : 'Ctrl'} K)`;
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" size="1.75rem" aria-label={label} onClick={openPalette}>
        <IconSearch aria-hidden="true" size="1.125rem" stroke={1.5} />
      </ActionIcon>
    </Tooltip>
  );
}

/**
 * What the header of every screen ends with: named undo and redo, as-of date, whether amounts are hidden, search, theme.
 */
export function HeaderTools() {
  const status = useStatus().data;
  const writingOff = useWritingOff();
  return (
    <div className={styles.tools}>
      {status?.undo ? (
        <StepButton
          verb="Undo"
          label={status.undo.label}
          refusal={writingOff ?? status.undo.refusal}
          onClick={() => void performUndo()}
        />
      ) : null}
      {status?.redo ? (
        <StepButton
          verb="Redo"
          label={status.redo.label}
          refusal={writingOff}
          onClick={() => void performRedo()}
        />
      ) : null}
      {status ? <AsOfControl status={status} /> : null}
      <DiscreetSign />
      <PaletteButton />
      <ThemeSwitch />
    </div>
  );
}
