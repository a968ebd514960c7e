import type { Parsed } from '#shared/api/contract.ts';
import { GAP_NAMES, type Gap } from '#shared/domain/gap.ts';
import { getRow, type ReadDb } from '../handles.ts';
import type { Tx } from '../tx.ts';
import type { Created, NewId } from './command.ts';
import { mustFind } from './find.ts';
import { initiativeName, ownerName } from './words.ts';

type NewEvidence = Parsed<'addEvidence'>['evidence'] & { readonly sourceQuestion?: string };
type NewAssessment = Omit<Parsed<'recordAssessment'>, 'evidence'> & {
  readonly evidence: readonly NewEvidence[];
};

/** "Rate Data readiness of Claims triage at level 3". */
export function recordAssessmentLabel(db: ReadDb, input: Parsed<'recordAssessment'>): string {
  return `Rate ${GAP_NAMES[input.gap]} of ${initiativeName(db, input.initiativeId)} at level ${input.level}`;
}

/** Records one rater's level of one gap, with its evidence. Earlier assessments stay as they were. */
export function recordAssessment(tx: Tx, input: Parsed<'recordAssessment'>, newId: NewId): Created {
  mustFind(tx, 'initiative', input.initiativeId);
  return { id: insertAssessment(tx, input, newId) };
}

/** Inserts an assessment with its evidence; shared with the import. */
export function insertAssessment(tx: Tx, input: NewAssessment, newId: NewId): string {
  const id = newId();
  tx.insert('assessment', {
    id,
    initiative_id: input.initiativeId,
    gap: input.gap,
    level: input.level,
    rater: input.rater,
    rated_on: input.ratedOn,
    note: input.note,
    recorded_at: tx.at,
  });
  for (const evidence of input.evidence) insertEvidence(tx, id, evidence, newId);
  return id;
}

/** "Add evidence to Data readiness of Claims triage". */
export function addEvidenceLabel(db: ReadDb, input: Parsed<'addEvidence'>): string {
  const row = getRow<{ gap: Gap }>(db, 'SELECT gap FROM assessment WHERE id = ?', input.assessmentId);
  const gap = row ? GAP_NAMES[row.gap] : 'a level';
  return `Add evidence to ${gap} of ${ownerName(db, 'assessment', input.assessmentId)}`;
}

/** Adds one piece of evidence to an assessment. */
export function addEvidence(tx: Tx, input: Parsed<'addEvidence'>, newId: NewId): Created {
  mustFind(tx, 'assessment', input.assessmentId);
  return { id: insertEvidence(tx, input.assessmentId, input.evidence, newId) };
}

function insertEvidence(tx: Tx, assessmentId: string, evidence: NewEvidence, newId: NewId): string {
  const id = newId();
  tx.insert('evidence', {
    id,
    assessment_id: assessmentId,
    kind: evidence.kind,
    dated_on: evidence.datedOn,
    link: evidence.link,
    note: evidence.note,
    source_question: evidence.sourceQuestion ?? '',
  });
  return id;
}
