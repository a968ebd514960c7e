import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileErrors, fromFsError } from '#db/file-errors.ts';
import type { ReadDb } from '#db/handles.ts';
import { getRow } from '#db/handles.ts';
import {
  canWrite,
  isHeldHere,
  type OpenPortfolio,
  openBeforePagesAreChecked,
  openPortfolioFile,
} from '#db/open.ts';
import { readAuditHead } from '#db/read/history.ts';
import { judgeLeftover, type Leftover } from '#db/recovery/leftover.ts';
import { lockState } from '#db/recovery/lock-state.ts';
import { finishReplacement, replaceFile } from '#db/recovery/replace.ts';
import { copyPrivately, leftoverSideFiles, type SideFile } from '#db/recovery/side-files.ts';
import { fromSqliteError } from '#db/sqlite-error.ts';
import { checkHeads } from '#db/verify.ts';
import { AppError } from '#shared/api/errors.ts';
import type { FileNotice } from '#shared/api/schemas/file.ts';
import type { Instant } from '#shared/domain/units.ts';
import { formatMoment } from '#shared/report/moments.ts';
import type { InspectJob, InspectReply } from '../compute/inspect-job.ts';
import type { Opening } from '../data/service-types.ts';
import { showDamage } from './damage.ts';
import { type FileMemory, type FileMemoryHandle, fileMemory } from './file-memory.ts';
import { openCopyToRead } from './opening-copy.ts';
import { placeNotices, placeOf } from './place.ts';
import { makeTempFolder, removeTempFolder } from './private-files.ts';

interface HowToOpen {
  readonly isNew?: boolean;
  readonly mustCheckPages?: boolean;
}

export type InspectFile = (job: InspectJob) => Promise<InspectReply>;

/** What opening a document needs from its host. */
export interface Opener {
  readonly profile: string;
  readonly inspect: InspectFile;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly appVersion: string;
  readonly log: (message: string, error?: unknown) => void;
}

/** Of a smaller file the check of its pages takes less than beginning it elsewhere would. */
const LARGE_BYTES = 16 * 1024 * 1024;

/** So long a file that passed every check is taken at its word. */
const CHECK_AFTER_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Opens a document of the person's own, whatever state it is in: carries on a replacement that a crash cut short, looks a
 * file through in a child process when this machine did not leave it like this, settles what a crash left beside it, and
 * shows a damaged one with the ways out instead of failing. Where the folder does not allow what opening needs, a copy to
 * read is opened.
 * Of a large file as this machine left it the pages are still to be checked, by the one who is given it.
 * @param opener.isNew the file was made just now, by us
 * @param opener.mustCheckPages false = that check may be left to be made
 * @throws AppError file_missing, file_in_use, file_newer, file_not_pilotage, too_large, disk_full, io_failed
 */
export async function openFile(path: string, opener: Opener & HowToOpen): Promise<Opening> {
  const memory = fileMemory(opener.profile, path, opener.log);
  try {
    return await openSound(path, opener, memory);
  } catch (error) {
    const mayNotWrite = error instanceof AppError && error.code === 'folder_read_only';
    return mayNotWrite ? copyOrDamage(path, opener, memory) : damageOrThrow(path, error, memory, opener);
  }
}

function copyOrDamage(path: string, opener: Opener, memory: FileMemoryHandle): Opening {
  try {
    return openCopyToRead(path, opener);
  } catch (error) {
    return damageOrThrow(path, error, memory, opener);
  }
}

function damageOrThrow(path: string, error: unknown, memory: FileMemoryHandle, opener: Opener): Opening {
  if (error instanceof AppError && isDamage(error, memory)) return showDamage(path, error, memory, opener);
  throw error;
}

/**
 * Damage is what the checks call so. A file that was a portfolio here and is nothing now is damaged as well: the first
 * bytes are as easily lost as any others.
 */
function isDamage(error: AppError, { atOpening }: FileMemoryHandle): boolean {
  return error.code === 'file_damaged' || (error.code === 'file_not_pilotage' && atOpening !== null);
}

