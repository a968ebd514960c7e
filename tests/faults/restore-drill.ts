import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listBackupFiles } from '#db/backup/list-backups.ts';
import { writeBackup } from '#db/backup/write-backup.ts';
import { createPortfolioFile } from '#db/create.ts';
import { contentDigest } from '#db/digest.ts';
import { openPortfolioFile } from '#db/open.ts';
import { replaceFile } from '#db/recovery/replace.ts';
import { verifyFile } from '#db/verify.ts';
import { runCommand } from '#db/write.ts';
import { backupFolder } from '#electron/platform/backup-folder.ts';
import type { Opener } from '#electron/platform/opening.ts';
import { restoreFile } from '#electron/platform/restore.ts';
import { BACKUP_REASONS } from '#shared/api/schemas/file.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';
import { fixedIds } from '#tests/support/fixed-context.ts';
import { oldPortfolio } from '#tests/support/old-portfolio.ts';
import type { TestPortfolio } from '#tests/support/portfolio.ts';
import { ACTIONS, endlessSteps, runStep } from '#tests/support/random-commands.ts';
import { faultFolder } from './damage-portfolio.ts';

/** What a restore drill found. */
export interface DrillToll {
  restores: number;
  /** How many of each reason and age were restored: "close, days old". */
  readonly kinds: Map<string, number>;
  /** Not opened, not sound, or not with the content it was made of. */
  failed: number;
  /** What a restore replaced did not come back as it was. */
  notUndone: number;
  /** Made, and gone when the drill began: rotation removed them. */
  rotatedOut: number;
  readonly wrongs: string[];
}

const STEPS_BETWEEN = 4;
const DAY_MS = 86_400_000;
const TODAY = Date.parse('2026-11-18T08:00:00.000Z');

