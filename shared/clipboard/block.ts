/** A rectangle of cells from the clipboard: every row has as many cells as the others. */
export interface Block {
  /** What the cells show. */
  readonly rows: readonly (readonly string[])[];
  /**
   * The numbers behind the cells as plain decimals (`-1234.5`), where the program that copied said so: whatever its
   * language, and before rounding for display. null for every other cell. Same shape as `rows`.
   */
  readonly numbers: readonly (readonly (string | null)[])[];
}

/** A cell to be copied: a text, a blank, or a number as a plain decimal (`-1234.50`). */
export type BlockCell = string | { readonly number: string };

/** Makes rows equally long, filling up with blanks. */
export function rectangle<T>(rows: readonly (readonly T[])[], blank: T): readonly (readonly T[])[] {
  let width = 0;
  for (const row of rows) width = Math.max(width, row.length);
  return rows.map((row) =>
    row.length === width ? row : [...row, ...new Array<T>(width - row.length).fill(blank)],
  );
}

/** A block of texts without numbers behind them. */
export function textBlock(rows: readonly (readonly string[])[]): Block {
  const filled = rectangle(rows, '');
  return { rows: filled, numbers: filled.map((row) => row.map(() => null)) };
}
