import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backupPath } from '#db/backup/list-backups.ts';
import { readBackup } from '#db/backup/read-backup.ts';
import { createPortfolioFile } from '#db/create.ts';
import { fileErrors, fromFsError } from '#db/file-errors.ts';
import { asReadDb } from '#db/handles.ts';
import { openImage } from '#db/image.ts';
import { inspectPortfolio } from '#db/inspect.ts';
import { isHeldHere } from '#db/open.ts';
import { type AuditHead, readAuditHead } from '#db/read/history.ts';
import { readFileFacts } from '#db/read/portfolio.ts';
import { lockState } from '#db/recovery/lock-state.ts';
import { type ReplaceReason, replaceFile } from '#db/recovery/replace.ts';
import { AppError } from '#shared/api/errors.ts';
import type { RestoreChoice } from '#shared/api/schemas/file.ts';
import { assertNever } from '#shared/domain/assert-never.ts';
import { backupFolder } from './backup-folder.ts';
import { backupPaths, emptyNamed, fileIdOf } from './damage.ts';
import { afterRestore, type FileMemory, readFileMemory, writeFileMemory } from './file-memory.ts';
import type { Opener } from './opening.ts';
import { readBytes } from './opening-copy.ts';
import { makeTempFolder, removeTempFolder } from './private-files.ts';
import { openDamaged, rebuildDamaged } from './salvage.ts';

/**
 * Puts a backup, the rebuilt history or an empty portfolio in the place of the file, which nobody may have open. The new
 * content is made and checked first, elsewhere; what was there is kept in the same folder under a name that says when.
 * @returns the name of the kept file
 * @throws AppError file_in_use, not_found, file_damaged, file_newer, disk_full, folder_read_only, io_failed; then the
 * file is as it was
 */
export function restoreFile(path: string, choice: RestoreChoice, opener: Opener): string {
  const { profile, now, log } = opener;
  const isThere = existsSync(path);
  if (isThere && (isHeldHere(path) || lockState(path) === 'held')) throw fileErrors.inUse(path);
  const memory = readFileMemory(profile, path);
  const temp = makeTempFolder();
  try {
    const made = makeContent(path, choice, memory, temp, opener);
    const at = now();
    const kept = replaceFile(path, made.path, isThere ? reasonFor(path) : 'replaced', at);
    const restored = { at, seq: choice.kind === 'empty' ? 0 : made.head.seq };
    try {
      const { size, mtimeMs } = statSync(path);
      const base = memory ?? newMemory(made);
      writeFileMemory(profile, path, {
        ...afterRestore(base, restored, made.head),
        fileId: made.fileId,
        size,
        mtimeMs,
      });
    } catch (error) {
      log('what is remembered of the portfolio could not be written after a restore', error);
    }
    return kept;
  } finally {
    removeTempFolder(temp);
  }
}

interface Made {
  /** A closed, checked portfolio file in a private folder. */
  readonly path: string;
  readonly fileId: string;
  readonly head: AuditHead;
}

function makeContent(
  path: string,
  choice: RestoreChoice,
  memory: FileMemory | null,
  temp: string,
  opener: Opener,
): Made {
  const target = join(temp, 'restored.pilotage');
  const fileId = memory?.fileId ?? idInFile(path);
  switch (choice.kind) {
    case 'backup': {
      if (fileId === undefined)
        throw new AppError('not_found', 'This backup is no longer there. Choose another one.');
      const raw = readBackup(backupPath(backupFolder(opener.profile), fileId, choice.handle));
      try {
        return write(target, raw.serialize());
      } finally {
        raw.close();
      }
    }
    case 'rebuilt': {
      const damaged = openDamaged(readBytes(path), path);
      try {
        const backups = backupPaths(opener.profile, fileId);
        const rebuilt = damaged && rebuildDamaged(asReadDb(damaged), temp, backups);
        if (!rebuilt)
          throw fileErrors.damaged(path, 'its history is not whole, so nothing can be rebuilt from it');
        return write(target, rebuilt.bytes);
      } finally {
        damaged?.close();
      }
    }
    case 'empty': {
      const { now, newId, appVersion } = opener;
      // The id of the portfolio stays: its backups are found by it, now and later.
      const id = fileId ?? newId();
      createPortfolioFile(target, { ...emptyNamed(path), at: now(), newId: () => id, appVersion });
      return describe(target, readBytes(target));
    }
    default:
      return assertNever(choice);
  }
}

function write(target: string, bytes: Buffer): Made {
  try {
    writeFileSync(target, bytes, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw fromFsError(error, target) ?? error;
  }
  return describe(target, bytes);
}

function describe(path: string, bytes: Buffer): Made {
  const raw = openImage(bytes);
  try {
    const db = asReadDb(raw);
    return { path, fileId: readFileFacts(db).fileId, head: readAuditHead(db) };
  } finally {
    raw.close();
  }
}

function idInFile(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const raw = openDamaged(readBytes(path), path);
  try {
    return raw && fileIdOf(raw);
  } finally {
    raw?.close();
  }
}

/** Told in the name of the kept file. */
function reasonFor(path: string): ReplaceReason {
  try {
    inspectPortfolio(path);
    return 'replaced';
  } catch {
    return 'damaged';
  }
}

function newMemory({ fileId, head }: Made): FileMemory {
  return {
    fileId,
    head,
    size: 0,
    mtimeMs: 0,
    isClosedCleanly: true,
    verifiedAt: null,
    noted: [],
    restores: [],
  };
}
