import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError } from '#shared/api/errors.ts';
import { asReadDb } from '../handles.ts';
import { openForeignImage } from '../image.ts';
import { readAuditHead } from '../read/history.ts';
import { verifyFile } from '../verify.ts';
import { backupErrors } from './backup-errors.ts';
import { parseBackupName } from './backup-name.ts';

/** Node reads no more than this at once, and no portfolio comes near it. */
const MOST_BYTES = 2 ** 31 - 1;

/**
 * Reads a backup into memory and checks it in every way there is: the folder it lies in may be writable by others. It is
 * the content its name says, brought to the present schema if an older Pilotage made it. The caller closes it.
 * @throws AppError not_found, file_damaged, file_not_pilotage, file_newer, too_large
 */
export function readBackup(path: string): Database.Database {
  const raw = openForeignImage(readBytes(path), path);
  try {
    const db = asReadDb(raw);
    if (!verifyFile(db).isGood) throw backupErrors.damaged('a check of its content or its history failed');
    const name = parseBackupName(basename(path));
    const head = readAuditHead(db);
    if (name && (name.seq !== head.seq || !head.hash.startsWith(name.hash))) throw backupErrors.notAsNamed();
    return raw;
  } catch (error) {
    raw.close();
    throw error;
  }
}

/** The bytes as they are at this moment; what happens to the file afterwards does not matter. */
function readBytes(path: string): Buffer {
  let descriptor: number;
  try {
    descriptor = openSync(
      path,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
  } catch {
    throw backupErrors.gone();
  }
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw backupErrors.gone();
    if (stat.size > MOST_BYTES)
      throw new AppError('too_large', 'This backup is larger than Pilotage can read, so it was not used.');
    const bytes = Buffer.allocUnsafeSlow(stat.size);
    let length = 0;
    while (length < bytes.length) {
      const count = readSync(descriptor, bytes, length, bytes.length - length, length);
      if (count === 0) throw backupErrors.damaged('it ends too early');
      length += count;
    }
    return bytes;
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw backupErrors.damaged(
      `it cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown error'}`,
    );
  } finally {
    closeSync(descriptor);
  }
}
