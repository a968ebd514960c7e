import { AppError } from '#shared/api/errors.ts';
import { fromSqliteError } from '../sqlite-error.ts';

/** Every way a backup can fail, in words. The portfolio itself is never touched by one. */
export const backupErrors = {
  diskFull: () =>
    new AppError(
      'disk_full',
      'No backup was made: the disk that holds the backups is full. The portfolio and all older backups are as they were. Free some space, or choose another folder for backups in Settings.',
    ),
  folderReadOnly: () =>
    new AppError(
      'folder_read_only',
      'No backup was made: the folder for backups cannot be written to. The portfolio and all older backups are as they were. Give write access to it, or choose another folder for backups in Settings.',
    ),
  folderMissing: () =>
    new AppError(
      'folder_read_only',
      'No backup was made: the folder for backups cannot be reached. The portfolio is as it was. Connect the drive it is on, or choose another folder for backups in Settings.',
    ),
  failedCheck: () =>
    new AppError(
      'file_damaged',
      'No backup was made: the portfolio failed a check, and a backup is only made of one that is sound. All older backups are kept. Choose Verify file in Settings: it says what is wrong.',
    ),
  unreadable: () =>
    new AppError(
      'io_failed',
      'No backup was made: what was written could not be read back as it was. The portfolio and all older backups are as they were. Check the disk, or choose another folder for backups in Settings.',
    ),
  failed: (what: string) =>
    new AppError(
      'io_failed',
      `No backup was made: the folder for backups could not be written to (${what}). The portfolio and all older backups are as they were. Check that its drive is connected, or choose another folder for backups in Settings.`,
    ),
  unlistable: (what: string) =>
    new AppError(
      'io_failed',
      `The folder for backups cannot be read (${what}), so it is not known which there are. Connect the drive it is on, or choose another folder for backups in Settings.`,
    ),
  gone: () =>
    new AppError(
      'not_found',
      'This backup is not in the folder for backups any more. Look at the list again and choose another one.',
    ),
  notAsNamed: () =>
    new AppError(
      'file_damaged',
      'This backup is not what its name says, so it was not used. Nothing was changed. Choose another one.',
    ),
  damaged: (what: string) =>
    new AppError(
      'file_damaged',
      `This backup is damaged (${what}), so it was not used. Nothing was changed. Choose another one.`,
    ),
} as const;

/** The words for what kept a backup from being written; an error that is none of those comes back as it is. */
export function backupError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return backupErrors.diskFull();
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return backupErrors.folderReadOnly();
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EEXIST':
      return backupErrors.folderMissing();
    case 'EIO':
    case 'EBUSY':
    case 'EMFILE':
    case 'ENFILE':
    case 'ENAMETOOLONG':
    case 'ESTALE':
    case 'ENXIO':
    case 'ELOOP':
      return backupErrors.failed(code);
  }
  if (code === 'SQLITE_FULL') return backupErrors.diskFull();
  if (/^SQLITE_(READONLY|PERM|AUTH)/.test(code)) return backupErrors.folderReadOnly();
  if (/^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(code)) return backupErrors.failedCheck();
  return fromSqliteError(error, '') ? backupErrors.failed(code) : error;
}
