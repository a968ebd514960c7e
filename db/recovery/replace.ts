import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Instant } from '#shared/domain/units.ts';
import { fromFsError } from '../file-errors.ts';
import { syncFolder } from '../sync-folder.ts';
import { copyNew, SIDE_FILES, syncFile } from './side-files.ts';

/** Why the present file makes way; a part of the name under which it is kept. */
export type ReplaceReason = 'replaced' | 'damaged';

const READY = '.ready';
const PART = '.part';

/**
 * Puts `content` in the place of the file at `path` and keeps what was there, side files included, beside it as
 * `claims.replaced-20261122T091400000Z.pilotage`. There is a file at `path` at every moment: the old one until the new
 * one takes its name. The decision falls when the draft beside it is whole; a crash after that is carried on by
 * {@link finishReplacement} at the next opening, a crash before leaves everything as it was.
 * Nobody may have the file open.
 * @param content a closed, checked file of its own, on any disk; it is copied
 * @returns the name of the kept file
 * @throws AppError folder_read_only, disk_full, io_failed; then everything is as before
 */
export function replaceFile(path: string, content: string, reason: ReplaceReason, at: Instant): string {
  const target = existsSync(path) ? realpathSync(path) : path;
  const kept = freeKeptName(target, reason, at);
  const draft = draftPath(target, kept);
  try {
    rmSync(draft + PART, { force: true });
    copyNew(content, draft + PART);
    chmodSync(draft + PART, 0o600);
    syncFile(draft + PART);
    // Who may read the new file is who could read the old one.
    chmodSync(draft + PART, existsSync(target) ? statSync(target).mode & 0o777 : 0o644);
    renameSync(draft + PART, draft + READY);
    syncFolder(dirname(target));
    complete(target, kept, draft + READY);
    return kept;
  } catch (error) {
    takeBack(target, kept, draft);
    throw fromFsError(error, target) ?? error;
  }
}

/**
 * Carries on a replacement that a crash cut short. To be called before the file at `path` is opened, while nobody has it.
 * @returns the name of the kept file when there was one to finish, else undefined
 * @throws AppError folder_read_only, disk_full, io_failed: the draft stays, and the next opening tries again
 */
export function finishReplacement(path: string): string | undefined {
  const target = existsSync(path) ? realpathSync(path) : path;
  const folder = dirname(target);
  let finished: string | undefined;
  for (const name of namesIn(folder)) {
    const kept = keptNameOf(name, target);
    if (kept === undefined) continue;
    try {
      if (name.endsWith(PART)) rmSync(join(folder, name), { force: true });
      else {
        complete(target, kept, join(folder, name));
        finished = kept;
      }
    } catch (error) {
      throw fromFsError(error, target) ?? error;
    }
  }
  return finished;
}

/** From the whole draft to the new file. Every step may be done already. */
function complete(target: string, kept: string, ready: string): void {
  const folder = dirname(target);
  for (const end of ['', ...SIDE_FILES]) keep(target + end, join(folder, kept) + end);
  syncFolder(folder);
  // Before the new file comes: a side file would be played into it.
  for (const end of SIDE_FILES) rmSync(target + end, { force: true });
  syncFolder(folder);
  renameSync(ready, target);
  try {
    syncFolder(folder);
  } catch {
    // The new file is in place. Should a power cut take the renaming back, the next opening does it again.
  }
}

/** Gives `from` a second name, or a copy where the file system knows no second names (FAT, some network drives). */
function keep(from: string, to: string): void {
  if (!existsSync(from)) return;
  if (existsSync(to)) {
    // Left by a crash: either the second name, or a copy that may be half of one.
    if (isSameFile(from, to)) return;
    rmSync(to);
  }
  try {
    linkSync(from, to);
  } catch {
    copyNew(from, to);
    syncFile(to);
  }
}

/** After a failure: no draft that the next opening would carry on, and the file with its side files as it was. */
function takeBack(target: string, kept: string, draft: string): void {
  try {
    for (const end of [PART, READY]) rmSync(draft + end, { force: true });
    const copy = join(dirname(target), kept);
    if (!existsSync(copy) || !existsSync(target)) return;
    for (const end of SIDE_FILES)
      if (existsSync(copy + end) && !existsSync(target + end)) copyFileSync(copy + end, target + end);
    for (const end of ['', ...SIDE_FILES]) rmSync(copy + end, { force: true });
  } catch {
    // The disk that failed before fails again. What is left is complete: the file, or the kept one with its side files.
  }
}

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [statSync(one, { bigint: true }), statSync(other, { bigint: true })];
  return a.dev === b.dev && a.ino === b.ino;
}

function freeKeptName(target: string, reason: ReplaceReason, at: Instant): string {
  const ending = extname(target);
  const stem = stemOf(target);
  const moment = at.replace(/[-:.]/g, '');
  for (let count = 1; ; count += 1) {
    const name = `${stem}.${reason}-${moment}${count === 1 ? '' : `-${count}`}${ending}`;
    if (!existsSync(join(dirname(target), name))) return name;
  }
}

/** Longer names would leave no room, in the 255 bytes most file systems give a name, for what is added to them. */
const MOST_STEM_BYTES = 180;

/** The name without its ending, as it begins the name of the kept file. */
function stemOf(target: string): string {
  let stem = '';
  for (const character of basename(target, extname(target))) {
    if (Buffer.byteLength(stem + character) > MOST_STEM_BYTES) break;
    stem += character;
  }
  return stem;
}

/** Drafts carry the name of the file they replace and of the file to be kept, so that a later start can carry on. */
function draftPath(target: string, kept: string): string {
  return join(dirname(target), `.${kept}`);
}

/** The name to keep the old file under, when `name` is that of a draft for `target`. */
function keptNameOf(name: string, target: string): string | undefined {
  const ending = extname(target);
  const start = `.${stemOf(target)}.`;
  if (!name.startsWith(start)) return undefined;
  const match = /^(?:replaced|damaged)-\d{8}T\d{9}Z(?:-\d+)?(\.[^.]*)(?:\.ready|\.part)$/.exec(
    name.slice(start.length),
  );
  if (match?.[1] !== ending) return undefined;
  return name.slice(1).replace(/\.(ready|part)$/, '');
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
