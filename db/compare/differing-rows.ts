import type { ReadDb } from '../handles.ts';
import { columnsOf, type Stored, specOf, TABLE_NAMES, type TableName } from '../tables.ts';

/** A row that is not the same in two portfolios. */
export interface DifferingRow {
  readonly table: TableName;
  /** `added`: only in the second; `removed`: only in the first. */
  readonly kind: 'added' | 'removed' | 'changed';
  /** The row as the first has it, or the second when the first has not; by column. */
  readonly row: Readonly<Record<string, Stored>>;
  /** Columns that differ; empty unless `changed`. */
  readonly columns: readonly string[];
}

type Values = readonly Stored[];

/**
 * Every row that two portfolios of the present schema do not have alike, table by table in the order of the keys. Both
 * are walked through once, side by side: nothing but the rows at hand is held in memory.
 */
export function* differingRows(first: ReadDb, second: ReadDb): Generator<DifferingRow> {
  for (const table of TABLE_NAMES) yield* differencesOf(table, first, second);
}

function* differencesOf(table: TableName, first: ReadDb, second: ReadDb): Generator<DifferingRow> {
  const { key } = specOf(table);
  const columns = [...key, ...columnsOf(table).filter((column) => !key.includes(column))];
  const sql = `SELECT ${columns.join(', ')} FROM ${table} ORDER BY ${key.join(', ')}`;
  // Statements of their own: the caller may ask these databases other things meanwhile.
  const [own, other] = [first, second].map((db) => db.prepare(sql).raw(true).iterate()) as [Rows, Rows];
  const rowOf = (values: Values) => Object.fromEntries(columns.map((name, i) => [name, values[i] ?? null]));
  try {
    let [left, right] = [own.next(), other.next()];
    while (!(left.done && right.done)) {
      const order = left.done ? 1 : right.done ? -1 : compareKeys(left.value, right.value, key.length);
      if (order < 0 && !left.done) {
        yield { table, kind: 'removed', row: rowOf(left.value), columns: [] };
        left = own.next();
      } else if (order > 0 && !right.done) {
        yield { table, kind: 'added', row: rowOf(right.value), columns: [] };
        right = other.next();
      } else if (!left.done && !right.done) {
        const [mine, theirs] = [left.value, right.value];
        const differing = columns.filter((_, index) => mine[index] !== theirs[index]);
        if (differing.length > 0) yield { table, kind: 'changed', row: rowOf(mine), columns: differing };
        [left, right] = [own.next(), other.next()];
      }
    }
  } finally {
    own.return?.();
    other.return?.();
  }
}

type Rows = IterableIterator<Values, undefined>;

/** The order of two keys as SQLite sorts them: numbers by value, texts by their bytes in UTF-8. */
function compareKeys(a: Values, b: Values, length: number): number {
  for (let index = 0; index < length; index += 1) {
    const [x = null, y = null] = [a[index], b[index]];
    if (x === y) continue;
    if (typeof x === 'number' && typeof y === 'number') return x - y;
    return Buffer.compare(Buffer.from(String(x)), Buffer.from(String(y)));
  }
  return 0;
}