async function openSound(
  path: string,
  opener: Opener & HowToOpen,
  memory: FileMemoryHandle,
): Promise<Opening> {
  const finished = carryOn(path);
  const state = stateOf(path);
  if (isHeldHere(path)) throw fileErrors.inUse(path);
  const before = memory.atOpening;
  const sideFiles = leftoverSideFiles(path);
  if (sideFiles.length > 0 && !canWrite(path))
    throw fileErrors.folderReadOnly(
      path,
      'the last session ended abruptly and its change must be undone first',
    );
  const isAsLeft = opener.isNew === true || (sideFiles.length === 0 && isAsThisMachineLeft(state, before));
  const temp = makeTempFolder();
  try {
    if (!isAsLeft) await inspect(path, sideFiles, opener, before, temp);
    const leftover = judgeLeftover(path, temp, {
      seenSeq: before?.head.seq ?? 0,
      isOwnCrash: before?.isClosedCleanly === false,
    });
    const kept = settle(path, leftover, opener.now());
    const mayWait = isAsLeft && opener.mustCheckPages === false && state.size > LARGE_BYTES;
    const unchecked = mayWait ? openBeforePagesAreChecked(path) : undefined;
    const file = unchecked?.file ?? openPortfolioFile(path);
    return {
      file,
      ...(unchecked && { holdWhenSound: unchecked.hold }),
      memory,
      notices: orClose(file, () => {
        if (finished !== undefined) noteRestore(file.db, memory, opener.now());
        const known = finished === undefined ? before : null;
        return noticesOf(path, file, known, leftover, kept ?? finished);
      }),
      damage: null,
      copiedAt: null,
      mustCheck: isLeftToCheck(leftover) ?? (!opener.isNew && isCheckDue(isAsLeft, before, opener.now())),
    };
  } finally {
    removeTempFolder(temp);
  }
}

/** Lets go of the file when it cannot even be asked what there is to say about it. */
function orClose<T>(file: OpenPortfolio, work: () => T): T {
  try {
    return work();
  } catch (error) {
    file.close();
    throw fromSqliteError(error, file.path) ?? error;
  }
}

function carryOn(path: string): string | undefined {
  const isThere = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  return isThere && (isHeldHere(path) || lockState(path) === 'held') ? undefined : finishReplacement(path);
}

function stateOf(path: string): { readonly size: number; readonly mtimeMs: number } {
  try {
    return statSync(path);
  } catch (error) {
    throw fromFsError(error, path) ?? error;
  }
}

function isAsThisMachineLeft(
  state: { readonly size: number; readonly mtimeMs: number },
  before: FileMemory | null,
): boolean {
  return before?.isClosedCleanly === true && before.size === state.size && before.mtimeMs === state.mtimeMs;
}

/** Of what was left beside the file: judged by the same checks, or by a part of them; undefined when there was nothing. */
function isLeftToCheck(leftover: Leftover): boolean | undefined {
  if (leftover.kind === 'none') return undefined;
  return leftover.kind === 'undone_by_opening' && !leftover.isCheckedWhole;
}

function isCheckDue(isAsLeft: boolean, before: FileMemory | null, now: Instant): boolean {
  if (!isAsLeft || !before?.verifiedAt) return true;
  const age = Date.parse(now) - Date.parse(before.verifiedAt);
  // A clock that went back says nothing about the file: checked, to be sure.
  return !(age >= 0 && age < CHECK_AFTER_MS);
}

/**
 * Lets a child process look first. A file with a leftover journal can only be looked at as a copy, which is only done for
 * one that nobody here knows: of our own, the copy that settles the leftover is made anyway.
 */
