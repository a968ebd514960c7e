/** Upper limits of one import. Passing one refuses the file with a typed error; nothing is cut off quietly. */
export interface IntakeCaps {
  readonly fileBytes: number;
  /** Records of one sheet, the header and rows above it included. */
  readonly rows: number;
  readonly columns: number;
  /** Cells with text, over all sheets. */
  readonly cells: number;
  /** UTF-16 code units of one cell: what a spreadsheet program itself allows. */
  readonly cellText: number;
  readonly zipEntries: number;
  /** Bytes of one unpacked part, counted while inflating. */
  readonly partBytes: number;
  /** Bytes of all unpacked parts together. */
  readonly unpackedBytes: number;
  /** Unpacked bytes per packed byte, applied after the first megabyte of a part. */
  readonly ratio: number;
  readonly sharedStrings: number;
  /** UTF-16 code units of all cell and shared texts of a workbook together. */
  readonly totalText: number;
  readonly sheets: number;
}

/** The shipped limits (reliability page, section 4). Tests pass smaller ones. */
export const INTAKE_CAPS: IntakeCaps = {
  fileBytes: 50 * 1024 * 1024,
  rows: 100_000,
  columns: 512,
  cells: 5_000_000,
  cellText: 32_767,
  zipEntries: 2_000,
  partBytes: 128 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  ratio: 200,
  sharedStrings: 1_000_000,
  totalText: 64 * 1024 * 1024,
  sheets: 200,
};
