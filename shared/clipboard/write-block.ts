import { escapeCell } from '../intake/safe-cell.ts';
import type { BlockCell } from './block.ts';
import { encodeEntities } from './html-entities.ts';
import { formatTsv } from './tsv.ts';

/**
 * A block of cells for the clipboard: as plain text with tabs, and as an HTML table in which Excel, LibreOffice and
 * Google Sheets find the numbers as numbers whatever their language. Text that a spreadsheet would run as a formula
 * gets an apostrophe in front, which `readBlock` takes off again; numbers never do.
 */
export function writeBlock(rows: readonly (readonly BlockCell[])[]): {
  readonly text: string;
  readonly html: string;
} {
  const shown = (cell: BlockCell) => (typeof cell === 'string' ? escapeCell(cell) : cell.number);
  const body = rows.map((row) => `<tr>${row.map(htmlCell).join('')}</tr>`).join('');
  return {
    text: formatTsv(rows.map((row) => row.map(shown))),
    html: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table>${body}</table></body></html>`,
  };
}

function htmlCell(cell: BlockCell): string {
  if (typeof cell !== 'string') {
    const { number } = cell;
    // The values as JSON numbers: no zeros in front, no point without digits.
    const plain = String(Number(number));
    return `<td x:num="${number}" sdval="${number}" data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:${plain}}">${number}</td>`;
  }
  const text = encodeEntities(escapeCell(cell)).replace(/\r\n|\r|\n/g, '<br>');
  return cell === '' ? '<td></td>' : `<td style="mso-number-format:'\\@';white-space:pre-wrap">${text}</td>`;
}
