import { SegmentedControl, Switch } from '@mantine/core';
import { useId } from 'react';
import {
  type Density,
  type Motion,
  setPreferences,
  type ThemeChoice,
  usePreferences,
} from '../../stores/preferences.ts';
import styles from './settings.module.css';
import { SettingsSection } from './settings-section.tsx';

const THEMES: readonly Choice<ThemeChoice>[] = [
  { value: 'auto', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];
const DENSITIES: readonly Choice<Density>[] = [
  { value: 'comfortable', label: 'Comfortable' },
  { value: 'compact', label: 'Compact' },
];
const MOTIONS: readonly Choice<Motion>[] = [
  { value: 'system', label: 'As the system' },
  { value: 'reduced', label: 'Reduced' },
];

/** How the interface looks to this person on this machine. */
export function AppearanceSection() {
  const { theme, density, motion, isDiscreet } = usePreferences();
  return (
    <SettingsSection title="Appearance" text="Kept on this machine, for you.">
      <ChoiceRow
        name="Theme"
        value={theme}
        choices={THEMES}
        onChange={(next) => setPreferences({ theme: next })}
      />
      <ChoiceRow
        name="Density"
        value={density}
        choices={DENSITIES}
        onChange={(next) => setPreferences({ density: next })}
      />
      <ChoiceRow
        name="Motion"
        value={motion}
        choices={MOTIONS}
        onChange={(next) => setPreferences({ motion: next })}
      />
      <Switch
        size="xs"
        label="Discreet mode"
        description="Hides every amount of money on the screen and on paper, for sharing a screen. Exported files keep their amounts."
        checked={isDiscreet}
        onChange={(event) => setPreferences({ isDiscreet: event.currentTarget.checked })}
      />
    </SettingsSection>
  );
}

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface ChoiceRowProps<Value extends string> {
  readonly name: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
}

function ChoiceRow<Value extends string>({ name, value, choices, onChange }: ChoiceRowProps<Value>) {
  const id = useId();
  return (
    <div className={styles.choice}>
      <span id={id}>{name}</span>
      <SegmentedControl
        size="xs"
        aria-labelledby={id}
        value={value}
        data={[...choices]}
        onChange={(next) => onChange(next as Value)}
      />
    </div>
  );
}
