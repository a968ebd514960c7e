import { INTAKE_CAPS, type IntakeCaps } from './caps.ts';
import { type Delimiter, parseCsv } from './csv.ts';
import { guessDelimiter } from './delimiter.ts';
import { decodeText, ENCODING_NAMES, type Encoding } from './encoding.ts';
import { failIntake, IntakeError } from './errors.ts';
import { guessHeaderRow } from './header-row.ts';
import { type Header, nameHeaders } from './headers.ts';
import { refuseBinaryText, sniffKind } from './sniff.ts';
import type { CsvTable, SheetInfo, SourceRow, SourceTable, WorkbookTable } from './source-table.ts';
import { readWorkbook, type WorkbookSheet } from './workbook.ts';

/** What the user may set when a guess is wrong. Anything left out is detected. */
export interface ReadTableOptions {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** 1-based; 0 = the table has no header. */
  readonly headerRow?: number;
  /** Name of the sheet to read; workbooks only. */
  readonly sheet?: string;
  readonly caps?: Partial<IntakeCaps>;
}

const SHOWN_ROWS = 30;

/**
 * Reads the bytes of a CSV or XLSX file into one table of cell texts.
 * @throws IntakeError and nothing else; its message names the file and, where there is one, sheet, row and column.
 */
export function readTable(bytes: Uint8Array, fileName: string, options: ReadTableOptions = {}): SourceTable {
  const caps = { ...INTAKE_CAPS, ...options.caps };
  try {
    refuseFileSize(bytes.length, caps);
    return sniffKind(bytes) === 'zip'
      ? readWorkbookTable(bytes, fileName, options, caps)
      : readCsvTable(bytes, fileName, options, caps);
  } catch (error) {
    throw error instanceof IntakeError ? error.at({ file: fileName }) : error;
  }
}

/**
 * Refuses a file by its size alone, so that a huge one is never read.
 * @throws IntakeError `file_too_large`.
 */
export function refuseFileSize(size: number, caps: IntakeCaps): void {
  if (size <= caps.fileBytes) return;
  const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0);
  failIntake(
    'file_too_large',
    `the file has ${megabytes(size)} MB, more than the ${megabytes(caps.fileBytes)} MB that can be imported. Split it, or remove sheets and columns you do not need.`,
  );
}

function readCsvTable(
  bytes: Uint8Array,
  fileName: string,
  options: ReadTableOptions,
  caps: IntakeCaps,
): CsvTable {
  const decoded = decodeText(bytes, options.encoding);
  refuseBinaryText(decoded.text);
  const guess = guessDelimiter(decoded.text, caps);
  const delimiter = options.delimiter ?? guess.delimiter;
  const records = parseCsv(guess.text, { delimiter, caps });
  const notes: string[] = [];
  if (decoded.basis === 'guess') {
    notes.push(
      `The file does not say its encoding; it was read as ${ENCODING_NAMES[decoded.encoding]}. Look at names with accents, and choose another encoding if they are wrong.`,
    );
  }
  if (decoded.text.includes('\ufffd')) {
    notes.push(
      'The file contains replacement characters (\ufffd): letters were lost before it reached Pilotage.',
    );
  }
  return {
    kind: 'csv',
    encoding: decoded.encoding,
    encodingBasis: decoded.basis,
    delimiter,
    delimiterBasis: options.delimiter === undefined ? guess.basis : 'chosen',
    ...buildTable(records, fileName, options, notes, false),
  };
}

function readWorkbookTable(
  bytes: Uint8Array,
  fileName: string,
  options: ReadTableOptions,
  caps: IntakeCaps,
): WorkbookTable {
  const sheets = readWorkbook(bytes, caps);
  const sheet = chooseSheet(sheets, options.sheet);
  const notes: string[] = [];
  if (sheet.info.mergedRanges > 0) {
    notes.push(
      `Sheet "${sheet.info.name}" has ${sheet.info.mergedRanges} merged ranges: their text stands in the first cell only.`,
    );
  }
  if (sheet.info.formulasWithoutResult > 0) {
    notes.push(
      `Sheet "${sheet.info.name}" has ${sheet.info.formulasWithoutResult} formulas without a stored result; they read as blank. Open the file in a spreadsheet program and save it, then import it again.`,
    );
  }
  const infos: SheetInfo[] = sheets.map((s) => s.info);
  try {
    return {
      kind: 'xlsx',
      sheet: sheet.info.name,
      sheets: infos,
      ...buildTable(sheet.rows, fileName, options, notes, true),
    };
  } catch (error) {
    throw error instanceof IntakeError ? error.at({ sheet: sheet.info.name }) : error;
  }
}

/** The named sheet, else the visible one with the most filled cells: cover sheets and pick lists are small. */
function chooseSheet(sheets: readonly WorkbookSheet[], name: string | undefined): WorkbookSheet {
  if (name !== undefined) {
    const named = sheets.find((sheet) => sheet.info.name === name);
    return (
      named ?? failIntake('no_such_sheet', `the workbook has no sheet called "${name}". Choose another one.`)
    );
  }
  let best: WorkbookSheet | undefined;
  for (const sheet of sheets) {
    if (sheet.info.isHidden) continue;
    if (best === undefined || sheet.filledCells > best.filledCells) best = sheet;
  }
  return best ?? sheets[0] ?? failIntake('no_rows', 'the workbook has no sheets with cells.');
}

function buildTable(
  records: readonly (readonly string[])[],
  fileName: string,
  options: ReadTableOptions,
  notes: readonly string[],
  coversEveryColumn: boolean,
): {
  fileName: string;
  headerRow: number;
  headers: readonly Header[];
  rows: readonly SourceRow[];
  blankRows: readonly number[];
  firstRows: readonly SourceRow[];
  notes: readonly string[];
} {
  const headerRow = options.headerRow ?? guessHeaderRow(records);
  if (headerRow === undefined) failIntake('no_rows', 'every row is blank. Choose another sheet or file.');
  if (!Number.isInteger(headerRow) || headerRow < 0 || headerRow > records.length) {
    failIntake(
      'no_such_header_row',
      `row ${headerRow} cannot be the header: the table has ${records.length} rows. Choose a row of the table.`,
    );
  }
  const rows: SourceRow[] = [];
  const blankRows: number[] = [];
  for (let i = headerRow; i < records.length; i++) {
    const cells = records[i] as readonly string[];
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ number: i + 1, cells });
    else blankRows.push(i + 1);
  }
  // A sheet has no ragged rows: a filled column without a header is a column. In a CSV file it is a broken row.
  const headerCells = headerRow === 0 ? [] : (records[headerRow - 1] as readonly string[]);
  const width =
    headerRow === 0 || coversEveryColumn
      ? rows.reduce((max, row) => Math.max(max, row.cells.length), 0)
      : undefined;
  return {
    fileName,
    headerRow,
    headers: nameHeaders(trimEnd(headerCells, rows), width),
    rows,
    blankRows,
    firstRows: records.slice(0, SHOWN_ROWS).map((cells, i) => ({ number: i + 1, cells })),
    notes,
  };
}

/** Drops header cells at the right end that are blank and have nothing below them: formatting, not columns. */
function trimEnd(headerCells: readonly string[], rows: readonly SourceRow[]): readonly string[] {
  let width = headerCells.length;
  while (width > 0 && (headerCells[width - 1] as string).trim() === '') {
    const column = width - 1;
    if (rows.some((row) => (row.cells[column] ?? '').trim() !== '')) break;
    width--;
  }
  return headerCells.slice(0, width);
}
