import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type Database from 'better-sqlite3';
import { fromFsError } from '#db/file-errors.ts';
import { asWriteDb } from '#db/handles.ts';
import { openImage } from '#db/image.ts';
import type { OpenPortfolio } from '#db/open.ts';
import { copyAsOfNow } from '#db/recovery/copy-as-of-now.ts';
import type { Instant } from '#shared/domain/units.ts';
import type { Opening } from '../data/service-types.ts';
import { fileMemory } from './file-memory.ts';
import { withHolder } from './open-files.ts';
import { makeTempFolder, removeTempFolder } from './private-files.ts';

/**
 * Opens a checked copy of a file as it is at this moment, in memory and for reading: another program has the file, or its
 * folder does not allow what opening it needs. The file is only read.
 * @throws AppError `file_in_use` when no sound copy can be had, saying who has the file; file_missing, file_damaged,
 * file_not_pilotage, file_newer, disk_full, io_failed
 */
export function openCopyToRead(
  path: string,
  {
    profile,
    now,
    log,
  }: { readonly profile: string; readonly now: () => Instant; readonly log: (message: string) => void },
): Opening & { readonly copiedAt: Instant } {
  const temp = makeTempFolder();
  try {
    const copiedAt = now();
    const copy = copyAsOfNow(path, join(temp, 'copy'));
    return {
      file: inMemory(path, openImage(readBytes(copy.path))),
      memory: fileMemory(null, path, log),
      notices: [],
      damage: null,
      copiedAt,
      mustCheck: false,
    };
  } catch (error) {
    throw withHolder(error, profile, path, 'copy');
  } finally {
    removeTempFolder(temp);
  }
}

/** An image in memory in the place of the file at `path`, to look at. */
export function inMemory(path: string, raw: Database.Database): OpenPortfolio {
  raw.pragma('query_only = ON');
  return {
    path,
    name: basename(path),
    db: asWriteDb(raw),
    isReadOnly: true,
    upgradeCopy: null,
    close: () => raw.close(),
  };
}

/** @throws AppError file_missing, io_failed */
export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw fromFsError(error, path) ?? error;
  }
}
