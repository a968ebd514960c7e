import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { fileErrors, fromFsError } from './file-errors.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';

/** "PLTG": the mark of the file type, at offset 68 of every portfolio. Never changes. */
export const APPLICATION_ID = 0x504c5447;

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
  const header = readHeader(path);
  if (header.length === 0) throw fileErrors.damaged(path, 'it is empty, 0 bytes long');
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw fileErrors.notPilotage(path, 'it is another kind of file');
  if (header.readInt32BE(68) !== APPLICATION_ID)
    throw fileErrors.notPilotage(path, 'it is the database of another program');
  const version = header.readInt32BE(60);
  if (version > SCHEMA_VERSION) throw fileErrors.newer(path, version, SCHEMA_VERSION);
  if (version < 1) throw fileErrors.damaged(path, `its format number is ${version}`);
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
