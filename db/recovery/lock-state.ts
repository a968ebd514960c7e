import type Database from 'better-sqlite3';
import { loadSqlite } from '../sqlite.ts';
import { sqliteCode } from '../sqlite-error.ts';

/**
 * Whether another process has the file. Asks SQLite itself, for reading only: no side file is played in, no schema is
 * read and nothing is changed. `unknown` when the file cannot even be asked. Must not be called for a file this process
 * has open.
 */
export function lockState(path: string): 'free' | 'held' | 'unknown' {
  const Sqlite = loadSqlite();
  let raw: Database.Database | undefined;
  try {
    raw = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 0 });
    raw.pragma('user_version');
    return 'free';
  } catch (error) {
    const code = sqliteCode(error) ?? '';
    if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'held';
    // It got past the lock and met the journal, which only somebody who may write can play in.
    return /^SQLITE_(READONLY|CANTOPEN)/.test(code) ? 'free' : 'unknown';
  } finally {
    raw?.close();
  }
}
