import { createHash } from 'node:crypto';
import { type BackupFile, backupPath, listBackupFiles } from '#db/backup/list-backups.ts';
import { type AuditHead, readAuditHead } from '#db/read/history.ts';
import { readFileFacts } from '#db/read/portfolio.ts';
import { AppError } from '#shared/api/errors.ts';
import type { Backup, BackupList, BackupReason, HeldHead } from '#shared/api/schemas/file.ts';
import { type BackupFolder, findBackupFolder } from '../platform/backup-folder.ts';
import { canonicalPath } from '../platform/open-files.ts';
import { displayPath } from '../platform/paths.ts';
import { type DataContext, isPrivateCopy } from './context.ts';
import { idleWait, realTimers, type Timers } from './idle-wait.ts';

/** The backups of the open portfolio: when they are made, what there is, and what went wrong. */
export interface Backups {
  /** Before every change: the portfolio as it was opened is saved ahead of the first one. Costs nothing afterwards. */
  readonly beforeChange: () => void;
  /** After every history entry. */
  readonly noteChange: () => void;
  /** At every call: copies of the file are made while nobody is waiting, where possible. */
  readonly noteCall: () => void;
  /**
   * Resolves when the portfolio as it is now is in a backup; at once when it is in one already, and where no backups
   * are made at all. A portfolio that failed a check keeps nobody from restoring another.
   * @throws AppError disk_full, folder_read_only, io_failed, file_damaged
   */
  readonly before: (reason: BackupReason) => Promise<void>;
  /**
   * Makes one now.
   * @throws AppError as before(), and unavailable where no backups are made
   */
  readonly now: (reason: BackupReason) => Promise<void>;
  readonly list: () => BackupList;
  /** Heads that the names of backups hold of this very file: not of its copies, nor of what a restore replaced. */
  readonly heads: () => readonly HeldHead[];
  /** No more backups of this file: it failed a check. */
  readonly stop: (why: string) => void;
  /** It passed a check after all: backups go on, and what is in none is saved in the next quiet moment. */
  readonly resume: () => void;
  /** The one at the end, when something changed since the last. Never rejects, and ends within some seconds. */
  readonly close: () => Promise<void>;
}

const INTERVAL_MS = 15 * 60_000;
/** So long before it is due a quiet moment is looked for; then it is taken, quiet or not. */
const SEARCH_MS = 30_000;
/** Less than hosts wait for a document to close. What is not made in time is made at the next opening. */
const CLOSE_MS = 8_000;

/** @param timers only tests give others than real time */
export function openBackups(parts: Omit<DataContext, 'backups'>, timers: Timers = realTimers): Backups {
  const why = whyNone(parts);
  return why === null ? backupsOf(parts, timers) : noBackups(parts, why);
}

/** Why no backups are made of what is open, in words; null when they are. */
function whyNone(parts: Omit<DataContext, 'backups'>): string | null {
  const { options, file } = parts;
  if (options.isSample) return 'The sample is a throw-away copy, so no backups are made of it.';
  if (isPrivateCopy(parts)) return 'What is shown is a copy to read, so no backups are made of it.';
  if (file.isReadOnly)
    return 'This portfolio is open for reading only and does not change, so no backups are made of it.';
  if (options.profile === null)
    return 'Pilotage has no folder of its own on this machine, so no backups are made.';
  return null;
}

function noBackups(parts: Omit<DataContext, 'backups'>, why: string): Backups {
  const nothing = () => undefined;
  return {
    beforeChange: nothing,
    noteChange: nothing,
    noteCall: nothing,
    stop: nothing,
    resume: nothing,
    before: () => Promise.resolve(),
    close: () => Promise.resolve(),
    now: () => Promise.reject(new AppError('unavailable', why)),
    list: () => listOf(parts, null),
    heads: () => headsOf(parts),
  };
}

