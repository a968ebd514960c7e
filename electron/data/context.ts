import type { OpenPortfolio } from '#db/open.ts';
import { readTouchedInitiatives } from '#db/read/history.ts';
import { readPortfolio } from '#db/read/portfolio.ts';
import { type CommandMeta, runCommand, type Tx } from '#db/write.ts';
import { AppError } from '#shared/api/errors.ts';
import type { FileDamage } from '#shared/api/schemas/file.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { ComputePool } from '../compute/compute-pool.ts';
import type { FileThread } from '../compute/file-thread.ts';
import type { FileMemoryHandle } from '../platform/file-memory.ts';
import type { Backups } from './backups.ts';
import type { Evaluation } from './evaluation.ts';
import type { ImportSessions } from './import-sessions.ts';
import type { LatestOnly } from './latest-only.ts';
import type { Notices } from './notices.ts';
import type { PastDays } from './past-days.ts';
import type { DataServiceOptions } from './service-types.ts';
import type { Simulations } from './simulations.ts';
import type { StagedFiles } from './staged-files.ts';

/** What every handler gets first. */
export interface DataContext {
  readonly options: DataServiceOptions;
  readonly file: OpenPortfolio;
  readonly evaluation: Evaluation;
  readonly pastDays: PastDays;
  readonly simulations: Simulations;
  readonly compute: ComputePool;
  readonly explaining: LatestOnly;
  readonly staged: StagedFiles;
  readonly imports: ImportSessions;
  /** For work on the whole file that would keep calls waiting. */
  readonly fileThread: FileThread;
  readonly backups: Backups;
  /** What this machine remembers of the file. */
  readonly memory: FileMemoryHandle;
  readonly notices: Notices;
  /** Why the file is only shown, and the ways out; null for a file that is well. */
  readonly damage: FileDamage | null;
}

/** The day the portfolio is looked at: today, or the sample's own last day. */
export function asOfDate(context: DataContext): IsoDate {
  return readPortfolio(context.file.db).sampleAsOf ?? context.options.today();
}

/** Who, when and with which version: the same on every history entry. */
export function commandMeta(context: DataContext): Pick<CommandMeta, 'actor' | 'at' | 'appVersion'> {
  const { reviewer } = readPortfolio(context.file.db);
  return {
    actor: reviewer.trim() === '' ? 'Program lead' : reviewer,
    at: context.options.now(),
    appVersion: context.options.appVersion,
  };
}

/**
 * Runs one command through the write path and tells the page what changed.
 * @throws AppError `read_only` when the file is open for reading only
 */
export function write<T>(context: DataContext, name: string, label: string, work: (tx: Tx) => T): T {
  refuseReadOnly(context);
  context.backups.beforeChange();
  const outcome = runCommand(context.file.db, { ...commandMeta(context), name, label }, work);
  announce(context, outcome.seq, outcome.tables);
  return outcome.value;
}

export function refuseReadOnly(context: DataContext): void {
  if (context.damage) {
    throw new AppError(
      'read_only',
      'This portfolio is damaged and only shown, so nothing was changed. Choose how to restore it first.',
    );
  }
  if (isPrivateCopy(context)) {
    throw new AppError(
      'read_only',
      'This is a copy to read, gone when it is closed, so nothing was changed. Open the portfolio itself to change it.',
    );
  }
  if (context.file.isReadOnly) {
    throw new AppError(
      'read_only',
      'This portfolio is open for reading only, so nothing was changed. Save a copy in a folder you may write to and open that.',
    );
  }
}

/** True when what the screens show is not the person's file but something to look at that is removed at the end. */
export function isPrivateCopy({ damage, options }: Pick<DataContext, 'damage' | 'options'>): boolean {
  return damage !== null || (options.opening?.copiedAt ?? null) !== null;
}

/** After a history entry: forgets what it touched and tells the page which tables changed. */
export function announce(context: DataContext, seq: number, tables: readonly string[]): void {
  if (tables.length === 0) return;
  const touched = readTouchedInitiatives(context.file.db, seq, 200);
  context.evaluation.forget(touched ?? 'all', tables);
  context.backups.noteChange();
  context.options.emit({ type: 'changed', tables });
}
