import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createPortfolioFile } from '#db/create.ts';
import { type OpenPortfolio, openPortfolioFile } from '#db/open.ts';
import { type Committed, runCommand, type Tx } from '#db/write.ts';
import type { Instant } from '#shared/domain/units.ts';
import { fixedClock, fixedIds } from './fixed-context.ts';

export const TEST_VERSION = '0.0.0-test';

/** Memory that behaves as a disk (Linux); syncing costs nothing there. */
const MEMORY_DISK = '/dev/shm';

/**
 * A folder of its own, removed when the test has finished. `isFast` puts it on a memory disk where there is one,
 * for tests of many small commands: still real files, without the waiting for a real disk.
 */
export function temporaryFolder(isFast = false): string {
  const base = isFast && existsSync(MEMORY_DISK) ? MEMORY_DISK : tmpdir();
  const folder = mkdtempSync(join(base, 'pilotage-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestPortfolio {
  readonly path: string;
  readonly folder: string;
  readonly newId: () => string;
  readonly now: () => Instant;
  readonly meta: () => { readonly actor: string; readonly at: Instant; readonly appVersion: string };
  /** The open file; after {@link reopen} the new one. */
  readonly file: () => OpenPortfolio;
  readonly db: () => OpenPortfolio['db'];
  /** Runs one command with the fixed clock; the label defaults to the name. */
  readonly run: <T>(name: string, work: (tx: Tx) => T, label?: string) => Committed<T>;
  /** Closes and opens the file again, as a restart of the application does. */
  readonly reopen: () => void;
}

/** A real portfolio file in a folder of its own, with fixed clock and ids; closed and removed after the test. */
export function newTestPortfolio(
  options: { readonly name?: string; readonly currency?: string; readonly isFast?: boolean } = {},
): TestPortfolio {
  const folder = temporaryFolder(options.isFast);
  const path = join(folder, 'test.pilotage');
  const [newId, now] = [fixedIds(), fixedClock()];
  const { name = 'Test portfolio', currency = 'EUR' } = options;
  createPortfolioFile(path, { name, currency, at: now(), newId, appVersion: TEST_VERSION });
  let file = openPortfolioFile(path);
  onTestFinished(() => file.close());
  const meta = () => ({ actor: 'Tester', at: now(), appVersion: TEST_VERSION });
  return {
    path,
    folder,
    newId,
    now,
    meta,
    file: () => file,
    db: () => file.db,
    run: (command, work, label = command) => runCommand(file.db, { ...meta(), name: command, label }, work),
    reopen: () => {
      file.close();
      file = openPortfolioFile(path);
    },
  };
}
