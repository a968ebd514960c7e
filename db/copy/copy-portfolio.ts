import type Database from 'better-sqlite3';
import { AppError } from '#shared/api/errors.ts';
import { HEAD_DIGITS } from '#shared/api/schemas/file.ts';
import type { Instant } from '#shared/domain/units.ts';
import { contentDigest } from '../digest.ts';
import { APPLICATION_ID } from '../file-header.ts';
import { asReadDb, asWriteDb, prepared, type ReadDb } from '../handles.ts';
import { openImage } from '../image.ts';
import { migrate } from '../migrations/index.ts';
import { type AuditHead, readAuditHead } from '../read/history.ts';
import { loadSqlite } from '../sqlite.ts';
import { columnsOf, type RowOf, specOf, TABLE_NAMES } from '../tables.ts';
import type { Tx } from '../tx.ts';
import { verifyFile } from '../verify.ts';
import { runCommand } from '../write.ts';

/** Who makes a copy without history, and when. */
export interface CopyMeta {
  readonly actor: string;
  readonly at: Instant;
  readonly appVersion: string;
}

/**
 * The bytes of a copy of the whole portfolio, history included: rewritten by SQLite, so that nothing of deleted rows
 * stays in unused space, and read back.
 * @throws AppError file_damaged when the portfolio fails a check; no copy is made then
 */
export function copyWithHistory(image: Uint8Array): Uint8Array<ArrayBuffer> {
  const raw = openImage(image);
  try {
    const digest = contentDigest(asReadDb(raw));
    // In memory: nothing confidential is left in a temporary folder.
    raw.exec('VACUUM');
    const bytes = new Uint8Array(raw.serialize());
    readBack(bytes, (copy) => contentDigest(copy) === digest);
    return bytes;
  } finally {
    raw.close();
  }
}

/**
 * The bytes of a new portfolio with the rows of today and nothing of the past: one history entry names the head it was
 * copied from and holds all rows, so that the new chain verifies like any other. Snapshots of closed reviews and
 * restatements are rows and come along; so does the id of the file, the seed of every simulation, so that the receiver
 * sees the figures of the printed pack.
 * @throws AppError file_damaged when the portfolio fails a check; no copy is made then
 */
export function copyWithoutHistory(image: Uint8Array, meta: CopyMeta): Uint8Array<ArrayBuffer> {
  const source = openImage(image);
  const Sqlite = loadSqlite();
  const target = new Sqlite(':memory:');
  try {
    const db = asReadDb(source);
    if (!verifyFile(db).isGood) throw failedCheck();
    target.pragma('foreign_keys = ON');
    target.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(target);
    const command = { ...meta, name: 'copyPortfolio', label: copyLabel(readAuditHead(db)) };
    runCommand(asWriteDb(target), command, (tx) => copyRows(db, tx));
    const digest = contentDigest(db);
    const bytes = new Uint8Array(target.serialize());
    readBack(bytes, (copy) => contentDigest(copy) === digest);
    return bytes;
  } finally {
    source.close();
    target.close();
  }
}

/** "Copied from entry 124 (0123456789abcdef)": the head as reports print it. */
function copyLabel({ seq, hash }: AuditHead): string {
  return `Copied from entry ${seq} (${hash.slice(0, HEAD_DIGITS)})`;
}

function copyRows(source: ReadDb, tx: Tx): void {
  // The registry names each table after those its rows refer to.
  for (const table of TABLE_NAMES) {
    const sql = `SELECT ${columnsOf(table).join(', ')} FROM ${table} ORDER BY ${specOf(table).key.join(', ')}`;
    for (const row of prepared(source, sql).iterate() as IterableIterator<RowOf<typeof table>>)
      tx.insert(table, row);
  }
}

/** Opens the bytes as the receiver will and checks all there is to check. */
function readBack(bytes: Uint8Array, isSame: (copy: ReadDb) => boolean): void {
  let raw: Database.Database | undefined;
  try {
    raw = openImage(bytes);
    const copy = asReadDb(raw);
    if (!verifyFile(copy).isGood || !isSame(copy)) throw failedCheck();
  } finally {
    raw?.close();
  }
}

function failedCheck(): AppError {
  return new AppError(
    'file_damaged',
    'No copy was made: the portfolio failed a check, and a copy would carry the fault on. Choose Verify file in Settings: it says what is wrong.',
  );
}
