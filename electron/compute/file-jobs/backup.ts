import { type WrittenBackup, writeBackup } from '#db/backup/write-backup.ts';
import type { BackupReason } from '#shared/api/schemas/file.ts';
import type { Instant } from '#shared/domain/units.ts';
import { localDate } from '../../platform/clock.ts';

/** A verified backup of a portfolio, from an image of it. */
export interface BackupJob {
  readonly kind: 'backup';
  readonly image: Uint8Array;
  /** The folder for the backups of all portfolios. */
  readonly folder: string;
  readonly reason: BackupReason;
  readonly madeAt: Instant;
  /** 8 hex digits that stand for the place of the portfolio file. */
  readonly place: string;
}

export type BackupValue = WrittenBackup;

/** @throws AppError as `writeBackup` does */
export function runBackup({ kind: _, ...request }: BackupJob): BackupValue {
  return writeBackup({ ...request, dayOf: (moment) => localDate(new Date(moment)) });
}
