import type { OpenPortfolio } from '#db/open.ts';
import { readTouchedInitiatives } from '#db/read/history.ts';
import { readPortfolio } from '#db/read/portfolio.ts';
import { type CommandMeta, runCommand, type Tx } from '#db/write.ts';
import { AppError } from '#shared/api/errors.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { ComputePool } from '../compute/compute-pool.ts';
import type { Evaluated, Evaluation } from './evaluation.ts';
import type { ImportSessions } from './import-sessions.ts';
import type { LatestOnly } from './latest-only.ts';
import type { DataServiceOptions } from './service-types.ts';
import type { Simulations } from './simulations.ts';
import type { StagedFiles } from './staged-files.ts';

/** What every handler gets first. */
export interface DataContext {
  readonly options: DataServiceOptions;
  readonly file: OpenPortfolio;
  readonly evaluation: Evaluation;
  readonly simulations: Simulations;
  readonly compute: ComputePool;
  readonly explaining: LatestOnly;
  readonly staged: StagedFiles;
  readonly imports: ImportSessions;
}

/** The day the portfolio is looked at: today, or the sample's own last day. */
export function asOfDate(context: DataContext): IsoDate {
  return readPortfolio(context.file.db).sampleAsOf ?? context.options.today();
}

export function evaluatedPortfolio(context: DataContext): ReadonlyMap<string, Evaluated> {
  return context.evaluation.all(asOfDate(context));
}

/** A screen waits this long for simulations before it shows "computing": short ones never flicker. */
const SCREEN_PATIENCE_MS = 400;

/**
 * The portfolio after its simulations have come in, or after a short wait. An export waits for all of them, those
 * included that a change begins meanwhile: a printed figure must not read "computing".
 * @throws AppError for an export: `cancelled` when the portfolio is closed before all figures are there,
 * `unavailable` when one cannot be computed
 */
export async function settledPortfolio(
  context: DataContext,
  wait: 'screen' | 'export',
): Promise<ReadonlyMap<string, Evaluated>> {
  const { simulations } = context;
  let all = evaluatedPortfolio(context);
  if (wait === 'screen') {
    if (simulations.pending() === 0) return all;
    await simulations.settled(SCREEN_PATIENCE_MS);
    return evaluatedPortfolio(context);
  }
  while (simulations.pending() > 0) {
    await simulations.settled(Number.POSITIVE_INFINITY);
    if (simulations.isClosed()) {
      throw new AppError(
        'cancelled',
        'The portfolio was closed while figures were still being computed. Nothing was exported.',
      );
    }
    all = evaluatedPortfolio(context);
  }
  refuseUncomputed(all);
  return all;
}

/** What is still computing when nothing runs any more is a simulation that failed; the log says why. */
function refuseUncomputed(all: ReadonlyMap<string, Evaluated>): void {
  const failed = [...all.values()].find(({ result }) => result.value.status === 'computing');
  if (failed) {
    throw new AppError(
      'unavailable',
      `The forecast of “${failed.facts.initiative.name}” could not be computed, so nothing was exported. Close Pilotage and open it again, then export.`,
    );
  }
}

/** @throws AppError `not_found` when no initiative has the id (it may have been deleted meanwhile). */
export async function evaluatedInitiative(context: DataContext, id: string): Promise<Evaluated> {
  const found = (await settledPortfolio(context, 'screen')).get(id);
  if (!found) throw new AppError('not_found', 'This initiative is no longer in the portfolio.');
  return found;
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
  const outcome = runCommand(context.file.db, { ...commandMeta(context), name, label }, work);
  announce(context, outcome.seq, outcome.tables);
  return outcome.value;
}

export function refuseReadOnly(context: DataContext): void {
  if (context.file.isReadOnly) {
    throw new AppError(
      'read_only',
      'This portfolio is open for reading only, so nothing was changed. Save a copy in a folder you may write to and open that.',
    );
  }
}

/** After a history entry: forgets what it touched and tells the page which tables changed. */
export function announce(context: DataContext, seq: number, tables: readonly string[]): void {
  if (tables.length === 0) return;
  const touched = readTouchedInitiatives(context.file.db, seq, 200);
  context.evaluation.forget(touched ?? 'all', tables);
  context.options.emit({ type: 'changed', tables });
}
