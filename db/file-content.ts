import { createHash } from 'node:crypto';
import { getRow, getRows, type ReadDb } from './handles.ts';

/** Characters hashed at a time: each call costs, and a file has hundreds of thousands of rows. */
const HASH_CHUNK = 65_536;

/** Rows of a file: the questions for all of them, and the digest of what they answered. */
export interface FileContent {
  readonly queries: readonly string[];
  readonly digest: string;
}

/** Every row of every table, history included, by the columns the file has now. */
export function takeContent(db: ReadDb): FileContent {
  const tables = getRows<{ name: string }>(
    db,
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  );
  const queries = tables.map(({ name }) => {
    const columns = getRows<{ name: string; pk: number }>(
      db,
      'SELECT name, pk FROM pragma_table_info(?) ORDER BY cid',
      name,
    );
    const key = columns.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk);
    const names = (some: typeof columns) => some.map((column) => column.name).join(', ');
    return `SELECT ${names(columns)} FROM ${name} ORDER BY ${names(key)}`;
  });
  return { queries, digest: digestOf(db, queries) };
}

/** True when the questions of `content` get the same answers from this file. */
export function hasContent(db: ReadDb, content: FileContent): boolean {
  return digestOf(db, content.queries) === content.digest;
}

function digestOf(db: ReadDb, queries: readonly string[]): string {
  const hash = createHash('sha256');
  let text = '';
  for (const query of queries) {
    text += `${query}\n`;
    // Not kept as prepared statements: they are asked once or twice in the life of a file.
    for (const row of db.prepare(query).raw(true).iterate()) {
      text += `${JSON.stringify(row)}\n`;
      if (text.length < HASH_CHUNK) continue;
      hash.update(text);
      text = '';
    }
  }
  return hash.update(text).digest('hex');
}

/** SQLite's full check of pages, indexes and CHECKs. */
export function isSound(db: ReadDb): boolean {
  return (
    getRow<{ integrity_check: string }>(db, 'PRAGMA integrity_check(1)')?.integrity_check === 'ok' &&
    getRow(db, 'PRAGMA foreign_key_check') === undefined
  );
}
