import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { readBackup } from '#db/backup/read-backup.ts';
import { checkHeaderBytes } from '#db/file-header.ts';
import { asReadDb, getRow, getRows, type ReadDb } from '#db/handles.ts';
import { openImage } from '#db/image.ts';
import { SCHEMA_VERSION } from '#db/migrations/index.ts';
import { type AuditHead, readAuditHead } from '#db/read/history.ts';
import { rebuildFromHistory } from '#db/recovery/rebuild.ts';
import { SCHEMA_HASHES, schemaHash } from '#db/schema-check.ts';
import { TABLE_NAMES } from '#db/tables.ts';
import { checkHeads, lastSoundEntry, verifyChain } from '#db/verify.ts';
import { toApiError } from '#shared/api/errors.ts';

/**
 * The bytes of a damaged portfolio as an image in memory, when its tables are still those that Pilotage makes; else
 * undefined. What is in them may be wrong. The caller closes it.
 */
export function openDamaged(bytes: Buffer, path: string): Database.Database | undefined {
  let raw: Database.Database | undefined;
  try {
    if (checkHeaderBytes(bytes, path) !== SCHEMA_VERSION) return undefined;
    raw = openImage(bytes);
    if (SCHEMA_HASHES[SCHEMA_VERSION] === schemaHash(asReadDb(raw))) return raw;
  } catch {
    // Not even its list of tables can be read.
  }
  raw?.close();
  return undefined;
}

/** What can be made of the history alone, or of the history and a backup. */
export interface Rebuilt {
  readonly head: AuditHead;
  /** The whole history is there; false when an entry after `head` is damaged. */
  readonly isWhole: boolean;
  /** The last entry that was taken from a backup; 0 when none was needed. */
  readonly fromBackup: number;
  readonly bytes: Buffer;
}

/** How many backups are tried: each is read and checked as a whole. */
const MOST_BASES = 3;

/**
 * The portfolio rebuilt from the history in a damaged file, as far as that is whole. Entries that are damaged there and
 * lie in a backup of this same history are taken from the backup. Undefined when there is no entry to begin with, or
 * when a rebuilt file does not pass the checks.
 * @param folder a private folder to build it in
 * @param backups paths of backups, the newest first
 * @throws AppError disk_full, folder_read_only, io_failed
 */
export function rebuildDamaged(
  db: ReadDb,
  folder: string,
  backups: readonly string[] = [],
): Rebuilt | undefined {
  const own = planOf(db);
  const plan = (own.isWhole ? undefined : planWithBackup(db, own.upTo, backups)) ?? own;
  const target = join(folder, 'rebuilt.pilotage');
  try {
    if (plan.upTo === 0) return undefined;
    const base = plan.base && asReadDb(plan.base);
    const head = rebuildFromHistory(db, target, { upTo: plan.upTo, ...(base && { base }) });
    const fromBackup = base ? readAuditHead(base).seq : 0;
    return { head, isWhole: plan.isWhole, fromBackup, bytes: readFileSync(target) };
  } catch (error) {
    const code = toApiError(error)?.code;
    if (code === 'file_damaged' || code === 'file_not_pilotage') return undefined;
    throw error;
  } finally {
    plan.base?.close();
  }
}

interface Plan {
  /** Nothing after `upTo` is damaged. */
  readonly isWhole: boolean;
  /** The last entry that can be had. */
  readonly upTo: number;
  /** Where the entries come from that the file itself has lost. */
  readonly base?: Database.Database;
}

function planOf(db: ReadDb, after?: AuditHead): Plan {
  return { isWhole: verifyChain(db, after).isIntact, upTo: lastSoundEntry(db, after).seq };
}

/** The newest good backup that reaches past the damage and is of this very history. */
function planWithBackup(db: ReadDb, sound: number, backups: readonly string[]): Plan | undefined {
  for (const path of backups.slice(0, MOST_BASES)) {
    let base: Database.Database;
    try {
      base = readBackup(path);
    } catch {
      continue;
    }
    const head = readAuditHead(asReadDb(base));
    const plan = planOf(db, head);
    if (head.seq > sound && (plan.upTo > head.seq || isIn(db, head))) return { ...plan, base };
    base.close();
  }
  return undefined;
}

function isIn(db: ReadDb, head: AuditHead): boolean {
  try {
    return checkHeads(db, [head]).length === 0;
  } catch {
    return false;
  }
}

/**
 * True when every row of every table can be read, after the indexes were made anew: then the screens can show it. Changes
 * the image, which is nobody's file.
 */
export function isShowable(raw: Database.Database): boolean {
  try {
    raw.exec('REINDEX');
    const db = asReadDb(raw);
    for (const table of TABLE_NAMES) getRows(db, `SELECT * FROM ${table}`);
    getRows(db, 'SELECT seq FROM history');
    return getRow(db, 'SELECT id FROM portfolio WHERE id = 1') !== undefined;
  } catch {
    return false;
  }
}