async function inspect(
  path: string,
  sideFiles: readonly SideFile[],
  { inspect: look }: Opener,
  before: FileMemory | null,
  temp: string,
): Promise<void> {
  if (sideFiles.length > 0 && before !== null) return;
  let looked = path;
  if (sideFiles.length > 0) {
    if (lockState(path) === 'held') throw fileErrors.inUse(path);
    looked = join(temp, basename(path));
    try {
      copyPrivately(path, looked);
      if (sideFiles.includes('-journal')) copyPrivately(`${path}-journal`, `${looked}-journal`);
    } catch (error) {
      throw fromFsError(error, path) ?? error;
    }
  }
  const reply = await look({
    kind: 'inspect',
    path: looked,
    fileName: basename(path),
    isPrivateCopy: looked !== path,
  });
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.message, reply.error.details);
}

/** Does what was decided about a leftover. @returns the name of the file that made way, when one did */
function settle(path: string, leftover: Leftover, at: Instant): string | undefined {
  return leftover.kind === 'without_side_file' ? replaceFile(path, leftover.copy, 'damaged', at) : undefined;
}

function noticesOf(
  path: string,
  file: OpenPortfolio,
  before: FileMemory | null,
  leftover: Leftover,
  kept: string | undefined,
): FileNotice[] {
  const notices = placeNotices(placeOf(path));
  if (leftover.kind === 'undone_by_opening') {
    notices.push({
      kind: 'recovered_after_crash',
      text: `Pilotage ended in the middle of a change the last time. That one change was undone; ${leftover.isCheckedWhole ? `the ${leftover.head.seq} entries before it are intact, and the whole file passed its checks` : `the file ends with entry ${leftover.head.seq} again. Its pages and its latest entries passed their checks, and all of it is checked while you work`}. Enter the last thing you did again if it is missing.`,
    });
  }
  if (leftover.kind === 'without_side_file') {
    notices.push({
      kind: 'recovered_after_crash',
      text: `Beside this portfolio lay a leftover that did not belong to it and would have damaged it. It was left out: the file has its ${leftover.head.seq} entries and passed every check. What was there is kept beside it as “${kept ?? ''}”.`,
    });
  } else if (kept !== undefined) {
    notices.push({
      kind: 'restored',
      text: `A restore that was cut short was completed. What was here before is kept beside this portfolio as “${kept}”.`,
    });
  }
  if (file.upgradeCopy !== null) {
    notices.push({
      kind: 'upgraded',
      text: `This portfolio was saved by an older Pilotage and was brought to the present format, every row checked. A copy as it was lies beside it as “${file.upgradeCopy}”; the older Pilotage opens that one, no longer this file.`,
    });
  }
  const elsewhere = before && changedElsewhere(file.db, before);
  if (elsewhere) notices.push(elsewhere);
  return notices;
}

/** As a restore itself does at its end; which entries the restored file shares with the old one is read off the heads. */
function noteRestore(db: ReadDb, memory: FileMemoryHandle, at: Instant): void {
  const head = readAuditHead(db);
  const isSameHistory = memory.noted().some((noted) => checkHeads(db, [noted]).length === 0);
  memory.restored({ at, seq: isSameHistory ? head.seq : 0 }, head);
}

/** The history this machine saw must still be the beginning of the history that is here. */
function changedElsewhere(db: ReadDb, before: FileMemory): FileNotice | undefined {
  const id = getRow<{ id: string }>(db, 'SELECT file_id AS id FROM portfolio WHERE id = 1')?.id;
  const isOther = id !== before.fileId;
  if (!isOther && checkHeads(db, [before.head]).length === 0) return undefined;
  const last = getRow<{ seq: number; at: Instant }>(
    db,
    'SELECT seq, at FROM history ORDER BY seq DESC LIMIT 1',
  );
  const here = last ? `entry ${last.seq} of ${formatMoment(last.at)}` : 'no entry';
  const what = isOther
    ? 'Another portfolio has taken the place of the one that was open here before'
    : `Another version of this portfolio is in its place: entry ${before.head.seq}, the last one seen on this machine, is not in its history`;
  return {
    kind: 'changed_elsewhere',
    text: `${what}. The history here ends with ${here}. A sync service, or somebody who copied a file over it, may have done that. Nothing was changed. Look for the other version (a “conflicted copy” beside it, the other machine, a backup in the settings) before you go on working.`,
  };
}
