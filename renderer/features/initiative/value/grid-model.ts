import { addMonths } from '#shared/domain/calendar.ts';
import type { MetricReading, MonthValue, OutcomeLine, ValueLine } from '#shared/domain/initiative.ts';
import type { Restatement } from '#shared/domain/restatement.ts';
import type { UnitCount } from '#shared/domain/tracking.ts';
import type { MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { roundHalfEven } from '#shared/finance/round.ts';

/** The `count` months that end with `end`, oldest first. */
export function monthWindow(end: MonthIndex, count: number): readonly MonthIndex[] {
  return Array.from({ length: count }, (_, index) => addMonths(end, index - count + 1));
}

/** What is counted beside the money: activity, never value. */
export const COUNT_KINDS = ['attempts', 'successes'] as const;
export type CountKind = (typeof COUNT_KINDS)[number];

export const COUNT_NAMES: Readonly<Record<CountKind, string>> = {
  attempts: 'Attempts',
  successes: 'Successful tasks',
};

/** The low and high end of a forecast's range, around its P50: the amount of the line. */
export const BOUNDS = ['p10', 'p90'] as const;
export type Bound = (typeof BOUNDS)[number];

export const BOUND_NAMES: Readonly<Record<Bound, string>> = { p10: 'P10', p90: 'P90' };

/** A row one can write into. */
export type EditRow =
  | { readonly kind: 'line'; readonly line: ValueLine }
  | { readonly kind: 'bound'; readonly line: ValueLine; readonly bound: Bound }
  | { readonly kind: 'reading'; readonly name: string; readonly unit: string }
  | { readonly kind: 'count'; readonly count: CountKind };

/** A computed row. */
export const TOTAL_KINDS = ['cost', 'benefit', 'net'] as const;
export type TotalKind = (typeof TOTAL_KINDS)[number];

/** What the grid shows from top to bottom; `index` counts the rows one can write into. */
export type GridRow =
  | { readonly type: 'edit'; readonly row: EditRow; readonly index: number }
  | { readonly type: 'total'; readonly total: TotalKind }
  | { readonly type: 'add'; readonly kind: ValueLine['kind'] };

const byOrder = (a: ValueLine, b: ValueLine) => a.sortOrder - b.sortOrder;

/**
 * Cost lines and their total, outcome lines and theirs, net; then the reading of the success metric and, with `counts`,
 * the units done. A plan and a forecast have neither: `metric` null. The ends of the range stand below each line that
 * is `opened`, by id.
 */
export function gridRows(
  lines: readonly ValueLine[],
  metric: { readonly name: string; readonly unit: string } | null,
  counts: readonly CountKind[] = [],
  opened: ReadonlySet<string> = new Set(),
): readonly GridRow[] {
  let index = 0;
  const edit = (row: EditRow): GridRow => ({ type: 'edit', row, index: index++ });
  const of = (kind: ValueLine['kind']) =>
    lines
      .filter((line) => line.kind === kind)
      .sort(byOrder)
      .flatMap((line) => [
        edit({ kind: 'line', line }),
        ...(opened.has(line.id) ? BOUNDS.map((bound) => edit({ kind: 'bound', line, bound })) : []),
      ]);
  return [
    ...of('cost'),
    { type: 'add', kind: 'cost' },
    { type: 'total', total: 'cost' },
    ...of('outcome'),
    { type: 'add', kind: 'outcome' },
    { type: 'total', total: 'benefit' },
    { type: 'total', total: 'net' },
    ...(metric === null ? [] : [edit({ kind: 'reading', name: metric.name, unit: metric.unit })]),
    ...counts.map((count) => edit({ kind: 'count', count })),
  ];
}

/** The rows one can write into, in order. */
export function editRows(rows: readonly GridRow[]): readonly EditRow[] {
  return rows.flatMap((row) => (row.type === 'edit' ? [row.row] : []));
}

const key = (lineId: string, month: MonthIndex) => `${lineId}\n${month}`;

/** Amounts and readings by place; null = unmeasured. */
export interface CellValues {
  readonly amount: (lineId: string, month: MonthIndex) => MinorUnits | null;
  readonly reading: (month: MonthIndex) => number | null;
  readonly count: (count: CountKind, month: MonthIndex) => number | null;
  readonly bound: (lineId: string, month: MonthIndex, bound: Bound) => MinorUnits | null;
}

/** The ends of a forecast's range; null = not written yet. */
export interface RangeEnds {
  readonly lineId: string;
  readonly month: MonthIndex;
  readonly p10: MinorUnits | null;
  readonly p90: MinorUnits | null;
}

/** Looks up what is measured. `pending` holds what was just written and not yet read back; it wins. */
export function cellValues(
  values: readonly MonthValue[],
  readings: readonly MetricReading[],
  pending: ReadonlyMap<string, number | null> = new Map(),
  counts: readonly UnitCount[] = [],
  ranges: readonly RangeEnds[] = [],
): CellValues {
  const amounts = new Map(values.map((value) => [key(value.lineId, value.month), value.amount]));
  const byMonth = new Map(readings.map((reading) => [reading.month, reading.value]));
  const countsByMonth = new Map(counts.map((one) => [one.month, one]));
  const rangesByPlace = new Map(ranges.map((range) => [key(range.lineId, range.month), range]));
  return {
    amount: (lineId, month) => {
      const waiting = pending.get(key(lineId, month));
      return (
        (waiting === undefined ? amounts.get(key(lineId, month)) : (waiting as MinorUnits | null)) ?? null
      );
    },
    reading: (month) => {
      const waiting = pending.get(key(READING_KEY, month));
      return (waiting === undefined ? byMonth.get(month) : waiting) ?? null;
    },
    count: (count, month) => {
      const waiting = pending.get(key(COUNT_KEYS[count], month));
      return (waiting === undefined ? countsByMonth.get(month)?.[count] : waiting) ?? null;
    },
    bound: (lineId, month, bound) => {
      const waiting = pending.get(key(boundKey(lineId, bound), month));
      const kept = rangesByPlace.get(key(lineId, month))?.[bound];
      return (waiting === undefined ? kept : (waiting as MinorUnits | null)) ?? null;
    },
  };
}

/** Stand for the rows that are no lines among line ids, which never hold a space. */
const READING_KEY = 'success metric';
const COUNT_KEYS: Readonly<Record<CountKind, string>> = { attempts: 'tried tasks', successes: 'done tasks' };

const boundKey = (lineId: string, bound: Bound) => `${lineId} ${bound}`;

/** What tells a row from the others of the grid. */
export function rowKey(row: EditRow): string {
  if (row.kind === 'line') return row.line.id;
  if (row.kind === 'bound') return boundKey(row.line.id, row.bound);
  return row.kind === 'reading' ? READING_KEY : COUNT_KEYS[row.count];
}

/** The months in which a row was corrected after they were closed, by row key. */
export function restatedCells(
  restatements: readonly Restatement[],
): ReadonlyMap<string, ReadonlySet<MonthIndex>> {
  const cells = new Map<string, Set<MonthIndex>>();
  const put = (rowKeyed: string, month: MonthIndex) =>
    cells.set(rowKeyed, (cells.get(rowKeyed) ?? new Set()).add(month));
  for (const { month, amounts, figures } of restatements) {
    for (const { lineId } of amounts) put(lineId, month);
    for (const { figure } of figures) put(figure === 'reading' ? READING_KEY : COUNT_KEYS[figure], month);
  }
  return cells;
}

/** Where a written value waits until it is read back. */
export function pendingKey(row: EditRow, month: MonthIndex): string {
  return key(rowKey(row), month);
}

/** The value of a place: minor units for a line, the metric's own unit for the reading, a count; null = unmeasured. */
export function valueAt(values: CellValues, row: EditRow, month: MonthIndex): number | null {
  if (row.kind === 'line') return values.amount(row.line.id, month);
  if (row.kind === 'bound') return values.bound(row.line.id, month, row.bound);
  return row.kind === 'reading' ? values.reading(month) : values.count(row.count, month);
}

/** True for a row of amounts, in minor units. */
export function isMoney(row: EditRow): row is Extract<EditRow, { kind: 'line' | 'bound' }> {
  return row.kind === 'line' || row.kind === 'bound';
}

/** True when the line is expected to have a value in the month; a reading or count always is, a range never. */
export function isExpected(row: EditRow, month: MonthIndex): boolean {
  if (row.kind === 'bound') return false;
  if (row.kind !== 'line') return true;
  const { startsOn, endsOn } = row.line;
  return (startsOn === null || month >= startsOn) && (endsOn === null || month <= endsOn);
}

/** A computed cell: the sum of what is measured, and how much of what is expected that was. */
export interface Total {
  /** Minor units; null = nothing measured, or for net: a cost is unmeasured. */
  readonly value: number | null;
  readonly measured: number;
  readonly expected: number;
}

/** Share of an outcome line's amounts that is claimed: realisation x attribution, as in a verdict. */
export type ClaimShare = (line: OutcomeLine) => number;

/**
 * Totals of the shown months, in minor units; of outcomes what is claimed, not what is recorded. Unmeasured values are skipped, never zero.
 * Net = benefit - cost; it stands only where every expected cost is measured, since a missing cost would flatter it.
 * An unmeasured outcome is no claimed benefit (methodology 1.6).
 */
export function totalOf(
  lines: readonly ValueLine[],
  values: CellValues,
  months: readonly MonthIndex[],
  which: TotalKind,
  share: ClaimShare,
): Total {
  const sum = (kind: ValueLine['kind']): Total => {
    let value: number | null = null;
    let measured = 0;
    let expected = 0;
    for (const line of lines) {
      if (line.kind !== kind) continue;
      for (const month of months) {
        const isAsked = isExpected({ kind: 'line', line }, month);
        const amount = values.amount(line.id, month);
        if (isAsked) expected += 1;
        if (amount === null) continue;
        value = (value ?? 0) + (line.kind === 'cost' ? amount : amount * share(line));
        if (isAsked) measured += 1;
      }
    }
    return { value: value === null ? null : roundHalfEven(value), measured, expected };
  };
  if (which === 'cost') return sum('cost');
  if (which === 'benefit') return sum('outcome');
  const cost = sum('cost');
  const benefit = sum('outcome');
  const isKnown = cost.value !== null && cost.measured === cost.expected;
  return {
    value: isKnown ? (benefit.value ?? 0) - (cost.value ?? 0) : null,
    measured: cost.measured + benefit.measured,
    expected: cost.expected + benefit.expected,
  };
}

/** Open months, not after the as-of month, in which every expected line is measured: ready to be closed. */
export function closableMonths(
  lines: readonly ValueLine[],
  values: CellValues,
  months: readonly MonthIndex[],
  closed: ReadonlySet<MonthIndex>,
  asOf: MonthIndex,
): readonly MonthIndex[] {
  return months.filter((month) => {
    if (closed.has(month) || month > asOf) return false;
    const expected = lines.filter((line) => isExpected({ kind: 'line', line }, month));
    return expected.length > 0 && expected.every((line) => values.amount(line.id, month) !== null);
  });
}