/** Days before today on which backups are made: enough of each age for rotation to have something to choose from. */
const DAYS_BACK: readonly number[] = [
  ...[330, 300, 270, 240, 210, 180, 150, 120, 100, 90],
  ...[83, 76, 69, 62, 55, 48, 41, 34, 27, 20],
  ...[16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
  ...[0, 0, 0, 0, 0],
];

/**
 * Works on a portfolio for most of a year with backups as the application makes them, then restores every one that is
 * left over the present file, compares it with what was noted when it was made, and takes the restore back. Each round
 * gives the ages other reasons. The copies that an upgrade leaves are tried too.
 */
export function runDrill(rounds: number): DrillToll {
  const toll: DrillToll = {
    restores: 0,
    kinds: new Map(),
    failed: 0,
    notUndone: 0,
    rotatedOut: 0,
    wrongs: [],
  };
  for (let round = 0; round < rounds; round += 1) {
    const folder = faultFolder();
    try {
      drillRound(folder, round, toll);
      drillUpgradeCopy(folder, toll);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return toll;
}

interface Worked {
  readonly path: string;
  readonly fileId: string;
  /** Content digest of each backup when it was made, by handle. */
  readonly digests: ReadonlyMap<string, string>;
}

function drillRound(folder: string, round: number, toll: DrillToll): void {
  const profile = join(folder, 'profile');
  const { path, fileId, digests } = workForAYear(folder, profile, round);
  let time = TODAY + DAY_MS / 2;
  const opener = openerAt(profile, () => {
    time += 1_000;
    return new Date(time).toISOString() as Instant;
  });
  const left = listBackupFiles(backupFolder(profile, {}), fileId);
  toll.rotatedOut += digests.size - left.length;
  for (const { handle, reason, madeAt } of left) {
    const kind = `${reason}, ${ageOf(madeAt)}`;
    toll.restores += 1;
    toll.kinds.set(kind, (toll.kinds.get(kind) ?? 0) + 1);
    const before = look(path);
    const kept = restoreFile(path, { kind: 'backup', handle }, opener);
    expectContent(path, digests.get(handle), () => {
      toll.failed += 1;
      toll.wrongs.push(`${kind} (${handle})`);
    });
    const keptPath = join(dirname(path), kept);
    const again = replaceFile(path, keptPath, 'replaced', opener.now());
    for (const place of [keptPath, path])
      expectContent(place, before.digest, () => {
        toll.notUndone += 1;
        toll.wrongs.push(`taking back ${kind} (${place})`);
      });
    for (const name of [kept, again]) rmSync(join(dirname(path), name));
  }
}

/** Random work with a backup after every few steps, on days that come nearer to today. */
function workForAYear(folder: string, profile: string, round: number): Worked {
  const path = join(folder, 'portfolio.pilotage');
  let time = TODAY - 340 * DAY_MS;
  const now = () => {
    time += 1_000;
    return new Date(time).toISOString() as Instant;
  };
  const newId = fixedIds();
  const meta = () => ({ actor: 'Tester', at: now(), appVersion: '0.0.0-test' });
  createPortfolioFile(path, { name: 'Drill', currency: 'EUR', at: now(), newId, appVersion: '0.0.0' });
  const file = openPortfolioFile(path);
  try {
    const portfolio: TestPortfolio = {
      path,
      folder,
      newId,
      now,
      meta,
      file: () => file,
      db: () => file.db,
      run: (command, work, label = command) => runCommand(file.db, { ...meta(), name: command, label }, work),
      reopen: () => {
        throw new Error('not needed here');
      },
    };
    const steps = endlessSteps(round + 1, ACTIONS);
    const digests = new Map<string, string>();
    for (const [index, daysBack] of DAYS_BACK.entries()) {
      for (let step = 0; step < STEPS_BETWEEN; step += 1) runStep(portfolio, steps.next().value);
      // Several of one day are an hour apart.
      time = Math.max(time + 3_600_000, TODAY - daysBack * DAY_MS);
      const { backup, digest } = writeBackup({
        image: file.db.serialize(),
        folder: backupFolder(profile, {}),
        reason: BACKUP_REASONS[(index + round) % BACKUP_REASONS.length] ?? 'by_hand',
        madeAt: now(),
        place: '00000000',
        dayOf: (moment) => moment.slice(0, 10) as IsoDate,
      });
      if (digest !== contentDigest(file.db)) throw new Error('a backup was made of something else');
      digests.set(backup.handle, digest);
    }
    const { fileId } = file.db.prepare('SELECT file_id AS fileId FROM portfolio').get() as { fileId: string };
    return { path, fileId, digests };
  } finally {
    file.close();
  }
}

/** The copy an upgrade leaves beside the file opens as it was, upgraded in its turn. */
function drillUpgradeCopy(folder: string, toll: DrillToll): void {
  const old = oldPortfolio(folder);
  const upgraded = look(old);
  const copy = readdirSync(folder).find((name) => name.startsWith('old.v1') && name.endsWith('.bak'));
  toll.restores += 1;
  toll.kinds.set('upgrade', (toll.kinds.get('upgrade') ?? 0) + 1);
  const fail = () => {
    toll.failed += 1;
    toll.wrongs.push(`the copy before an upgrade (${copy})`);
  };
  if (copy === undefined) {
    fail();
    return;
  }
  const again = join(folder, 'again.pilotage');
  copyFileSync(join(folder, copy), again);
  expectContent(again, upgraded.digest, fail);
}

function ageOf(madeAt: Instant): string {
  const days = Math.floor((TODAY + DAY_MS / 2 - Date.parse(madeAt)) / DAY_MS);
  if (days < 1) return 'of today';
  if (days <= 16) return 'days old';
  return days < 84 ? 'weeks old' : 'months old';
}

interface Look {
  readonly isGood: boolean;
  readonly digest: string;
}

function look(path: string): Look {
  const file = openPortfolioFile(path);
  try {
    return { isGood: verifyFile(file.db).isGood, digest: contentDigest(file.db) };
  } finally {
    file.close();
  }
}

function expectContent(path: string, digest: string | undefined, fail: () => void): void {
  try {
    const seen = look(path);
    if (!seen.isGood || digest === undefined || seen.digest !== digest) fail();
  } catch {
    fail();
  }
}

function openerAt(profile: string, now: () => Instant): Opener {
  return {
    profile,
    now,
    newId: fixedIds('restored'),
    appVersion: '0.0.0-test',
    inspect: () => Promise.reject(new Error('nothing is looked through in a drill')),
    log: (message, error) => {
      throw new Error(message, { cause: error });
    },
  };
}
