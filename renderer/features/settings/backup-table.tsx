import { Button } from '@mantine/core';
import type { Backup } from '#shared/api/schemas/file.ts';
import { formatCount } from '../../components/counts.ts';
import { formatMoment } from '../../components/dates.ts';
import { BACKUP_REASON_WORDS } from '../file/restore-words.ts';
import { megabytes } from './backup-words.ts';
import styles from './settings.module.css';

interface BackupTableProps {
  readonly backups: readonly Backup[];
  /** False: the open file cannot be replaced. */
  readonly isRestorable: boolean;
  readonly onRestore: (backup: Backup) => void;
}

/** The backups of the open file, newest first. */
export function BackupTable({ backups, isRestorable, onRestore }: BackupTableProps) {
  return (
    <table className={styles.backups} aria-label="Backups, newest first">
      <thead>
        <tr>
          <th scope="col">Made</th>
          <th scope="col">Why</th>
          <th scope="col" className={styles.number}>
            Last entry
          </th>
          <th scope="col" className={styles.number}>
            Size, MB
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {newestFirst(backups).map((backup) => (
          <tr key={backup.handle}>
            <th scope="row">{formatMoment(backup.madeAt)}</th>
            <td className={styles.words}>{BACKUP_REASON_WORDS[backup.reason]}</td>
            <td className={styles.number}>{formatCount(backup.seq)}</td>
            <td className={styles.number}>{megabytes(backup.bytes)}</td>
            <td className={styles.number}>
              <Button size="compact-xs" disabled={!isRestorable} onClick={() => onRestore(backup)}>
                Restore…<span className="visually-hidden"> the backup of {formatMoment(backup.madeAt)}</span>
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Latest first; of two made in one moment the one with the later entry. */
export function newestFirst(backups: readonly Backup[]): readonly Backup[] {
  return [...backups].sort((a, b) => (a.madeAt === b.madeAt ? b.seq - a.seq : a.madeAt < b.madeAt ? 1 : -1));
}
