import type { IntakeCaps } from './caps.ts';
import { type CellFormat, numberText } from './cell-format.ts';
import { failIntake } from './errors.ts';
import type { XmlAttributes, XmlHandler } from './xml-part.ts';

/** What all sheets of a workbook share while being read. */
export interface WorkbookContext {
  readonly caps: IntakeCaps;
  readonly sharedStrings: readonly string[];
  /** Meaning of each cell style, by its index. */
  readonly formats: readonly CellFormat[];
  readonly is1904: boolean;
  /** Running totals over all sheets. */
  readonly totals: { cells: number; text: number };
}

export interface SheetContent {
  /** Rows from row 1, each from column 1 to its last filled cell; rows without cells are empty arrays. */
  readonly rows: readonly (readonly string[])[];
  readonly filledCells: number;
  readonly columns: number;
  readonly mergedRanges: number;
  readonly formulasWithoutResult: number;
}

/** Cells of a sheet, empty ones included, per filled cell that may be imported. */
const EMPTY_FACTOR = 2;

/**
 * Collects the cells of one worksheet part. Only cells with text are kept; a styled empty cell far away costs
 * nothing, a filled one beyond the caps is refused by its place before anything is allocated for it.
 */
export function sheetReader(context: WorkbookContext): { handler: XmlHandler; content: () => SheetContent } {
  const { caps, totals } = context;
  const rows: string[][] = [];
  let row = 0;
  let column = 0;
  let type = 'n';
  let style = 0;
  let value = '';
  let isValue = false;
  let isInline = false;
  let phonetic = 0;
  let hasFormula = false;
  let columns = 0;
  let filledCells = 0;
  let seenCells = 0;
  let mergedRanges = 0;
  let formulasWithoutResult = 0;

  const place = () => ({ row, column });

  function openRow(attributes: XmlAttributes): void {
    const stated = Number(attributes.r);
    row = attributes.r === undefined ? row + 1 : stated;
    column = 0;
    if (!Number.isInteger(row) || row < 1) failDamaged('a row has no valid number');
  }

  function openCell(attributes: XmlAttributes): void {
    // Empty cells cost no memory but time: a sheet made of them is refused too.
    if (++seenCells > EMPTY_FACTOR * caps.cells) refuseCells();
    const reference = attributes.r;
    if (reference === undefined) column++;
    else column = columnOf(reference, row);
    type = attributes.t ?? 'n';
    style = Number(attributes.s ?? 0);
    value = '';
    hasFormula = false;
  }

  function closeCell(): void {
    const text = cellText();
    if (text === '') {
      if (hasFormula && type !== 'str') formulasWithoutResult++;
      return;
    }
    if (row > caps.rows) {
      failIntake(
        'too_many_rows',
        `a cell stands below row ${caps.rows.toLocaleString('en')}, the last that can be imported. Remove it, or split the sheet.`,
        place(),
      );
    }
    if (column > caps.columns) {
      failIntake(
        'too_many_columns',
        `a cell stands right of column ${caps.columns}, the last that can be imported. Remove it, or remove columns.`,
        place(),
      );
    }
    totals.text += text.length;
    if (++totals.cells > caps.cells) refuseCells();
    if (totals.text > caps.totalText) {
      failIntake(
        'workbook_too_large',
        'the texts of the workbook are longer than can be imported. Split it.',
        { row },
      );
    }
    filledCells++;
    columns = Math.max(columns, column);
    while (rows.length < row) rows.push([]);
    const cells = rows[row - 1] as string[];
    while (cells.length < column) cells.push('');
    cells[column - 1] = text;
  }

  function cellText(): string {
    if (value === '') return '';
    switch (type) {
      case 's': {
        const text = context.sharedStrings[Number(value)];
        return text ?? failDamaged('a cell refers to a text that is not in the file');
      }
      case 'b':
        return value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE';
      case 'inlineStr':
      case 'str':
        return unescapeXmlText(value);
      case 'e':
        return value;
      case 'd':
        return value.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace('T', ' ');
      default:
        return numberText(value, context.formats[style] ?? 'number', context.is1904);
    }
  }

  function refuseCells(): never {
    return failIntake(
      'too_many_cells',
      `the workbook has more than ${caps.cells.toLocaleString('en')} cells, the most that can be imported. Split it.`,
      { row },
    );
  }

  function failDamaged(what: string): never {
    return failIntake(
      'workbook_damaged',
      `the sheet is damaged: ${what}. Save the workbook again in a spreadsheet program.`,
      row > 0 ? { row } : {},
    );
  }

  const handler: XmlHandler = {
    open(name, attributes) {
      switch (name) {
        case 'row':
          return openRow(attributes);
        case 'c':
          return openCell(attributes);
        case 'v':
          isValue = true;
          return;
        case 'is':
          isInline = true;
          return;
        case 't':
          isValue = isInline && phonetic === 0;
          return;
        case 'rPh':
          phonetic++;
          return;
        case 'f':
          hasFormula = true;
          return;
        case 'mergeCell':
          mergedRanges++;
          return;
      }
    },
    close(name) {
      switch (name) {
        case 'c':
          return closeCell();
        case 'v':
        case 't':
          isValue = false;
          return;
        case 'is':
          isInline = false;
          return;
        case 'rPh':
          phonetic--;
          return;
      }
    },
    text(text) {
      if (!isValue) return;
      value += text;
      if (value.length > caps.cellText) {
        failIntake(
          'cell_too_long',
          `the cell has more than ${caps.cellText.toLocaleString('en')} characters, the most a cell can hold.`,
          place(),
        );
      }
    },
  };
  return {
    handler,
    content: () => ({ rows, filledCells, columns, mergedRanges, formulasWithoutResult }),
  };

  function columnOf(reference: string, ofRow: number): number {
    const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference);
    if (!match || Number(match[2]) !== ofRow)
      return failDamaged(`a cell gives "${reference.slice(0, 20)}" as its place`);
    let index = 0;
    for (const letter of match[1] as string) index = index * 26 + letter.charCodeAt(0) - 64;
    return index;
  }
}

/** Undoes the `_x000D_` escapes by which a workbook keeps characters that XML cannot hold. */
export function unescapeXmlText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
