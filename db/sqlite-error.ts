import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '#shared/api/errors.ts';
import { fileErrors } from './file-errors.ts';

/** The extended result code (`SQLITE_IOERR_FSYNC`) of an error the driver threw, or undefined. */
export function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : undefined;
}

function isFolderReadOnly(path: string): boolean {
  try {
    accessSync(dirname(path), constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/**
 * The expected failure behind an SQLite error, worded for the file at `path`; undefined for anything else,
 * above all for constraint errors, which only our own bugs can raise.
 */
export function fromSqliteError(error: unknown, path: string): AppError | undefined {
  if (error instanceof AppError) return error;
  const code = sqliteCode(error);
  if (!code) return undefined;
  if (code === 'SQLITE_READONLY_DBMOVED') return fileErrors.missing(path);
  if (code === 'SQLITE_READONLY_DIRECTORY')
    return fileErrors.folderReadOnly(path, 'SQLite cannot keep its journal beside it');
  if (code === 'SQLITE_READONLY_ROLLBACK' || code === 'SQLITE_READONLY_RECOVERY')
    return fileErrors.folderReadOnly(
      path,
      'the last session ended abruptly and its change must be undone first',
    );
  if (code === 'SQLITE_IOERR_NOMEM' || code === 'SQLITE_NOMEM')
    return fileErrors.ioFailed(path, 'not enough memory');
  const family = code.split('_').slice(0, 2).join('_');
  switch (family) {
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return fileErrors.inUse(path);
    case 'SQLITE_READONLY':
      return fileErrors.readOnly(path);
    case 'SQLITE_PERM':
    case 'SQLITE_AUTH':
      return fileErrors.noPermission(path);
    case 'SQLITE_FULL':
      return fileErrors.diskFull(path);
    case 'SQLITE_TOOBIG':
      return fileErrors.tooLarge(path);
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
    case 'SQLITE_FORMAT':
      return fileErrors.damaged(path, 'its contents contradict each other');
    case 'SQLITE_CANTOPEN':
      return isFolderReadOnly(path)
        ? fileErrors.folderReadOnly(path, 'SQLite cannot keep its journal beside it')
        : fileErrors.ioFailed(path, code);
    case 'SQLITE_IOERR':
    case 'SQLITE_PROTOCOL':
    case 'SQLITE_NOLFS':
      return fileErrors.ioFailed(path, code);
    default:
      return undefined;
  }
}

/**
 * True when nothing may be written through this connection any more: after a failed sync the system may have
 * dropped what it had not yet written, and a damaged file only gets worse. A full disk is not one of these.
 */
export function mustStopWriting(error: unknown): boolean {
  const code = sqliteCode(error) ?? '';
  return /^SQLITE_(IOERR|CORRUPT|NOTADB|READONLY_DBMOVED)/.test(code) && code !== 'SQLITE_IOERR_NOMEM';
}
