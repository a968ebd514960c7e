import type { OpenPortfolio } from '#db/open.ts';
import { readTouchedInitiatives } from '#db/read/history.ts';
import { readPortfolio } from '#db/read/portfolio.ts';
import { type CommandMeta, runCommand, type Tx } from '#db/write.ts';
import { AppError } from '#shared/api/errors.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { Evaluated, Evaluation } from './evaluation.ts';
import type { ImportSessions } from './import-sessions.ts';
import type { DataServiceOptions } from './service-types.ts';
import type { StagedFiles } from './staged-files.ts';

/** What every handler gets first. */
export interface DataContext {
  readonly options: DataServiceOptions;
  readonly file: OpenPortfolio;
  readonly evaluation: Evaluation;
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

/** @throws AppError `not_found` when no initiative has the id (it may have been deleted meanwhile). */
export function evaluatedInitiative(context: DataContext, id: string): Evaluated {
  const found = evaluatedPortfolio(context).get(id);
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
  context.evaluation.forget(touched ?? 'all');
  context.options.emit({ type: 'changed', tables });
}