function backupsOf(parts: Omit<DataContext, 'backups'>, timers: Timers): Backups {
  const { file, fileThread, memory, notices, options } = parts;
  const idle = idleWait(timers);
  const ending = new AbortController();
  let cancelInterval: (() => void) | undefined;
  let failure: string | null = null;
  let stopped: string | null = null;
  let isClosed = false;
  /** The head the last backup has; undefined until it was looked up. */
  let saved: Pick<AuditHead, 'seq' | 'hash'> | null | undefined;
  /** The state as opened is in a backup, or on its way into one. */
  let isOpeningSafe = false;

  const isSaved = (): boolean => {
    const head = readAuditHead(file.db);
    saved ??= savedHead(parts, head);
    return saved !== null && saved.seq === head.seq && saved.hash === head.hash;
  };

  async function make(reason: BackupReason): Promise<void> {
    const head = readAuditHead(file.db);
    try {
      if (stopped !== null) throw failedCheck(stopped);
      const image = file.db.serialize();
      const [folder, place, madeAt] = [folderOf(parts).path, placeOf(parts), options.now()];
      await fileThread.run({ kind: 'backup', image, folder, reason, madeAt, place }, ending.signal);
    } catch (error) {
      fail(error);
      throw error;
    }
    saved = head;
    failure = null;
    memory.note(head);
    notices.remove('backup_failed');
    options.emit({ type: 'changed', tables: ['backup'] });
  }

  function fail(error: unknown): void {
    if (ending.signal.aborted) return;
    const isExpected = error instanceof AppError;
    if (!isExpected) options.log('a backup failed', error);
    failure = isExpected ? error.message : 'No backup was made: something went wrong inside Pilotage.';
    notices.add({ kind: 'backup_failed', text: failure });
  }

  /** Nobody waits for it: what goes wrong is in the notices. */
  function makeUnasked(reason: BackupReason): void {
    make(reason)
      .catch(() => undefined)
      .finally(schedule);
  }

  /** A change that is in no backup is in one after a quarter of an hour at the latest. */
  function schedule(): void {
    if (isClosed || cancelInterval || stopped !== null || isSaved()) return;
    cancelInterval = timers.after(INTERVAL_MS - SEARCH_MS, () =>
      idle.whenIdle(() => {
        cancelInterval = undefined;
        if (stopped === null && !isSaved()) makeUnasked('interval');
      }, SEARCH_MS),
    );
  }

  function saveOpening(): void {
    if (isOpeningSafe || isClosed) return;
    isOpeningSafe = true;
    if (stopped === null && !isSaved()) makeUnasked('first_change');
  }

  idle.whenIdle(saveOpening);

  return {
    noteCall: idle.noteCall,
    beforeChange: saveOpening,
    noteChange: schedule,
    async before(reason) {
      if (isSaved()) return;
      try {
        await make(reason);
      } catch (error) {
        const isDamaged = error instanceof AppError && error.code === 'file_damaged';
        if (!(isDamaged && reason === 'before_restore')) throw error;
      }
    },
    now: make,
    list: () => listOf(parts, failure),
    heads: () => headsOf(parts),
    stop(reason) {
      stopped = reason;
      failure = failedCheck(reason).message;
      idle.cancel();
      cancelInterval?.();
      cancelInterval = undefined;
    },
    resume() {
      if (stopped === null) return;
      stopped = null;
      failure = null;
      notices.remove('backup_failed');
      options.emit({ type: 'changed', tables: ['backup'] });
      idle.whenIdle(() => {
        if (!isClosed && stopped === null && !isSaved()) makeUnasked('interval');
      }, SEARCH_MS);
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      idle.cancel();
      cancelInterval?.();
      const cancelPatience = timers.after(CLOSE_MS, () => ending.abort());
      try {
        if (stopped === null && !isSaved()) await make('close');
      } catch (error) {
        if (!(error instanceof AppError)) options.log('the backup at closing failed', error);
      } finally {
        cancelPatience();
      }
    },
  };
}

function failedCheck(why: string): AppError {
  return new AppError(
    'file_damaged',
    `No backup was made: ${why}, and a backup is only made of a portfolio that is sound. All older backups are kept. Choose Verify file in Settings: it says what is wrong.`,
  );
}

function folderOf({ options }: Omit<DataContext, 'backups'>): BackupFolder {
  return findBackupFolder(options.profile ?? '');
}

/** Stands for the place of the file in the names of its backups, without telling it. */
function placeOf({ options }: Omit<DataContext, 'backups'>): string {
  return createHash('sha256').update(canonicalPath(options.path)).digest('hex').slice(0, 8);
}

function headsOf(parts: Omit<DataContext, 'backups'>): HeldHead[] {
  if (parts.options.profile === null) return [];
  const place = placeOf(parts);
  return listBackupFiles(folderOf(parts).path, fileIdOf(parts))
    .filter((file) => file.place === place && !parts.memory.isLeftBehind(file.seq, file.madeAt))
    .map(({ seq, hash }) => ({ seq, hash }));
}

/** A file too damaged to be read is known by what this machine remembers of it. */
function fileIdOf({ file, memory, damage }: Omit<DataContext, 'backups'>): string {
  return (damage && memory.atOpening?.fileId) ?? readFileFacts(file.db).fileId;
}

/** The head itself when a backup of an earlier session has it, else null. */
function savedHead(parts: Omit<DataContext, 'backups'>, head: AuditHead): AuditHead | null {
  try {
    const files = listBackupFiles(folderOf(parts).path, fileIdOf(parts));
    return files.some(({ seq, hash }) => seq === head.seq && head.hash.startsWith(hash)) ? head : null;
  } catch {
    // Whatever is wrong with the folder is told when a backup is made.
    return null;
  }
}

function listOf(parts: Omit<DataContext, 'backups'>, failure: string | null): BackupList {
  if (parts.options.profile === null)
    return { folder: '', isDefaultFolder: true, backups: [], lastMadeAt: null, failure };
  const { path, isDefault } = folderOf(parts);
  const place = { folder: displayPath(path), isDefaultFolder: isDefault };
  try {
    const backups = listBackupFiles(path, fileIdOf(parts)).map(backupOf);
    return { ...place, backups, lastMadeAt: backups[0]?.madeAt ?? null, failure };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...place, backups: [], lastMadeAt: null, failure: failure ?? error.message };
  }
}

/**
 * Where a backup of the list is.
 * @throws AppError not_found
 */
export function pathOfBackup(parts: Omit<DataContext, 'backups'>, handle: string): string {
  return backupPath(folderOf(parts).path, fileIdOf(parts), handle);
}

/** Where all backups of the list are, the newest first; none when their folder cannot be read. */
export function pathsOfBackups(parts: Omit<DataContext, 'backups'>): string[] {
  return listOf(parts, null).backups.map(({ handle }) => pathOfBackup(parts, handle));
}

function backupOf({ handle, madeAt, reason, seq, hash, bytes }: BackupFile): Backup {
  return { handle, madeAt, reason, seq, hash, bytes };
}
