import { currencyExponent } from '../domain/currency.ts';
import type { MinorUnits } from '../domain/units.ts';
import type { DecimalMark } from '../report/exact-number.ts';
import { type ParsedAmount, parseAmount, parseReading, provenMark } from '../report/parse-amount.ts';
import type { Block } from './block.ts';

/** A cell of a block that cannot be read. Row and column count from 0 in the block. */
export interface BlockProblem {
  readonly row: number;
  readonly column: number;
  /** What the cell shows. */
  readonly text: string;
  /** A whole sentence: what is wrong and what to write instead. */
  readonly why: string;
}

/** Every cell read (null = blank = unmeasured), or the cells that cannot be and nothing else. */
export type ReadCells<T> =
  | { readonly ok: true; readonly cells: readonly (readonly (T | null)[])[] }
  | { readonly ok: false; readonly problems: readonly BlockProblem[] };

export interface ReadCellsOptions {
  /** The decimal mark, where somebody said so; otherwise the block decides as a whole. */
  readonly mark?: DecimalMark | undefined;
}

/**
 * Reads a block as amounts in minor units of `currency`, cell by cell as `parseAmount` does: thousands separators,
 * brackets or a trailing minus for negatives, signs and codes of the currency, arithmetic after `=`; blanks are
 * unmeasured. All or nothing.
 *
 * One decimal mark holds for the whole block: `1.234` alone has two readings, beside `12,50` it has one. If the block
 * proves none, such cells are refused by name; if it proves both, the cells of either kind are. The number behind a
 * cell, where the clipboard had it, settles the reading, provided that it is the one shown: per cent, dates, other
 * currencies and numbers shown in thousands are refused as their text is.
 */
export function readAmounts(
  block: Block,
  currency: string,
  options: ReadCellsOptions = {},
): ReadCells<MinorUnits> {
  const exponent = currencyExponent(currency);
  return readCells(block, options, {
    parse: (text, mark) => parseAmount(text, currency, { mark }),
    fits: (shown, behind, text, mark) =>
      Math.abs(shown - behind) <= 1 + 0.5001 * 10 ** (exponent - decimalsOf(text, mark)),
  });
}

export interface ReadNumbersOptions extends ReadCellsOptions {
  /** True: the numbers are percentages, `12%` and `12` are both 12. Otherwise a per cent sign is refused. */
  readonly isPercent?: boolean | undefined;
}

/** Reads a block as plain numbers (readings of a metric, counts) by the rules of {@link readAmounts}, without currency. */
export function readNumbers(block: Block, options: ReadNumbersOptions = {}): ReadCells<number> {
  const isPercent = options.isPercent === true;
  const bare = (text: string) => (isPercent ? text.replace(/\s*%\s*$/, '') : text);
  const rows = block.rows.map((row) => row.map(bare));
  // Behind 12% stands 0.12; the sign is gone, so the number no longer speaks for the cell.
  const numbers = block.numbers.map((row, r) =>
    row.map((number, c) => (rows[r]?.[c] === block.rows[r]?.[c] ? number : null)),
  );
  return readCells({ rows, numbers }, options, {
    parse: (text, mark) => parseReading(text, { mark }),
    fits: (shown, behind, text, mark) =>
      Math.abs(shown - behind) <= 0.5001 * 10 ** -decimalsOf(text, mark) + Math.abs(behind) * 1e-12,
  });
}

interface Reader<T extends number> {
  readonly parse: (text: string, mark: DecimalMark | undefined) => ParsedAmount<T>;
  /** True when what is shown is the number behind it, rounded for display. */
  readonly fits: (shown: T, behind: T, text: string, mark: DecimalMark) => boolean;
}

function readCells<T extends number>(
  block: Block,
  options: ReadCellsOptions,
  reader: Reader<T>,
): ReadCells<T> {
  const behind = (row: number, column: number) => block.numbers[row]?.[column] ?? null;
  const open = block.rows.map((row, r) => row.filter((_, c) => behind(r, c) === null));
  const mark = options.mark ?? provenMark(open.flat());
  if (mark === 'conflict') return { ok: false, problems: conflicts(block) };
  const problems: BlockProblem[] = [];
  const cells = block.rows.map((row, r) =>
    row.map((text, c): T | null => {
      const number = behind(r, c);
      const read =
        number === null ? reader.parse(text, mark ?? undefined) : readWithNumber(text, number, reader);
      if (read.ok) return read.value;
      problems.push({ row: r, column: c, text, why: read.problem.text });
      return null;
    }),
  );
  return problems.length > 0 ? { ok: false, problems } : { ok: true, cells };
}

const MARKS: readonly DecimalMark[] = ['.', ','];

/** Reads the text with the number behind it in hand. */
function readWithNumber<T extends number>(text: string, number: string, reader: Reader<T>): ParsedAmount<T> {
  const exact = reader.parse(number, '.');
  if (!exact.ok || exact.value === null) return exact;
  let isReadable = false;
  for (const mark of MARKS) {
    const shown = reader.parse(text, mark);
    if (!shown.ok || shown.value === null) continue;
    isReadable = true;
    if (reader.fits(shown.value, exact.value, text, mark)) return exact;
  }
  if (isReadable) {
    const why = `“${text.trim()}” stands for ${number} in the spreadsheet; show the whole number there and copy again.`;
    return { ok: false, problem: { code: 'ambiguous', text: why } };
  }
  const plain = reader.parse(text, undefined);
  // A number format may show zero as a dash; with the number at hand that is no riddle.
  if (!plain.ok && plain.problem.code === 'dash' && exact.value === 0) return exact;
  if (!plain.ok) return plain;
  const why = `The cell shows nothing but holds ${number} in the spreadsheet; show the number there and copy again.`;
  return { ok: false, problem: { code: 'not_a_number', text: why } };
}

/** How many decimals a text shows. */
function decimalsOf(text: string, mark: DecimalMark): number {
  const cut = text.lastIndexOf(mark);
  return cut < 0 ? 0 : (/^\d+/.exec(text.slice(cut + 1))?.[0].length ?? 0);
}

function conflicts(block: Block): readonly BlockProblem[] {
  const NAMES: Readonly<Record<DecimalMark, string>> = { '.': 'a point', ',': 'a comma' };
  return block.rows.flatMap((row, r) =>
    row.flatMap((text, c) => {
      const mark = block.numbers[r]?.[c] === null ? provenMark([text]) : null;
      if (mark === null || mark === 'conflict') return [];
      const other = mark === '.' ? ',' : '.';
      return {
        row: r,
        column: c,
        text,
        why: `“${text.trim()}” has ${NAMES[mark]} as decimal mark and other cells have ${NAMES[other]}; give the block one number format and copy again.`,
      };
    }),
  );
}
