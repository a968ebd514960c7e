import type { Input } from '#shared/api/contract.ts';
import { isIsoDate } from '#shared/domain/calendar.ts';
import type { EvidenceKind } from '#shared/domain/gap.ts';
import type { IsoDate } from '#shared/domain/units.ts';

export type NewEvidence = Input<'addEvidence'>['evidence'];

/** A piece of evidence as its form holds it; a kind of '' = not begun. */
export interface EvidenceDraft {
  readonly key: number;
  readonly kind: EvidenceKind | '';
  readonly datedOn: string;
  readonly link: string;
  readonly note: string;
}

export function emptyEvidence(key: number, asOf: IsoDate): EvidenceDraft {
  return { key, kind: '', datedOn: asOf, link: '', note: '' };
}

export type EvidenceProblems = { readonly [Field in 'kind' | 'datedOn']?: string };

/** True when nothing was entered: such a row is left out, not refused. */
export function isBlankEvidence(draft: EvidenceDraft): boolean {
  return draft.kind === '' && draft.link.trim() === '' && draft.note.trim() === '';
}

/** What is wrong with a piece of evidence. Evidence from after the as-of date proves nothing yet. */
export function evidenceProblems(draft: EvidenceDraft, asOf: IsoDate): EvidenceProblems {
  return {
    ...(draft.kind === '' ? { kind: 'Say what kind of evidence it is.' } : {}),
    ...(!isIsoDate(draft.datedOn)
      ? { datedOn: 'Evidence needs a date.' }
      : draft.datedOn > asOf
        ? { datedOn: 'This is after the as-of date.' }
        : {}),
  };
}

/** The evidence a form describes, or null while something is wrong with it. */
export function evidenceFromDraft(draft: EvidenceDraft, asOf: IsoDate): NewEvidence | null {
  if (draft.kind === '' || !isIsoDate(draft.datedOn)) return null;
  if (Object.keys(evidenceProblems(draft, asOf)).length > 0) return null;
  return { kind: draft.kind, datedOn: draft.datedOn, link: draft.link.trim(), note: draft.note.trim() };
}
