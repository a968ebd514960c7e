import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBackup } from '#db/backup/write-backup.ts';
import { type FileContent, hasContent, takeContent } from '#db/file-content.ts';
import { asReadDb, type ReadDb } from '#db/handles.ts';
import { openImage } from '#db/image.ts';
import { inspectPortfolio } from '#db/inspect.ts';
import { type AuditHead, readAuditHead } from '#db/read/history.ts';
import { readFileFacts } from '#db/read/portfolio.ts';
import { verifyFile } from '#db/verify.ts';
import type { InspectJob, InspectReply } from '#electron/compute/inspect-job.ts';
import { backupFolder } from '#electron/platform/backup-folder.ts';
import { writeFileMemory } from '#electron/platform/file-memory.ts';
import { type Opener, openFile } from '#electron/platform/opening.ts';
import { restoreFile } from '#electron/platform/restore.ts';
import { toApiError } from '#shared/api/errors.ts';
import type { RestoreChoice } from '#shared/api/schemas/file.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';
import { openStream } from '#shared/uncertainty/streams.ts';
import { fixedClock, fixedIds } from '#tests/support/fixed-context.ts';
import { DAMAGE_KINDS, type DamageKind } from './damage-kinds.ts';
import { faultFolder, workedOnPortfolio } from './damage-portfolio.ts';

/** What became of the damaged copies of one kind. */
export interface DamageToll {
  readonly kind: DamageKind;
  readonly copies: number;
  /** The rows read out differently, or not at all. */
  changed: number;
  /** `integrity_check` alone would have called the changed content good. */
  missedByIntegrityCheck: number;
  /** Found bad when it was opened, or by the check of the file that opened. */
  found: number;
  /** Found bad, and after a restore from its own history every row was as before. */
  rebuiltWhole: number;
  /** Found bad, and after a restore from its own history the latest entries were gone. */
  rebuiltInPart: number;
  /** Found bad, and restored from the backup. */
  fromBackup: number;
  /** Content changed, and the check called it good. */
  silent: number;
  /** No portfolio that opens and passes every check after opening and one restore. */
  noWayOut: number;
  /** The damaged file, kept beside the restored one, was not left byte for byte as it was. */
  touched: number;
  readonly wrongs: string[];
}

const STEPS = { full: 1500, quick: 300 } as const;
const BACKED_UP_AT = '2026-10-01T10:00:00.000Z' as Instant;

