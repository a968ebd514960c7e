import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { forkNodeChild } from '#electron/compute/fork-node-child.ts';
import { runIntakeJob } from '#electron/compute/intake-job.ts';
import { createPortfolio } from '#electron/data/files.ts';
import { openDataService } from '#electron/data/service.ts';
import type { DataService } from '#electron/data/service-types.ts';
import type { DataCall, Input, Output } from '#shared/api/contract.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';

/** The data service on a file, and its calls without their envelopes. */
export interface PortfolioService {
  readonly service: DataService;
  /** Rejects with what a call was refused for. */
  readonly ask: <C extends DataCall>(name: C, input: Input<C>) => Promise<Output<C>>;
  readonly close: () => Promise<void>;
}

export interface BenchPortfolio extends PortfolioService {
  readonly path: string;
  /** Closes and removes the file. */
  readonly remove: () => Promise<void>;
}

const now = () => new Date().toISOString() as Instant;

/** A new portfolio on the disk with the data service on it, as the application runs it. */
export async function benchPortfolio(root: string): Promise<BenchPortfolio> {
  const folder = mkdtempSync(join(tmpdir(), 'pilotage-bench-'));
  const path = join(folder, 'bench.pilotage');
  createPortfolio(path, { name: 'Bench', currency: 'EUR' }, { now, newId: randomUUID, appVersion: '0' });
  const portfolio = await servePortfolio(root, path);
  return {
    ...portfolio,
    path,
    remove: async () => {
      await portfolio.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens the data service on a portfolio file. */
export async function servePortfolio(root: string, path: string): Promise<PortfolioService> {
  const service = await openDataService({
    path,
    host: 'browser',
    isSample: false,
    displayLocation: dirname(path),
    now,
    today: () => '2026-10-01' as IsoDate,
    newId: randomUUID,
    appVersion: '0',
    runIntake: (job, signal) =>
      runIntakeJob(() => forkNodeChild(join(root, 'electron/compute/intake-child.ts')), job, { signal }),
    computeWorker: join(root, 'electron/compute/compute-worker.ts'),
    simulationCachePath: null,
    fileWorker: join(root, 'electron/compute/file-worker.ts'),
    profile: null,
    endOfDay: (day) => `${day}T23:59:59.999Z` as Instant,
    emit: () => undefined,
    log: (message, error) => console.error(message, error),
  });
  return {
    service,
    ask: async (name, input) => {
      const result = await service.call(name, input);
      if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
      return result.value as never;
    },
    close: () => service.close(),
  };
}

/** Brings a whole file in: read, mapped, compared, committed. */
export async function importWhole(portfolio: PortfolioService, file: string): Promise<number> {
  const { handle } = portfolio.service.stageFile(file, 'inventory.csv', 0);
  const draft = await portfolio.ask('openImport', { handle, options: {} });
  return (await portfolio.ask('commitImport', { importId: draft.importId })).imported;
}
