import type { OpenPortfolio } from '#db/open.ts';
import type { HostEvent } from '#shared/api/contract.ts';
import type { Result } from '#shared/api/errors.ts';
import type { FileDamage, FileNotice } from '#shared/api/schemas/file.ts';
import type { StagedFile } from '#shared/api/schemas/intake.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';
import type { IntakeJob, IntakeReply } from '../compute/intake-job.ts';
import type { FileMemoryHandle } from '../platform/file-memory.ts';

/** What opening the document found out. Absent when the service opens the file itself, with nothing to say about it. */
export interface Opening {
  /** Open already; the service closes it. */
  readonly file: OpenPortfolio;
  readonly memory: FileMemoryHandle;
  readonly notices: readonly FileNotice[];
  readonly damage: FileDamage | null;
  /** The moment of a copy to read; null for the document itself. */
  readonly copiedAt: Instant | null;
  /** The check of its pages is still to be made; afterwards this takes the lock for good. Absent when it was made. */
  readonly holdWhenSound?: () => void;
  /** The last end was not an orderly one, or it is long ago that everything was checked. */
  readonly mustCheck: boolean;
}

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
  /** The last moment of a day by the calendar of this machine. */
  readonly endOfDay: (day: IsoDate) => Instant;
  readonly newId: () => string;
  readonly appVersion: string;
  /** Runs one reading job in a child process of its own that is killed when it misbehaves or is cancelled. */
  readonly runIntake: (job: IntakeJob, signal?: AbortSignal) => Promise<IntakeReply>;
  /** Path of the compute worker's code: built, or its source under Node 24. */
  readonly computeWorker: string;
  /** Where results of simulations are kept on this machine; null = in memory alone. */
  readonly simulationCachePath: string | null;
  /** Path of the code of the thread for whole files: built, or its source under Node 24. */
  readonly fileWorker: string;
  /** Pilotage's own folder on this machine: what it remembers of a file, and its backups. null = neither is kept. */
  readonly profile: string | null;
  readonly opening?: Opening;
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
  /** Makes sure that a restore loses nothing: a backup of the file as it is. Host only, before it closes the service. */
  readonly prepareRestore: () => Promise<void>;
  readonly close: () => Promise<void>;
}
