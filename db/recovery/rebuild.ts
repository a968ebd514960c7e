import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError } from '#shared/api/errors.ts';
import { configure } from '../configure.ts';
import { fileErrors, fromFsError } from '../file-errors.ts';
import { APPLICATION_ID } from '../file-header.ts';
import { asReadDb, getRows, prepared, type ReadDb } from '../handles.ts';
import { migrate } from '../migrations/index.ts';
import type { AuditHead } from '../read/history.ts';
import { loadSqlite } from '../sqlite.ts';
import { fromSqliteError, sqliteCode } from '../sqlite-error.ts';
import { syncFolder } from '../sync-folder.ts';
import { columnsOf, TABLE_NAMES, type TableName } from '../tables.ts';
import { checkRow, type LooseRow } from '../tx.ts';
import { type HistoryVisitor, walkHistory } from '../verify/history-walk.ts';
import { type RowImages, rowImages } from '../verify/state.ts';
import { verifyFile } from '../verify.ts';

export interface RebuildOptions {
  /** The last entry to take over; the later ones are left out for good. All of them when absent. */
  readonly upTo?: number;
  /**
   * A backup, whole and checked: its entries are taken from it, and only the later ones from the damaged file. So damage
   * to anything older than the backup costs nothing.
   */
  readonly base?: ReadDb;
}

/**
 * Makes a new portfolio file out of the history of another one: the same entries with the same hashes, and tables made
 * anew from the images in them. Repairs any damage to the tables and indexes of a file whose history is whole, without
 * loss; with a backup as `base` the history need only be whole from there on. `source` is only read. The new file gets its name when it has passed every check and is on the disk.
 * @param targetPath where nothing may be yet
 * @returns the head of the new file
 * @throws AppError file_damaged when the history is not whole (up to `upTo`), naming the first entry that does not fit;
 * conflict, folder_read_only, disk_full, io_failed for the target
 */
export function rebuildFromHistory(
  source: ReadDb,
  targetPath: string,
  options: RebuildOptions = {},
): AuditHead {
  const draft = join(dirname(targetPath), `.${basename(targetPath)}.rebuilt`);
  let reserved = false;
  try {
    // Reserving the name first means that nobody else's file can be replaced by the rename below.
    closeSync(openSync(targetPath, 'wx', 0o600));
    reserved = true;
    removeDraft(draft);
    const head = build(source, draft, options);
    checkDraft(draft, head);
    renameSync(draft, targetPath);
    syncFolder(dirname(targetPath));
    return head;
  } catch (error) {
    removeDraft(draft);
    if (reserved) rmSync(targetPath, { force: true });
    throw asRebuildError(error, targetPath);
  }
}

function removeDraft(draft: string): void {
  for (const suffix of ['', '-journal']) rmSync(draft + suffix, { force: true });
}

function build(source: ReadDb, draft: string, options: RebuildOptions): AuditHead {
  const Sqlite = loadSqlite();
  closeSync(openSync(draft, 'wx', 0o600));
  const raw = new Sqlite(draft);
  try {
    configure(raw, false);
    raw.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(raw);
    refuseOtherHistory(source, asReadDb(raw));
    return raw
      .transaction(() => {
        // Rows refer to each other across tables, and an entry to its changes: checked when all are there.
        raw.pragma('defer_foreign_keys = ON');
        const images = rowImages();
        const head = copyHistory(source, raw, images, options);
        for (const table of images.byTable.keys())
          if (!(TABLE_NAMES as readonly string[]).includes(table))
            throw misfit(`it names the unknown table “${table.slice(0, 60)}”`);
        for (const table of TABLE_NAMES) insertRows(raw, table, images.byTable.get(table));
        return head;
      })
      .immediate();
  } finally {
    raw.close();
  }
}

const HISTORY_TABLES = `SELECT name, type, sql FROM sqlite_schema WHERE name IN ('history', 'history_change') ORDER BY name`;

