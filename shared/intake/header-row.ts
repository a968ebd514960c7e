import { isMissingText } from './text-key.ts';

/** Rows looked at: preambles longer than this need the user's hand. */
const SEARCHED_ROWS = 30;
/** A header fills nearly every column that the table uses. */
const FILLED_SHARE = 0.8;

/**
 * Finds the header among the first 30 rows: the first row that fills at least 80 % of the columns filled by the
 * fullest of them, with words rather than figures or dates, mostly different from each other. Titles, notes and
 * section rows above the header fill few columns; blank rows none.
 * @returns the 1-based row number, or undefined when every row is blank.
 */
export function guessHeaderRow(rows: readonly (readonly string[])[]): number | undefined {
  const searched = rows.slice(0, SEARCHED_ROWS).map(describeRow);
  const fullest = Math.max(0, ...searched.map((row) => row.filled));
  if (fullest === 0) return undefined;
  const full = searched.findIndex(
    (row) =>
      row.filled >= FILLED_SHARE * fullest && row.figures <= row.filled / 4 && row.distinct >= row.filled / 2,
  );
  if (full >= 0) return full + 1;
  return searched.findIndex((row) => row.filled > 0) + 1;
}

function describeRow(cells: readonly string[]): { filled: number; figures: number; distinct: number } {
  const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return {
    filled: texts.length,
    figures: texts.filter((text) => isMissingText(text) || /^[-+(]?[\d.,/:\s%$€£-]+\)?$/.test(text)).length,
    distinct: new Set(texts).size,
  };
}
