import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { type BackupReason, HEAD_DIGITS } from '#shared/api/schemas/file.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';
import { contentDigest } from '../digest.ts';
import { asReadDb, getRow, type ReadDb } from '../handles.ts';
import { openImage } from '../image.ts';
import { type AuditHead, readAuditHead } from '../read/history.ts';
import { readFileFacts } from '../read/portfolio.ts';
import { loadSqlite } from '../sqlite.ts';
import { sqliteCode } from '../sqlite-error.ts';
import { syncFolder } from '../sync-folder.ts';
import { verifyFile } from '../verify.ts';
import { backupError, backupErrors } from './backup-errors.ts';
import { backupName } from './backup-name.ts';
import { type BackupFile, folderOfBackups, listBackupFiles } from './list-backups.ts';
import { keptBackups } from './rotation.ts';

export interface BackupRequest {
  /** The portfolio as SQLite serialised it, of the present schema. */
  readonly image: Uint8Array;
  /** The folder for the backups of all portfolios; made when it is not there. */
  readonly folder: string;
  readonly reason: BackupReason;
  readonly madeAt: Instant;
  /** 8 hex digits that stand for the place of the portfolio file. */
  readonly place: string;
  /** The calendar day of a moment on the person's wall: rotation counts in days. */
  readonly dayOf: (moment: Instant) => IsoDate;
}

export interface WrittenBackup {
  readonly backup: BackupFile;
  readonly head: AuditHead;
  /** Content digest of what was written: that of the image. */
  readonly digest: string;
  /** Handles of older backups that rotation removed. */
  readonly removed: readonly string[];
}

/**
 * Makes a backup: SQLite writes a draft, which is read back from the disk and checked in every way there is, must have
 * the content of the image, and is made durable before it gets a name that counts. Then older ones are rotated out.
 * Whatever fails, the draft is removed and all older backups stay.
 * @throws AppError disk_full, folder_read_only, io_failed; file_damaged when the portfolio failed a check
 */
export function writeBackup(request: BackupRequest): WrittenBackup {
  let raw: Database.Database | undefined;
  try {
    raw = openImage(request.image);
    return writeChecked(raw, request);
  } catch (error) {
    throw backupError(error);
  } finally {
    raw?.close();
  }
}

function writeChecked(raw: Database.Database, request: BackupRequest): WrittenBackup {
  const db = asReadDb(raw);
  const { fileId } = readFileFacts(db);
  const folder = folderOfBackups(request.folder, fileId);
  makeFolder(folder);
  removeOldDrafts(folder, request.madeAt);
  const draft = join(folder, `.draft-${process.pid}-${randomBytes(6).toString('hex')}${DRAFT_EXTENSION}`);
  try {
    // Made first, so that it is private before anything is in it.
    closeSync(openSync(draft, 'wx', 0o600));
    raw.prepare('VACUUM INTO ?').run(draft);
    const digest = contentDigest(db);
    const head = readAuditHead(db);
    checkDraft(db, draft, digest, head);
    syncFile(draft);
    const backup = giveName(draft, folder, request, head);
    syncFolder(folder);
    return { backup, head, digest, removed: rotate(db, request, fileId, backup) };
  } catch (error) {
    removeDraft(draft);
    throw error;
  }
}

function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  // Each folder's own name lies in the one above: unsynced, a power cut takes the new folder with all that is in it.
  for (let made = folder; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made));
}

/** Reads the draft from the disk with a connection of its own. */
function checkDraft(image: ReadDb, draft: string, digest: string, head: AuditHead): void {
  const Sqlite = loadSqlite();
  let raw: Database.Database | undefined;
  try {
    raw = new Sqlite(draft, { readonly: true, fileMustExist: true });
    raw.pragma('trusted_schema = OFF');
    raw.pragma('cell_size_check = ON');
    raw.pragma('mmap_size = 0');
    const check = verifyFile(asReadDb(raw));
    if (check.isGood && check.digest === digest && check.head.hash === head.hash) return;
  } catch (error) {
    if (!sqliteCode(error)) throw error;
  } finally {
    raw?.close();
  }
  // Which of the two is at fault decides what the person should do.
  throw verifyFile(image).isGood ? backupErrors.unreadable() : backupErrors.failedCheck();
}

/** Windows syncs a file only through a descriptor that may write. */
function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Renames the draft to a name no other file has: two backups of one millisecond differ in their moment. */
function giveName(draft: string, folder: string, request: BackupRequest, head: AuditHead): BackupFile {
  const bytes = statSync(draft).size;
  for (let time = Date.parse(request.madeAt); ; time += 1) {
    const madeAt = new Date(time).toISOString() as Instant;
    const { reason, place } = request;
    const parts = { madeAt, reason, seq: head.seq, hash: head.hash.slice(0, HEAD_DIGITS), place };
    const handle = backupName(parts);
    const path = join(folder, handle);
    if (existsSync(path)) continue;
    renameSync(draft, path);
    return { ...parts, handle, bytes };
  }
}

/**
 * Removes the backups whose time is over. Those on the history of this file and the others (of a copy that went its own
 * way, of what a restore replaced) are rotated apart: otherwise a busy copy would push out the backups of its sibling.
 */
function rotate(db: ReadDb, request: BackupRequest, fileId: string, made: BackupFile): string[] {
  const today = request.dayOf(request.madeAt);
  const folder = folderOfBackups(request.folder, fileId);
  const all = listBackupFiles(request.folder, fileId);
  const isOwn = (backup: BackupFile) => hashOf(db, backup.seq)?.startsWith(backup.hash) === true;
  const removed: string[] = [];
  for (const group of [all.filter(isOwn), all.filter((backup) => !isOwn(backup))]) {
    const items = group.map(({ handle, madeAt }) => ({ name: handle, madeAt, day: request.dayOf(madeAt) }));
    const kept = keptBackups(items, today);
    for (const { handle } of group) {
      // The one just made stays, even where the clock went back behind older ones.
      if (kept.has(handle) || handle === made.handle || !tryRemove(join(folder, handle))) continue;
      removed.push(handle);
    }
  }
  return removed;
}

function hashOf(db: ReadDb, seq: number): string | undefined {
  return getRow<{ hash: string }>(db, 'SELECT hash FROM history WHERE seq = ?', seq)?.hash;
}

const DRAFT_EXTENSION = '.new';
const DRAFT = /^\.draft-\d{1,10}-[0-9a-f]{12}\.new(-journal)?$/;
/** A draft is written to all the time it is made; one untouched for this long was left by a process that ended. */
const DRAFT_IS_LEFT_AFTER_MS = 3_600_000;

function removeOldDrafts(folder: string, now: Instant): void {
  for (const name of readdirSync(folder).filter((one) => DRAFT.test(one))) {
    const path = join(folder, name);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat && Date.parse(now) - stat.mtimeMs > DRAFT_IS_LEFT_AFTER_MS) tryRemove(path);
  }
}

function removeDraft(draft: string): void {
  for (const suffix of ['', '-journal']) tryRemove(draft + suffix);
}

/** A file that cannot be removed (held by a virus scanner, say) is no reason to fail; the next backup tries again. */
function tryRemove(path: string): boolean {
  try {
    rmSync(path, { force: true });
    return true;
  } catch {
    return false;
  }
}
