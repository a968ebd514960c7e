import type Database from 'better-sqlite3';
import { isSound } from './file-content.ts';
import { fileErrors } from './file-errors.ts';
import { checkHeaderBytes } from './file-header.ts';
import { asReadDb } from './handles.ts';
import { migrate, SCHEMA_VERSION } from './migrations/index.ts';
import { SCHEMA_HASHES, schemaHash } from './schema-check.ts';
import { loadSqlite } from './sqlite.ts';
import { fromSqliteError } from './sqlite-error.ts';

/** Opens the bytes of a portfolio this build made or checked, as a private copy in memory. The caller closes it. */
export function openImage(image: Uint8Array): Database.Database {
  const Sqlite = loadSqlite();
  const raw = new Sqlite(Buffer.from(image.buffer, image.byteOffset, image.byteLength));
  raw.pragma('trusted_schema = OFF');
  raw.pragma('cell_size_check = ON');
  // What SQLite sorts or rebuilds of a confidential file stays out of the temporary folder.
  raw.pragma('temp_store = MEMORY');
  return raw;
}

/**
 * Opens the bytes of a portfolio of any version from outside, as a copy in memory: header, marks and tables are checked
 * before any of it is used, and one of an older version is brought to the present schema. What its pages, rows and
 * history say is not checked: `verifyFile` does that.
 * @param path where the bytes came from, for the words
 * @throws AppError file_not_pilotage, file_newer, file_damaged
 */
export function openForeignImage(bytes: Uint8Array, path: string): Database.Database {
  const version = checkHeaderBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), path);
  let raw: Database.Database | undefined;
  try {
    raw = openImage(bytes);
    const db = asReadDb(raw);
    if (SCHEMA_HASHES[version] !== schemaHash(db)) throw fileErrors.foreignSchema(path);
    if (version < SCHEMA_VERSION) {
      if (!isSound(db)) throw fileErrors.damaged(path, 'a full check of its pages failed');
      migrate(raw);
    }
    return raw;
  } catch (error) {
    raw?.close();
    throw fromSqliteError(error, path) ?? error;
  }
}
