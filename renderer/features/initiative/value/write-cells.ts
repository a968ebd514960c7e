import type { UnitCount } from '#shared/domain/tracking.ts';
import type { MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { parseAmount, parseReading } from '#shared/report/parse-amount.ts';
import { formatMonthName } from '../../../components/dates.ts';
import { type Block, type Place, placesOf } from './grid-cursor.ts';
import { BOUND_NAMES, COUNT_NAMES, type CountKind, type EditRow, isMoney } from './grid-model.ts';

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
  /** The month is what cannot be written: it is closed. */
  readonly closed?: MonthIndex;
}

export type Writes =
  | { readonly ok: true; readonly writes: readonly CellWrite[] }
  | { readonly ok: false; readonly problems: readonly CellProblem[] };

/** The name of a row as a message calls it. */
export function rowName(row: EditRow): string {
  if (row.kind === 'line') return row.line.name;
  if (row.kind === 'bound') return `${row.line.name}, ${BOUND_NAMES[row.bound]}`;
  if (row.kind === 'count') return COUNT_NAMES[row.count];
  return row.name === '' ? 'Success metric' : row.name;
}

/** "Inference, Mar 2026". */
export function cellName(sheet: Sheet, place: Place): string {
  const row = sheet.rows[place.row];
  const month = sheet.months[place.col];
  return row === undefined || month === undefined ? '' : `${rowName(row)}, ${formatMonthName(month)}`;
}

/** A metric counted in per cent is typed with or without the sign: `82 %` and `82` are both 82. */
export function isPercentRow(row: EditRow): boolean {
  return row.kind === 'reading' && /^(%|per ?cent)$/i.test(row.unit.trim());
}

/** Reads one typed text for one cell. */
export function parseCell(
  row: EditRow,
  text: string,
  currency: string,
): { readonly ok: true; readonly value: number | null } | { readonly ok: false; readonly text: string } {
  const bare = isPercentRow(row) && !text.trim().startsWith('=') ? text.replace(/\s*%\s*$/, '') : text;
  const read = isMoney(row) ? parseAmount(text, currency) : parseReading(bare);
  if (!read.ok) return { ok: false, text: read.problem.text };
  const why = whyNotAllowed(row, read.value);
  return why === null ? read : { ok: false, text: why };
}

/** Why a row does not take a value that is a number, or null. */
export function whyNotAllowed(row: EditRow, value: number | null): string | null {
  return row.kind === 'count' && value !== null && value < 0 ? 'A count is 0 or more.' : null;
}

/** Why the cells of this month may not be written, or null. */
export function lockOf(sheet: Sheet, month: MonthIndex): string | null {
  if (sheet.readOnly !== undefined) return sheet.readOnly;
  if (!sheet.closed.has(month)) return null;
  return `${formatMonthName(month)} is closed, so its figures stay.`;
}

/** The problem of writing into this month, or null. */
export function lockProblem(sheet: Sheet, place: Place, month: MonthIndex): CellProblem | null {
  const text = lockOf(sheet, month);
  if (text === null) return null;
  return sheet.readOnly === undefined ? { place, text, closed: month } : { place, text };
}

/** Nothing is written, for a reason that is no one cell's. */
export const refuse = (text: string): Writes => ({ ok: false, problems: [{ place: null, text }] });

/** Writes when there is nothing against it. */
export function allOrNothing(writes: readonly CellWrite[], problems: readonly CellProblem[]): Writes {
  return problems.length > 0 ? { ok: false, problems } : { ok: true, writes };
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
    const lock = lockProblem(sheet, place, month);
    if (lock !== null) problems.push(lock);
    else writes.push({ place, row, month, value: valueFor(place) });
  }
  return allOrNothing(writes, problems);
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
