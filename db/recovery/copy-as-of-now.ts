import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#shared/api/errors.ts';
import { fileErrors, fromFsError } from '../file-errors.ts';
import { checkHeader } from '../file-header.ts';
import { isHeldHere } from '../open.ts';
import type { AuditHead } from '../read/history.ts';
import { soundHead } from './candidate.ts';
import { lockState } from './lock-state.ts';
import { copyPrivately } from './side-files.ts';

const TRIES = 3;

/**
 * Makes a private copy of a portfolio that another program may be changing at this very moment: file and journal are
 * copied byte by byte from outside, and the copy counts only when it passes every check. The file is only read.
 * @param folder a new folder of this user alone; the copy in it has the name of the file
 * @returns the path of the copy and its last history entry
 * @throws AppError `file_in_use` when three tries gave no sound copy of a file somebody has; file_damaged,
 * file_not_pilotage, file_newer, file_missing, disk_full, io_failed
 */
export function copyAsOfNow(
  path: string,
  folder: string,
): { readonly path: string; readonly head: AuditHead } {
  // Closing our own descriptor of the file would drop the lock this process has on it.
  if (isHeldHere(path)) throw fileErrors.inUse(path);
  checkHeader(path);
  const copy = join(folder, basename(path));
  for (let count = 1; count <= TRIES; count += 1) {
    copyBoth(path, copy);
    const head = soundHead(copy);
    if (head) return { path: copy, head };
  }
  rmSync(folder, { recursive: true, force: true });
  if (lockState(path) === 'held') throw fileErrors.noSoundCopy(path);
  throw fileErrors.damaged(path, 'no copy of it passes the checks');
}

function copyBoth(path: string, copy: string): void {
  try {
    rmSync(dirname(copy), { recursive: true, force: true });
    mkdirSync(dirname(copy), { recursive: true, mode: 0o700 });
    copyPrivately(path, copy);
    // After the file: a journal that was begun meanwhile undoes what the copy may hold of its change.
    if (existsSync(`${path}-journal`)) copyJournal(path, copy);
  } catch (error) {
    throw error instanceof AppError ? error : (fromFsError(error, path) ?? error);
  }
}

function copyJournal(path: string, copy: string): void {
  try {
    copyPrivately(`${path}-journal`, `${copy}-journal`);
  } catch (error) {
    // Gone between the two calls: the change was completed, and the checks tell whether the copy has it whole.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
