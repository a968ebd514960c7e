import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { z } from 'zod';
import { openPortfolioFile } from '#db/open.ts';
import { pagesFailed } from '#db/page-check.ts';
import { readAuditHead } from '#db/read/history.ts';
import { readFileFacts } from '#db/read/portfolio.ts';
import { fromSqliteError } from '#db/sqlite-error.ts';
import { type DataCall, dataContract } from '#shared/api/contract.ts';
import { AppError, type Result, toApiError } from '#shared/api/errors.ts';
import { computePool } from '../compute/compute-pool.ts';
import { fileThread } from '../compute/file-thread.ts';
import { fileMemory } from '../platform/file-memory.ts';
import { type BackgroundCheck, checkInBackground } from './background-check.ts';
import { openBackups } from './backups.ts';
import { type DataContext, isPrivateCopy } from './context.ts';
import { evaluation } from './evaluation.ts';
import { handlers } from './handlers/index.ts';
import { idleWait, realTimers } from './idle-wait.ts';
import { importSessions } from './import-sessions.ts';
import { latestOnly } from './latest-only.ts';
import { noticeList } from './notices.ts';
import { pastDays } from './past-days.ts';
import { liveView, pastDayOpener } from './portfolio-at.ts';
import type { DataService, DataServiceOptions } from './service-types.ts';
import { evaluated } from './settled.ts';
import { simulationCache } from './simulation-cache.ts';
import { simulations } from './simulations.ts';
import { stagedFiles } from './staged-files.ts';

/**
 * Opens the portfolio file and answers the data contract on it. The same code on both hosts.
 * @throws AppError when the file cannot be opened (`file_in_use`, `file_newer`, `file_damaged`, ...)
 */
export async function openDataService(options: DataServiceOptions): Promise<DataService> {
  const { opening } = options;
  const file = opening?.file ?? openPortfolioFile(options.path);
  const compute = computePool(options.computeWorker, computeThreads());
  const thread = fileThread(options.fileWorker);
  const simulated = simulationCache(options.simulationCachePath);
  const runs = simulations(
    compute,
    simulated,
    (ids) => {
      context.evaluation.decideAgain(ids);
      options.emit({ type: 'changed', tables: ['simulation'] });
    },
    options.log,
  );
  let checking: BackgroundCheck | undefined;
  const idle = idleWait(realTimers);
  const parts: Omit<DataContext, 'backups'> = {
    options,
    file,
    compute,
    simulations: runs,
    explaining: latestOnly(),
    evaluation: evaluation(file.db, runs.lookUp),
    pastDays: pastDays(pastDayOpener({ options, file, compute, fileThread: thread }, simulated)),
    staged: stagedFiles(options.newId),
    imports: importSessions(),
    fileThread: thread,
    memory: opening?.memory ?? fileMemory(null, options.path, options.log),
    notices: noticeList(opening?.notices ?? [], () => options.emit({ type: 'changed', tables: ['notices'] })),
    damage: opening?.damage ?? null,
  };
  const context: DataContext = { ...parts, backups: openBackups(parts) };
  let isClosed = false;
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    context.imports.clear();
    runs.close();
    context.pastDays.close();
    checking?.stop();
    try {
      // A last backup needs the file and the thread: first it, then they.
      await context.backups.close();
      await Promise.all([compute.close(), thread.drain()]);
    } finally {
      closeFile(context);
    }
  };
  try {
    if (opening?.holdWhenSound) await checkPages(context, opening.holdWhenSound);
    rememberOpened(context);
  } catch (error) {
    await close();
    throw fromSqliteError(error, file.path) ?? error;
  }
  checking = opening?.mustCheck ? checkInBackground(context, idle) : undefined;
  return {
    call(name, input) {
      idle.noteCall();
      return answer(context, name, input);
    },
    stageFile: context.staged.add,
    async prepareRestore() {
      if (!isPrivateCopy(context)) await context.backups.before('before_restore');
    },
    close,
  };
}

/**
 * Has the pages of the file checked in its thread while the first screen is worked out here.
 * @throws AppError file_damaged
 */
async function checkPages(context: DataContext, hold: () => void): Promise<void> {
  const { file, fileThread: thread } = context;
  const checking = thread.run({ kind: 'pages', path: file.path });
  // Not waited for until the other half is done.
  checking.catch(() => undefined);
  // The thread gets its work in a turn of this one, which is then busy.
  await nextTurn();
  const prepared = tried(() => evaluated(liveView(context)));
  const { isSound } = await checking;
  if (!isSound) throw pagesFailed(file.path);
  if (!prepared.ok) throw prepared.error;
  hold();
}

/** What goes wrong on damaged pages says less than the check of the pages does. */
function tried(work: () => unknown): { readonly ok: true } | { readonly ok: false; readonly error: unknown } {
  try {
    work();
    return { ok: true };
  } catch (error) {
    return { ok: false, error };
  }
}

function rememberOpened(context: DataContext): void {
  if (isPrivateCopy(context)) return;
  const { db } = context.file;
  context.memory.opened(readFileFacts(db).fileId, readAuditHead(db));
}

/** Lets go of the file and remembers how it was left: the next opening can tell whether anybody else had it meanwhile. */
function closeFile(context: DataContext): void {
  const { file, memory, options } = context;
  try {
    const head = isPrivateCopy(context) ? undefined : readAuditHead(file.db);
    file.close();
    const state = head && statSync(options.path, { throwIfNoEntry: false });
    if (head && state) memory.closed(head, { size: state.size, mtimeMs: state.mtimeMs });
  } catch (error) {
    // The drive may be gone. Remembered as a crash then: the next opening checks everything.
    options.log('the portfolio was not closed cleanly', error);
  } finally {
    file.close();
  }
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
    context.backups.noteCall();
    const handler = handlers[name] as (context: DataContext, input: unknown) => unknown;
    const value = await handler(context, parsed.data);
    if (context.options.isCheckingOutput) dataContract[name].output.parse(value);
    return { ok: true, value };
  } catch (error) {
    // A call that only looks fails too when the disk does: that is trouble with the file, no bug.
    const known = toApiError(fromSqliteError(error, context.file.path) ?? error);
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
