import { BACKUP_REASONS, type BackupReason, HEAD_DIGITS } from '#shared/api/schemas/file.ts';
import type { Instant } from '#shared/domain/units.ts';

/** What the name of a backup says of it. */
export interface BackupName {
  readonly madeAt: Instant;
  readonly reason: BackupReason;
  /** Number of the last history entry in it; 0 for an empty history. */
  readonly seq: number;
  /** First 16 hex digits of that entry's hash. */
  readonly hash: string;
  /** First 8 hex digits of a hash of the place of the file it was made of: copies of a portfolio share the folder. */
  readonly place: string;
}

/** Not `.pilotage`: opening a backup with a double click would change it. */
export const BACKUP_EXTENSION = '.bak';

const NAME = new RegExp(
  `^(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)(\\d{3})Z-([a-z_]{1,20})-(0|[1-9]\\d{0,15})-([0-9a-f]{${HEAD_DIGITS}})-([0-9a-f]{8})\\${BACKUP_EXTENSION}$`,
);

/**
 * The file name of a backup: `20261001T090000000Z-close-124-0123456789abcdef-89abcdef.bak`. Names rise with the moment, and
 * every system accepts them.
 * @throws RangeError for parts that a name cannot carry
 */
export function backupName({ madeAt, reason, seq, hash, place }: BackupName): string {
  const head = `${seq}-${hash.slice(0, HEAD_DIGITS)}`;
  const name = `${madeAt.replace(/[-:.]/g, '')}-${reason}-${head}-${place}${BACKUP_EXTENSION}`;
  if (!parseBackupName(name)) throw new RangeError(`no backup can be named ${name}`);
  return name;
}

/** The parts of a name made by {@link backupName}; undefined for every other text. */
export function parseBackupName(name: string): BackupName | undefined {
  const parts = NAME.exec(name);
  if (!parts) return undefined;
  const [, year, month, day, hours, minutes, seconds, milliseconds, reason, seq, hash = '', place = ''] =
    parts;
  const madeAt = `${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`;
  const number = Number(seq);
  if (!isMoment(madeAt) || !isReason(reason) || !Number.isSafeInteger(number)) return undefined;
  return { madeAt, reason, seq: number, hash, place };
}

function isMoment(text: string): text is Instant {
  const time = Date.parse(text);
  return Number.isFinite(time) && new Date(time).toISOString() === text;
}

function isReason(text: string | undefined): text is BackupReason {
  return (BACKUP_REASONS as readonly (string | undefined)[]).includes(text);
}
