import { AppError } from '#shared/api/errors.ts';
import type { ImportOutcome, ImportProblem } from '#shared/api/schemas/intake.ts';
import type { EvidenceKind, Gap, Level } from '#shared/domain/gap.ts';
import type { InitiativeFields } from '#shared/domain/initiative.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { Tx } from '../tx.ts';
import { insertAssessment } from './assessments.ts';
import type { NewId } from './command.ts';
import { insertInitiative } from './initiatives.ts';
import { counted, shortName } from './words.ts';

/** A level that an answer of the source supports. */
export interface PreparedLevel {
  readonly gap: Gap;
  readonly level: Level;
  readonly rater: string;
  readonly ratedOn: IsoDate;
  readonly note: string;
  readonly evidence: readonly {
    readonly kind: EvidenceKind;
    readonly datedOn: IsoDate;
    readonly link: string;
    readonly note: string;
    readonly sourceQuestion: string;
  }[];
}

/** One row of the source, mapped and checked, ready to become an initiative. */
export interface PreparedRecord {
  readonly fields: InitiativeFields;
  readonly levels: readonly PreparedLevel[];
  /** 1-based row of the source file. */
  readonly sourceRow: number;
  /** Digest of the whole source row; null when the source has no such thing. */
  readonly fingerprint: string | null;
  /** What names the same thing in another version of the source. */
  readonly identity: string | null;
}

export interface ImportInput {
  readonly fileName: string;
  readonly profileId: string;
  /** Data rows of the source; each one is imported, blocked or a duplicate. */
  readonly rowsRead: number;
  readonly records: readonly PreparedRecord[];
  readonly problems: readonly Pick<
    ImportProblem,
    'row' | 'column' | 'cell' | 'severity' | 'code' | 'message'
  >[];
}

/** "Import 2,133 initiatives from inventory.csv". */
export function importBatchLabel(input: Pick<ImportInput, 'fileName' | 'records'>): string {
  return `Import ${counted(input.records.length, 'initiative')} from ${shortName(input.fileName)}`;
}

/**
 * Takes a prepared import into the register as one batch, which one undo takes out again.
 * @throws AppError import_rejected when rows are missing from the account: each row read must be imported,
 * blocked or a duplicate, none of them twice.
 */
export function importBatch(tx: Tx, input: ImportInput, newId: NewId): ImportOutcome {
  const imported = new Set(input.records.map((record) => record.sourceRow));
  const blocked = rowsOf(input, 'blocked', imported);
  const duplicates = rowsOf(input, 'duplicate', new Set([...imported, ...blocked]));
  const accounted = imported.size + blocked.size + duplicates.size;
  if (imported.size !== input.records.length || accounted !== input.rowsRead)
    throw new AppError(
      'import_rejected',
      `${shortName(input.fileName)} has ${input.rowsRead} rows, but ${accounted} of them are accounted for. Nothing was imported. Open the file again and check the header row.`,
      { file: input.fileName },
    );
  const batchId = newId();
  tx.insert('import_batch', {
    id: batchId,
    file_name: input.fileName,
    profile_id: input.profileId,
    rows_read: input.rowsRead,
    rows_imported: imported.size,
    rows_blocked: blocked.size,
    rows_duplicate: duplicates.size,
    at: tx.at,
    actor: tx.actor,
  });
  for (const record of input.records) insertRecord(tx, batchId, record, newId);
  for (const [index, problem] of input.problems.entries())
    tx.insert('import_problem', {
      batch_id: batchId,
      ordinal: index + 1,
      row_no: problem.row,
      column_name: problem.column,
      cell: problem.cell,
      severity: problem.severity,
      code: problem.code,
      message: problem.message,
    });
  return {
    batchId,
    imported: imported.size,
    blocked: blocked.size,
    duplicates: duplicates.size,
    warnings: input.problems.filter((problem) => problem.severity === 'warning').length,
  };
}

/** Source rows with a problem of this severity, without those counted already. */
function rowsOf(
  input: ImportInput,
  severity: ImportProblem['severity'],
  accountedFor: ReadonlySet<number>,
): ReadonlySet<number> {
  const rows = input.problems.filter((problem) => problem.severity === severity).map(({ row }) => row);
  return new Set(rows.filter((row) => !accountedFor.has(row)));
}

function insertRecord(tx: Tx, batchId: string, record: PreparedRecord, newId: NewId): void {
  const id = newId();
  insertInitiative(tx, id, record.fields, {
    batchId,
    row: record.sourceRow,
    fingerprint: record.fingerprint,
    identity: record.identity,
  });
  for (const level of record.levels) insertAssessment(tx, { initiativeId: id, ...level }, newId);
}
