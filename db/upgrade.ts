import type Database from 'better-sqlite3';
import type { AppError } from '#shared/api/errors.ts';
import { hasContent, isSound, takeContent } from './file-content.ts';
import { fileErrors } from './file-errors.ts';
import { asReadDb } from './handles.ts';
import { MIGRATIONS, type Migration, migrate } from './migrations/index.ts';
import { SCHEMA_HASHES, schemaHash } from './schema-check.ts';
import { fromSqliteError } from './sqlite-error.ts';
import { keepCopy } from './upgrade-copy.ts';

/**
 * Brings an open file of an older version to the schema of this build. Before anything is changed a verified copy is
 * laid beside it, kept for good; then all steps run in one transaction, which is only committed when every row is
 * what it was. Whatever fails, the file is as before.
 * @param path the real place of the file, links resolved: the copy goes into the same folder.
 * @param migrations another list than the application's, for tests.
 * @returns the path of the copy.
 * @throws AppError file_damaged, folder_read_only, disk_full, io_failed.
 */
export function upgradeFile(
  raw: Database.Database,
  path: string,
  migrations: readonly Migration[] = MIGRATIONS,
): string {
  const db = asReadDb(raw);
  if (!isSound(db)) throw fileErrors.damaged(path, 'a full check of its pages failed');
  const from = raw.pragma('user_version', { simple: true }) as number;
  const before = takeContent(db);
  let copy: string | undefined;
  try {
    copy = keepCopy(raw, path, from, before);
    raw
      .transaction(() => {
        migrate(raw, migrations);
        if (schemaHash(db) !== SCHEMA_HASHES[migrations.length])
          throw new Error('the new tables are not as they must be');
        if (!hasContent(db, before)) throw new Error('rows came out other than they went in');
        if (!isSound(db)) throw new Error('a full check of the new file failed');
      })
      .immediate();
    return copy;
  } catch (error) {
    throw upgradeError(error, path, copy);
  }
}

function upgradeError(error: unknown, path: string, copy: string | undefined): AppError {
  const known = fromSqliteError(error, path);
  if (known?.code === 'disk_full') return fileErrors.noRoomToUpgrade(path);
  if (known) return known;
  const what = error instanceof Error ? error.message : String(error);
  return fileErrors.notUpgraded(path, what, copy);
}
