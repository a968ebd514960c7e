import { basename } from 'node:path';
import { AppError } from '#shared/api/errors.ts';
import { writeWhole } from './private-files.ts';

/**
 * Writes an export where the person chose; the old file stays until the new one is whole.
 * @throws AppError `disk_full`, `folder_read_only` or `io_failed`, naming the file
 */
export function saveFile(path: string, bytes: Uint8Array): void {
  try {
    writeWhole(path, bytes);
  } catch (error) {
    throw saveError(basename(path), (error as NodeJS.ErrnoException).code);
  }
}

function saveError(file: string, code = 'unknown error'): AppError {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError(
        'disk_full',
        `"${file}" was not saved: the disk is full. Free some space and try again.`,
        { file },
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError(
        'folder_read_only',
        `"${file}" was not saved: this folder does not allow writing. Choose another folder.`,
        { file },
      );
    default:
      return new AppError(
        'io_failed',
        `"${file}" was not saved (${code}). Try again, or choose another folder.`,
        { file },
      );
  }
}
