import type { UnitCount } from '#shared/domain/tracking.ts';
import type { MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { type AmountOptions, parseAmount, parseReading, provenMark } from '#shared/report/parse-amount.ts';
import { formatMonthName } from '../../../components/dates.ts';
import { type Block, type Place, placesOf } from './grid-cursor.ts';
import { COUNT_NAMES, type CountKind, type EditRow } from './grid-model.ts';

/** The grid as far as writing into it is concerned. */
export interface Sheet {
  readonly rows: readonly EditRow[];
  readonly months: readonly MonthIndex[];
  readonly closed: ReadonlySet<MonthIndex>;
  readonly currency: string;
  /** Why no cell of the sheet may be written, in a whole sentence; absent = they may. */
  readonly readOnly?: string | undefined;
}

/** One cell to be written; `value` in minor units for a line, else a plain number; null = unmeasured. */
export interface CellWrite {
  readonly place: Place;
  readonly row: EditRow;
  readonly month: MonthIndex;
  readonly value: number | null;
}

/** A cell that cannot be written, and why, in a whole sentence. */
export interface CellProblem {
  readonly place: Place | null;
  readonly text: string;
}

export type Writes =
  | { readonly ok: true; readonly writes: readonly CellWrite[] }
  | { readonly ok: false; readonly problems: readonly CellProblem[] };

const MOST_NAMED = 5;

/** The name of a row as a message calls it. */
export function rowName(row: EditRow): string {
  if (row.kind === 'line') return row.line.name;
  if (row.kind === 'count') return COUNT_NAMES[row.count];
  return row.name === '' ? 'Success metric' : row.name;
}

/** "Inference, Mar 2026". */
export function cellName(sheet: Sheet, place: Place): string {
  const row = sheet.rows[place.row];
  const month = sheet.months[place.col];
  return row === undefined || month === undefined ? '' : `${rowName(row)}, ${formatMonthName(month)}`;
}

/** Reads one typed text for one cell. */
export function parseCell(
  row: EditRow,
  text: string,
  currency: string,
  options: AmountOptions = {},
): { readonly ok: true; readonly value: number | null } | { readonly ok: false; readonly text: string } {
  const read = row.kind === 'line' ? parseAmount(text, currency, options) : parseReading(text, options);
  if (!read.ok) return { ok: false, text: read.problem.text };
  if (row.kind === 'count' && read.value !== null && read.value < 0) {
    return { ok: false, text: 'A count is 0 or more.' };
  }
  return read;
}

/** Why the cells of this month may not be written, or null. */
export function lockOf(sheet: Sheet, month: MonthIndex): string | null {
  if (sheet.readOnly !== undefined) return sheet.readOnly;
  if (!sheet.closed.has(month)) return null;
  return `${formatMonthName(month)} is closed. Reopen it to change its figures.`;
}

/** The same value for every cell of a block: Delete writes null. Cells that hold it already cost nothing. */
export function fillBlock(sheet: Sheet, block: Block, valueFor: (place: Place) => number | null): Writes {
  if (sheet.readOnly !== undefined) return refuse(sheet.readOnly);
  const writes: CellWrite[] = [];
  const problems: CellProblem[] = [];
  for (const place of placesOf(block)) {
    const row = sheet.rows[place.row];
    const month = sheet.months[place.col];
    if (row === undefined || month === undefined) continue;
    const lock = lockOf(sheet, month);
    if (lock !== null) problems.push({ place, text: lock });
    else writes.push({ place, row, month, value: valueFor(place) });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, writes };
}

/** True when rows next to each other belong together: costs, outcomes, reading and counts. */
const section = (row: EditRow | undefined) =>
  row === undefined ? '' : row.kind === 'line' ? row.line.kind : 'reading';

/**
 * Reads a pasted block whose first cell goes to `at`. All or nothing: when it does not fit, reaches over a total or
 * into a closed month, or a cell does not parse, nothing is written and the cells are named.
 * Blank cells are unmeasured. Point or comma as decimal mark is decided for the block as a whole.
 */
export function pasteBlock(sheet: Sheet, at: Place, block: readonly (readonly string[])[]): Writes {
  if (sheet.readOnly !== undefined) return refuse(sheet.readOnly);
  const width = Math.max(0, ...block.map((cells) => cells.length));
  if (block.length === 0 || width === 0) return refuse('The clipboard holds no cells.');
  const misfit = whyItDoesNotFit(sheet, at, block.length, width);
  if (misfit !== null) return refuse(misfit);

  const mark = provenMark(block.flat());
  if (mark === 'conflict') {
    return refuse(
      'Some cells use a point and others a comma as decimal mark. Give the block one number format and paste again.',
    );
  }
  const writes: CellWrite[] = [];
  const problems: CellProblem[] = [];
  for (let r = 0; r < block.length; r += 1) {
    for (let c = 0; c < width; c += 1) {
      const place = { row: at.row + r, col: at.col + c };
      const row = sheet.rows[place.row] as EditRow;
      const month = sheet.months[place.col] as MonthIndex;
      const lock = lockOf(sheet, month);
      const read = parseCell(row, block[r]?.[c] ?? '', sheet.currency, mark === null ? {} : { mark });
      if (lock !== null) problems.push({ place, text: lock });
      else if (!read.ok) problems.push({ place, text: read.text });
      else writes.push({ place, row, month, value: read.value });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, writes };
}

const refuse = (text: string): Writes => ({ ok: false, problems: [{ place: null, text }] });

function whyItDoesNotFit(sheet: Sheet, at: Place, height: number, width: number): string | null {
  const size = `The block has ${count(height, 'row')} and ${count(width, 'column')}`;
  const roomRight = sheet.months.length - at.col;
  if (width > roomRight) {
    return `${size}; from ${cellName(sheet, at)} only ${count(roomRight, 'month')} are shown. Start further left or show more months.`;
  }
  const first = section(sheet.rows[at.row]);
  let roomBelow = 0;
  while (section(sheet.rows[at.row + roomBelow]) === first) roomBelow += 1;
  if (height > roomBelow) {
    const what = first === 'cost' ? 'cost line' : first === 'outcome' ? 'outcome line' : 'row';
    return `${size}; from ${cellName(sheet, at)} down there ${roomBelow === 1 ? 'is' : 'are'} ${count(roomBelow, what)}, and totals cannot be pasted over. Copy fewer rows or add lines first.`;
  }
  return null;
}

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;

/** Problems as lines to read, the first few named by cell; and that nothing was changed. */
export function problemLines(sheet: Sheet, problems: readonly CellProblem[]): readonly string[] {
  const lines = problems
    .slice(0, MOST_NAMED)
    .map(({ place, text }) => (place === null ? text : `${cellName(sheet, place)}: ${text}`));
  const more = problems.length - MOST_NAMED;
  return more > 0 ? [...lines, `And ${count(more, 'more cell')}.`] : lines;
}

/** What the data service is asked for one action: amounts, readings and counts apart, unchanged cells left out. */
export interface Changes {
  readonly cells: readonly {
    readonly lineId: string;
    readonly month: MonthIndex;
    readonly amount: MinorUnits | null;
  }[];
  readonly readings: readonly { readonly month: MonthIndex; readonly value: number | null }[];
  /** Both counts of each month in which one changed. */
  readonly counts: readonly UnitCount[];
}

/** Splits writes by where they go, leaving out what would change nothing. */
export function changesOf(
  writes: readonly CellWrite[],
  current: (write: CellWrite) => number | null,
): Changes {
  const changed = writes.filter((write) => current(write) !== write.value);
  return {
    cells: changed.flatMap(({ row, month, value }) =>
      row.kind === 'line' ? [{ lineId: row.line.id, month, amount: value as MinorUnits | null }] : [],
    ),
    readings: changed.flatMap(({ row, month, value }) => (row.kind === 'reading' ? [{ month, value }] : [])),
    counts: countsOf(changed, current),
  };
}

/** Attempts and successes of a month are kept together: the one not written goes along as it stands. */
function countsOf(
  changed: readonly CellWrite[],
  current: (write: CellWrite) => number | null,
): readonly UnitCount[] {
  const byMonth = new Map<MonthIndex, UnitCount>();
  for (const write of changed) {
    if (write.row.kind !== 'count') continue;
    const standing = (count: CountKind) => current({ ...write, row: { kind: 'count', count } });
    const month = byMonth.get(write.month) ?? {
      month: write.month,
      attempts: standing('attempts'),
      successes: standing('successes'),
    };
    byMonth.set(write.month, { ...month, [write.row.count]: write.value });
  }
  return [...byMonth.values()];
}
