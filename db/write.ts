import type { Instant } from '#shared/domain/units.ts';
import { objectJson, rowJson } from './canonical-json.ts';
import { type ChangeRecord, type EntryRecord, entryHash } from './chain.ts';
import { fileErrors } from './file-errors.ts';
import { prepared, type WriteDb } from './handles.ts';
import { readAuditHead } from './read/history.ts';
import { fromSqliteError, mustStopWriting } from './sqlite-error.ts';
import { PARENT_TABLES } from './tables/table-spec.ts';
import { columnsOf, type Stored, specOf, type TableName } from './tables.ts';
import { checkPatch, checkRow, keyOf, type LooseRow, type Tx } from './tx.ts';

export type { Tx } from './tx.ts';

/** Who does what, when: the head of a history entry. */
export interface CommandMeta {
  /** Stable name of the command: `closeMonths`. */
  readonly name: string;
  /** The same in words: "Close March 2026 for Claims triage". */
  readonly label: string;
  readonly actor: string;
  readonly at: Instant;
  readonly appVersion: string;
  /** Only set by undo and redo: the entry taken back. */
  readonly undoes?: number;
}

export interface Committed<T> {
  readonly value: T;
  /** Number of the history entry; of the latest one when the command changed nothing. */
  readonly seq: number;
  /** Tables that changed, to be announced; empty when nothing did. */
  readonly tables: readonly string[];
}

const LONGEST_LABEL = 400;
/** Connections on which a write failed in a way that forbids another one. */
const stopped = new WeakSet<WriteDb>();

/**
 * The one write path. Runs `work` in one synchronous transaction, records every changed row with its images
 * before and after as one history entry, and extends the hash chain. Any error rolls all of it back.
 * A command that changes nothing leaves no entry.
 * @throws AppError read_only, disk_full, io_failed, file_damaged, or whatever `work` throws.
 */
export function runCommand<T>(db: WriteDb, command: CommandMeta, work: (tx: Tx) => T): Committed<T> {
  if (db.inTransaction) throw new Error(`command ${command.name} was started inside another one`);
  if (db.readonly) throw fileErrors.readOnly(db.name);
  if (stopped.has(db)) throw fileErrors.stopped(db.name);
  let committing: (Committed<T> & { readonly hash: string }) | undefined;
  try {
    prepared(db, 'BEGIN IMMEDIATE').run();
    const changes: ChangeRecord[] = [];
    const value = work(makeTx(db, command, changes));
    if (value instanceof Promise)
      throw new Error(`command ${command.name} must not wait inside a transaction`);
    const previous = readAuditHead(db);
    if (changes.length === 0) {
      prepared(db, 'ROLLBACK').run();
      return { value, seq: previous.seq, tables: [] };
    }
    const entry = entryOf(previous.seq + 1, command);
    const hash = appendEntry(db, entry, changes, previous.hash);
    const tables = [...new Set(changes.map((change) => change.table)), 'history'];
    committing = { value, seq: entry.seq, tables, hash };
    prepared(db, 'COMMIT').run();
    return { value, seq: entry.seq, tables };
  } catch (error) {
    rollBack(db);
    if (mustStopWriting(error)) stopped.add(db);
    // A COMMIT that failed may have taken effect all the same (the last sync is of the folder): ask the file.
    if (committing && isHead(db, committing.seq, committing.hash))
      return { value: committing.value, seq: committing.seq, tables: committing.tables };
    throw fromSqliteError(error, db.name) ?? error;
  }
}

function entryOf(seq: number, command: CommandMeta): EntryRecord {
  return {
    seq,
    at: command.at,
    actor: command.actor,
    appVersion: command.appVersion,
    command: command.name,
    label: command.label.slice(0, LONGEST_LABEL).toWellFormed(),
    undoes: command.undoes ?? null,
  };
}

function rollBack(db: WriteDb): void {
  if (!db.inTransaction) return;
  try {
    db.exec('ROLLBACK');
  } catch {
    // SQLite may have rolled back by itself; if it has not, the journal does it when the file is opened again.
    stopped.add(db);
  }
}

function isHead(db: WriteDb, seq: number, hash: string): boolean {
  try {
    const head = readAuditHead(db);
    return head.seq === seq && head.hash === hash;
  } catch {
    return false;
  }
}

const INSERT_ENTRY = `INSERT INTO history (seq, at, actor, app_version, command, label, undoes, prev_hash, hash)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const INSERT_CHANGE = `INSERT INTO history_change (seq, ordinal, table_name, row_key, initiative_id, before, after)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;

function appendEntry(
  db: WriteDb,
  entry: EntryRecord,
  changes: readonly ChangeRecord[],
  previous: string,
): string {
  const hash = entryHash(entry, changes, previous);
  const { seq, at, actor, appVersion, command, label, undoes } = entry;
  prepared(db, INSERT_ENTRY).run(seq, at, actor, appVersion, command, label, undoes, previous, hash);
  const statement = prepared(db, INSERT_CHANGE);
  for (const [index, { table, key, initiativeId, before, after }] of changes.entries())
    statement.run(seq, index + 1, table, key, initiativeId, before, after);
  return hash;
}

