import type { Input } from '#shared/api/contract.ts';
import type { ChecklistDimension, ChecklistRow, ChecklistState } from '#shared/domain/checklist.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import {
  type EvidenceDraft,
  type EvidenceProblems,
  emptyEvidence,
  evidenceFromDraft,
  evidenceProblems,
} from '../gaps/evidence-draft.ts';

export type ChecklistClaim = Input<'setChecklistRow'>['row'];
export type ClaimState = ChecklistClaim['state'];

export const CLAIM_NAMES: Readonly<Record<ClaimState, string>> = {
  unsaid: 'Nothing said',
  pilot_grade: 'Pilot-grade',
  production_ready: 'Production-ready',
};

/** A row as its form holds it. The proof is kept while another state is looked at. */
export interface ClaimDraft {
  readonly state: ClaimState;
  readonly proof: EvidenceDraft;
}

export function claimDraftOf(row: ChecklistRow | undefined, asOf: IsoDate): ClaimDraft {
  const proof = row?.proof == null ? emptyEvidence(0, asOf) : { key: 0, ...row.proof };
  return { state: row?.state ?? 'unsaid', proof };
}

export interface ClaimProblems extends EvidenceProblems {
  readonly note?: string;
}

/** What is wrong with a form. Only production-ready asks for a proof. */
export function claimProblems(draft: ClaimDraft, asOf: IsoDate): ClaimProblems {
  if (draft.state !== 'production_ready') return {};
  const { link, note } = draft.proof;
  return {
    ...evidenceProblems(draft.proof, asOf),
    ...(link.trim() === '' && note.trim() === ''
      ? { note: 'Say where the proof is found or what it shows.' }
      : {}),
  };
}

/** The claim a form describes, or null while something is wrong with it. */
export function claimFromDraft(
  dimension: ChecklistDimension,
  draft: ClaimDraft,
  asOf: IsoDate,
): ChecklistClaim | null {
  if (Object.keys(claimProblems(draft, asOf)).length > 0) return null;
  if (draft.state !== 'production_ready') return { dimension, state: draft.state, proof: null };
  const proof = evidenceFromDraft(draft.proof, asOf);
  return proof === null ? null : { dimension, state: 'production_ready', proof };
}

/** What is odd about a claim beside its gate; null when nothing is. */
export function oddsText(outcome: {
  readonly claimed: ChecklistState | null;
  readonly isAtOdds: boolean;
}): string | null {
  if (!outcome.isAtOdds) return null;
  return outcome.claimed === 'production_ready'
    ? 'At odds: claimed production-ready, but the gate does not pass.'
    : 'At odds: the gate passes, but the row is not claimed production-ready.';
}
