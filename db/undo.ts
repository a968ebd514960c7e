import { AppError } from '#shared/api/errors.ts';
import type { Instant } from '#shared/domain/units.ts';
import { rowJson } from './canonical-json.ts';
import { getRow, getRows, type ReadDb, type WriteDb } from './handles.ts';
import { readAuditHead } from './read/history.ts';
import { type RowOf, TABLES, type TableName } from './tables.ts';
import { keyOf, type LooseRow, type Tx } from './tx.ts';
import { runCommand } from './write.ts';

/** Commands that begin a file; there is nothing before them to go back to. */
const NOT_UNDOABLE: ReadonlySet<string> = new Set(['createPortfolio', 'copyPortfolio']);
/** Commands that close a review: its snapshot stands on everything before, so neither is ever taken back. */
const BARRIERS: ReadonlySet<string> = new Set(['recordClosedReview']);

export interface StepMeta {
  readonly actor: string;
  readonly at: Instant;
  readonly appVersion: string;
}

export interface NamedStep {
  readonly seq: number;
  /** Words of the command itself: "Close March 2026 for Claims triage". */
  readonly label: string;
}

/** What Undo would take back next. */
export interface UndoStep extends NamedStep {
  /** Why it cannot be taken back, in words; null when it can. */
  readonly refusal: string | null;
}

export interface StepResult {
  /** The entry taken back. */
  readonly step: NamedStep;
  /** The new history entry. */
  readonly seq: number;
  readonly tables: readonly string[];
}

interface EntryRow {
  readonly seq: number;
  readonly command: string;
  readonly label: string;
  readonly undoes: number | null;
}

const UNDO_PREFIX = 'Undo: ';
const REDO_PREFIX = 'Redo: ';

function readEntry(db: ReadDb, seq: number): EntryRow | undefined {
  return getRow<EntryRow>(db, 'SELECT seq, command, label, undoes FROM history WHERE seq = ?', seq);
}

function namedStep(entry: EntryRow): NamedStep {
  const { command, label, seq } = entry;
  if (command === 'undo') return { seq, label: label.slice(UNDO_PREFIX.length) };
  if (command === 'redo') return { seq, label: label.slice(REDO_PREFIX.length) };
  return { seq, label };
}

/**
 * The entry that Undo would take back now, or null. Undoing entry u leads back to the state before u, so the
 * candidate after an undo of u is the candidate as it was at u - 1; a redo can be undone like any command. A closed
 * review is named with the reason why it stays.
 */
export function readUndo(db: ReadDb): UndoStep | null {
  let entry = readEntry(db, readAuditHead(db).seq);
  while (entry) {
    if (entry.command !== 'undo') {
      if (NOT_UNDOABLE.has(entry.command)) return null;
      const step = namedStep(entry);
      return { ...step, refusal: isBarrier(db, entry) ? barrierWords(step) : null };
    }
    entry = readEntry(db, (entry.undoes ?? 0) - 1);
  }
  return null;
}

/** True when an entry closed a review, itself or as the redo of one that did. */
function isBarrier(db: ReadDb, entry: EntryRow): boolean {
  let current: EntryRow | undefined = entry;
  while (current?.undoes != null) current = readEntry(db, current.undoes);
  return current !== undefined && BARRIERS.has(current.command);
}

function barrierWords({ label }: NamedStep): string {
  return `“${label}” is closed for ever; steps before it cannot be undone. Correct a month by restating it.`;
}

/** How many steps are walked to find an entry; nobody undoes more than this one by one. */
const FARTHEST_STEP = 2000;

/** Where an entry stands among the steps Undo would take back one after the other. */
export type UndoPlace =
  /** `steps` others come first, the next of them `nextLabel`; 0 = it is the next itself; null = more than 2,000. */
  | { readonly status: 'ahead'; readonly steps: number | null; readonly nextLabel: string }
  /** A closed review stands before it, or it is one. */
  | { readonly status: 'closed'; readonly refusal: string }
  /** It is undone, is an undo itself, or begins the file. */
  | { readonly status: 'none' };

