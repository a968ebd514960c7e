import type { HostEvent } from '#shared/api/contract.ts';
import type { Result } from '#shared/api/errors.ts';
import type { StagedFile } from '#shared/api/schemas/intake.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';
import type { IntakeJob, IntakeReply } from '../compute/intake-job.ts';

/** What a host gives the data service. The service itself knows no Electron, no HTTP and no clock. */
export interface DataServiceOptions {
  /** The portfolio file. Never sent to the page. */
  readonly path: string;
  readonly host: 'desktop' | 'browser';
  readonly isSample: boolean;
  /** Where the file is, in words for the person. */
  readonly displayLocation: string;
  readonly now: () => Instant;
  readonly today: () => IsoDate;
  readonly newId: () => string;
  readonly appVersion: string;
  /** Runs one reading job in a child process of its own that is killed when it misbehaves or is cancelled. */
  readonly runIntake: (job: IntakeJob, signal?: AbortSignal) => Promise<IntakeReply>;
  /** Path of the compute worker's code: built, or its source under Node 24. */
  readonly computeWorker: string;
  /** Where results of simulations are kept on this machine; null = in memory alone. */
  readonly simulationCachePath: string | null;
  readonly emit: (event: HostEvent) => void;
  readonly log: (message: string, error?: unknown) => void;
  /** Also check every answer against its schema; for tests and development. */
  readonly isCheckingOutput?: boolean;
}

export interface DataService {
  /** Answers one call of the data contract; refuses unknown names and invalid input; never throws. */
  readonly call: (name: string, input: unknown) => Promise<Result<unknown>>;
  /** Takes a file of this machine in hand for `openImport`. Host only: the page has handles, not paths. */
  readonly stageFile: (path: string, name: string, size: number) => StagedFile;
  readonly close: () => Promise<void>;
}
