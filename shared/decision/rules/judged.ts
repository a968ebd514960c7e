import type { Missing, Term } from '../result.ts';
import type { Truth } from '../truth.ts';

/** A question about the facts that a rule asks, answered: with the comparisons made, and what would answer it. */
export interface Judged {
  readonly truth: Truth;
  readonly terms: readonly Term[];
  readonly missing: readonly Missing[];
}

export const NO_TERMS: readonly Term[] = [];

/** A yes-no comparison in words: "funded: no". */
export function textTerm(
  quantity: string,
  actual: string | null,
  wanted: string,
  holds: boolean | null,
): Term {
  return { quantity, actual, comparator: '=', threshold: wanted, unit: 'text', holds };
}
