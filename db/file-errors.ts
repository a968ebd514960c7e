import { AppError } from '#shared/api/errors.ts';

/** The part of a path a person recognises; folders stay out of messages that may be shown on a shared screen. */
export function fileLabel(path: string): string {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  return `“${name}”`;
}

const name = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
const megabytes = (bytes: number): string => Math.ceil(bytes / 1024 / 1024).toLocaleString('en');
const at = (path: string) => ({ file: name(path) });

/** What to do about a file that cannot be opened. Where the ways out are offered themselves, it is left out. */
export const ADVICE = {
  damaged: ' Keep this file, and open your latest backup or another copy.',
  notPilotage: ' Choose a file that ends in .pilotage and was made by this application.',
  foreignSchema: ' Open a copy that no other program has changed.',
  writeAhead:
    ' Open a backup or another copy, or have that program set the journal mode of the file to DELETE.',
} as const;

/** What was found, of the message of a failure of {@link fileErrors}: without what to do about it. */
export function withoutAdvice(message: string): string {
  const advice = Object.values(ADVICE).find((each) => message.endsWith(each));
  return advice === undefined ? message : message.slice(0, -advice.length);
}

/** Every way a portfolio file can refuse, in one place so that the words stay alike. */
export const fileErrors = {
  missing: (path: string) =>
    new AppError(
      'file_missing',
      `${fileLabel(path)} is not there any more. It may have been moved, renamed or deleted: look for it and open it from its new place.`,
      at(path),
    ),
  notPilotage: (path: string, what: string) =>
    new AppError(
      'file_not_pilotage',
      `${fileLabel(path)} is not a Pilotage portfolio: ${what}. Nothing in it was read or changed.${ADVICE.notPilotage}`,
      at(path),
    ),
  foreignSchema: (path: string) =>
    new AppError(
      'file_not_pilotage',
      `${fileLabel(path)} carries the mark of a Pilotage portfolio, but its tables are not the ones Pilotage makes. Another program made or altered it, so none of it was read.${ADVICE.foreignSchema}`,
      at(path),
    ),
  writeAhead: (path: string) =>
    new AppError(
      'file_not_pilotage',
      `${fileLabel(path)} was changed by another program: its latest changes may lie in a second file beside it (a write-ahead log), which Pilotage does not use. None of it was read or changed.${ADVICE.writeAhead}`,
      at(path),
    ),
  newer: (path: string, found: number, known: number) =>
    new AppError(
      'file_newer',
      `${fileLabel(path)} was saved by a newer Pilotage (file format ${found}; this version knows up to ${known}). It was left untouched. Update Pilotage, then open it again.`,
      at(path),
    ),
  oldReadOnly: (path: string, found: number, known: number) =>
    new AppError(
      'folder_read_only',
      `${fileLabel(path)} was saved by an older Pilotage (file format ${found}) and must be brought to format ${known} before it can be used, but it or its folder cannot be written to. It was left untouched. Copy it to a folder you may write to and open the copy.`,
      at(path),
    ),
  notUpgraded: (path: string, what: string, copy: string | undefined) =>
    new AppError(
      'io_failed',
      `${fileLabel(path)} was saved by an older Pilotage and could not be brought to the present format (${what}). It was left as it was${copy === undefined ? '' : `, and a copy of it lies beside it as ${fileLabel(copy)}`}. Open it with the Pilotage that saved it, or open a backup.`,
      at(path),
    ),
  noRoomToUpgrade: (path: string) =>
    new AppError(
      'disk_full',
      `${fileLabel(path)} was saved by an older Pilotage. Bringing it to the present format needs room for a safety copy beside it, and the disk is full. It was left as it was. Free some space, then open it again.`,
      at(path),
    ),
  inUse: (path: string) =>
    new AppError(
      'file_in_use',
      `${fileLabel(path)} is open elsewhere: another program, or another user on this machine or network, has it. Close it there, then open it here again. Until then you can open a copy of it to read.`,
      at(path),
    ),
  noSoundCopy: (path: string) =>
    new AppError(
      'file_in_use',
      `${fileLabel(path)} is being changed by another program, or by another user on this machine or network, so no sound copy of it could be made. Nothing was changed. Try again, or close it there first.`,
      at(path),
    ),
  tooBig: (path: string, bytes: number, most: number) =>
    new AppError(
      'too_large',
      `${fileLabel(path)} is ${megabytes(bytes)} MB; a portfolio that this machine has not seen before is read up to ${megabytes(most)} MB. None of it was read or changed. Open another copy of it.`,
      at(path),
    ),
  damaged: (path: string, what: string) =>
    new AppError(
      'file_damaged',
      `${fileLabel(path)} is damaged: ${what}. Nothing was changed.${ADVICE.damaged}`,
      at(path),
    ),
  readOnly: (path: string) =>
    new AppError(
      'read_only',
      `${fileLabel(path)} is open for reading only, so nothing was changed. Copy it to a folder you may write to and open the copy.`,
      at(path),
    ),
  folderReadOnly: (path: string, what: string) =>
    new AppError(
      'folder_read_only',
      `The folder of ${fileLabel(path)} cannot be written to: ${what}. Copy the file to a folder you may write to and open the copy there.`,
      at(path),
    ),
  cannotCreate: (path: string) =>
    new AppError(
      'folder_read_only',
      `${fileLabel(path)} could not be made, because its folder cannot be written to. Choose another folder.`,
      at(path),
    ),
  exists: (path: string, what: string) =>
    new AppError('conflict', `${fileLabel(path)} was not made: ${what}. Choose another name.`, at(path)),
  diskFull: (path: string) =>
    new AppError(
      'disk_full',
      `The disk that holds ${fileLabel(path)} is full, so the last change was not saved. The file is as it was before. Free some space, then do it again.`,
      at(path),
    ),
  ioFailed: (path: string, what: string) =>
    new AppError(
      'io_failed',
      `${fileLabel(path)} could not be read or written (${what}). The last change was not saved. Check that the drive is connected, then open the file again.`,
      at(path),
    ),
  noPermission: (path: string) =>
    new AppError(
      'io_failed',
      `${fileLabel(path)} may not be read by this user account. Ask its owner for access, or open a copy of your own.`,
      at(path),
    ),
  stopped: (path: string) =>
    new AppError(
      'io_failed',
      `Writing to ${fileLabel(path)} failed earlier, so Pilotage no longer changes it. Close the file and open it again: that checks it first.`,
      at(path),
    ),
  tooLarge: (path: string) =>
    new AppError(
      'too_large',
      `A value is too large to be kept in ${fileLabel(path)}. Shorten it, then do it again.`,
      at(path),
    ),
} as const;

/** The expected failure behind a Node file-system error, or undefined when `error` is none. */
export function fromFsError(error: unknown, path: string): AppError | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return fileErrors.missing(path);
    case 'EISDIR':
      return fileErrors.notPilotage(path, 'it is a folder');
    case 'EACCES':
    case 'EPERM':
      return fileErrors.noPermission(path);
    case 'EROFS':
      return fileErrors.cannotCreate(path);
    case 'ENOSPC':
    case 'EDQUOT':
      return fileErrors.diskFull(path);
    case 'EIO':
    case 'EBUSY':
    case 'EMFILE':
    case 'ENFILE':
    case 'ENAMETOOLONG':
    case 'ESTALE':
      return fileErrors.ioFailed(path, code);
    default:
      return undefined;
  }
}
