/**
 * Rows and cells of a block copied from a spreadsheet as plain text: tabs between cells, line ends (LF, CRLF or CR)
 * between rows, a cell with a tab, quote or line end in double quotes with its own quotes doubled. One final line end
 * belongs to the last row. A quote that does not close right before a tab, a line end or the end is a character like
 * any other: Google Sheets copies `"4" pipe` as it stands. Rows are as long as they are in the text.
 */
export function parseTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = quotedCell(text, at) ?? plainCell(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === '\t') {
      at += 1;
      // A tab at the very end opens one more blank cell.
      if (at === text.length) row.push('');
      continue;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

interface CellText {
  readonly text: string;
  /** Where the separator after the cell stands, or the end of the text. */
  readonly end: number;
}

function quotedCell(text: string, start: number): CellText | null {
  if (text[start] !== '"') return null;
  let cell = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    cell += text.slice(from, quote);
    if (text[quote + 1] === '"') {
      cell += '"';
      from = quote + 2;
      continue;
    }
    const next = text[quote + 1];
    const isClosed = next === undefined || next === '\t' || next === '\n' || next === '\r';
    return isClosed ? { text: cell, end: quote + 1 } : null;
  }
}

const SEPARATOR = /[\t\r\n]/g;

function plainCell(text: string, start: number): CellText {
  SEPARATOR.lastIndex = start;
  const end = SEPARATOR.exec(text)?.index ?? text.length;
  return { text: text.slice(start, end), end };
}

/** Rows and cells as plain text a spreadsheet takes from the clipboard; {@link parseTsv} gives the same rows back. */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const text = rows.map((row) => row.map(quoted).join('\t')).join('\r\n');
  // A last row of one blank cell would leave no trace.
  const last = rows.at(-1);
  return last !== undefined && last.length === 1 && last[0] === '' ? `${text}\r\n` : text;
}
