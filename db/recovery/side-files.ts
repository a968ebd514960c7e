import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs';

/** What SQLite may leave beside a file; it is a part of that file as long as it lies there. */
export const SIDE_FILES = ['-journal', '-wal'] as const;
export type SideFile = (typeof SIDE_FILES)[number];

/**
 * The side files of `path` that SQLite would play into it at the next opening. A journal whose first byte is zero or
 * that is empty is only the mark of a session that ended between two changes: nothing of the file depends on it.
 * Portfolios never have a `-wal`; one that lies there belongs to something else.
 */
export function leftoverSideFiles(path: string): readonly SideFile[] {
  return SIDE_FILES.filter((end) => {
    const first = firstByte(`${path}${end}`);
    return end === '-wal' ? first !== undefined : first !== undefined && first !== 0;
  });
}

/** The first byte of a file; undefined when it is empty, not there, or cannot be read. */
function firstByte(path: string): number | undefined {
  let descriptor: number | undefined;
  try {
    // Looked at before it is opened: opening a pipe would wait for its writer.
    if (!statSync(path).isFile()) return undefined;
    descriptor = openSync(path, 'r');
    const byte = Buffer.alloc(1);
    return readSync(descriptor, byte, 0, 1, 0) === 1 ? byte[0] : undefined;
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Copies a file that must not be there yet, sharing its blocks where the file system can. */
export function copyNew(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
}

/** The same for a copy that this user alone reads and Pilotage may write, whatever the rights of the original. */
export function copyPrivately(from: string, to: string): void {
  copyNew(from, to);
  chmodSync(to, 0o600);
}

/** Brings the content of a closed file to the disk. */
export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
