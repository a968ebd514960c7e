import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { fileErrors } from './file-errors.ts';
import { checkHeader } from './file-header.ts';
import { asReadDb, getRow } from './handles.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';
import { type AuditHead, readAuditHead } from './read/history.ts';
import { SCHEMA_HASHES, schemaHash } from './schema-check.ts';
import { loadSqlite } from './sqlite.ts';
import { fromSqliteError } from './sqlite-error.ts';

/** What a look at an unknown file told, before the application itself opens it. */
export interface InspectedFile {
  readonly version: number;
  readonly head: AuditHead;
  readonly initiatives: number;
}

export interface InspectOptions {
  /** The file is a copy that a leftover journal may be played into; all others are opened for reading only. */
  readonly isPrivateCopy?: boolean;
  readonly mostBytes?: number;
}

/** The most an unknown file may hold, in bytes: five times a portfolio of 2,000 initiatives with ten years of history. */
export const MOST_INSPECTED = 1024 * 1024 * 1024;

/**
 * Looks a file through that this machine did not leave in this state: header, tables against the known ones, pages. For
 * a process that can be killed, as a file made to do harm may keep SQLite busy for ever.
 * @throws AppError too_large, file_missing, file_not_pilotage, file_newer, file_damaged, file_in_use, io_failed
 */
export function inspectPortfolio(path: string, options: InspectOptions = {}): InspectedFile {
  const { isPrivateCopy = false, mostBytes = MOST_INSPECTED } = options;
  checkHeader(path);
  const { size } = statSync(path);
  if (size > mostBytes) throw fileErrors.tooBig(path, size, mostBytes);
  const Sqlite = loadSqlite();
  let raw: Database.Database | undefined;
  try {
    raw = new Sqlite(path, { readonly: !isPrivateCopy, fileMustExist: true, timeout: 500 });
    raw.pragma('trusted_schema = OFF');
    raw.pragma('cell_size_check = ON');
    raw.pragma('mmap_size = 0');
    const db = asReadDb(raw);
    // Not what the header said: a journal that is played in takes an upgrade cut off in the middle back.
    const version = raw.pragma('user_version', { simple: true }) as number;
    if (version > SCHEMA_VERSION) throw fileErrors.newer(path, version, SCHEMA_VERSION);
    if (SCHEMA_HASHES[version] !== schemaHash(db)) throw fileErrors.foreignSchema(path);
    const verdict = getRow<{ quick_check: string }>(db, 'PRAGMA quick_check(1)')?.quick_check;
    if (verdict !== 'ok') throw fileErrors.damaged(path, 'a check of its pages failed');
    const count = getRow<{ count: number }>(db, 'SELECT count(*) AS count FROM initiative');
    return { version, head: readAuditHead(db), initiatives: count?.count ?? 0 };
  } catch (error) {
    throw fromSqliteError(error, path) ?? error;
  } finally {
    raw?.close();
  }
}
