import type { EvidenceKind, Gap, Level } from '#shared/domain/gap.ts';
import type { Assessment, Evidence } from '#shared/domain/initiative.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { RowOf } from '../tables.ts';

/** One piece of evidence from its row. */
export function toEvidence(row: RowOf<'evidence'>): Evidence {
  return {
    id: row.id,
    assessmentId: row.assessment_id,
    kind: row.kind as EvidenceKind,
    datedOn: row.dated_on as IsoDate,
    link: row.link,
    note: row.note,
    sourceQuestion: row.source_question,
  };
}

/** An assessment from its row and the rows of its evidence. */
export function toAssessment(row: RowOf<'assessment'>, evidence: readonly Evidence[]): Assessment {
  return {
    id: row.id,
    initiativeId: row.initiative_id,
    gap: row.gap as Gap,
    level: row.level as Level,
    rater: row.rater,
    ratedOn: row.rated_on as IsoDate,
    note: row.note,
    evidence,
  };
}
