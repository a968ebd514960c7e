import type { Delimiter } from './csv.ts';
import type { Encoding } from './encoding.ts';
import type { Header } from './headers.ts';

/** A record of the file. `number` counts from 1 at the first record, headers, preambles and blank rows included. */
export interface SourceRow {
  readonly number: number;
  /** Cell texts as a person sees them, from column 1. May be shorter or longer than the header. */
  readonly cells: readonly string[];
}

export interface SheetInfo {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: number;
  readonly columns: number;
  /** Merged ranges: the text stands in the first cell only, the others are blank. */
  readonly mergedRanges: number;
  /** Formulas the file keeps no result for; they read as blank. */
  readonly formulasWithoutResult: number;
}

interface TableCommon {
  readonly fileName: string;
  /** The header row used; 0 when the table has none and columns are called by number. */
  readonly headerRow: number;
  readonly headers: readonly Header[];
  /** Data rows: below the header and not blank. */
  readonly rows: readonly SourceRow[];
  /** Numbers of blank rows below the header: read, and nothing in them. */
  readonly blankRows: readonly number[];
  /** The first rows of the file as they are, for choosing another header row. */
  readonly firstRows: readonly SourceRow[];
  /** What a person should know before trusting the table. */
  readonly notes: readonly string[];
}

export interface CsvTable extends TableCommon {
  readonly kind: 'csv';
  readonly encoding: Encoding;
  readonly encodingBasis: 'certain' | 'guess' | 'chosen';
  readonly delimiter: Delimiter;
  readonly delimiterBasis: 'line' | 'vote' | 'none' | 'chosen';
}

export interface WorkbookTable extends TableCommon {
  readonly kind: 'xlsx';
  readonly sheet: string;
  readonly sheets: readonly SheetInfo[];
}

/** One sheet or one delimited file, read but not yet understood. Plain data: it crosses process borders. */
export type SourceTable = CsvTable | WorkbookTable;
