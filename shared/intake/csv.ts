import type { IntakeCaps } from './caps.ts';
import { failIntake } from './errors.ts';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface CsvOptions {
  readonly delimiter: Delimiter;
  readonly caps: IntakeCaps;
  /** Stop after this many records: for looking at the start of a file. */
  readonly maxRecords?: number;
  /** The text is only the beginning of a file: its last record may be cut anywhere, quotes included. */
  readonly isSample?: boolean;
}

const QUOTE = 34;
const CR = 13;
const LF = 10;

/**
 * Reads delimited text into records of cells, verbatim. `"` quotes a cell, `""` inside is a quote; CR LF, LF and CR
 * all end a record, also mixed; inside quotes they belong to the cell. A quote inside an unquoted cell is plain
 * text, as spreadsheet programs read it. An empty line is a record with one empty cell, so that record numbers stay
 * the row numbers a spreadsheet program shows. The line end after the last record makes no record of its own.
 * @throws IntakeError `unclosed_quote` (with the row where the quote began), `text_after_quote`, `nul_in_text`,
 *   `too_many_rows`, `too_many_columns`, `too_many_cells`, `cell_too_long`.
 */
export function parseCsv(text: string, options: CsvOptions): string[][] {
  const { caps, isSample = false } = options;
  const delimiter = options.delimiter.charCodeAt(0);
  const maxRecords = options.maxRecords ?? Number.POSITIVE_INFINITY;
  const nulAt = isSample ? -1 : text.indexOf('\0');
  const records: string[][] = [];
  const length = text.length;
  let record: string[] = [];
  let cells = 0;
  let at = 0;

  while (at < length) {
    const column = record.length + 1;
    const place = { row: records.length + 1, column };
    refuseWidth(place, caps);
    let cell: string;
    if (text.charCodeAt(at) === QUOTE) {
      const end = closingQuote(text, at);
      if (end < 0) {
        if (isSample) break;
        refuseNul(nulAt, length, place);
        failIntake(
          'unclosed_quote',
          'a quote opened here is never closed. Close it in the file, or remove it.',
          place,
        );
      }
      cell = text.slice(at + 1, end);
      if (cell.includes('"')) cell = cell.replaceAll('""', '"');
      at = end + 1;
      const next = text.charCodeAt(at);
      if (at < length && next !== delimiter && next !== CR && next !== LF) {
        refuseNul(nulAt, at + 1, place);
        failIntake(
          'text_after_quote',
          `text follows a closing quote. Put the delimiter after the quote, or double the quotes inside the cell.`,
          place,
        );
      }
    } else {
      const start = at;
      let code = text.charCodeAt(at);
      while (at < length && code !== delimiter && code !== LF && code !== CR) code = text.charCodeAt(++at);
      cell = text.slice(start, at);
    }
    refuseNul(nulAt, at, place);
    if (cell.length > caps.cellText) {
      failIntake(
        'cell_too_long',
        `the cell has ${cell.length.toLocaleString('en')} characters, more than the ${caps.cellText.toLocaleString('en')} a spreadsheet cell can hold. Shorten it.`,
        place,
      );
    }
    if (++cells > caps.cells) {
      failIntake(
        'too_many_cells',
        `more than ${caps.cells.toLocaleString('en')} cells, the most that can be imported. Split the file.`,
        { row: place.row },
      );
    }
    record.push(cell);

    const code = text.charCodeAt(at);
    if (at < length && code === delimiter) {
      at++;
      // A delimiter at the very end still opens one more, empty, cell.
      if (at < length) continue;
      refuseWidth({ row: place.row, column: column + 1 }, caps);
      record.push('');
    } else if (at < length) {
      at += code === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
    }
    if (records.length >= caps.rows) {
      failIntake(
        'too_many_rows',
        `more than ${caps.rows.toLocaleString('en')} rows, the most that can be imported. Split the file.`,
        { row: records.length + 1 },
      );
    }
    records.push(record);
    record = [];
    if (records.length >= maxRecords) return records;
  }
  // A sample may end inside a quoted cell; what came before it in the record is dropped with it.
  return records;
}

function refuseWidth(place: { row: number; column: number }, caps: IntakeCaps): void {
  if (place.column <= caps.columns) return;
  failIntake(
    'too_many_columns',
    `the row has more than ${caps.columns} columns, the most that can be imported. Check the delimiter, or remove columns.`,
    place,
  );
}

/** Position of the quote that closes the one at `open`, or -1. */
function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at;
}

function refuseNul(nulAt: number, before: number, place: { row: number; column: number }): void {
  if (nulAt < 0 || nulAt >= before) return;
  failIntake(
    'nul_in_text',
    'the cell contains a NUL byte, which no spreadsheet writes: the file is damaged or not text. Export it again.',
    place,
  );
}
