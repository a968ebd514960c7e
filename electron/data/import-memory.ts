import { createHash } from 'node:crypto';
import type { ImportMemory } from '#db/commands/index.ts';
import type { ReadDb } from '#db/handles.ts';
import { readMapping } from '#db/read/import-mappings.ts';
import { type ImportOptions, importOptions } from '#shared/api/schemas/intake.ts';
import { fieldDefinition } from '#shared/intake/fields.ts';
import { profileById } from '#shared/intake/profiles/profiles.ts';
import type { SourceTable } from '#shared/intake/source-table.ts';
import type { ImportSession } from './import-sessions.ts';

/** What a person chose about a kind of file, not about one file: rows and cells put right are not among it. */
const importChoices = importOptions.pick({ profileId: true, columns: true, values: true, dateOrder: true });
type ImportChoices = Pick<ImportOptions, 'profileId' | 'columns' | 'values' | 'dateOrder'>;

/** A memory longer than this is no mapping a person made, and not worth its room in the file. */
const LONGEST_MEMORY = 200_000;

export interface Recalled {
  /** The options with what is remembered under them. */
  readonly options: ImportOptions;
  /** In words where the choices come from; null when nothing is remembered. */
  readonly note: string | null;
}

/**
 * Adds what was chosen when a file with this header row was last imported; what the page says goes first. Choosing a
 * format starts afresh. A memory that does not fit (it came with a foreign file) is left out.
 */
export function recallChoices(db: ReadDb, table: SourceTable, options: ImportOptions): Recalled {
  const memory = options.profileId === undefined ? readMapping(db, headerKey(table)) : null;
  const choices = memory && usableChoices(memory.choices, table.headers.length);
  if (!memory || !choices) return { options, note: null };
  return {
    options: {
      ...choices,
      ...options,
      columns: { ...choices.columns, ...options.columns },
      values: mergeValues(choices.values, options.values),
    },
    note: `Columns and values are filled as when “${memory.name}” was imported on ${memory.savedAt.slice(0, 10)}. Change what is different, or choose the format again to start afresh.`,
  };
}

/** What to remember of an import; null when nothing was chosen. */
export function memoryOf(session: Pick<ImportSession, 'fileName' | 'chosen' | 'table'>): ImportMemory | null {
  const { profileId, columns = {}, values = {}, dateOrder } = session.chosen;
  const choices: ImportChoices = {
    ...(profileId !== undefined && { profileId }),
    ...(Object.keys(columns).length > 0 && { columns }),
    ...(Object.keys(values).length > 0 && { values }),
    ...(dateOrder !== undefined && { dateOrder }),
  };
  if (Object.keys(choices).length === 0) return null;
  if (JSON.stringify(choices).length > LONGEST_MEMORY) return null;
  return { headerKey: headerKey(session.table), name: session.fileName, choices };
}

/** The same for header rows that read the same, whatever their capitals and spaces. */
function headerKey({ headers }: SourceTable): string {
  const keys = JSON.stringify(headers.map((header) => header.key));
  return createHash('sha256').update(keys, 'utf8').digest('hex');
}

function usableChoices(stored: unknown, columnCount: number): ImportChoices | null {
  const { success, data } = importChoices.safeParse(stored);
  if (!success) return null;
  const fields = [...Object.keys(data.columns ?? {}), ...Object.keys(data.values ?? {})];
  const columns = Object.values(data.columns ?? {});
  const fits =
    fields.every((field) => fieldDefinition(field) !== undefined) &&
    columns.every((column) => column === null || column < columnCount) &&
    (data.profileId === undefined || profileById(data.profileId) !== undefined);
  return fits ? data : null;
}

function mergeValues(
  remembered: ImportOptions['values'] = {},
  given: ImportOptions['values'] = {},
): NonNullable<ImportOptions['values']> {
  const merged = { ...remembered };
  for (const [field, map] of Object.entries(given)) merged[field] = { ...merged[field], ...map };
  return merged;
}
