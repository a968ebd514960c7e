import { unescapeCell } from '../intake/safe-cell.ts';
import { type Block, textBlock } from './block.ts';
import { readHtmlTable } from './html-table.ts';
import { parseTsv } from './tsv.ts';

/** What the clipboard offers; '' or absent for what it does not. */
export interface ClipboardTexts {
  readonly text?: string | undefined;
  readonly html?: string | undefined;
}

/**
 * The block of cells on the clipboard, from what keeps more of it. The plain text has the cells exactly as shown; the
 * HTML of LibreOffice and Google Sheets also has the numbers behind them. When both are the same table, the cells come
 * from the text and the numbers from the HTML; otherwise the one with more filled cells counts, the text if equal.
 * No rows: there is nothing on the clipboard.
 */
export function readBlock({ text = '', html = '' }: ClipboardTexts): Block {
  const plain = textBlock(parseTsv(text).map((row) => row.map(unescapeCell)));
  const table = html === '' ? null : readHtmlTable(html);
  if (table === null) return plain;
  const rich: Block = { ...table, rows: table.rows.map((row) => row.map(unescapeCell)) };
  if (isSameShape(plain, rich)) {
    return {
      rows: plain.rows,
      // A number counts only where both show the same: neither speaks for a cell the other does not have.
      numbers: rich.numbers.map((row, r) =>
        row.map((number, c) =>
          squeezed(plain.rows[r]?.[c]) === squeezed(rich.rows[r]?.[c]) ? number : null,
        ),
      ),
    };
  }
  return filledCount(rich) > filledCount(plain) || plain.rows.length === 0 ? rich : plain;
}

const isSameShape = (a: Block, b: Block) =>
  a.rows.length === b.rows.length && (a.rows[0]?.length ?? 0) === (b.rows[0]?.length ?? 0);

const filledCount = (block: Block) =>
  block.rows.reduce((sum, row) => sum + row.filter((cell) => cell.trim() !== '').length, 0);

const squeezed = (text = '') => text.replace(/\s+/g, ' ').trim();
