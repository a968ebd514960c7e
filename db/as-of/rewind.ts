import type Database from 'better-sqlite3';
import { AppError } from '#shared/api/errors.ts';
import type { Instant } from '#shared/domain/units.ts';
import { asReadDb, getRow, getRows, type ReadDb } from '../handles.ts';
import { sqliteCode } from '../sqlite-error.ts';
import { columnsOf, type Stored, specOf, TABLES, type TableName } from '../tables.ts';

/** The last history entry of a past moment, by its number. */
export interface Mark {
  readonly seq: number;
}

/** What counts as known at a past moment. */
export interface Moment {
  /** Everything entered up to and including this instant. */
  readonly until: Instant;
  /**
   * Entries with a higher number never count, whatever their clock says: what is tried out in the sample is no part of
   * the sample's own past, which may lie after today. Absent = every entry counts.
   */
  readonly upTo?: number | undefined;
}

/** SQL of {@link markOf}; walks back from the newest entry, so that a recent moment is found at once. */
const LAST_KNOWN = 'SELECT seq FROM history WHERE at <= ? AND seq <= ? ORDER BY seq DESC LIMIT 1';

/**
 * The last entry known at a moment. Entries are told apart by their number, not their clock: a clock may have been set
 * back, so it is the highest number whose time is not after the moment, and everything before it counts too.
 * @throws AppError invalid_input when nothing was known yet
 */
export function markOf(db: ReadDb, moment: Moment): Mark {
  const mark = getRow<Mark>(db, LAST_KNOWN, moment.until, moment.upTo ?? Number.MAX_SAFE_INTEGER);
  if (mark) return mark;
  const first = firstKnownAt(db);
  throw new AppError(
    'invalid_input',
    `Nothing is known before ${first.slice(0, 10)}, ${first.slice(11, 16)} UTC, when this portfolio was begun. Choose a later day.`,
  );
}

/** When the first entry of the history was made. */
export function firstKnownAt(db: ReadDb): Instant {
  const first = getRow<{ at: string }>(db, 'SELECT at FROM history ORDER BY seq LIMIT 1');
  if (!first) throw new Error('the history is empty');
  return first.at as Instant;
}

/**
 * Takes an in-memory copy of a portfolio back to how it was at a past moment: rows get the images they had before
 * everything entered later, and the later history is removed, so that last-changed dates, undo step and audit head read
 * as they did. Only for a copy: it writes past the one write path.
 * @throws AppError invalid_input when nothing was known at the moment; file_damaged when the history does not fit the rows
 */
export function rewind(raw: Database.Database, moment: Moment): Mark {
  if (!raw.memory) throw new Error('only a copy in memory may be rewound');
  const db = asReadDb(raw);
  const mark = markOf(db, moment);
  raw.pragma('foreign_keys = OFF');
  raw.exec('BEGIN');
  try {
    restoreRows(raw, firstChangesAfter(db, mark.seq));
  } catch (error) {
    if (error instanceof SyntaxError || sqliteCode(error)?.startsWith('SQLITE_CONSTRAINT'))
      throw misfit('what the history holds is not what the tables can hold');
    throw error;
  }
  forgetHistoryAfter(raw, mark.seq);
  raw.exec('COMMIT');
  raw.pragma('foreign_keys = ON');
  if (getRow(db, 'PRAGMA foreign_key_check'))
    throw misfit('rows taken back to that day name others that were not there');
  return mark;
}

/** Rows changed after the mark, by table: their keys, and where the images of those that were there before are. */
interface TableChanges {
  readonly keys: Set<string>;
  readonly images: (readonly [seq: number, ordinal: number])[];
}

/**
 * What has to be put back: of each row only its oldest change after the mark matters, since its image before that one is
 * the row as it was.
 */
function firstChangesAfter(db: ReadDb, seq: number): ReadonlyMap<TableName, TableChanges> {
  const changes = new Map<TableName, TableChanges>();
  // Not kept as prepared statements: the copy is looked at by other code afterwards.
  const rows = db
    .prepare(
      `SELECT seq, ordinal, table_name, row_key, before IS NOT NULL FROM history_change
       WHERE seq > ? ORDER BY seq, ordinal`,
    )
    .raw(true)
    .iterate(seq) as IterableIterator<[number, number, string, string, 0 | 1]>;
  for (const [at, ordinal, table, key, wasThere] of rows) {
    if (!Object.hasOwn(TABLES, table))
      throw misfit(`history entry ${at} names the unknown table ${table.slice(0, 60)}`);
    const name = table as TableName;
    const own = changes.get(name) ?? { keys: new Set<string>(), images: [] };
    changes.set(name, own);
    if (own.keys.has(key)) continue;
    own.keys.add(key);
    if (wasThere === 1) own.images.push([at, ordinal]);
  }
  return changes;
}

function restoreRows(raw: Database.Database, changes: ReadonlyMap<TableName, TableChanges>): void {
  // All are taken out before any is put back: a name that is unique may have moved from one row to another meanwhile.
  for (const [table, { keys }] of changes) {
    const key = specOf(table).key;
    const where = key.map((column) => `${column} = ?`).join(' AND ');
    const remove = raw.prepare(`DELETE FROM ${table} WHERE ${where}`);
    for (const text of keys) remove.run(...valuesOf(key, text));
  }
  const image = raw.prepare('SELECT before FROM history_change WHERE seq = ? AND ordinal = ?').pluck();
  for (const [table, { images }] of changes) {
    const columns = columnsOf(table);
    const slots = columns.map(() => '?').join(', ');
    const insert = raw.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${slots})`);
    for (const [seq, ordinal] of images) insert.run(...valuesOf(columns, image.get(seq, ordinal) as string));
  }
}

function valuesOf(columns: readonly string[], json: string): Stored[] {
  const row = JSON.parse(json) as Readonly<Record<string, Stored | undefined>>;
  return columns.map((column) => {
    const value = row[column];
    if (value === undefined) throw misfit(`a row in the history lacks its ${column}`);
    return value;
  });
}

function forgetHistoryAfter(raw: Database.Database, seq: number): void {
  const triggers = getRows<{ name: string; sql: string }>(
    asReadDb(raw),
    "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('history', 'history_change')",
  );
  for (const { name } of triggers) raw.exec(`DROP TRIGGER "${name}"`);
  raw.prepare('DELETE FROM history_change WHERE seq > ?').run(seq);
  raw.prepare('DELETE FROM history WHERE seq > ?').run(seq);
  // The copy is a whole portfolio again, with the schema every check expects.
  for (const { sql } of triggers) raw.exec(sql);
}

function misfit(what: string): AppError {
  return new AppError(
    'file_damaged',
    `That day cannot be shown: ${what}. Nothing was changed. Run Verify file to see which entry is at odds.`,
  );
}
