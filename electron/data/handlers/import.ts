import { type ImportInput, importBatch, importBatchLabel, rememberMapping } from '#db/commands/index.ts';
import { readSourceKeys } from '#db/read/source-keys.ts';
import type { Handlers } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import type { ImportOptions } from '#shared/api/schemas/intake.ts';
import type { IntakeErrorData } from '#shared/intake/errors.ts';
import { fieldDefinition, type TargetField } from '#shared/intake/fields.ts';
import { buildingRecords } from '#shared/intake/mapping.ts';
import type { FieldSource, ImportMapping, ValueRule } from '#shared/intake/mapping-types.ts';
import { mappingFor } from '#shared/intake/profiles/profile.ts';
import { profileById, scoreProfiles } from '#shared/intake/profiles/profiles.ts';
import type { ReadTableOptions } from '#shared/intake/read-table.ts';
import type { SourceTable } from '#shared/intake/source-table.ts';
import { compareWithRegister, fingerprintHash } from '../compare-with-register.ts';
import { asOfDate, type DataContext, refuseReadOnly, write } from '../context.ts';
import { importDraft } from '../import-draft.ts';
import { memoryOf, recallChoices } from '../import-memory.ts';
import type { ImportSession } from '../import-sessions.ts';
import { inSlices } from '../in-slices.ts';

/** Reading, understanding and taking in a spreadsheet. Nothing is written before `commitImport`. */
export const importHandlers = {
  openImport: async (context, { handle, options }) => {
    refuseReadOnly(context);
    const file = context.staged.pathOf(handle);
    const table = await readTable(context, file.path, file.name, options);
    return prepare(
      context,
      { id: context.options.newId(), path: file.path, fileName: file.name },
      options,
      table,
    );
  },
  reviseImport: async (context, { importId, options }) => {
    const session = context.imports.find(importId);
    const isSameReading = JSON.stringify(readingOf(options)) === JSON.stringify(readingOf(session.options));
    const table = isSameReading
      ? session.table
      : await readTable(context, session.path, session.fileName, options);
    return prepare(context, session, options, table);
  },
  commitImport: async (context, { importId }) => {
    await backupBefore(context, context.imports.find(importId));
    // Looked up again: meanwhile it may have been revised, thrown away, or imported by a second press of the button.
    const session = context.imports.find(importId);
    if (session.ready.length === 0) {
      throw new AppError(
        'import_rejected',
        'No row of this file would come in, so there is nothing to import.',
        {
          file: session.fileName,
        },
      );
    }
    const input = batchOf(session);
    const memory = memoryOf(session);
    const outcome = write(context, 'importBatch', importBatchLabel(input), (tx) => {
      if (memory) rememberMapping(tx, memory, context.options.newId);
      return importBatch(tx, input, context.options.newId);
    });
    context.imports.discard(importId);
    return outcome;
  },
  discardImport: (context, { importId }) => {
    context.imports.discard(importId);
    return {};
  },
} satisfies Handlers<'openImport' | 'reviseImport' | 'commitImport' | 'discardImport', DataContext>;

/** Imports that were refused once for want of a backup: asked again, the person wants it all the same. */
const warned = new WeakSet<ImportSession>();

/**
 * A backup of the portfolio as it is before an import. Without one the import is refused, with the reason; asked a second
 * time it goes ahead, since an import is one step that Undo takes back, and a machine whose disk for backups is gone
 * must not be shut out for good. Into a portfolio that failed a check nothing is imported at all.
 * @throws AppError disk_full, folder_read_only, io_failed, file_damaged; nothing was imported then
 */
async function backupBefore(context: DataContext, session: ImportSession): Promise<void> {
  try {
    await context.backups.before('before_import');
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
    if (error.code === 'file_damaged')
      throw new AppError(error.code, `Nothing was imported. ${error.message}`, error.details);
    if (warned.has(session)) return;
    warned.add(session);
    throw new AppError(
      error.code,
      `Nothing was imported, because no backup could be made before it. ${error.message} To import without a backup, choose Import again: Undo takes it back in one step.`,
      error.details,
    );
  }
}

/** The options that decide how the bytes are read; the others only change what is made of the table. */
function readingOf({ sheet, encoding, delimiter, headerRow }: ImportOptions): ReadTableOptions {
  return {
    ...(sheet !== undefined && { sheet }),
    ...(encoding !== undefined && { encoding }),
    ...(delimiter !== undefined && { delimiter }),
    ...(headerRow !== undefined && { headerRow }),
  };
}

