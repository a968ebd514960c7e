import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { INTAKE_CAPS } from '#shared/intake/caps.ts';
import { failIntake } from '#shared/intake/errors.ts';
import { refuseFileSize } from '#shared/intake/read-table.ts';

export interface ReadCappedOptions {
  readonly maxBytes: number;
  /** Called after each piece with the bytes read so far. */
  readonly onChunk?: (done: number, total: number) => void;
}

const CHUNK = 1024 * 1024;

/**
 * Reads a whole regular file into memory, its size checked before the first byte is read. A file that is replaced,
 * cut, extended or removed meanwhile is refused: half of one version and half of another is nobody's spreadsheet.
 * @throws IntakeError `file_missing`, `file_unreadable`, `not_a_file`, `file_too_large`, `file_changed`.
 */
export function readCapped(path: string, options: ReadCappedOptions): Uint8Array {
  refuseSpecialFile(path);
  const file = attempt(() => openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)));
  try {
    const before = attempt(() => fstatSync(file));
    if (!before.isFile()) failNotAFile();
    refuseFileSize(before.size, { ...INTAKE_CAPS, fileBytes: options.maxBytes });
    const bytes = new Uint8Array(before.size);
    let done = 0;
    while (done < bytes.length) {
      const length = Math.min(CHUNK, bytes.length - done);
      const count = attempt(() => readSync(file, bytes, done, length, done));
      if (count === 0) failChanged();
      done += count;
      options.onChunk?.(done, bytes.length);
    }
    refuseChanged(
      path,
      before,
      attempt(() => fstatSync(file)),
    );
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** Looks before opening: opening a pipe would wait for its writer. */
function refuseSpecialFile(path: string): void {
  const stats = attempt(() => statSync(path));
  if (!stats.isFile()) failNotAFile();
}

function refuseChanged(path: string, before: Stats, after: Stats): void {
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs || after.nlink === 0) failChanged();
  // An unlinked file stays readable through its descriptor: the path must still lead to the same file.
  let isSame: boolean;
  try {
    const now = statSync(path);
    isSame = now.ino === before.ino && now.dev === before.dev;
  } catch {
    isSame = false;
  }
  if (!isSame) failChanged();
}

function attempt<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      failIntake('file_missing', 'the file is not there any more. Choose it again.');
    }
    if (code === 'EACCES' || code === 'EPERM') {
      failIntake(
        'file_unreadable',
        'the file may not be read by this user. Change its permissions or copy it elsewhere.',
      );
    }
    return failIntake(
      'file_unreadable',
      `the file cannot be read (${code ?? 'unknown error'}). Copy it to this computer and import the copy.`,
    );
  }
}

function failNotAFile(): never {
  failIntake('not_a_file', 'this is a folder or device, not a file. Choose a .csv or .xlsx file.');
}

function failChanged(): never {
  failIntake(
    'file_changed',
    'the file was changed, moved or removed while it was being read. Nothing was imported; wait until it is complete and choose it again.',
  );
}
