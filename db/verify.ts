import { objectJson, rowJson } from './canonical-json.ts';
import { type ChangeRecord, type EntryRecord, entryHash, GENESIS_HASH } from './chain.ts';
import { getRows, prepared, type ReadDb } from './handles.ts';
import { columnsOf, type Stored, TABLE_NAMES } from './tables.ts';
import { keyOf } from './tx.ts';

export type ChainCheck =
  | { readonly isIntact: true; readonly entries: number; readonly head: string }
  | {
      readonly isIntact: false;
      /** The first entry that does not fit. */
      readonly seq: number;
      readonly reason: 'number' | 'previous_hash' | 'hash';
    };

type StoredEntry = EntryRecord & { readonly prevHash: string; readonly hash: string };

const ENTRIES = `SELECT seq, at, actor, app_version AS appVersion, command, label, undoes,
  prev_hash AS prevHash, hash FROM history ORDER BY seq`;
const CHANGES = `SELECT table_name AS "table", row_key AS "key", initiative_id AS initiativeId, before, after
  FROM history_change WHERE seq = ? ORDER BY ordinal`;

/**
 * Recomputes the hash chain of the whole history and names the first entry that does not fit.
 * It proves that the entries are as they were when the head was last seen elsewhere, nothing about who acted;
 * whoever holds the file can write a new chain. See docs/file-format.md.
 */
export function verifyChain(db: ReadDb): ChainCheck {
  let previous = GENESIS_HASH;
  let expected = 1;
  for (const row of prepared(db, ENTRIES).iterate()) {
    const entry = row as StoredEntry;
    if (entry.seq !== expected) return { isIntact: false, seq: expected, reason: 'number' };
    if (entry.prevHash !== previous) return { isIntact: false, seq: entry.seq, reason: 'previous_hash' };
    const changes = prepared(db, CHANGES).iterate(entry.seq) as IterableIterator<ChangeRecord>;
    if (entryHash(entry, changes, previous) !== entry.hash)
      return { isIntact: false, seq: entry.seq, reason: 'hash' };
    previous = entry.hash;
    expected += 1;
  }
  return { isIntact: true, entries: expected - 1, head: previous };
}

export interface StateDifference {
  readonly table: string;
  /** Canonical JSON of the row's key. */
  readonly key: string;
  /** `missing`: the history has it, the table does not; `extra`: the reverse; `differs`: both, unlike. */
  readonly kind: 'missing' | 'extra' | 'differs';
}

/**
 * Rebuilds every row from the after-images of the history and compares it with the tables: finds what no
 * integrity check of SQLite sees, such as one flipped bit in an amount. Empty when all is well.
 */
export function verifyState(db: ReadDb): StateDifference[] {
  const expected = new Map<string, string>();
  const images = prepared(
    db,
    'SELECT table_name, row_key, after FROM history_change ORDER BY seq, ordinal',
  ).iterate() as IterableIterator<{ table_name: string; row_key: string; after: string | null }>;
  for (const { table_name, row_key, after } of images) {
    const name = `${table_name}\n${row_key}`;
    if (after === null) expected.delete(name);
    else expected.set(name, after);
  }
  const differences: StateDifference[] = [];
  for (const table of TABLE_NAMES) {
    const rows = prepared(db, `SELECT ${columnsOf(table).join(', ')} FROM ${table}`).iterate();
    for (const row of rows as IterableIterator<Record<string, Stored>>) {
      const key = objectJson(keyOf(table, row));
      const name = `${table}\n${key}`;
      const image = expected.get(name);
      expected.delete(name);
      if (image === undefined) differences.push({ table, key, kind: 'extra' });
      else if (image !== rowJson(row)) differences.push({ table, key, kind: 'differs' });
    }
  }
  for (const name of expected.keys()) {
    const [table = '', key = ''] = name.split('\n');
    differences.push({ table, key, kind: 'missing' });
  }
  return differences;
}

export interface FileCheck {
  readonly chain: ChainCheck;
  readonly state: readonly StateDifference[];
  /** What SQLite's integrity_check says; empty when it says ok. */
  readonly integrity: readonly string[];
  /** Rows whose parent is missing. */
  readonly foreignKeys: readonly { readonly table: string; readonly parent: string }[];
  readonly isGood: boolean;
}

/** Every check of a file: pages, foreign keys, hash chain, and the tables against the history. */
export function verifyFile(db: ReadDb): FileCheck {
  const integrity = getRows<{ integrity_check: string }>(db, 'PRAGMA integrity_check')
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok');
  const foreignKeys = getRows<{ table: string; parent: string }>(db, 'PRAGMA foreign_key_check');
  const chain = verifyChain(db);
  const state = verifyState(db);
  const isGood = integrity.length === 0 && foreignKeys.length === 0 && chain.isIntact && state.length === 0;
  return { chain, state, integrity, foreignKeys, isGood };
}
