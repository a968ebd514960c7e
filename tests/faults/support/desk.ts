import { dirname, join } from 'node:path';
import { folderOfBackups } from '#db/backup/list-backups.ts';
import { writeBackup } from '#db/backup/write-backup.ts';
import { importBatch } from '#db/commands/index.ts';
import { createPortfolioFile } from '#db/create.ts';
import type { WriteDb } from '#db/handles.ts';
import { type OpenPortfolio, openPortfolioFile } from '#db/open.ts';
import { type AuditHead, readAuditHead } from '#db/read/history.ts';
import { readFileFacts } from '#db/read/portfolio.ts';
import { blankFields } from '#db/rows/initiative-row.ts';
import { fromSqliteError } from '#db/sqlite-error.ts';
import { redoLast, undoLast } from '#db/undo.ts';
import { runCommand, type Tx } from '#db/write.ts';
import { AppError, type ErrorCode } from '#shared/api/errors.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';
import { fixedClock, fixedIds } from '#tests/support/fixed-context.ts';
import type { TestPortfolio } from '#tests/support/portfolio.ts';
import { ACTIONS, type RandomStep, runStep } from '#tests/support/random-commands.ts';

/** Codes by which a portfolio refuses a command in words; everything else is trouble with the file. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set([
  'invalid_input',
  'not_found',
  'conflict',
  'import_rejected',
]);

/** Carries trouble with the file past `runStep`, which takes every AppError for a refusal. */
class FileTrouble extends Error {
  readonly trouble: AppError;

  constructor(trouble: AppError) {
    super(trouble.message);
    this.trouble = trouble;
  }
}

/** Where a script works on one portfolio through the application's own code. */
export interface Desk {
  /** Makes the file. */
  readonly create: () => void;
  /** Opens the file. @returns the head of its history. */
  readonly open: () => AuditHead;
  readonly isOpen: () => boolean;
  readonly close: () => void;
  /**
   * Does a step of the script and answers the head after it, or null when the portfolio refused it in words.
   * @throws whatever trouble the file makes.
   */
  readonly act: (step: RandomStep) => AuditHead | null;
  /** Brings in so many initiatives as one command. */
  readonly importRows: (count: number) => AuditHead;
  /** Backs the open file up below `folder`, as of that day. @returns where the backup lies, and its head. */
  readonly backUp: (folder: string, day: IsoDate) => { readonly path: string; readonly head: AuditHead };
  /** Makes SQLite spill pages into the file in the middle of a transaction, as a large one does. */
  readonly shrinkMemory: () => void;
}

/** A desk at the portfolio of this path. `name` tells its ids from those of another desk at the same one. */
export function deskAt(path: string, name: string): Desk {
  const [newId, now] = [fixedIds(name), fixedClock()];
  const meta = () => ({ actor: 'Tester', at: now(), appVersion: '0.0.0-test' });
  let file: OpenPortfolio | undefined;
  const db = () => mustBeOpen(file).db;
  const run = <T>(command: string, work: (tx: Tx) => T, label = command) =>
    runCommand(db(), { ...meta(), name: command, label }, work);
  const portfolio: TestPortfolio = {
    path,
    folder: dirname(path),
    newId,
    now,
    meta,
    file: () => mustBeOpen(file),
    db,
    run: (...given) => {
      try {
        return run(...given);
      } catch (error) {
        throw error instanceof AppError && !isRefusal(error) ? new FileTrouble(error) : error;
      }
    },
    reopen: () => {
      throw new Error('a step of the script does not open the file');
    },
  };
  return {
    create: () =>
      createPortfolioFile(path, {
        name: 'Claims',
        currency: 'EUR',
        at: now(),
        newId,
        appVersion: '0.0.0-test',
      }),
    open: () => {
      file = openPortfolioFile(path);
      return headOf(portfolio);
    },
    isOpen: () => file !== undefined,
    close: () => {
      const open = file;
      file = undefined;
      open?.close();
    },
    act: (step) => act(portfolio, step),
    importRows: (count) => {
      run('importBatch', (tx) => importRows(tx, count, newId), `Import ${count} initiatives`);
      return headOf(portfolio);
    },
    backUp: (folder, day) => backUp(db(), folder, day),
    shrinkMemory: () => void db().pragma('cache_size = 10'),
  };
}

