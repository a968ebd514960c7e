import { basename, extname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { type BackupFile, backupPath, listBackupFiles } from '#db/backup/list-backups.ts';
import { readBackup } from '#db/backup/read-backup.ts';
import { createPortfolioFile } from '#db/create.ts';
import { withoutAdvice } from '#db/file-errors.ts';
import { asReadDb } from '#db/handles.ts';
import { openImage } from '#db/image.ts';
import { readFileFacts } from '#db/read/portfolio.ts';
import type { AppError } from '#shared/api/errors.ts';
import type { FileDamage } from '#shared/api/schemas/file.ts';
import { formatMoment } from '#shared/report/moments.ts';
import type { Opening } from '../data/service-types.ts';
import { backupFolder } from './backup-folder.ts';
import { DEFAULT_CURRENCY } from './document-request.ts';
import type { FileMemoryHandle } from './file-memory.ts';
import type { Opener } from './opening.ts';
import { inMemory, readBytes } from './opening-copy.ts';
import { makeTempFolder, removeTempFolder } from './private-files.ts';
import { isShowable, openDamaged, type Rebuilt, rebuildDamaged } from './salvage.ts';

type Choice = FileDamage['choices'][number];

/** More are in the settings after a restore; ten are enough to choose from. */
const MOST_BACKUPS = 10;
/** How many backups are tried for one that is good enough to be shown. */
const MOST_TRIED = 5;

/**
 * Opens what can still be shown of a damaged portfolio, for reading: what its own history says, else its tables, else the
 * newest good backup, else an empty portfolio. With it come the ways out, the one that loses least first. The damaged
 * file itself is only read.
 * @throws AppError disk_full, folder_read_only, io_failed when not even the temporary folder can be written
 */
export function showDamage(path: string, error: AppError, memory: FileMemoryHandle, opener: Opener): Opening {
  const temp = makeTempFolder();
  try {
    const damaged = openDamaged(readBytes(path), path);
    const fileId = memory.atOpening?.fileId ?? (damaged && fileIdOf(damaged));
    const folder = backupFolder(opener.profile);
    const backups = fileId === undefined ? [] : tried(() => listBackupFiles(folder, fileId), []);
    const rebuilt = damaged && rebuildDamaged(asReadDb(damaged), temp, backupPaths(opener.profile, fileId));
    const seenSeq = Math.max(memory.atOpening?.head.seq ?? 0, rebuilt?.head.seq ?? 0);
    const shown = show({ path, damaged, rebuilt, backups, folder, fileId, temp, opener });
    return {
      file: inMemory(path, shown.raw),
      memory,
      notices: [],
      damage: {
        text: withoutAdvice(error.message),
        shows: shown.shows,
        choices: choicesOf(rebuilt, backups, seenSeq, memory),
      },
      copiedAt: null,
      mustCheck: false,
    };
  } finally {
    removeTempFolder(temp);
  }
}

interface Sources {
  readonly path: string;
  readonly damaged: Database.Database | undefined;
  readonly rebuilt: Rebuilt | undefined;
  readonly backups: readonly BackupFile[];
  readonly folder: string;
  readonly fileId: string | undefined;
  readonly temp: string;
  readonly opener: Opener;
}

interface Shown {
  readonly raw: Database.Database;
  readonly shows: FileDamage['shows'];
}

function show({ path, damaged, rebuilt, backups, folder, fileId, temp, opener }: Sources): Shown {
  const hasTables = damaged !== undefined && !rebuilt?.isWhole && isShowable(damaged);
  if (damaged && hasTables) return { raw: damaged, shows: 'damaged' };
  damaged?.close();
  if (rebuilt && (rebuilt.isWhole || isNewest(rebuilt, backups))) {
    return { raw: openImage(rebuilt.bytes), shows: 'damaged' };
  }
  for (const { handle } of backups.slice(0, MOST_TRIED)) {
    const raw = fileId && tried(() => readBackup(backupPath(folder, fileId, handle)), undefined);
    if (raw) return { raw, shows: 'backup' };
  }
  return { raw: emptyPortfolio(path, temp, opener), shows: 'nothing' };
}

/** True when no backup knows more than what was rebuilt. */
function isNewest(rebuilt: Rebuilt | undefined, backups: readonly BackupFile[]): boolean {
  return rebuilt !== undefined && backups.every(({ seq }) => seq <= rebuilt.head.seq);
}

function emptyPortfolio(path: string, temp: string, { now, newId, appVersion }: Opener): Database.Database {
  const empty = join(temp, 'empty.pilotage');
  createPortfolioFile(empty, { ...emptyNamed(path), at: now(), newId, appVersion });
  return openImage(readBytes(empty));
}

/** An empty portfolio in the place of the file at `path` has its name; the currency is the usual one, to be set anew. */
export function emptyNamed(path: string): { readonly name: string; readonly currency: string } {
  return { name: basename(path, extname(path)), currency: DEFAULT_CURRENCY };
}

function choicesOf(
  rebuilt: Rebuilt | undefined,
  backups: readonly BackupFile[],
  seenSeq: number,
  memory: FileMemoryHandle,
): Choice[] {
  const ranked: { readonly choice: Choice; readonly seq: number }[] = [];
  if (rebuilt) {
    const { seq } = rebuilt.head;
    ranked.push({ choice: rebuiltChoice(rebuilt, seenSeq), seq: seq + 0.5 });
  }
  const offered = backups.slice(0, MOST_BACKUPS);
  const minutes = offered.map(({ madeAt }) => formatMoment(madeAt));
  for (const backup of offered) {
    // One from before an earlier restore holds what that restore gave up on purpose: it ranks below all others.
    const isOther = memory.isLeftBehind(backup.seq, backup.madeAt);
    const minute = formatMoment(backup.madeAt);
    const isAlone = minutes.filter((each) => each === minute).length === 1;
    const moment = isAlone ? minute : formatMoment(backup.madeAt, true);
    ranked.push({ choice: backupChoice(backup, moment, seenSeq, isOther), seq: isOther ? 0 : backup.seq });
  }
  ranked.sort((a, b) => b.seq - a.seq);
  const empty: Choice = {
    choice: { kind: 'empty' },
    label: 'Start with an empty portfolio',
    loses: 'Everything in the portfolio. The damaged file is kept beside it.',
  };
  return [...ranked.map(({ choice }) => choice), empty];
}

function rebuiltChoice({ head, isWhole, fromBackup }: Rebuilt, seenSeq: number): Choice {
  const lost = seenSeq - head.seq;
  if (isWhole && lost <= 0) {
    return {
      choice: { kind: 'rebuilt' },
      label: `Rebuild the portfolio from its own history${fromBackup === 0 ? '' : ' and a backup'}`,
      loses: `Nothing: ${fromBackup === 0 ? `all ${head.seq} entries of the history are intact` : `entries 1 to ${fromBackup} of the history are in a backup, and the later ones are intact`}, and every value is made anew from them.`,
    };
  }
  const after = isWhole
    ? `${lost} ${lost === 1 ? 'entry' : 'entries'} that this machine saw and the file no longer has.`
    : 'everything after it: the history is damaged there.';
  return {
    choice: { kind: 'rebuilt' },
    label: `Rebuild the portfolio from its own history up to entry ${head.seq}`,
    loses: `Entries 1 to ${head.seq} are intact. Lost is ${after}`,
  };
}

function backupChoice(
  { handle, seq }: BackupFile,
  moment: string,
  seenSeq: number,
  isOther: boolean,
): Choice {
  const lost = Math.max(0, seenSeq - seq);
  let loses = `Everything entered after ${moment}.`;
  if (isOther)
    loses = `It is from before an earlier restore. Everything entered since ${moment} is not in it.`;
  else if (seenSeq > 0 && lost === 0) loses = 'Nothing that this machine has seen: it holds the last entry.';
  else if (seenSeq > 0) loses = `${lost} ${lost === 1 ? 'entry' : 'entries'} after ${moment}.`;
  return { choice: { kind: 'backup', handle }, label: `Backup of ${moment}`, loses };
}

/** Where the backups of a portfolio are, the newest first; none when their folder cannot be read. */
export function backupPaths(profile: string, fileId: string | undefined): string[] {
  if (fileId === undefined) return [];
  const folder = backupFolder(profile);
  return tried(
    () => listBackupFiles(folder, fileId).map(({ handle }) => backupPath(folder, fileId, handle)),
    [],
  );
}

/** The id a damaged file still tells; it is only used to find the folder of its backups. */
export function fileIdOf(raw: Database.Database): string | undefined {
  return tried(() => readFileFacts(asReadDb(raw)).fileId, undefined);
}

function tried<T, D>(work: () => T, otherwise: D): T | D {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
