import type { StoreApi } from 'zustand';
import { useMonthChoice } from '../features/months/month-choice.ts';
import { useCellEdit } from '../features/register/edit/cell-edit.ts';
import { useSelection } from '../features/register/edit/selection.ts';
import { useRegisterMemory } from '../features/register/register-memory.ts';
import { forgetVerification } from '../features/settings/verify-memory.ts';
import { useDay } from '../stores/day.ts';
import { noteOpened } from '../stores/opened.ts';
import { navigate, noteNavigation, parseHash } from './hash-location.ts';

/** Whoever looks at all initiatives goes on to look at all of the other file; any other screen gives way to its home. */
const STAYS = '/register';

/**
 * Another file is open: shown as of today, on the register if that is where the page stands, otherwise on its home.
 * Choices, places and days of the file before are forgotten: an id of one file must never be met in another.
 */
export function showFile(): void {
  forgetVerification();
  reset(useDay);
  reset(useMonthChoice);
  reset(useSelection);
  reset(useCellEdit);
  reset(useRegisterMemory);
  noteOpened();
  noteNavigation();
  const { path } = parseHash(window.location.hash);
  navigate(path === STAYS ? STAYS : '/portfolio', { replace: true });
}

function reset<State>({ getInitialState, setState }: StoreApi<State>): void {
  setState(getInitialState(), true);
}
