import type { ApiError } from '#shared/api/errors.ts';
import { INTAKE_CAPS } from '#shared/intake/caps.ts';

/** Largest file taken in, in bytes: the importer's own limit, asked before a byte is read. */
export const MAX_IMPORT_BYTES = INTAKE_CAPS.fileBytes;

/** The limit counts in 1,024s, so sizes beside it do too: 50 MB here is 50 MB there. */
const STEP = 1024;
const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** Size in words, steps of 1,024, one decimal from kB on unless it is whole: 52428800 -> "50 MB". */
export function fileSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  // 1023.95 would round to "1024.0": the next unit says it better.
  while (value >= STEP - (unit === 0 ? 0 : 0.05) && unit < UNITS.length - 1) {
    value /= STEP;
    unit += 1;
  }
  return unit === 0
    ? `${value} ${value === 1 ? 'byte' : 'bytes'}`
    : `${value.toFixed(1).replace(/\.0$/, '')} ${UNITS[unit]}`;
}

/** What is known of a file before a byte of it is read. */
export interface FileFacts {
  readonly name: string;
  readonly size: number;
}

/** Why these files cannot be taken in (none, several, too large), or null when there is one to read. */
export function refuseFiles(files: readonly FileFacts[]): ApiError | null {
  const [file] = files;
  if (!file)
    return { code: 'invalid_input', message: 'That was not a file. Drop a CSV or XLSX file from your disk.' };
  if (files.length > 1) {
    return {
      code: 'invalid_input',
      message: `${files.length} files were given; one import reads one file. Choose one of them.`,
    };
  }
  if (file.size > MAX_IMPORT_BYTES) {
    return {
      code: 'too_large',
      message: `${file.name} is ${fileSize(file.size)}; files up to ${fileSize(MAX_IMPORT_BYTES)} can be imported. Split it or remove columns that are not needed, then try again.`,
      details: { file: file.name },
    };
  }
  return null;
}