function mustBeOpen(file: OpenPortfolio | undefined): OpenPortfolio {
  if (!file) throw new Error('the file is not open');
  return file;
}

/** The head of the history; a question the file cannot answer is told as the data service tells it. */
function headOf(portfolio: TestPortfolio): AuditHead {
  try {
    return readAuditHead(portfolio.db());
  } catch (error) {
    throw fromSqliteError(error, portfolio.path) ?? error;
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof AppError && REFUSALS.has(error.code);
}

function act(portfolio: TestPortfolio, step: RandomStep): AuditHead | null {
  const before = headOf(portfolio).seq;
  try {
    // Undo and redo go past runStep: it would swallow the trouble they tell of.
    if (step.action === 'undo') undoLast(portfolio.db(), portfolio.meta());
    else if (step.action === 'redo') redoLast(portfolio.db(), portfolio.meta());
    else runStep(portfolio, step);
  } catch (error) {
    if (!isRefusal(error)) throw error instanceof FileTrouble ? error.trouble : error;
  }
  const head = headOf(portfolio);
  return head.seq === before ? null : head;
}

/** Steps that give the others rows to work on. */
const FIRST = ['create', 'line', 'driver', 'scope', 'scopeLine', 'asset'] as const;
const ONWARD = ACTIONS.filter((action) => action !== 'undo' && action !== 'redo');

/** Step `at` of the fixed script: every kind of command in turn, and undo and redo among them. */
export function scriptStep(at: number): RandomStep {
  const common = { pick: at, n: at * 7, text: `Step ${at} ${'ä'.repeat(at % 60)}` };
  const first = FIRST[at];
  if (first) return { ...common, action: first };
  if (at % 8 === 6) return { ...common, action: 'undo' };
  if (at % 8 === 7) return { ...common, action: 'redo' };
  return { ...common, action: ONWARD[at % ONWARD.length] ?? 'create' };
}

/** Any step, by chance; undo and redo a little more often than the rest. */
export function randomStep(chance: () => number): RandomStep {
  const below = (end: number) => Math.floor(chance() * end);
  const action = below(8) === 0 ? (['undo', 'redo'] as const)[below(2)] : ACTIONS[below(ACTIONS.length)];
  const n = below(1000);
  return { action: action ?? 'create', pick: below(50), n, text: `Step ${n}` };
}

function backUp(db: WriteDb, folder: string, day: IsoDate) {
  const { backup, head } = writeBackup({
    image: db.serialize(),
    folder,
    reason: 'by_hand',
    madeAt: `${day}T12:00:00.000Z` as Instant,
    place: '0123abcd',
    dayOf: () => day,
  });
  return { path: join(folderOfBackups(folder, readFileFacts(db).fileId), backup.handle), head };
}

function importRows(tx: Tx, count: number, newId: () => string): void {
  const day = '2026-03-01' as IsoDate;
  const evidence = [{ kind: 'document', datedOn: day, link: '', note: 'n', sourceQuestion: 'Q 12' }] as const;
  const levels = [{ gap: 'data', level: 2, rater: 'Import', ratedOn: day, note: '', evidence }] as const;
  const records = Array.from({ length: count }, (_, index) => ({
    fields: { ...blankFields(`Row ${index + 2}`, 'pilot'), purpose: 'What it is for. '.repeat(index % 40) },
    levels,
    sourceRow: index + 2,
    fingerprint: `f${index}`,
    identity: null,
  }));
  importBatch(tx, { fileName: 'a.csv', profileId: 'generic', rowsRead: count, records, problems: [] }, newId);
}
