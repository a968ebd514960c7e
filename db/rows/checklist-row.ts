import type { Parsed } from '#shared/api/contract.ts';
import type { ChecklistDimension, ChecklistProof, ChecklistRow } from '#shared/domain/checklist.ts';
import type { EvidenceKind } from '#shared/domain/gap.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { RowOf } from '../tables.ts';

export type Claim = Parsed<'setChecklistRow'>['row'];
type StatedClaim = Exclude<Claim, { readonly state: 'unsaid' }>;

/** A row of the checklist as claimed. The CHECKs of the schema vouch for a proof of every claim of readiness. */
export function toChecklistRow(row: RowOf<'checklist_row'>): ChecklistRow {
  const dimension = row.dimension as ChecklistDimension;
  if (row.state === 'pilot_grade') return { dimension, state: 'pilot_grade', proof: null };
  const proof: ChecklistProof = {
    kind: row.proof_kind as EvidenceKind,
    datedOn: row.proof_dated_on as IsoDate,
    link: row.proof_link ?? '',
    note: row.proof_note ?? '',
  };
  return { dimension, state: 'production_ready', proof };
}

/** The row of a claim. */
export function toChecklistColumns(initiativeId: string, claim: StatedClaim): RowOf<'checklist_row'> {
  const { proof } = claim;
  return {
    initiative_id: initiativeId,
    dimension: claim.dimension,
    state: claim.state,
    proof_kind: proof?.kind ?? null,
    proof_dated_on: proof?.datedOn ?? null,
    proof_link: proof?.link ?? null,
    proof_note: proof?.note ?? null,
  };
}
