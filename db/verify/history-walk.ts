import { type ChangeRecord, type EntryRecord, entryHash, GENESIS_HASH } from '../chain.ts';
import { prepared, type ReadDb } from '../handles.ts';
import type { AuditHead } from '../read/history.ts';

/** Why an entry does not fit. */
export type ChainBreak =
  /** It is missing, or its number is not the next one. */
  | 'number'
  /** It does not follow the entry before it. */
  | 'previous_hash'
  /** Its content is not what its hash was made of. */
  | 'hash'
  /** Its changes are not numbered without a gap, or are no plain rows. */
  | 'changes'
  /** The file cannot be read there. */
  | 'unreadable';

export type ChainCheck =
  | { readonly isIntact: true; readonly entries: number; readonly head: string }
  | {
      readonly isIntact: false;
      /** The first entry that does not fit. */
      readonly seq: number;
      readonly reason: ChainBreak;
    };

export type StoredEntry = EntryRecord & { readonly prevHash: string; readonly hash: string };
export type StoredChange = ChangeRecord & { readonly seq: number; readonly ordinal: number };

/** What is done with the history while it is read. What a visitor throws ends the walk and is thrown on. */
export interface HistoryVisitor {
  readonly entry?: (entry: StoredEntry) => void;
  readonly change?: (change: StoredChange) => void;
}

export interface HistoryWalk {
  readonly chain: ChainCheck;
  /** The last entry up to which everything fits; `seq` 0 when not even the first one does. */
  readonly sound: AuditHead;
  /** False when reading ended early: visitors have not seen all there is. */
  readonly isReadWhole: boolean;
}

export interface WalkOptions {
  /** Leaves the entries after this number out. */
  readonly upTo?: number;
  /** Goes no further than the first entry that does not fit. */
  readonly stopsAtBreak?: boolean;
  /** Takes this entry and all before it as given, and begins with the one that follows it. */
  readonly after?: AuditHead;
}

const ENTRIES = `SELECT seq, at, actor, app_version AS appVersion, command, label, undoes,
  prev_hash AS prevHash, hash FROM history WHERE seq > ? ORDER BY seq`;
// The hash is made of images as texts, so each must be one JSON object by itself: otherwise text could be moved from
// one field or change to the next with the same hash.
const CHANGES = `SELECT seq, ordinal, table_name AS "table", row_key AS "key", initiative_id AS initiativeId,
  before, after, json_valid(row_key) AND (before IS NULL OR json_valid(before))
    AND (after IS NULL OR json_valid(after)) AS isJson
  FROM history_change`;
// In the order in which they were appended, which is the order of the entries, and past the index: a damaged index
// must not hide a history that is whole.
const ALL_CHANGES = `${CHANGES} NOT INDEXED WHERE seq > ? ORDER BY rowid`;
// By the index: what is damaged before the entry to begin with is not touched.
const LATER_CHANGES = `${CHANGES} WHERE seq > ? ORDER BY seq, ordinal`;

type ReadChange = StoredChange & { readonly isJson: number };

const GENESIS: AuditHead = { seq: 0, hash: GENESIS_HASH };

/** Ends a walk where the file cannot be read. */
class Unreadable extends Error {}

/**
 * Reads the whole history once, in order, and recomputes the hash chain on the way. Never throws because of what
 * the file holds: where it cannot be read, the chain ends.
 */
export function walkHistory(db: ReadDb, visitor: HistoryVisitor, options: WalkOptions = {}): HistoryWalk {
  const { upTo = Number.POSITIVE_INFINITY, stopsAtBreak = false, after = GENESIS } = options;
  let sound = after;
  let broken: (ChainCheck & { isIntact: false }) | undefined;
  let expected = after.seq + 1;
  const fail = (seq: number, reason: ChainBreak): void => {
    broken ??= { isIntact: false, seq, reason };
  };
  const cursors: Iterator<unknown>[] = [];
  const start = (sql: string): Iterator<unknown> => {
    const cursor = reading(() => prepared(db, sql).iterate(after.seq));
    cursors.push(cursor);
    return cursor;
  };
  let isReadWhole = true;
  try {
    const entries = start(ENTRIES);
    const changes = start(after.seq === 0 ? ALL_CHANGES : LATER_CHANGES);
    let change = next<ReadChange>(changes);

    /** The changes of an entry; a change that belongs to none breaks the chain at this entry. */
    function* changesOf(seq: number): Generator<ChangeRecord> {
      for (let ordinal = 1; change !== undefined && change.seq <= seq; change = next(changes)) {
        if (change.seq !== seq || change.ordinal !== ordinal || !isPlain(change)) {
          fail(expected, 'changes');
          if (stopsAtBreak) return;
        }
        ordinal += 1;
        visitor.change?.(change);
        yield change;
      }
    }

    for (let entry = next<StoredEntry>(entries); entry !== undefined; entry = next(entries)) {
      if (entry.seq > upTo) break;
      if (!isReadable(entry)) throw new Unreadable();
      if (entry.seq !== expected) fail(expected, 'number');
      else if (entry.prevHash !== sound.hash) fail(entry.seq, 'previous_hash');
      if (broken && stopsAtBreak) break;
      if (broken) for (const _ of changesOf(entry.seq));
      else if (entryHash(entry, changesOf(entry.seq), sound.hash) !== entry.hash) fail(entry.seq, 'hash');
      if (broken && stopsAtBreak) break;
      visitor.entry?.(entry);
      if (!broken) sound = { seq: entry.seq, hash: entry.hash };
      expected = entry.seq + 1;
    }
    // Changes without their entry; and every portfolio has the entry that made it.
    if ((change !== undefined && change.seq <= upTo) || expected === 1) fail(expected, 'number');
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    isReadWhole = false;
    fail(expected, 'unreadable');
  } finally {
    for (const cursor of cursors) cursor.return?.();
  }
  return { chain: broken ?? { isIntact: true, entries: sound.seq, head: sound.hash }, sound, isReadWhole };
}

/** Keeps a failed read apart from a failure of a visitor, which may write to another file meanwhile. */
function reading<T>(work: () => T): T {
  try {
    return work();
  } catch {
    throw new Unreadable();
  }
}

function next<Row>(cursor: Iterator<unknown>): Row | undefined {
  return reading(() => {
    const step = cursor.next();
    return step.done === true ? undefined : (step.value as Row);
  });
}

const isText = (value: unknown): boolean => typeof value === 'string';

/** A damaged record can hold values of other kinds than its column. */
function isReadable(entry: StoredEntry): boolean {
  const { at, actor, appVersion, command, label, undoes, prevHash, hash } = entry;
  return (
    [at, actor, appVersion, command, label, prevHash, hash].every(isText) &&
    (undoes === null || Number.isSafeInteger(undoes))
  );
}

function isPlain({ table, key, initiativeId, before, after, isJson }: ReadChange): boolean {
  return (
    isJson === 1 &&
    isText(table) &&
    isObject(key) &&
    (initiativeId === null || isText(initiativeId)) &&
    (before === null || isObject(before)) &&
    (after === null || isObject(after))
  );
}

function isObject(json: unknown): boolean {
  return typeof json === 'string' && json.startsWith('{');
}
