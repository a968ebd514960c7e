import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { setPreferences, type ThemeChoice, usePreferences } from '../stores/preferences.ts';
import { AsOfControl } from './as-of-control.tsx';
import { NEXT_THEME } from './commands.ts';
import styles from './header-tools.module.css';
import { StepButton } from './step-button.tsx';
import { performRedo, performUndo } from './undo.ts';
import { useStatus } from './use-call.ts';
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

/** What the header of every screen ends with: as-of date, named undo and redo, theme. */
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
      <ThemeSwitch />
    </div>
  );
}
