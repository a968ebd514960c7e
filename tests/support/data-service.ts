import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { forkNodeChild } from '#electron/compute/fork-node-child.ts';
import { runIntakeJob } from '#electron/compute/intake-job.ts';
import { createPortfolio } from '#electron/data/files.ts';
import { openDataService } from '#electron/data/service.ts';
import type { DataService, Opening } from '#electron/data/service-types.ts';
import type { DataCall, HostEvent, Input, Output } from '#shared/api/contract.ts';
import type { ApiError } from '#shared/api/errors.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';
import { fixedClock, fixedIds } from './fixed-context.ts';
import { TEST_VERSION, temporaryFolder } from './portfolio.ts';

export interface TestService {
  readonly path: string;
  readonly folder: string;
  readonly service: DataService;
  readonly events: HostEvent[];
  /** The value of a call that must succeed. */
  readonly ask: <C extends DataCall>(name: C, input: Input<C>) => Promise<Output<C>>;
  /** The error of a call that must fail. */
  readonly fail: (name: string, input: unknown) => Promise<ApiError>;
  /** Resolves when every simulation that the portfolio asks for has come in. */
  readonly settled: () => Promise<void>;
}

const INTAKE_CHILD = join(import.meta.dirname, '../../electron/compute/intake-child.ts');

const COMPUTE_WORKER = join(import.meta.dirname, '../../electron/compute/compute-worker.ts');

const FILE_WORKER = join(import.meta.dirname, '../../electron/compute/file-worker.ts');

/** The data service on a real file, with the real reading process, fixed clock and ids; every answer is checked. */
export async function openTestService(
  options: {
    path?: string;
    today?: string | (() => string);
    /** The clock of what is entered; absent = a second later each time it is read. */
    now?: () => Instant;
    isSample?: boolean;
    folder?: string;
    computeWorker?: string;
    /** Also remembers the file and makes backups, in this folder. */
    profile?: string;
    opening?: (path: string) => Opening;
    log?: (message: string) => void;
  } = {},
): Promise<TestService> {
  const folder = options.folder ?? temporaryFolder();
  const path = options.path ?? join(folder, 'test.pilotage');
  const [newId, now] = [fixedIds(), options.now ?? fixedClock()];
  if (options.path === undefined) {
    createPortfolio(
      path,
      { name: 'Test portfolio', currency: 'EUR' },
      { now, newId, appVersion: TEST_VERSION },
    );
  }
  const given = options.today ?? '2026-10-01';
  const today = typeof given === 'string' ? () => given : given;
  const events: HostEvent[] = [];
  let heard = Promise.withResolvers<void>();
  const service = await openDataService({
    path,
    host: 'browser',
    isSample: options.isSample ?? false,
    displayLocation: folder,
    now,
    today: () => today() as IsoDate,
    endOfDay: (day) => `${day}T23:59:59.999Z` as Instant,
    newId,
    appVersion: TEST_VERSION,
    runIntake: (job, signal) => runIntakeJob(() => forkNodeChild(INTAKE_CHILD), job, { signal }),
    computeWorker: options.computeWorker ?? COMPUTE_WORKER,
    simulationCachePath: join(folder, 'profile', 'simulations.jsonl'),
    fileWorker: FILE_WORKER,
    profile: options.profile ?? null,
    ...(options.opening ? { opening: options.opening(path) } : {}),
    emit: (event) => {
      events.push(event);
      heard.resolve();
      heard = Promise.withResolvers();
    },
    log: (message, error) => {
      if (!options.log) throw new Error(message, { cause: error });
      options.log(message);
    },
    isCheckingOutput: true,
  });
  onTestFinished(() => service.close());
  const ask: TestService['ask'] = async (name, input) => {
    const result = await service.call(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.error.code}: ${result.error.message}`);
    return result.value as never;
  };
  return {
    path,
    folder,
    service,
    events,
    ask,
    fail: async (name, input) => {
      const result = await service.call(name, input);
      if (result.ok) throw new Error(`${name} succeeded`);
      return result.error;
    },
    settled: async () => {
      while ((await ask('getStatus', {})).computing > 0) await heard.promise;
    },
  };
}
