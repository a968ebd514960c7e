import { HEAD_DIGITS, type HeldHead, heldHead } from '#shared/api/schemas/file.ts';

/** A head as typed from a printed report. */
export interface HeldHeadDraft {
  readonly seq: string;
  readonly hash: string;
}

export const EMPTY_HEAD: HeldHeadDraft = { seq: '', hash: '' };

export interface HeldHeadProblems {
  readonly seq?: string | undefined;
  readonly hash?: string | undefined;
}

export type ReadHead =
  /** Nothing was typed: the check goes without. */
  | { readonly kind: 'none' }
  | { readonly kind: 'head'; readonly head: HeldHead }
  | { readonly kind: 'problem'; readonly problems: HeldHeadProblems };

/** Reads a head the way people copy it from paper: thousands separated, the fingerprint in groups, any case. */
export function readHeldHead(draft: HeldHeadDraft): ReadHead {
  const seq = draft.seq.replace(/[\s,.']/g, '');
  const hash = draft.hash.replace(/\s/g, '');
  if (seq === '' && hash === '') return { kind: 'none' };
  const isSeq = /^\d{1,15}$/.test(seq) && Number(seq) >= 1;
  const read = heldHead.safeParse({ seq: isSeq ? Number(seq) : 1, hash });
  if (isSeq && read.success) return { kind: 'head', head: read.data };
  return {
    kind: 'problem',
    problems: {
      seq: isSeq ? undefined : 'The number of the entry, from 1.',
      hash: read.success ? undefined : `At least ${HEAD_DIGITS} of the digits 0 to 9 and letters a to f.`,
    },
  };
}
