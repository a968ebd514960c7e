import type { ReadDb } from './handles.ts';
import type { ColumnKind } from './tables/table-spec.ts';
import {
  columnsOf,
  type KeyOf,
  type PatchOf,
  type RowOf,
  type Stored,
  specOf,
  type TableName,
} from './tables.ts';

/** What a command may do inside its transaction. Every change is recorded; nothing else can write. */
export interface Tx {
  /** For questions inside the command; they see its changes so far. */
  readonly db: ReadDb;
  readonly at: string;
  readonly actor: string;
  /** The row of a key, or undefined. */
  readonly find: <T extends TableName>(table: T, key: KeyOf<T>) => RowOf<T> | undefined;
  /** Adds a row; every column is named, NULL included. */
  readonly insert: <T extends TableName>(table: T, row: RowOf<T>) => void;
  /** Changes the named columns of one row; false when they had those values already. @throws Error when there is no such row. */
  readonly update: <T extends TableName>(table: T, key: KeyOf<T>, patch: PatchOf<T>) => boolean;
  /** Adds the row, or changes the one with its key; false when it was there just so. */
  readonly upsert: <T extends TableName>(table: T, row: RowOf<T>) => boolean;
  /** Removes one row. @throws Error when there is no such row. */
  readonly remove: <T extends TableName>(table: T, key: KeyOf<T>) => void;
}

export type LooseRow = Readonly<Record<string, Stored>>;

/**
 * A value as it will be stored, or a RangeError: SQLite converts some values quietly (5 to '5' in a text
 * column), and then the image in the history would not be what the table holds.
 */
export function checkValue(table: string, column: string, kind: ColumnKind, value: unknown): Stored {
  if (value === null) {
    if (kind.endsWith('?')) return null;
  } else if (kind.startsWith('text')) {
    if (typeof value === 'string' && value.isWellFormed()) return value;
  } else if (typeof value === 'number') {
    const isFit = kind.startsWith('integer') ? Number.isSafeInteger(value) : Number.isFinite(value);
    if (isFit) return value;
  }
  throw new RangeError(
    `${table}.${column} cannot hold ${typeof value === 'string' ? 'this text' : String(value)}`,
  );
}

/** Checks a row against the registry: all columns, no others, each of its kind. The result is in sorted order. */
export function checkRow(table: TableName, row: LooseRow): LooseRow {
  const kinds = specOf(table).columns;
  const columns = columnsOf(table);
  const checked: Record<string, Stored> = {};
  for (const column of columns)
    checked[column] = checkValue(table, column, kinds[column] ?? 'text', row[column]);
  if (Object.keys(row).length !== columns.length) {
    const foreign = Object.keys(row).find((column) => !Object.hasOwn(kinds, column));
    throw new RangeError(`${table} has no column ${foreign}`);
  }
  return checked;
}

/** The columns of `patch` that differ from `before`, checked. Key columns may not be among them. */
export function checkPatch(table: TableName, before: LooseRow, patch: LooseRow): LooseRow {
  const { columns, key } = specOf(table);
  const changed: Record<string, Stored> = {};
  for (const [column, given] of Object.entries(patch)) {
    if (given === undefined) continue;
    const kind = Object.hasOwn(columns, column) ? columns[column] : undefined;
    if (kind === undefined || key.includes(column))
      throw new RangeError(`${table}.${column} is no column that may change`);
    const value = checkValue(table, column, kind, given);
    if (value !== before[column]) changed[column] = value;
  }
  return changed;
}

/** The key columns of a row, in the order of the registry. */
export function keyOf(table: TableName, row: LooseRow): LooseRow {
  return Object.fromEntries(specOf(table).key.map((column) => [column, row[column] ?? null]));
}
