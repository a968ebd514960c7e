import type Database from 'better-sqlite3';
import type { AppError } from '#shared/api/errors.ts';
import { fileErrors } from './file-errors.ts';
import { loadSqlite } from './sqlite.ts';
import { fromSqliteError } from './sqlite-error.ts';

/** SQLite's quick check: the structure of every page, not what is stored in it. */
export function isPageCheckOk(raw: Database.Database): boolean {
  return raw.pragma('quick_check(1)', { simple: true }) === 'ok';
}

/** What is said of a file whose pages failed their check. */
export function pagesFailed(path: string): AppError {
  return fileErrors.damaged(path, 'a check of its pages failed');
}

/**
 * The same check on a connection of its own: beside one that `openBeforePagesAreChecked` opened, in another thread.
 * @throws AppError file_in_use, io_failed when the file cannot be looked at
 */
export function arePagesSound(path: string): boolean {
  let raw: Database.Database | undefined;
  try {
    raw = new (loadSqlite())(path, { fileMustExist: true, readonly: true });
    raw.pragma('trusted_schema = OFF');
    raw.pragma('cell_size_check = ON');
    raw.pragma('mmap_size = 0');
    return isPageCheckOk(raw);
  } catch (error) {
    const known = fromSqliteError(error, path);
    if (known?.code === 'file_damaged') return false;
    throw known ?? error;
  } finally {
    raw?.close();
  }
}