async function readTable(
  context: DataContext,
  path: string,
  fileName: string,
  options: ImportOptions,
): Promise<SourceTable> {
  const job = { path, fileName, options: readingOf(options) };
  const reply = await context.options.runIntake(job, context.imports.beginReading());
  if (!reply.ok) throw asAppError(reply.error, fileName);
  return reply.table;
}

function asAppError(error: IntakeErrorData, fileName: string): AppError {
  const { row, column } = error.details;
  const details = {
    file: error.details.file ?? fileName,
    ...(row !== undefined && { row }),
    ...(column !== undefined && { column: String(column) }),
  };
  if (error.code === 'file_missing') return new AppError('file_missing', error.message, details);
  if (error.code === 'cancelled') return new AppError('cancelled', error.message, details);
  return new AppError('import_rejected', error.message, details);
}

async function prepare(
  context: DataContext,
  file: Pick<ImportSession, 'id' | 'path' | 'fileName'>,
  options: ImportOptions,
  table: SourceTable,
) {
  const recalled = recallChoices(context.file.db, table, options);
  const mapping = mappingOf(table, recalled.options, asOfDate(context));
  const steps = buildingRecords(table, mapping, {
    ...(options.corrections && { corrections: options.corrections }),
    ...(options.includeRows && { includeRows: options.includeRows }),
  });
  const result = await inSlices(steps, (share) =>
    context.options.emit({ type: 'progress', importId: file.id, phase: 'Checking rows', share }),
  );
  const { ready, duplicates } = compareWithRegister(
    result.records,
    readSourceKeys(context.file.db),
    new Set(options.includeRows),
  );
  const staysOut = new Set(duplicates.map((duplicate) => duplicate.row));
  const session: ImportSession = {
    id: file.id,
    path: file.path,
    fileName: file.fileName,
    options,
    chosen: recalled.options,
    recalledFrom: recalled.note,
    table,
    mapping,
    result,
    ready,
    // A cell of a row that stays out needs no mending.
    problems: [...result.problems.filter((problem) => !staysOut.has(problem.row)), ...duplicates].sort(
      (a, b) => a.row - b.row,
    ),
  };
  context.imports.save(session);
  return importDraft(session);
}

/** The profile's mapping with what the person chose on top. */
function mappingOf(
  table: SourceTable,
  options: ImportOptions,
  asOf: ImportMapping['evidenceDate'],
): ImportMapping {
  const chosen = options.profileId === undefined ? undefined : profileById(options.profileId);
  const profile = chosen ?? scoreProfiles(table.headers)[0]?.profile;
  if (!profile) throw new AppError('internal', 'There is no import profile.');
  const base = mappingFor(profile, table.headers, asOf);
  const fields: Partial<Record<TargetField, FieldSource>> = { ...base.fields };
  for (const [field, column] of Object.entries(options.columns ?? {})) {
    const target = targetField(field);
    if (column === null) delete fields[target];
    else if (column < table.headers.length) fields[target] = { kind: 'column', column };
    else throw new AppError('invalid_input', `The file has no column ${column + 1}.`, { field });
  }
  const values: Partial<Record<TargetField, readonly ValueRule[]>> = { ...base.values };
  for (const [field, map] of Object.entries(options.values ?? {})) {
    const target = targetField(field);
    const own = Object.entries(map).map(([text, value]) => ({ text, value: value === '' ? null : value }));
    values[target] = [...own, ...(base.values[target] ?? [])];
  }
  return {
    ...base,
    fields,
    values,
    dateOrder: options.dateOrder ?? base.dateOrder,
    evidenceDate: options.evidenceDate ?? base.evidenceDate,
  };
}

function targetField(field: string): TargetField {
  const definition = fieldDefinition(field);
  if (!definition) throw new AppError('invalid_input', `There is no field "${field}" to fill.`, { field });
  return definition.field;
}

function batchOf(session: ImportSession): ImportInput {
  return {
    fileName: session.fileName,
    profileId: session.mapping.profileId,
    rowsRead: session.table.rows.length,
    records: session.ready.map((record) => ({
      fields: record.fields,
      levels: record.assessments,
      sourceRow: record.row,
      fingerprint: fingerprintHash(record.fingerprint),
      identity: record.identity,
    })),
    problems: session.problems,
  };
}
