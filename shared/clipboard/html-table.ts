import { type Block, rectangle } from './block.ts';
import { type HtmlToken, htmlTokens } from './html-tokens.ts';

/** More cells than any program copies at once; spans of hostile HTML could name far more. */
const MOST_CELLS = 400_000;
const MOST_COLUMNS = 16_384;

interface Cell {
  readonly text: string;
  readonly number: string | null;
}

const BLANK: Cell = { text: '', number: null };

/**
 * The first table of HTML from the clipboard, as Excel, LibreOffice Calc and Google Sheets put it there: merged cells
 * take their room with blanks, `<br>` is a line end, tables within cells are text. null when there is no table, or one
 * beyond every measure.
 */
export function readHtmlTable(html: string): Block | null {
  const table = new TableReader();
  for (const token of htmlTokens(html)) {
    if (!table.take(token)) break;
  }
  const cells = table.end();
  if (cells === null) return null;
  const filled = rectangle(cells, BLANK);
  return {
    rows: filled.map((row) => row.map((cell) => cell.text)),
    numbers: filled.map((row) => row.map((cell) => cell.number)),
  };
}

class TableReader {
  private depth = 0;
  private rows: Cell[][] = [];
  private row: Cell[] | null = null;
  /** Rows still to be kept free in each column under a merged cell. */
  private under: number[] = [];
  private open: { readonly attributes: ReadonlyMap<string, string>; text: string } | null = null;
  private count = 0;

  /** Reads one token; false when the table is over. */
  take(token: HtmlToken): boolean {
    if (token.type === 'text') {
      // Line ends in the source are blanks; only <br> and blocks end a line.
      if (this.open !== null) this.open.text += token.text.replace(/[ \t\r\n\f]+/g, ' ');
      return true;
    }
    if (token.name === 'table') return this.takeTable(token.type === 'open');
    if (this.depth > 1) {
      if (token.name === 'tr' && token.type === 'close') this.addLineEnd();
      else if ((token.name === 'td' || token.name === 'th') && token.type === 'open') this.addText(' ');
      return true;
    }
    if (this.depth === 0) return true;
    if (token.name === 'tr') {
      this.closeRow();
      if (token.type === 'open') this.row = [];
    } else if (token.name === 'td' || token.name === 'th') {
      this.closeCell();
      if (token.type === 'open') this.openCell(token.attributes);
    } else if (token.name === 'br') this.addText('\n');
    else if (['p', 'div', 'li'].includes(token.name)) this.addLineEnd();
    return this.count <= MOST_CELLS;
  }

  /** The rows, or null when there was no cell or too many. */
  end(): readonly (readonly Cell[])[] | null {
    this.closeRow();
    return this.count === 0 || this.count > MOST_CELLS ? null : this.rows;
  }

  private takeTable(isOpening: boolean): boolean {
    if (isOpening) {
      this.depth += 1;
      return true;
    }
    if (this.depth === 0) return true;
    this.depth -= 1;
    if (this.depth > 0) return true;
    this.closeRow();
    // A table without cells is decoration; the next one may be the block.
    return this.count === 0;
  }

  private addText(text: string): void {
    if (this.open !== null) this.open.text += text;
  }

  private addLineEnd(): void {
    if (this.open !== null && this.open.text.trim() !== '' && !this.open.text.endsWith('\n'))
      this.open.text += '\n';
  }

  private openCell(attributes: ReadonlyMap<string, string>): void {
    this.row ??= [];
    this.open = { attributes, text: '' };
  }

  private closeCell(): void {
    if (this.open === null || this.row === null) return;
    const { attributes, text } = this.open;
    this.open = null;
    this.fillUnder();
    const across = spanOf(attributes.get('colspan'));
    const down = spanOf(attributes.get('rowspan'));
    const start = this.row.length;
    const shown = text
      .replace(/ *\n */g, '\n')
      .replace(/^[ \n]+|[ \n]+$/g, '')
      .replaceAll('\u00a0', ' ');
    this.row.push({ text: shown, number: numberBehind(attributes) });
    this.count += across * down;
    if (this.count > MOST_CELLS || start + across > MOST_COLUMNS) {
      this.count = MOST_CELLS + 1;
      return;
    }
    for (let i = 0; i < across; i += 1) {
      if (i > 0) this.row.push(BLANK);
      this.under[start + i] = down - 1;
    }
  }

  /** Blanks in the columns that a merged cell of an earlier row covers. */
  private fillUnder(): void {
    if (this.row === null) return;
    for (let column = this.row.length; (this.under[column] ?? 0) > 0; column += 1) {
      this.under[column] = (this.under[column] ?? 0) - 1;
      this.row.push(BLANK);
    }
  }

  private closeRow(): void {
    this.closeCell();
    if (this.row === null) return;
    this.fillUnder();
    // Columns beyond the row's last cell that are still covered.
    for (let column = this.row.length; column < this.under.length; column += 1) {
      if ((this.under[column] ?? 0) > 0) this.under[column] = (this.under[column] ?? 0) - 1;
    }
    this.rows.push(this.row);
    this.row = null;
  }
}

function spanOf(text: string | undefined): number {
  const span = Number(text ?? 1);
  return Number.isInteger(span) && span >= 1 ? Math.min(span, MOST_CELLS) : 1;
}

/** The number a program wrote beside the text it shows; one attribute each for Sheets, LibreOffice and Excel. */
function numberBehind(attributes: ReadonlyMap<string, string>): string | null {
  const sheets = attributes.get('data-sheets-value');
  if (sheets !== undefined) return plainDecimal(sheetsNumber(sheets));
  return plainDecimal(attributes.get('sdval') ?? attributes.get('x:num'));
}

/** `{"1":3,"3":1234.5}`: kind 3 is a number. Text that merely looks like it stays text. */
function sheetsNumber(json: string): string | undefined {
  if (json.length > 1000) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value !== 'object' || value === null || !('1' in value) || value['1'] !== 3) return undefined;
    return '3' in value && typeof value['3'] === 'number' ? String(value['3']) : undefined;
  } catch {
    return undefined;
  }
}

function plainDecimal(text: string | undefined): string | null {
  if (text === undefined || !/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?$/.test(text)) return null;
  const plain = String(Number(text));
  return plain.includes('e') || plain === 'Infinity' || plain === '-Infinity' ? null : plain;
}
