import { create } from 'zustand';
import { type Persistence, restore, toStored } from './persistence.ts';
import { readProfile, writeProfile } from './profile-storage.ts';

export type ThemeChoice = 'auto' | 'light' | 'dark';
export type Paper = 'A4' | 'Letter';
export type Density = 'comfortable' | 'compact';
/** `system`: as the operating system asks; `reduced`: never more than needed. */
export type Motion = 'system' | 'reduced';

/** How this person likes the interface on this machine; nothing here is portfolio data. */
export interface Preferences {
  readonly theme: ThemeChoice;
  readonly paper: Paper;
  readonly density: Density;
  readonly motion: Motion;
  /** True: no amount of money is shown anywhere. */
  readonly isDiscreet: boolean;
}

const oneOf =
  <T extends string>(...choices: readonly T[]) =>
  (value: unknown): value is T =>
    choices.includes(value as T);

/** One line a key: where it is kept, what it starts as, what a stored value must be to be believed. */
export const PREFERENCES: Persistence<Preferences> = {
  theme: { keep: 'local', initial: 'auto', isValid: oneOf('auto', 'light', 'dark') },
  paper: { keep: 'local', initial: 'A4', isValid: oneOf('A4', 'Letter') },
  density: { keep: 'local', initial: 'comfortable', isValid: oneOf('comfortable', 'compact') },
  motion: { keep: 'local', initial: 'system', isValid: oneOf('system', 'reduced') },
  isDiscreet: { keep: 'local', initial: false, isValid: (value) => typeof value === 'boolean' },
};

const STORAGE_KEY = 'pilotage.preferences';

export const usePreferences = create<Preferences>()(() => restore(PREFERENCES, readProfile(STORAGE_KEY)));

/** Changes one or more preferences and keeps them. */
export function setPreferences(change: Partial<Preferences>): void {
  usePreferences.setState(change);
  writeProfile(STORAGE_KEY, toStored(PREFERENCES, usePreferences.getState()));
}