/** Damages `copies` copies of a portfolio, spread over the kinds, and takes for each the way the application offers. */
export async function takeDamageToll(copies: number, isQuick: boolean): Promise<DamageToll[]> {
  const folder = faultFolder();
  try {
    const { present, backup } = workedOnPortfolio(folder, 7, isQuick ? STEPS.quick : STEPS.full);
    const machine = { ...onImage(present, whatItHolds), folder, profile: join(folder, 'profile') };
    writeBackup({
      image: backup,
      folder: backupFolder(machine.profile, {}),
      reason: 'interval',
      madeAt: BACKED_UP_AT,
      place: '00000000',
      dayOf: (moment) => moment.slice(0, 10) as IsoDate,
    });
    const kinds = Object.keys(DAMAGE_KINDS) as DamageKind[];
    const tolls: DamageToll[] = [];
    for (const kind of kinds) {
      const toll = emptyToll(kind, Math.ceil(copies / kinds.length));
      const stream = openStream('damage', 'faults', kind);
      const below = (limit: number) => Math.floor(stream.nextUniform() * limit);
      for (let copy = 0; copy < toll.copies; copy += 1) {
        const damaged = DAMAGE_KINDS[kind](Buffer.from(present), below);
        // Half of them as a failing disk leaves them, with the moment of the last honest change.
        await judge({ ...machine, damaged, looksUntouched: copy % 2 === 0 }, toll, `${kind} ${copy}`);
      }
      tolls.push(toll);
    }
    return tolls;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function emptyToll(kind: DamageKind, copies: number): DamageToll {
  const none = { changed: 0, missedByIntegrityCheck: 0, found: 0, silent: 0, noWayOut: 0, touched: 0 };
  return { kind, copies, ...none, rebuiltWhole: 0, rebuiltInPart: 0, fromBackup: 0, wrongs: [] };
}

interface Holding {
  /** Every row, history included. */
  readonly content: FileContent;
  readonly head: AuditHead;
  readonly fileId: string;
}

function whatItHolds(db: ReadDb): Holding {
  return { content: takeContent(db), head: readAuditHead(db), fileId: readFileFacts(db).fileId };
}

interface Case extends Holding {
  readonly folder: string;
  /** Holds the backup, and the memory of the file as it was closed before it was damaged. */
  readonly profile: string;
  readonly damaged: Buffer;
  readonly looksUntouched: boolean;
}

async function judge(one: Case, toll: DamageToll, name: string): Promise<void> {
  const place = join(one.folder, 'place');
  const path = join(place, 'damaged.pilotage');
  mkdirSync(place);
  try {
    writeFileSync(path, one.damaged);
    remember(one, path);
    const { isChanged, integrity } = truth(one);
    if (isChanged) toll.changed += 1;
    if (isChanged && integrity === 'ok') toll.missedByIntegrityCheck += 1;
    const choice = await firstClick(path, one);
    if (choice === null) {
      if (isChanged) {
        toll.silent += 1;
        toll.wrongs.push(`${name}: the content changed and no check noticed`);
      }
      return;
    }
    toll.found += 1;
    await secondClick(path, choice, one, toll);
  } catch (error) {
    const known = toApiError(error);
    if (!known) throw error;
    toll.noWayOut += 1;
    toll.wrongs.push(`${name}: ${known.code}: ${known.message}`);
  } finally {
    rmSync(place, { recursive: true });
  }
}

function remember({ profile, fileId, head, looksUntouched, damaged }: Case, path: string): void {
  writeFileMemory(profile, path, {
    fileId,
    head,
    size: damaged.length,
    mtimeMs: looksUntouched ? statSync(path).mtimeMs : 1,
    isClosedCleanly: true,
    verifiedAt: null,
    noted: [head],
    restores: [],
  });
}

/** What is the matter with the file, found out without the application. */
function truth({ damaged, content }: Case): { readonly isChanged: boolean; readonly integrity: string } {
  const answer = (ask: (db: ReadDb) => string): string => {
    try {
      return onImage(damaged, ask);
    } catch (error) {
      return String(error);
    }
  };
  return {
    isChanged: answer((db) => (hasContent(db, content) ? 'same' : 'changed')) !== 'same',
    integrity: answer((db) => String(db.prepare('PRAGMA integrity_check(1)').pluck().get())),
  };
}

function openerOf({ profile }: Case): Opener {
  return {
    profile,
    inspect: async (job) => inspected(job),
    now: fixedClock('2026-11-01T09:00:00.000Z'),
    newId: fixedIds('new'),
    appVersion: '0.0.0-test',
    log: (message, error) => {
      throw new Error(message, { cause: error });
    },
  };
}

/** What the child process does, in this one: none of the damage makes SQLite run for ever. */
function inspected({ path, isPrivateCopy }: InspectJob): InspectReply {
  try {
    return { ok: true, found: inspectPortfolio(path, { isPrivateCopy }) };
  } catch (error) {
    const known = toApiError(error);
    if (!known) throw error;
    return { ok: false, error: known };
  }
}

/** Opens the file, and checks it when it opens. Answers the first way out that is offered; null when all is well. */
async function firstClick(path: string, one: Case): Promise<RestoreChoice | null> {
  const opening = await openFile(path, openerOf(one));
  try {
    if (opening.damage) {
      const [first] = opening.damage.choices;
      if (!first) throw new Error('damage without a way out');
      return first.choice;
    }
    const check = verifyFile(opening.file.db);
    return check.isGood ? null : { kind: 'rebuilt' };
  } finally {
    opening.file.close();
  }
}

/** Restores, opens again and checks; the damaged file must lie beside it as it was. */
async function secondClick(path: string, choice: RestoreChoice, one: Case, toll: DamageToll): Promise<void> {
  const kept = restoreFile(path, choice, openerOf(one));
  const opening = await openFile(path, openerOf(one));
  const isGood = opening.damage === null && verifyFile(opening.file.db).isGood;
  const isWhole = isGood && hasContent(opening.file.db, one.content);
  opening.file.close();
  if (!isGood) toll.noWayOut += 1;
  else if (choice.kind === 'backup') toll.fromBackup += 1;
  else if (choice.kind === 'rebuilt') toll[isWhole ? 'rebuiltWhole' : 'rebuiltInPart'] += 1;
  else {
    toll.noWayOut += 1;
    toll.wrongs.push('only an empty portfolio was offered');
  }
  if (!readFileSync(join(path, '..', kept)).equals(one.damaged)) {
    toll.touched += 1;
    toll.wrongs.push('the kept file is not the damaged one');
  }
}

function onImage<T>(bytes: Buffer, work: (db: ReadDb) => T): T {
  const raw = openImage(Buffer.from(bytes));
  try {
    return work(asReadDb(raw));
  } finally {
    raw.close();
  }
}
