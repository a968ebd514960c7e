import type Database from 'better-sqlite3';
import { parseBackupName } from '#db/backup/backup-name.ts';
import { readBackup } from '#db/backup/read-backup.ts';
import { createPortfolio } from '#db/commands/settings.ts';
import { comparePortfolios } from '#db/compare/compare-portfolios.ts';
import { APPLICATION_ID } from '#db/file-header.ts';
import { asReadDb, asWriteDb, type ReadDb } from '#db/handles.ts';
import { openImage } from '#db/image.ts';
import { migrate } from '#db/migrations/index.ts';
import { loadSqlite } from '#db/sqlite.ts';
import { sqliteCode } from '#db/sqlite-error.ts';
import { runCommand } from '#db/write.ts';
import { AppError } from '#shared/api/errors.ts';
import type { RestoreChoice, RestorePreview } from '#shared/api/schemas/file.ts';
import type { Instant } from '#shared/domain/units.ts';
import { readBytes } from '../../platform/opening-copy.ts';
import { makeTempFolder, removeTempFolder } from '../../platform/private-files.ts';
import { openDamaged, rebuildDamaged } from '../../platform/salvage.ts';

/** What a restore would change. */
export interface CompareJob {
  readonly kind: 'compare';
  /** The portfolio as it is, of a damaged one what is shown of it; null when nothing of it is. */
  readonly image: Uint8Array | null;
  /** Where a damaged portfolio is, which this process does not have open; null for a sound one. */
  readonly damagedPath: string | null;
  readonly choice: RestoreChoice;
  /** Where the backup of the choice is; null for the other choices. */
  readonly path: string | null;
  /** Where all backups are, the newest first: what a rebuilt history lacks is taken from them. */
  readonly backups: readonly string[];
}

export type CompareValue = RestorePreview;

/** @throws AppError file_damaged, file_not_pilotage, file_newer, not_found when what is chosen cannot be restored */
export function runCompare(job: CompareJob): CompareValue {
  const { image, damagedPath, choice, path } = job;
  const damaged = damagedPath === null ? null : tryOpenDamaged(damagedPath);
  const present = image ? openImage(image) : damaged;
  try {
    return withRestored(job, damagedPath === null ? present : damaged, (restored) => {
      const madeAt = path === null ? null : madeAtOf(path);
      const comparison = compare(present && asReadDb(present), restored);
      return { ...comparison, choice, restored: { ...comparison.restored, madeAt } };
    });
  } finally {
    present?.close();
    damaged?.close();
  }
}

function tryOpenDamaged(path: string): Database.Database | null {
  return openDamaged(readBytes(path), path) ?? null;
}

/** What cannot be read of a damaged portfolio is compared with nothing. */
function compare(present: ReadDb | null, restored: ReadDb) {
  try {
    return comparePortfolios(present, restored);
  } catch (error) {
    if (present && sqliteCode(error)) return comparePortfolios(null, restored);
    throw error;
  }
}

function madeAtOf(path: string): Instant | null {
  return parseBackupName(path.split(/[\\/]/).at(-1) ?? '')?.madeAt ?? null;
}

/**
 * Opens what is chosen for as long as `look` takes.
 * @param source the file whose history would be rebuilt; null when it cannot be read
 */
function withRestored<T>(
  { choice, path, backups }: CompareJob,
  source: Database.Database | null,
  look: (restored: ReadDb) => T,
): T {
  switch (choice.kind) {
    case 'backup': {
      if (path === null) throw new Error('a backup was chosen without its path');
      return closing(readBackup(path), look);
    }
    case 'rebuilt':
      return withRebuilt(source, backups, look);
    case 'empty':
      return closing(emptyPortfolio(), look);
  }
}

function closing<T>(raw: Database.Database, look: (db: ReadDb) => T): T {
  try {
    return look(asReadDb(raw));
  } finally {
    raw.close();
  }
}

/** The same way as the restore makes it: up to the last entry that is whole. */
function withRebuilt<T>(
  source: Database.Database | null,
  backups: readonly string[],
  look: (restored: ReadDb) => T,
): T {
  const folder = makeTempFolder();
  try {
    const rebuilt = source && rebuildDamaged(asReadDb(source), folder, backups);
    if (!rebuilt)
      throw new AppError(
        'file_damaged',
        'The history of this portfolio is not whole, so nothing can be rebuilt from it. Choose a backup.',
      );
    return closing(openImage(rebuilt.bytes), look);
  } finally {
    removeTempFolder(folder);
  }
}

/** A portfolio just begun: name and moment matter to nobody who compares. */
function emptyPortfolio(): Database.Database {
  const Sqlite = loadSqlite();
  const raw = new Sqlite(':memory:');
  raw.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(raw);
  const at = '2000-01-01T00:00:00.000Z' as Instant;
  const command = { name: 'createPortfolio', label: 'Create', actor: 'Pilotage', at, appVersion: '' };
  runCommand(asWriteDb(raw), command, (tx) =>
    createPortfolio(tx, { fileId: 'empty', name: 'Empty', currency: 'USD', sampleAsOf: null }),
  );
  return raw;
}
