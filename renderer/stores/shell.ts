import { create } from 'zustand';
import type { ApiError } from '#shared/api/errors.ts';

/** What lies over the screen; one at a time. */
export type Dialog = 'none' | 'new-portfolio' | 'open-portfolio' | 'shortcuts';

export interface Problem {
  readonly error: ApiError;
  /** What was not done, where the code of the error would name it badly. */
  readonly title?: string | undefined;
}

export interface ShellState {
  readonly dialog: Dialog;
  /** A command given by key or menu that failed: it has no form to show the error in, so the shell does. */
  readonly problem: Problem | null;
}

/** Never kept: a dialog or a failure of yesterday says nothing today. */
export const useShell = create<ShellState>()(() => ({ dialog: 'none', problem: null }));

/** Opens a dialog, or closes the open one with 'none'. */
export function showDialog(dialog: Dialog): void {
  useShell.setState({ dialog });
}

/** Shows a failure at the top of the screen until it is dismissed; null dismisses it. */
export function showProblem(error: ApiError | null, title?: string): void {
  useShell.setState({ problem: error && { error, title } });
}
