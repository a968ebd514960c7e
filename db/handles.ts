import type Database from 'better-sqlite3';

declare const mayRead: unique symbol;
declare const mayWrite: unique symbol;

/** A handle for questions. `prepare` could still write: the brand guards intent, not the database. */
export type ReadDb = Pick<Database.Database, 'prepare'> & { readonly [mayRead]: true };

/** A handle for the one write path (`db/write.ts`); every WriteDb is a ReadDb too. */
export type WriteDb = Database.Database & { readonly [mayRead]: true; readonly [mayWrite]: true };

/** Marks an open connection as writable. Only opening and creating code and tests call it. */
export function asWriteDb(raw: Database.Database): WriteDb {
  return raw as WriteDb;
}

/** Marks a connection as readable only. */
export function asReadDb(raw: Database.Database): ReadDb {
  return raw as unknown as ReadDb;
}

type Bindable = string | number | null;
const statements = new WeakMap<ReadDb, Map<string, Database.Statement<Bindable[], unknown>>>();

/** The prepared statement of `sql` on this connection, prepared once. `sql` is always our own text, never input. */
export function prepared(db: ReadDb, sql: string): Database.Statement<Bindable[], unknown> {
  let known = statements.get(db);
  if (!known) {
    known = new Map();
    statements.set(db, known);
  }
  let statement = known.get(sql);
  if (!statement) {
    statement = db.prepare<Bindable[], unknown>(sql);
    known.set(sql, statement);
  }
  return statement;
}

/** The first row of a question, or undefined. */
export function getRow<Row>(db: ReadDb, sql: string, ...values: Bindable[]): Row | undefined {
  return prepared(db, sql).get(...values) as Row | undefined;
}

/** All rows of a question. */
export function getRows<Row>(db: ReadDb, sql: string, ...values: Bindable[]): Row[] {
  return prepared(db, sql).all(...values) as Row[];
}
