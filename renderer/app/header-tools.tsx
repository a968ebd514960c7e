import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDeviceDesktop,
  IconMoon,
  IconSun,
} from '@tabler/icons-react';
import type { Status } from '#shared/api/schemas/views.ts';
import { formatDay } from '../components/dates.ts';
import { setPreferences, type ThemeChoice, usePreferences } from '../stores/preferences.ts';
import { NEXT_THEME } from './commands.ts';
import styles from './header-tools.module.css';
import { performRedo, performUndo } from './undo.ts';
import { useStatus } from './use-call.ts';

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

function AsOf({ status }: { readonly status: Status }) {
  const text = `As of ${formatDay(status.asOf)}`;
  if (!status.isAsOfPinned) return <span className={styles.asOf}>{text}</span>;
  return (
    <Tooltip label="The sample is shown as of its own last day">
      <span className={styles.asOf}>{text}</span>
    </Tooltip>
  );
}

interface StepButtonProps {
  readonly verb: 'Undo' | 'Redo';
  readonly label: string;
  readonly onClick: () => void;
}

/** Undo carries its name; redo, wanted rarely, keeps it for the tooltip and the screen reader. */
function StepButton({ verb, label, onClick }: StepButtonProps) {
  const Icon = verb === 'Undo' ? IconArrowBackUp : IconArrowForwardUp;
  const name = `${verb}: ${label}`;
  return (
    <Tooltip label={name} maw="30rem" multiline>
      <button type="button" className={styles.step} aria-label={name} onClick={onClick}>
        <Icon aria-hidden="true" size="1rem" stroke={1.5} />
        {verb === 'Undo' ? <span className={styles.stepName}>{name}</span> : null}
      </button>
    </Tooltip>
  );
}

/** What the header of every screen ends with: as-of date, named undo and redo, theme. */
export function HeaderTools() {
  const status = useStatus().data;
  return (
    <div className={styles.tools}>
      {status?.undo ? (
        <StepButton verb="Undo" label={status.undo.label} onClick={() => void performUndo()} />
      ) : null}
      {status?.redo ? (
        <StepButton verb="Redo" label={status.redo.label} onClick={() => void performRedo()} />
      ) : null}
      {status ? <AsOf status={status} /> : null}
      <ThemeSwitch />
    </div>
  );
}