/** Where the entry `seq` stands among the steps Undo would take back. */
export function undoPlace(db: ReadDb, seq: number): UndoPlace {
  let nextLabel: string | undefined;
  let from = readAuditHead(db).seq;
  for (let steps = 0; steps <= FARTHEST_STEP; steps++) {
    const entry = undoableFrom(db, from);
    if (!entry || entry.seq < seq || NOT_UNDOABLE.has(entry.command)) return { status: 'none' };
    const step = namedStep(entry);
    if (isBarrier(db, entry)) return { status: 'closed', refusal: barrierWords(step) };
    nextLabel ??= step.label;
    if (entry.seq === seq) return { status: 'ahead', steps, nextLabel };
    from = entry.seq - 1;
  }
  return { status: 'ahead', steps: null, nextLabel: nextLabel ?? '' };
}

/** The latest step in effect at or before an entry: what Undo would find if the history ended there. */
function undoableFrom(db: ReadDb, seq: number): EntryRow | undefined {
  let entry = readEntry(db, seq);
  while (entry?.command === 'undo') entry = readEntry(db, (entry.undoes ?? 0) - 1);
  return entry;
}

/**
 * The undo entry that Redo would take back now, or null. Any new command ends the line; a redo of undo x leads
 * back to what could be redone before x.
 */
export function readRedo(db: ReadDb): NamedStep | null {
  let entry = readEntry(db, readAuditHead(db).seq);
  while (entry) {
    if (entry.command === 'undo') return namedStep(entry);
    if (entry.command !== 'redo') return null;
    entry = readEntry(db, (entry.undoes ?? 0) - 1);
  }
  return null;
}

/**
 * Takes the latest command in effect back, as a new history entry. Works across restarts: everything it needs
 * is in the file. @returns null when there is nothing to take back.
 * @throws AppError conflict when a closed review would be taken back, and when the rows are no longer as the command
 * left them.
 */
export function undoLast(db: WriteDb, meta: StepMeta): StepResult | null {
  const next = readUndo(db);
  if (!next) return null;
  const { refusal, ...step } = next;
  if (refusal !== null) throw new AppError('conflict', refusal);
  return takeBack(db, step, 'undo', UNDO_PREFIX, meta);
}

/** Does the command last undone again, as a new history entry; null when there is none. */
export function redoLast(db: WriteDb, meta: StepMeta): StepResult | null {
  return takeBack(db, readRedo(db), 'redo', REDO_PREFIX, meta);
}

function takeBack(
  db: WriteDb,
  step: NamedStep | null,
  name: 'undo' | 'redo',
  prefix: string,
  meta: StepMeta,
): StepResult | null {
  if (!step) return null;
  const command = { ...meta, name, label: `${prefix}${step.label}`, undoes: step.seq };
  const { seq, tables } = runCommand(db, command, (tx) => revert(tx, step));
  return { step, seq, tables };
}

interface ChangeRow {
  readonly table_name: string;
  readonly row_key: string;
  readonly before: string | null;
  readonly after: string | null;
}

function revert(tx: Tx, step: NamedStep): void {
  const changes = getRows<ChangeRow>(
    tx.db,
    'SELECT table_name, row_key, before, after FROM history_change WHERE seq = ? ORDER BY ordinal DESC',
    step.seq,
  );
  for (const change of changes) revertChange(tx, change, step);
}

function revertChange(tx: Tx, change: ChangeRow, step: NamedStep): void {
  if (!Object.hasOwn(TABLES, change.table_name))
    throw new Error(`history entry ${step.seq} names the unknown table ${change.table_name}`);
  const table = change.table_name as TableName;
  const key = JSON.parse(change.row_key) as RowOf<typeof table>;
  const current = tx.find(table, key);
  if ((current ? rowJson(current) : null) !== change.after)
    throw new AppError(
      'conflict',
      `“${step.label}” cannot be taken back: what it changed is no longer as it left it. Nothing was changed. Run Verify file to see which entry is at odds.`,
    );
  if (change.before === null) {
    tx.remove(table, key);
    return;
  }
  const before = JSON.parse(change.before) as RowOf<typeof table>;
  if (!current) {
    tx.insert(table, before);
    return;
  }
  const names = keyOf(table, before as unknown as LooseRow);
  const rest = Object.entries(before).filter(([column]) => !Object.hasOwn(names, column));
  tx.update(table, key, Object.fromEntries(rest));
}
