import { failIntake } from './errors.ts';

/** What the bytes are, by content; the file name is never trusted. */
export type FileKind = 'text' | 'zip';

interface Signature {
  readonly bytes: readonly number[];
  readonly offset?: number;
  /** With its article: "a PNG picture". */
  readonly what: string;
}

const ascii = (text: string): number[] => [...text].map((c) => c.charCodeAt(0));

const FOREIGN: readonly Signature[] = [
  { bytes: [0x89, ...ascii('PNG')], what: 'a PNG picture' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a JPEG picture' },
  { bytes: ascii('GIF8'), what: 'a GIF picture' },
  { bytes: ascii('WEBP'), offset: 8, what: 'a WebP picture' },
  { bytes: [...ascii('II*'), 0], what: 'a TIFF picture' },
  { bytes: [...ascii('MM'), 0, 0x2a], what: 'a TIFF picture' },
  { bytes: ascii('%PDF'), what: 'a PDF document' },
  { bytes: ascii('{\\rtf'), what: 'an RTF document' },
  { bytes: [0x1f, 0x8b, 0x08], what: 'a gzip archive' },
  { bytes: [...ascii('7z'), 0xbc, 0xaf, 0x27, 0x1c], what: 'a 7-Zip archive' },
  { bytes: ascii('Rar!'), what: 'a RAR archive' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], what: 'a Zstandard archive' },
  { bytes: ascii('PAR1'), what: 'a Parquet file' },
  { bytes: [0x7f, ...ascii('ELF')], what: 'a program' },
  { bytes: [...ascii('MZ'), 0x90, 0], what: 'a program' },
  { bytes: ascii('ftyp'), offset: 4, what: 'a video or audio file' },
];

const SQLITE = ascii('SQLite format 3');
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];

/**
 * Tells a workbook from delimited text by the first bytes.
 * @throws IntakeError `empty_file`, `old_excel` or `not_a_spreadsheet`, naming what the file is instead.
 */
export function sniffKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) {
    failIntake(
      'empty_file',
      'the file is empty (0 bytes). Save the spreadsheet again and import the new file.',
    );
  }
  if (starts(bytes, ZIP) || starts(bytes, EMPTY_ZIP)) return 'zip';
  if (starts(bytes, OLE)) {
    failIntake(
      'old_excel',
      'this is an old Excel workbook (.xls) or one protected by a password. Open it in a spreadsheet program, save it as .xlsx without a password, and import that.',
    );
  }
  if (starts(bytes, SQLITE)) {
    failIntake(
      'not_a_spreadsheet',
      'this is a database or a Pilotage portfolio, not a spreadsheet. Use Open for a portfolio.',
    );
  }
  for (const signature of FOREIGN) {
    if (starts(bytes, signature.bytes, signature.offset)) notASpreadsheet(signature.what);
  }
  const markup = markupOf(bytes);
  if (markup !== undefined) notASpreadsheet(markup);
  return 'text';
}

/**
 * Refuses text that is mostly control characters: a binary file of a kind we do not know.
 * Runs on decoded text, so that UTF-16 is not mistaken for binary.
 * @throws IntakeError `not_a_spreadsheet`.
 */
export function refuseBinaryText(text: string): void {
  const sample = text.slice(0, 4096);
  let controls = 0;
  for (let i = 0; i < sample.length; i++) {
    const c = sample.charCodeAt(i);
    if (c < 32 && c !== 9 && c !== 10 && c !== 13) controls++;
  }
  if (controls > Math.max(2, sample.length * 0.05)) notASpreadsheet('a binary file');
}

function notASpreadsheet(what: string): never {
  failIntake('not_a_spreadsheet', `this is ${what}, not a spreadsheet. Choose a .csv or .xlsx file.`);
}

function starts(bytes: Uint8Array, signature: readonly number[], offset = 0): boolean {
  return signature.every((byte, i) => bytes[offset + i] === byte);
}

/** Web pages and XML are text, but never a table in rows: some systems give them an .xls name. */
function markupOf(bytes: Uint8Array): string | undefined {
  let head = '';
  for (const byte of bytes.subarray(0, 256)) head += String.fromCharCode(byte);
  const text = head
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '')
    .trimStart()
    .toLowerCase();
  if (text.startsWith('<!doctype html') || text.startsWith('<html')) return 'a web page';
  if (text.startsWith('<?xml')) return 'an XML file';
  return undefined;
}