/** SQL and names of a table, made once from the registry; nothing from outside gets in. */
interface TableSql {
  readonly columns: readonly string[];
  readonly where: string;
  readonly select: string;
  readonly insert: string;
  readonly remove: string;
}
const tableSql = new Map<TableName, TableSql>();

function sqlOf(table: TableName): TableSql {
  let sql = tableSql.get(table);
  if (!sql) {
    const columns = columnsOf(table);
    const where = specOf(table)
      .key.map((column) => `${column} = ?`)
      .join(' AND ');
    sql = {
      columns,
      where,
      select: `SELECT ${columns.join(', ')} FROM ${table} WHERE ${where}`,
      insert: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      remove: `DELETE FROM ${table} WHERE ${where}`,
    };
    tableSql.set(table, sql);
  }
  return sql;
}

const isParent = (table: TableName): boolean => (PARENT_TABLES as readonly string[]).includes(table);

function makeTx(db: WriteDb, command: CommandMeta, changes: ChangeRecord[]): Tx {
  /** Initiative of each parent row met so far, by id: ids are never given twice, whatever the table. */
  const initiatives = new Map<string, string>();

  const valuesOf = (names: readonly string[], row: LooseRow): Stored[] => names.map((n) => row[n] ?? null);

  function find(table: TableName, key: LooseRow): LooseRow | undefined {
    return prepared(db, sqlOf(table).select).get(...valuesOf(specOf(table).key, key)) as LooseRow | undefined;
  }

  function mustFind(table: TableName, key: LooseRow): LooseRow {
    const row = find(table, key);
    if (!row) throw new Error(`${table} has no row ${objectJson(keyOf(table, key))}`);
    return row;
  }

  /** The initiative a row belongs to, through its parent row when it does not name it itself. */
  function initiativeOf(table: TableName, row: LooseRow): string | null {
    const source = specOf(table).initiative;
    if (source === null) return null;
    if (typeof source === 'string') {
      const own = String(row[source]);
      if (isParent(table)) initiatives.set(String(row.id), own);
      return own;
    }
    const parentId = String(row[source.by]);
    let found = initiatives.get(parentId);
    if (found === undefined) {
      const parent = prepared(db, `SELECT initiative_id FROM ${source.parent} WHERE id = ?`).get(parentId);
      if (!parent) throw new Error(`${table} names ${source.parent} ${parentId}, which is not there`);
      found = (parent as { initiative_id: string }).initiative_id;
      initiatives.set(parentId, found);
    }
    return found;
  }

  function record(table: TableName, row: LooseRow, before: LooseRow | null, after: LooseRow | null): void {
    changes.push({
      table,
      key: objectJson(keyOf(table, row)),
      initiativeId: initiativeOf(table, row),
      before: before && rowJson(before),
      after: after && rowJson(after),
    });
  }

  function expectOne(done: number, what: string): void {
    if (done !== 1) throw new Error(`${what} changed ${done} rows instead of 1`);
  }

  function insert(table: TableName, given: LooseRow): void {
    const row = checkRow(table, given);
    const sql = sqlOf(table);
    expectOne(prepared(db, sql.insert).run(...valuesOf(sql.columns, row)).changes, `insert into ${table}`);
    record(table, row, null, row);
  }

  function update(table: TableName, key: LooseRow, patch: LooseRow): boolean {
    const before = mustFind(table, key);
    const changed = checkPatch(table, before, patch);
    const names = Object.keys(changed);
    if (names.length === 0) return false;
    const sql = `UPDATE ${table} SET ${names.map((n) => `${n} = ?`).join(', ')} WHERE ${sqlOf(table).where}`;
    const values = [...valuesOf(names, changed), ...valuesOf(specOf(table).key, key)];
    expectOne(prepared(db, sql).run(...values).changes, `update of ${table}`);
    record(table, before, before, { ...before, ...changed });
    return true;
  }

  function remove(table: TableName, key: LooseRow): void {
    const before = mustFind(table, key);
    record(table, before, before, null);
    const { changes: done } = prepared(db, sqlOf(table).remove).run(...valuesOf(specOf(table).key, key));
    expectOne(done, `removal from ${table}`);
  }

  function upsert(table: TableName, row: LooseRow): boolean {
    const key = keyOf(table, row);
    if (find(table, key)) {
      const rest = Object.entries(row).filter(([column]) => !Object.hasOwn(key, column));
      return update(table, key, Object.fromEntries(rest));
    }
    insert(table, row);
    return true;
  }

  // The registry ties each table name to its columns; inside, names and values are walked over as such.
  return { db, at: command.at, actor: command.actor, find, insert, update, upsert, remove } as unknown as Tx;
}
