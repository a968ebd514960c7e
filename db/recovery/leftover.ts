import { mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileErrors, fromFsError } from '../file-errors.ts';
import type { AuditHead } from '../read/history.ts';
import { soundHead } from './candidate.ts';
import { lockState } from './lock-state.ts';
import { copyPrivately, leftoverSideFiles, type SideFile } from './side-files.ts';

/** What to do with a file beside which a side file was left. */
export type Leftover =
  | { readonly kind: 'none' }
  /** SQLite's own way is right: opening the file undoes the unfinished change. */
  | {
      readonly kind: 'undone_by_opening';
      readonly head: AuditHead;
      /** False when the rest of a large file is still to be checked. */
      readonly isCheckedWhole: boolean;
    }
  /** The side file is not of this file: `copy` is the file without it, checked. */
  | {
      readonly kind: 'without_side_file';
      readonly head: AuditHead;
      readonly copy: string;
      readonly sideFiles: readonly SideFile[];
    };

/** What this machine knows of a file beside which side files lie. */
export interface LeftoverContext {
  /** The last history entry this machine saw in the file; 0 when it saw none. */
  readonly seenSeq: number;
  /** The last session here did not end in good order, so a journal of its own is what must lie there. */
  readonly isOwnCrash: boolean;
  /** Up to this size, in bytes, the whole file is checked before it is opened. */
  readonly wholeUpTo?: number;
}

/** A whole check takes about a second for so much. */
const WHOLE_UP_TO = 32 * 1024 * 1024;

/**
 * Decides about the side files that a crash or a careless copy left beside `path`. Everything is tried on copies in
 * `folder`, and whole checks decide, except for the expected journal of a large file: it passes with a quick one, and
 * the whole check is to follow while the person works. The file and its side files are only read. Must not be called for a file that
 * this process has open.
 * @throws AppError file_in_use when somebody has the file; file_damaged when no way gives a sound portfolio; disk_full,
 * io_failed when no copy can be made
 */
export function judgeLeftover(path: string, folder: string, known: LeftoverContext): Leftover {
  const { seenSeq } = known;
  const sideFiles = leftoverSideFiles(path);
  if (sideFiles.length === 0) return { kind: 'none' };
  if (!sideFiles.includes('-wal') && lockState(path) === 'held') throw fileErrors.inUse(path);

  const quick = quickHead(path, sideFiles, join(folder, 'quick'), known);
  if (quick) return { kind: 'undone_by_opening', head: quick, isCheckedWhole: false };

  const withThem = copyOf(path, sideFiles, join(folder, 'with'));
  const headWith = soundHead(withThem);
  rmSync(join(folder, 'with'), { recursive: true, force: true });
  // A journal that leads to less than was seen here before is an old one. A write-ahead log is never ours.
  const isSettled = headWith !== undefined && headWith.seq >= seenSeq && !sideFiles.includes('-wal');
  if (isSettled) return { kind: 'undone_by_opening', head: headWith, isCheckedWhole: true };

  const copy = copyOf(path, [], join(folder, 'without'));
  const headWithout = soundHead(copy);
  const seqWith = headWith?.seq ?? 0;
  // At a draw a journal is played in, as SQLite would; a write-ahead log is left out.
  const least = sideFiles.includes('-wal') ? seqWith : seqWith + 1;
  if (headWithout && headWithout.seq >= least)
    return { kind: 'without_side_file', head: headWithout, copy, sideFiles };
  if (headWith) return { kind: 'undone_by_opening', head: headWith, isCheckedWhole: true };
  throw fileErrors.damaged(
    path,
    'its last session ended in the middle of a change, and neither undoing that change nor leaving it as it is gives a sound portfolio',
  );
}

/** The head a large file has after its own journal; undefined when that is not the case or anything speaks against it. */
function quickHead(
  path: string,
  sideFiles: readonly SideFile[],
  folder: string,
  { seenSeq, isOwnCrash, wholeUpTo = WHOLE_UP_TO }: LeftoverContext,
): AuditHead | undefined {
  if (!isOwnCrash || sideFiles.includes('-wal') || statSync(path).size <= wholeUpTo) return undefined;
  const head = soundHead(copyOf(path, sideFiles, folder), 'quick');
  rmSync(folder, { recursive: true, force: true });
  return head && head.seq >= seenSeq ? head : undefined;
}

function copyOf(path: string, sideFiles: readonly SideFile[], folder: string): string {
  const copy = join(folder, basename(path));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    copyPrivately(path, copy);
    for (const end of sideFiles) copyPrivately(`${path}${end}`, `${copy}${end}`);
  } catch (error) {
    throw fromFsError(error, path) ?? error;
  }
  return copy;
}
