import { create } from 'zustand';
import { type Persistence, restore, toStored } from './persistence.ts';

export type ThemeChoice = 'auto' | 'light' | 'dark';
export type Paper = 'A4' | 'Letter';

/** How this person likes the interface on this machine; nothing here is portfolio data. */
export interface Preferences {
  readonly theme: ThemeChoice;
  readonly paper: Paper;
}

const oneOf =
  <T extends string>(...choices: readonly T[]) =>
  (value: unknown): value is T =>
    choices.includes(value as T);

/** One line a key: where it is kept, what it starts as, what a stored value must be to be believed. */
export const PREFERENCES: Persistence<Preferences> = {
  theme: { keep: 'local', initial: 'auto', isValid: oneOf('auto', 'light', 'dark') },
  paper: { keep: 'local', initial: 'A4', isValid: oneOf('A4', 'Letter') },
};

const STORAGE_KEY = 'pilotage.preferences';

function readStored(): unknown {
  try {
    return JSON.parse(localStorage.getItem(STORAGE_KEY) ?? 'null');
  } catch {
    // Storage may be blocked or damaged; the defaults serve.
    return null;
  }
}

export const usePreferences = create<Preferences>()(() =>
  restore(PREFERENCES, typeof localStorage === 'undefined' ? null : readStored()),
);

/** Changes one or more preferences and keeps them. */
export function setPreferences(change: Partial<Preferences>): void {
  usePreferences.setState(change);
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(toStored(PREFERENCES, usePreferences.getState())));
  } catch {
    // A full or blocked storage costs only the memory of the choice.
  }
}
