import { createHash } from 'node:crypto';
import { getRows, type ReadDb } from './handles.ts';

/**
 * SHA-256 of the schema text of each version, as {@link schemaText} writes it. A literal per version: the
 * schema of a shipped version never changes, and a file that differs was altered by another program.
 */
export const SCHEMA_HASHES: Readonly<Record<number, string>> = {
  1: 'f3fe330813480f69888d1e0fecd4267bc135ad940b57ebed6b3afce6b95dce7d',
  2: '420fc9dd540e4b7ddb0c4bc34e5da8cc0a3ba97fb450b6db3bcb14eb75256abd',
  3: 'e3bb6310e45727266f509d8ac218583960597748a8ca1b8d06e1c079a138beab',
};

interface SchemaRow {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

/**
 * Every table, index and trigger of a file as text, ordered by name. Statistics tables of SQLite itself are
 * left out: they hold row counts, and another tool's ANALYZE is no reason to refuse a person's file.
 */
export function schemaText(db: ReadDb): string {
  const rows = getRows<SchemaRow>(
    db,
    `SELECT type, name, sql FROM sqlite_schema
     WHERE NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4')) ORDER BY name, type`,
  );
  return rows.map((row) => `-- ${row.type} ${row.name}\n${row.sql ?? '(automatic)'}\n`).join('\n');
}

/** SHA-256 (hex) of {@link schemaText}. */
export function schemaHash(db: ReadDb): string {
  return createHash('sha256').update(schemaText(db)).digest('hex');
}
