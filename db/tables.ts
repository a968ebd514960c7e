import { FORWARD_MODEL_TABLES } from './tables/forward-model-tables.ts';
import { PORTFOLIO_TABLES } from './tables/portfolio-tables.ts';
import { REVIEW_TABLES } from './tables/review-tables.ts';
import type { ColumnKind, TableSpec } from './tables/table-spec.ts';
import { TRACE_AND_PLAN_TABLES } from './tables/trace-and-plan-tables.ts';

/**
 * Every table a command may change, with its columns and key. The write path takes names from here only,
 * so that no text from outside ever becomes part of an SQL statement. A test compares it with the real schema.
 */
export const TABLES = {
  ...PORTFOLIO_TABLES,
  ...FORWARD_MODEL_TABLES,
  ...REVIEW_TABLES,
  ...TRACE_AND_PLAN_TABLES,
} as const satisfies Record<string, TableSpec>;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** A stored value: what SQLite binds and returns. */
export type Stored = string | number | null;

type ValueOf<K extends ColumnKind> = K extends 'text'
  ? string
  : K extends 'text?'
    ? string | null
    : K extends 'integer' | 'real'
      ? number
      : number | null;

type ColumnsOf<T extends TableName> = (typeof TABLES)[T]['columns'];

/** A row as it is stored; domain types are made from it by the mappers in `db/rows/`. */
export type RowOf<T extends TableName> = {
  readonly [C in keyof ColumnsOf<T>]: ColumnsOf<T>[C] extends ColumnKind ? ValueOf<ColumnsOf<T>[C]> : never;
};

/** The key columns of a row. */
export type KeyOf<T extends TableName> = Pick<
  RowOf<T>,
  Extract<(typeof TABLES)[T]['key'][number], keyof RowOf<T>>
>;

/** The columns that may change after a row is made. */
export type PatchOf<T extends TableName> = Partial<Omit<RowOf<T>, keyof KeyOf<T>>>;

/** The registry entry of a table, in the loose form that generic code walks over. */
export function specOf(table: TableName): TableSpec {
  return TABLES[table];
}

const sortedColumns = new Map<TableName, readonly string[]>();

/**
 * Column names of a table, sorted. Statements select and rows are checked in this order, so that the JSON of a
 * row is canonical without sorting it again.
 */
export function columnsOf(table: TableName): readonly string[] {
  let columns = sortedColumns.get(table);
  if (!columns) {
    columns = Object.keys(TABLES[table].columns).sort();
    sortedColumns.set(table, columns);
  }
  return columns;
}
