import type Database from 'better-sqlite3';

/** What each setting must answer after the first read; `writable` ones are not asked of a read-only file. */
const EXPECTED: readonly (readonly [pragma: string, value: string | number, only?: 'writable'])[] = [
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['mmap_size', 0],
  ['locking_mode', 'exclusive'],
  ['journal_mode', 'delete', 'writable'],
  ['synchronous', 3, 'writable'],
  ['fullfsync', 1, 'writable'],
  ['foreign_keys', 1],
  ['secure_delete', 1, 'writable'],
];

/**
 * `for_good`: nobody else reads or writes the file until the connection closes. `against_writers`: others may still read
 * it; the transaction this leaves open ends with {@link holdForGood}.
 */
export type Hold = 'for_good' | 'against_writers';

/**
 * Sets a fresh connection up for a document that must survive power cuts and hostile content, takes the lock,
 * and proves the settings: `synchronous` silently falls back after `journal_mode` on this driver, so each value
 * is asked for again after the first read. Reasons and measurements: docs/file-format.md.
 * @throws SqliteError when the lock is held elsewhere or the file is unreadable; Error when a setting did not hold.
 */
export function configure(raw: Database.Database, isReadOnly: boolean, hold: Hold = 'for_good'): void {
  raw.pragma('trusted_schema = OFF');
  raw.pragma('cell_size_check = ON');
  raw.pragma('mmap_size = 0');
  if (hold === 'for_good') raw.pragma('locking_mode = EXCLUSIVE');
  if (isReadOnly) {
    raw.pragma('query_only = ON');
  } else {
    raw.pragma('journal_mode = DELETE');
    raw.pragma('synchronous = EXTRA');
    raw.pragma('fullfsync = ON');
    raw.pragma('secure_delete = ON');
  }
  raw.pragma('foreign_keys = ON');
  // In exclusive mode the lock taken here stays until the connection closes; a crash releases it.
  if (hold === 'against_writers') raw.exec('BEGIN IMMEDIATE');
  else raw.exec(isReadOnly ? 'BEGIN; SELECT count(*) FROM sqlite_schema; COMMIT' : 'BEGIN IMMEDIATE; COMMIT');
  raw.prepare('SELECT count(*) FROM sqlite_schema').get();
  if (hold === 'for_good') proveSettings(raw, isReadOnly);
}

/**
 * Ends what `against_writers` began: from now on nobody else reads the file either. Nobody can come in between.
 * @throws SqliteError when somebody is still reading; Error when a setting did not hold
 */
export function holdForGood(raw: Database.Database): void {
  raw.pragma('locking_mode = EXCLUSIVE');
  raw.exec('COMMIT; BEGIN EXCLUSIVE; COMMIT');
  proveSettings(raw, false);
}

function proveSettings(raw: Database.Database, isReadOnly: boolean): void {
  for (const [pragma, value, only] of EXPECTED) {
    if (only === 'writable' && isReadOnly) continue;
    const actual = raw.pragma(pragma, { simple: true });
    if (actual !== value) throw new Error(`SQLite setting ${pragma} is ${String(actual)}, must be ${value}`);
  }
}
