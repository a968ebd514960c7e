import { closeSync, existsSync, linkSync, openSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError } from '#shared/api/errors.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';
import { createPortfolio } from './commands/settings.ts';
import { configure } from './configure.ts';
import { fileErrors, fromFsError } from './file-errors.ts';
import { APPLICATION_ID } from './file-header.ts';
import { asWriteDb } from './handles.ts';
import { migrate } from './migrations/index.ts';
import { loadSqlite } from './sqlite.ts';
import { fromSqliteError } from './sqlite-error.ts';
import { syncFolder } from './sync-folder.ts';
import { runCommand } from './write.ts';

export interface NewPortfolioFile {
  readonly name: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly at: Instant;
  readonly newId: () => string;
  readonly appVersion: string;
  /** Only for the sample: the day it is shown as of. */
  readonly sampleAsOf?: IsoDate;
}

/** Who stands in the history for what the application does by itself. */
const APPLICATION = 'Pilotage';

/**
 * Makes a new, empty portfolio at `path`, which must not exist. The file appears whole or not at all, also when the
 * process is killed: it is built under another name in the same folder and gets its own when everything is on the disk.
 * @throws AppError conflict when something is there already, folder_read_only, disk_full, io_failed.
 */
export function createPortfolioFile(path: string, options: NewPortfolioFile): void {
  for (const [suffix, what] of [
    ['', 'a file of that name is there already'],
    ['-journal', 'a leftover journal of an earlier file lies there and would be mixed into it'],
    ['-wal', 'a leftover journal of an earlier file lies there and would be mixed into it'],
  ] as const)
    if (existsSync(path + suffix)) throw fileErrors.exists(path, what);
  const draft = join(dirname(path), `.${basename(path)}.${options.newId()}.new`);
  const leftovers: string[] = [];
  try {
    reserve(draft);
    leftovers.push(draft, `${draft}-journal`);
    buildFile(draft, options);
    giveName(draft, path, () => leftovers.push(path));
    syncFolder(dirname(path));
  } catch (error) {
    for (const leftover of leftovers) removeIfPossible(leftover);
    throw asCreateError(error, path);
  }
}

/** Makes an empty file of a name that nobody has. */
function reserve(path: string): void {
  closeSync(openSync(path, 'wx'));
}

/**
 * Puts the draft under its own name without ever taking the place of somebody else's file, which no rename can promise.
 * @param taken called as soon as the name is ours
 */
function giveName(draft: string, path: string, taken: () => void): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw error;
    // Not every file system has a second name for a file (FAT, some network drives); the lasting failures say so again.
    reserve(path);
    taken();
    renameSync(draft, path);
    return;
  }
  taken();
  unlinkSync(draft);
}

/** What cannot be removed stays: the failure to tell of is the one that came first. */
function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // The disk that failed to take the file may fail to let it go.
  }
}

function buildFile(draft: string, options: NewPortfolioFile): void {
  const Sqlite = loadSqlite();
  const raw = new Sqlite(draft);
  try {
    fillFile(raw, options);
  } finally {
    raw.close();
  }
}

/** Gives an empty database the schema, the marks and the first history entry of a portfolio. */
function fillFile(raw: Database.Database, options: NewPortfolioFile): void {
  configure(raw, false);
  raw.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(raw);
  const { name, currency, at, appVersion } = options;
  const sampleAsOf = options.sampleAsOf ?? null;
  const command = { name: 'createPortfolio', label: `Create ${name}`, actor: APPLICATION, at, appVersion };
  runCommand(asWriteDb(raw), command, (tx) =>
    createPortfolio(tx, { fileId: options.newId(), name, currency, sampleAsOf }),
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function asCreateError(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code === 'EEXIST') return fileErrors.exists(path, 'a file of that name is there already');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return fileErrors.cannotCreate(path);
  if (code === 'ENOENT')
    return new AppError(
      'file_missing',
      'The folder for the new portfolio is not there any more. Choose another folder.',
    );
  return fromFsError(error, path) ?? fromSqliteError(error, path) ?? error;
}
