import { createHash } from 'node:crypto';
import { rowJson } from './canonical-json.ts';
import { prepared, type ReadDb } from './handles.ts';
import { columnsOf, type Stored, specOf, TABLE_NAMES } from './tables.ts';

/**
 * SHA-256 (hex) of everything a person entered: all tables but the history, rows in the order of their keys,
 * each as canonical JSON. Two files with the same content have the same digest, however they came about.
 */
export function contentDigest(db: ReadDb): string {
  const hash = createHash('sha256');
  for (const table of TABLE_NAMES) {
    hash.update(`${table}\n`);
    const sql = `SELECT ${columnsOf(table).join(', ')} FROM ${table} ORDER BY ${specOf(table).key.join(', ')}`;
    for (const row of prepared(db, sql).iterate()) {
      hash.update(rowJson(row as Record<string, Stored>));
      hash.update('\n');
    }
  }
  return hash.digest('hex');
}
