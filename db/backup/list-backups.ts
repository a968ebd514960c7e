import { createHash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { backupErrors } from './backup-errors.ts';
import { type BackupName, parseBackupName } from './backup-name.ts';

export interface BackupFile extends BackupName {
  /** The file name: what the page gets instead of a path. */
  readonly handle: string;
  readonly bytes: number;
}

/** Names that are a folder of their own on every system and no device of Windows. */
const PLAIN_ID = /^[a-z0-9][a-z0-9-]{7,63}$/;

/**
 * Where the backups of one portfolio are. All copies of a portfolio carry its id, so they share the folder. The id
 * comes out of a file and may be anything; one that is no plain name is hashed.
 */
export function folderOfBackups(folder: string, fileId: string): string {
  if (PLAIN_ID.test(fileId)) return join(folder, fileId);
  return join(folder, `x-${createHash('sha256').update(fileId).digest('hex').slice(0, 32)}`);
}

/**
 * The backups of a portfolio by their names alone, newest first. Links, folders and files of other names are passed
 * over; nothing is opened.
 * @throws AppError io_failed when the folder is there and cannot be read
 */
export function listBackupFiles(folder: string, fileId: string): BackupFile[] {
  const own = folderOfBackups(folder, fileId);
  const files: BackupFile[] = [];
  for (const handle of namesIn(own)) {
    const name = parseBackupName(handle);
    const stat = name && lstatSync(join(own, handle), { throwIfNoEntry: false });
    if (name && stat?.isFile()) files.push({ ...name, handle, bytes: stat.size });
  }
  return files.sort((a, b) => (a.handle < b.handle ? 1 : -1));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    if (code === 'ENOENT') return [];
    throw backupErrors.unlistable(code);
  }
}

/**
 * The place of a backup of the list.
 * @throws AppError not_found for a handle that is no name of a backup or names none that is there
 */
export function backupPath(folder: string, fileId: string, handle: string): string {
  if (!parseBackupName(handle)) throw backupErrors.gone();
  const path = join(folderOfBackups(folder, fileId), handle);
  if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) throw backupErrors.gone();
  return path;
}
