import type { Status } from '#shared/api/schemas/views.ts';
import { readOnlyReason } from '../file/file-words.ts';

/** When backups are made and how many are kept. */
export const BACKUP_RHYTHM =
  'One is made at the first change after opening, every 15 minutes while you work, at closing, and before an import or a restore. Kept are 3 of today, and the last of each of 12 days, 10 weeks and 9 months.';

const MEGABYTE = 1_000_000;

/** A size in megabytes with two decimals, at least 0.01: a file is never nothing. */
export function megabytes(bytes: number): string {
  return Math.max(bytes / MEGABYTE, 0.01).toFixed(2);
}

type OpenFile = Pick<Status['file'], 'isSample' | 'isReadOnly' | 'copiedAt' | 'damage'>;

/** Why no backup is made of the open file; null when they are made. */
export function noBackupReason(file: OpenFile): string | null {
  if (file.isSample) return 'The sample is a copy to try things in and is thrown away: it is not backed up.';
  if (file.damage) return 'No backup is made of a damaged file. Those from before are kept.';
  if (readOnlyReason(file) !== null) {
    return 'The file is open for reading only. Nothing changes, so nothing is backed up.';
  }
  return null;
}

/** True when a backup could take the place of the open file. */
export function canRestore(file: OpenFile): boolean {
  return !file.isSample && (file.damage !== null || !file.isReadOnly);
}
