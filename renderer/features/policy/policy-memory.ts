import { create } from 'zustand';
import { NO_EDITS, type PolicyEdits } from './policy-draft.ts';

interface PolicyMemory {
  /** The file the edits belong to; those of another file are forgotten. */
  readonly file: string;
  readonly edits: PolicyEdits;
  readonly reason: string;
}

const EMPTY = { edits: NO_EDITS, reason: '' } as const;

/**
 * What was typed and not yet saved, so that a look at an initiative whose verdict would change costs nothing.
 * Forgotten with the page.
 */
export const usePolicyMemory = create<PolicyMemory>()(() => ({ file: '', ...EMPTY }));

/** Starts with nothing typed when another file is open than the one that was edited. */
export function rememberFor(file: string): void {
  if (usePolicyMemory.getState().file !== file) usePolicyMemory.setState({ file, ...EMPTY });
}

/** Drops everything that was typed. */
export function forgetEdits(): void {
  usePolicyMemory.setState(EMPTY);
}
