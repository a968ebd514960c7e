import { closeSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { type FileContent, hasContent, isSound } from './file-content.ts';
import { asReadDb } from './handles.ts';
import { SCHEMA_HASHES, schemaHash } from './schema-check.ts';
import { loadSqlite } from './sqlite.ts';
import { syncFolder } from './sync-folder.ts';

/**
 * Lays a copy of a file of version `from` beside it: `claims.v1.bak` for `claims.pilotage`. Made by SQLite itself, read
 * back and compared before it gets its name, never overwritten. A copy with the same content that is there already,
 * left by an upgrade that did not get through, serves again.
 * @returns the path of the copy.
 */
export function keepCopy(raw: Database.Database, path: string, from: number, content: FileContent): string {
  const stem = join(dirname(path), `${basename(path, extname(path))}.v${from}`);
  for (let count = 1; ; count += 1) {
    const copy = `${stem}${count === 1 ? '' : `-${count}`}.bak`;
    if (!existsSync(copy)) {
      makeCopy(raw, path, copy, from, content);
      return copy;
    }
    if (isCopy(copy, from, content)) return copy;
  }
}

function makeCopy(
  raw: Database.Database,
  path: string,
  copy: string,
  from: number,
  content: FileContent,
): void {
  const draft = join(dirname(copy), `.${basename(copy)}.new`);
  rmSync(draft, { force: true });
  try {
    // Made first with the rights of the original: nobody who may not read that one may read its copy.
    closeSync(openSync(draft, 'wx', statSync(path).mode & 0o777));
    raw.prepare('VACUUM INTO ?').run(draft);
    if (!isCopy(draft, from, content)) throw new Error('the safety copy could not be read back');
    renameSync(draft, copy);
    syncFolder(dirname(copy));
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** True when the file is a sound one of that version with that content; false also for one that cannot be read. */
function isCopy(path: string, from: number, content: FileContent): boolean {
  const Sqlite = loadSqlite();
  let raw: Database.Database | undefined;
  try {
    raw = new Sqlite(path, { readonly: true, fileMustExist: true });
    raw.pragma('trusted_schema = OFF');
    const db = asReadDb(raw);
    return (
      raw.pragma('user_version', { simple: true }) === from &&
      schemaHash(db) === SCHEMA_HASHES[from] &&
      isSound(db) &&
      hasContent(db, content)
    );
  } catch {
    return false;
  } finally {
    raw?.close();
  }
}
