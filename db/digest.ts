import { createHash } from 'node:crypto';
import { rowJson } from './canonical-json.ts';
import { prepared, type ReadDb } from './handles.ts';
import { columnsOf, type Stored, specOf, TABLE_NAMES, type TableName } from './tables.ts';

/** Characters hashed at a time: each call costs, and a portfolio has hundreds of thousands of rows. */
const HASH_CHUNK = 65_536;

/** Called with each row that is digested, and its JSON. */
export type RowVisitor = (table: TableName, row: Readonly<Record<string, Stored>>, json: string) => void;

/**
 * SHA-256 (hex) of everything a person entered: all tables but the history, rows in the order of their keys,
 * each as canonical JSON. Two files with the same content have the same digest, however they came about.
 * @param visit sees every row on the way, so that a check need not read them a second time
 */
export function contentDigest(db: ReadDb, visit?: RowVisitor): string {
  const hash = createHash('sha256');
  let text = '';
  for (const table of TABLE_NAMES) {
    text += `${table}\n`;
    const sql = `SELECT ${columnsOf(table).join(', ')} FROM ${table} ORDER BY ${specOf(table).key.join(', ')}`;
    for (const row of prepared(db, sql).iterate() as IterableIterator<Record<string, Stored>>) {
      const json = rowJson(row);
      visit?.(table, row, json);
      text += `${json}\n`;
      if (text.length > HASH_CHUNK) {
        hash.update(text);
        text = '';
      }
    }
  }
  return hash.update(text).digest('hex');
}
