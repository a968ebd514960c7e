import { availableParallelism } from 'node:os';
import type { z } from 'zod';
import { openPortfolioFile } from '#db/open.ts';
import { type DataCall, dataContract } from '#shared/api/contract.ts';
import { AppError, type Result, toApiError } from '#shared/api/errors.ts';
import { computePool } from '../compute/compute-pool.ts';
import type { DataContext } from './context.ts';
import { evaluation } from './evaluation.ts';
import { handlers } from './handlers/index.ts';
import { importSessions } from './import-sessions.ts';
import { latestOnly } from './latest-only.ts';
import type { DataService, DataServiceOptions } from './service-types.ts';
import { simulationCache } from './simulation-cache.ts';
import { simulations } from './simulations.ts';
import { stagedFiles } from './staged-files.ts';

/**
 * Opens the portfolio file and answers the data contract on it. The same code on both hosts.
 * @throws AppError when the file cannot be opened (`file_in_use`, `file_newer`, `file_damaged`, ...)
 */
export async function openDataService(options: DataServiceOptions): Promise<DataService> {
  const file = openPortfolioFile(options.path);
  const compute = computePool(options.computeWorker, computeThreads());
  const runs = simulations(
    compute,
    simulationCache(options.simulationCachePath),
    (ids) => {
      context.evaluation.decideAgain(ids);
      options.emit({ type: 'changed', tables: ['simulation'] });
    },
    options.log,
  );
  const context: DataContext = {
    options,
    file,
    compute,
    simulations: runs,
    explaining: latestOnly(),
    evaluation: evaluation(file.db, runs.lookUp),
    staged: stagedFiles(options.newId),
    imports: importSessions(),
  };
  return {
    call: (name, input) => answer(context, name, input),
    stageFile: context.staged.add,
    close: async () => {
      context.imports.clear();
      runs.close();
      await compute.close();
      file.close();
    },
  };
}

/** One thread is left to the page and the data service itself. */
function computeThreads(): number {
  return Math.max(1, Math.min(availableParallelism() - 1, 8));
}

/** Validates, runs and answers one call. An unexpected throw is a bug: logged here, answered as `internal`. */
async function answer(context: DataContext, name: string, input: unknown): Promise<Result<unknown>> {
  try {
    if (!isDataCall(name))
      throw new AppError('invalid_input', `There is no call named "${String(name).slice(0, 60)}".`);
    const parsed = dataContract[name].input.safeParse(input);
    if (!parsed.success) throw invalidInput(parsed.error);
    const handler = handlers[name] as (context: DataContext, input: unknown) => unknown;
    const value = await handler(context, parsed.data);
    if (context.options.isCheckingOutput) dataContract[name].output.parse(value);
    return { ok: true, value };
  } catch (error) {
    const known = toApiError(error);
    if (known) return { ok: false, error: known };
    context.options.log(`call ${name} failed`, error);
    return {
      ok: false,
      error: {
        code: 'internal',
        message: 'Something went wrong inside Pilotage; nothing was changed. Try again.',
      },
    };
  }
}

function isDataCall(name: string): name is DataCall {
  return Object.hasOwn(dataContract, name);
}

/** The first thing wrong with an input, in words, with the field it is about. */
function invalidInput(error: z.ZodError): AppError {
  const issue = error.issues[0];
  // The last name is the one a person knows; what wraps it ("patch", "line") is ours.
  const field = String(issue?.path.findLast((part) => typeof part === 'string') ?? '');
  const what = issue?.message ?? 'not what is expected';
  return new AppError('invalid_input', field === '' ? `Not accepted: ${what}.` : `${field}: ${what}.`, {
    field,
  });
}
