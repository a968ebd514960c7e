import type { Parsed } from '#shared/api/contract.ts';
import type { InitiativeFields } from '#shared/domain/initiative.ts';
import type { ReadDb } from '../handles.ts';
import { blankFields, type FieldPatch, toInitiativePatch } from '../rows/initiative-row.ts';
import type { RowOf } from '../tables.ts';
import type { Tx } from '../tx.ts';
import { type Created, DONE, type Done, type NewId } from './command.ts';
import { mustFind } from './find.ts';
import { recordStageChange } from './stages.ts';
import { initiativeName, shortName } from './words.ts';

/** Where an initiative came from when an import made it. */
export interface ImportSource {
  readonly batchId: string;
  readonly row: number;
  readonly fingerprint: string | null;
  readonly identity: string | null;
}

/** "Add Claims triage". */
export function createInitiativeLabel(input: Parsed<'createInitiative'>): string {
  return `Add ${shortName(input.name)}`;
}

/** Adds an initiative to the register; what is not given is not known yet. */
export function createInitiative(tx: Tx, input: Parsed<'createInitiative'>, newId: NewId): Created {
  const id = newId();
  insertInitiative(tx, id, input, null);
  return { id };
}

/** Inserts an initiative from the fields given; shared with the import. */
export function insertInitiative(
  tx: Tx,
  id: string,
  fields: FieldPatch & Pick<InitiativeFields, 'name' | 'stage'>,
  source: ImportSource | null,
): void {
  // Together the blank fields and the given ones name every editable column.
  const columns = toInitiativePatch(blankFields(fields.name, fields.stage));
  const row = {
    id,
    ...columns,
    ...toInitiativePatch(fields),
    import_batch_id: source?.batchId ?? null,
    source_row: source?.row ?? null,
    source_fingerprint: source?.fingerprint ?? null,
    source_identity: source?.identity ?? null,
    created_at: tx.at,
  };
  tx.insert('initiative', row as RowOf<'initiative'>);
}

/** "Change owner of Claims triage"-like words: the field when it is one, else how many. */
export function updateInitiativeLabel(db: ReadDb, input: Parsed<'updateInitiative'>): string {
  const fields = Object.entries(input.patch).filter(([, value]) => value !== undefined);
  const [only] = fields;
  const name = initiativeName(db, input.id);
  if (fields.length === 1 && only)
    return `Change ${FIELD_WORDS[only[0] as keyof InitiativeFields]} of ${name}`;
  return `Change ${fields.length} details of ${name}`;
}

const FIELD_WORDS: Readonly<Record<keyof InitiativeFields, string>> = {
  name: 'name',
  purpose: 'purpose',
  unit: 'unit',
  businessOwner: 'business owner',
  technicalOwner: 'technical owner',
  financeValidator: 'finance validator',
  stage: 'stage',
  stageEnteredOn: 'stage entry date',
  isPaused: 'paused flag',
  pausedMonths: 'paused months',
  plannedPilotMonths: 'planned pilot months',
  metricName: 'success metric',
  metricUnit: 'metric unit',
  baselineValue: 'baseline',
  baselineDataEnd: 'baseline date',
  baselineSource: 'baseline source',
  targetComparator: 'target direction',
  targetValue: 'target',
  targetDate: 'target date',
  lawfulBasis: 'lawful basis',
  riskClass: 'risk class',
  oversight: 'human oversight',
  evaluationRanOn: 'evaluation date',
  evaluationPassRate: 'evaluation pass rate',
  evaluationPassMark: 'evaluation pass mark',
};

/**
 * Changes the fields given. A new stage without its entry date makes that date unknown and the paused months
 * zero: both belonged to the stage that was left, and keeping them would run the new stage's clock wrong. The step
 * itself goes on record for the stage probabilities.
 */
export function updateInitiative(tx: Tx, input: Parsed<'updateInitiative'>): Done {
  const before = mustFind(tx, 'initiative', input.id);
  const { patch } = input;
  const isNewStage = patch.stage !== undefined && patch.stage !== before.stage;
  recordStageChange(tx, before, patch);
  tx.update(
    'initiative',
    { id: input.id },
    {
      ...(isNewStage ? { stage_entered_on: null, paused_months: 0 } : {}),
      ...toInitiativePatch(patch),
    },
  );
  return DONE;
}