/** Under these names a foreign file could hold views that never end. */
function refuseOtherHistory(source: ReadDb, own: ReadDb): void {
  const textOf = (db: ReadDb): string => JSON.stringify(getRows(db, HISTORY_TABLES));
  const ours = textOf(own);
  let theirs: string;
  try {
    theirs = textOf(source);
  } catch {
    throw misfit('the tables of the file cannot be read');
  }
  if (theirs !== ours) throw misfit('its tables are not the ones Pilotage makes');
}

const INSERT_ENTRY = `INSERT INTO history (seq, at, actor, app_version, command, label, undoes, prev_hash, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_CHANGE = `INSERT INTO history_change (seq, ordinal, table_name, row_key, initiative_id, before, after)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;

function copyHistory(
  source: ReadDb,
  raw: Database.Database,
  images: RowImages,
  { upTo, base }: RebuildOptions,
): AuditHead {
  const target = asReadDb(raw);
  const [insertEntry, insertChange] = [prepared(target, INSERT_ENTRY), prepared(target, INSERT_CHANGE)];
  const visitor: HistoryVisitor = {
    entry: ({ seq, at, actor, appVersion, command, label, undoes, prevHash, hash }) =>
      insertEntry.run(seq, at, actor, appVersion, command, label, undoes, prevHash, hash),
    change(change) {
      const { seq, ordinal, table, key, initiativeId, before, after } = change;
      insertChange.run(seq, ordinal, table, key, initiativeId, before, after);
      images.apply(change);
    },
  };
  const limits = { stopsAtBreak: true, ...(upTo !== undefined && { upTo }) };
  let head: AuditHead | undefined;
  for (const db of base ? [base, source] : [source]) {
    const { chain, sound } = walkHistory(db, visitor, { ...limits, ...(head && { after: head }) });
    if (!chain.isIntact) throw notWhole(chain.seq);
    head = sound;
  }
  if (!head || (upTo !== undefined && head.seq !== upTo))
    throw misfit(`it ends with entry ${head?.seq ?? 0}, before entry ${upTo ?? 1}`);
  return head;
}

function insertRows(
  raw: Database.Database,
  table: TableName,
  images: ReadonlyMap<string, string> | undefined,
): void {
  if (!images) return;
  const columns = columnsOf(table);
  const insert = raw.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  for (const image of images.values()) {
    const row = checkRow(table, JSON.parse(image) as LooseRow);
    insert.run(columns.map((column) => row[column] ?? null));
  }
}

/** What was written is read back from the disk: only a file that passes every check gets its name. */
function checkDraft(draft: string, head: AuditHead): void {
  const Sqlite = loadSqlite();
  const raw = new Sqlite(draft, { readonly: true, fileMustExist: true });
  try {
    raw.pragma('trusted_schema = OFF');
    raw.pragma('cell_size_check = ON');
    const check = verifyFile(asReadDb(raw));
    if (!check.isGood || check.head.hash !== head.hash)
      throw misfit(`a check of the new file failed: ${check.faults[0]?.text ?? 'it has another head'}`);
  } finally {
    raw.close();
  }
}

function notWhole(seq: number): AppError {
  const upTo = seq === 1 ? '' : ` It is whole up to entry ${seq - 1}.`;
  return new AppError(
    'file_damaged',
    `The portfolio cannot be made anew from its history: entry ${seq} of it is damaged or was changed.${upTo} Nothing was changed. Restore a backup.`,
  );
}

function misfit(what: string): AppError {
  return new AppError(
    'file_damaged',
    `The portfolio cannot be made anew from its history: ${what}. Nothing was changed. Restore a backup.`,
  );
}

function asRebuildError(error: unknown, path: string): unknown {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EEXIST') return fileErrors.exists(path, 'a file of that name is there already');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return fileErrors.cannotCreate(path);
  // Images that are no rows of this schema: no command of ours has written them.
  if (
    error instanceof RangeError ||
    error instanceof SyntaxError ||
    sqliteCode(error)?.startsWith('SQLITE_CONSTRAINT')
  )
    return misfit('the rows in it contradict each other');
  return fromFsError(error, path) ?? fromSqliteError(error, path) ?? error;
}
