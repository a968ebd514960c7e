import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { fileErrors, fromFsError } from './file-errors.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';

/** "PLTG": the mark of the file type, at offset 68 of every portfolio. Never changes. */
export const APPLICATION_ID = 0x504c5447;

/** No Pilotage will ever count this far: a number beyond it is damage, not a version. */
const IMPLAUSIBLE_VERSION = 10_000;
/** What bytes 18 and 19 say of a file that is written through a write-ahead log. */
const WAL_VERSION = 2;
const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\u0000';

/**
 * Reads the first 100 bytes and refuses everything that is not a portfolio this build can open, before SQLite
 * has seen the file: no statement of a foreign file runs. The file is not changed.
 *
 * Never call it on a file this process has open: closing our descriptor would drop SQLite's own lock on it.
 * @returns the schema number of the file.
 * @throws AppError file_missing, file_not_pilotage, file_newer, file_damaged, io_failed.
 */
export function checkHeader(path: string): number {
  return checkHeaderBytes(readHeader(path), path);
}

/**
 * The same for bytes that were read already: at least the first 100 of the file, or all of a shorter one.
 * @throws AppError file_not_pilotage, file_newer, file_damaged, worded for `path`
 */
export function checkHeaderBytes(header: Buffer, path: string): number {
  if (header.length === 0) throw fileErrors.damaged(path, 'it is empty, 0 bytes long');
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw fileErrors.notPilotage(path, 'it is another kind of file');
  if (header.readInt32BE(68) !== APPLICATION_ID)
    throw fileErrors.notPilotage(path, 'it is the database of another program');
  const version = header.readInt32BE(60);
  if (version < 1 || version >= IMPLAUSIBLE_VERSION)
    throw fileErrors.damaged(path, `its format number is ${version}`);
  if (version > SCHEMA_VERSION) throw fileErrors.newer(path, version, SCHEMA_VERSION);
  if (header[18] === WAL_VERSION || header[19] === WAL_VERSION) throw fileErrors.writeAhead(path);
  return version;
}

function readHeader(path: string): Buffer {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    if (!fstatSync(descriptor).isFile()) throw fileErrors.notPilotage(path, 'it is not a file');
    const bytes = Buffer.alloc(HEADER_BYTES);
    const count = readSync(descriptor, bytes, 0, HEADER_BYTES, 0);
    return bytes.subarray(0, count);
  } catch (error) {
    throw fromFsError(error, path) ?? error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
