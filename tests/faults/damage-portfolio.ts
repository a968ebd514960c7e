import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPortfolioFile } from '#db/create.ts';
import { openPortfolioFile } from '#db/open.ts';
import { runCommand } from '#db/write.ts';
import { fixedClock, fixedIds } from '#tests/support/fixed-context.ts';
import type { TestPortfolio } from '#tests/support/portfolio.ts';
import { ACTIONS, endlessSteps, runStep } from '#tests/support/random-commands.ts';

/** Memory that behaves as a disk (Linux); syncing costs nothing there. */
const MEMORY_DISK = '/dev/shm';

/** A folder to damage files in, fast where the system has one. The caller removes it. */
export function faultFolder(): string {
  return mkdtempSync(join(existsSync(MEMORY_DISK) ? MEMORY_DISK : tmpdir(), 'pilotage-fault-'));
}

/** A portfolio as it is, and as it was when it was last backed up. */
export interface WorkedOn {
  readonly present: Buffer;
  readonly backup: Buffer;
}

/**
 * Makes a portfolio and does `steps` random things in it, the same ones for the same seed, through the application's
 * own code. The backup is taken nine tenths of the way.
 */
export function workedOnPortfolio(folder: string, seed: number, steps: number): WorkedOn {
  const path = join(folder, 'worked-on.pilotage');
  const [newId, now] = [fixedIds(), fixedClock()];
  const meta = () => ({ actor: 'Tester', at: now(), appVersion: '0.0.0-test' });
  createPortfolioFile(path, { name: 'Fault tests', currency: 'EUR', at: now(), newId, appVersion: '0.0.0' });
  const file = openPortfolioFile(path);
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
  try {
    let backup = file.db.serialize();
    let done = 0;
    for (const step of endlessSteps(seed, ACTIONS)) {
      runStep(portfolio, step);
      done += 1;
      if (done === Math.floor(steps * 0.9)) backup = file.db.serialize();
      if (done >= steps) break;
    }
    return { present: file.db.serialize(), backup };
  } finally {
    file.close();
  }
}
