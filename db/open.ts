import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError } from '#shared/api/errors.ts';
import { configure, holdForGood } from './configure.ts';
import { fileErrors, fromFsError } from './file-errors.ts';
import { checkHeader } from './file-header.ts';
import { asReadDb, asWriteDb, type WriteDb } from './handles.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';
import { isPageCheckOk, pagesFailed } from './page-check.ts';
import { SCHEMA_HASHES, schemaHash } from './schema-check.ts';
import { loadSqlite } from './sqlite.ts';
import { fromSqliteError, sqliteCode } from './sqlite-error.ts';
import { upgradeFile } from './upgrade.ts';

export interface OpenPortfolio {
  readonly path: string;
  /** The last part of the path, as shown to the person. */
  readonly name: string;
  /** Reads always work; a command on a read-only portfolio is refused with `read_only`. */
  readonly db: WriteDb;
  readonly isReadOnly: boolean;
  /** Name of the copy an upgrade laid beside the file; null when it was of this version already. */
  readonly upgradeCopy: string | null;
  /** Releases the lock; the file stands alone again. Safe to call twice. */
  readonly close: () => void;
}

export interface OpenOptions {
  /** How long to wait for another program to let go of the file, in milliseconds. */
  readonly waitMs?: number;
  /** Only to be looked at, whatever its rights allow: a private copy. */
  readonly mustBeReadOnly?: boolean;
}

/** A portfolio that can be read while another connection of this process looks its pages through. */
export interface UncheckedPortfolio {
  readonly file: OpenPortfolio;
  /**
   * To be called when the pages are known to be sound and that connection is closed; until then nothing may be written.
   * @throws AppError file_in_use when somebody else reads the file, io_failed
   */
  readonly hold: () => void;
}

/**
 * Files this process holds open, by device and inode. Reading such a file a second time with plain file calls
 * would drop SQLite's locks on it (POSIX), so it is refused before it is touched.
 */
const heldHere = new Set<string>();

/** So long another program may take to let go of the file, in milliseconds. */
const LOCK_WAIT_MS = 2000;

/**
 * Opens a portfolio for this process alone: checks header, marks and tables before using any of it, takes the
 * lock and keeps it until `close()`. A file of an older version is upgraded first, with a copy kept beside it. A
 * file or folder that cannot be written is opened for reading, unless it would have to be upgraded.
 * @throws AppError file_missing, file_not_pilotage, file_newer, file_in_use, file_damaged, folder_read_only, disk_full, io_failed.
 */
export function openPortfolioFile(path: string, options: OpenOptions = {}): OpenPortfolio {
  const identity = fileIdentity(path);
  if (heldHere.has(identity)) throw fileErrors.inUse(path);
  checkHeader(path);
  const isWritable = !options.mustBeReadOnly && canWrite(path);
  return held(path, identity, isWritable ? openWritable(path, options) : openReadable(path, options));
}

function held(path: string, identity: string, opened: Opened): OpenPortfolio {
  heldHere.add(identity);
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    heldHere.delete(identity);
    opened.db.close();
  };
  return { ...opened, path, name: basename(path), close };
}

/**
 * As {@link openPortfolioFile}, for a file of the present format that may be written, but leaves the check of its pages
 * to the caller, who runs {@link arePagesSound} on another connection meanwhile: of a large file that takes as long as
 * reading what the first screen shows. Other programs cannot write the file from here on.
 * @returns undefined when it has to be opened the other way
 */
export function openBeforePagesAreChecked(path: string): UncheckedPortfolio | undefined {
  const identity = fileIdentity(path);
  if (heldHere.has(identity)) throw fileErrors.inUse(path);
  if (checkHeader(path) !== SCHEMA_VERSION || !canWrite(path)) return undefined;
  let raw: Database.Database | undefined;
  try {
    raw = new (loadSqlite())(path, { fileMustExist: true, timeout: LOCK_WAIT_MS });
    configure(raw, false, 'against_writers');
    checkSchema(raw, path);
  } catch (error) {
    raw?.close();
    throw fromSqliteError(error, path) ?? error;
  }
  const db = asWriteDb(raw);
  const file = held(path, identity, { db, isReadOnly: false, upgradeCopy: null });
  const hold = () => {
    try {
      holdForGood(db);
    } catch (error) {
      throw fromSqliteError(error, path) ?? error;
    }
  };
  return { file, hold };
}

/**
 * True when this process has the file open. Then plain file calls must keep off it: closing their descriptor would
 * drop SQLite's lock.
 * @throws AppError file_missing, io_failed
 */
export function isHeldHere(path: string): boolean {
  return heldHere.has(fileIdentity(path));
}

function fileIdentity(path: string): string {
  try {
    const stat = statSync(realpathSync(path), { bigint: true });
    return `${stat.dev}:${stat.ino}`;
  } catch (error) {
    throw fromFsError(error, path) ?? error;
  }
}

/** Both the file and its folder must be writable: the rollback journal lies beside the file. */
export function canWrite(path: string): boolean {
  try {
    const real = realpathSync(path);
    accessSync(real, constants.R_OK | constants.W_OK);
    accessSync(dirname(real), constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Not what the header said: an upgrade cut off in the middle may have changed it, and is only taken back by now.
 * @returns the version of the format
 */
function checkSchema(raw: Database.Database, path: string): number {
  const version = raw.pragma('user_version', { simple: true }) as number;
  if (version > SCHEMA_VERSION) throw fileErrors.newer(path, version, SCHEMA_VERSION);
  if (SCHEMA_HASHES[version] !== schemaHash(asReadDb(raw))) throw fileErrors.foreignSchema(path);
  return version;
}

type Opened = Pick<OpenPortfolio, 'db' | 'isReadOnly' | 'upgradeCopy'>;

function openWritable(path: string, options: OpenOptions): Opened {
  try {
    return connect(path, false, options);
  } catch (error) {
    // Some systems (Windows folders, network shares) tell only when asked for the lock.
    if (error instanceof AppError && error.code === 'read_only') return openReadable(path, options);
    throw error;
  }
}

function openReadable(path: string, options: OpenOptions): Opened {
  return connect(path, true, options);
}

function connect(path: string, isReadOnly: boolean, options: OpenOptions): Opened {
  const Sqlite = loadSqlite();
  let raw: Database.Database | undefined;
  try {
    raw = new Sqlite(path, {
      fileMustExist: true,
      readonly: isReadOnly,
      timeout: options.waitMs ?? LOCK_WAIT_MS,
    });
    configure(raw, isReadOnly);
    const db = asWriteDb(raw);
    const version = checkSchema(raw, path);
    if (!isPageCheckOk(raw)) throw pagesFailed(path);
    if (version === SCHEMA_VERSION) return { db, isReadOnly, upgradeCopy: null };
    if (isReadOnly) throw fileErrors.oldReadOnly(path, version, SCHEMA_VERSION);
    return { db, isReadOnly, upgradeCopy: basename(upgradeFile(raw, realpathSync(path))) };
  } catch (error) {
    raw?.close();
    if (isReadOnly && sqliteCode(error) === 'SQLITE_CANTOPEN')
      throw fileErrors.folderReadOnly(
        path,
        'the last session ended abruptly and its change must be undone first',
      );
    throw fromSqliteError(error, path) ?? error;
  }
}
