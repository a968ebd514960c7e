import type { WindowSum } from '../decision/result.ts';
import type { MonthValue, ValueLine } from '../domain/initiative.ts';
import type { MinorUnits, MonthIndex } from '../domain/units.ts';
import { type ClaimPolicy, claimedShare } from './claimed-share.ts';
import { areContiguous } from './months.ts';
import { roundHalfEven } from './round.ts';

/** One closed month of an initiative, summed over its lines. Amounts in minor units. */
export interface MonthTotals {
  readonly month: MonthIndex;
  readonly cost: number;
  /** Claimed benefit: amounts x realisation x attribution, not rounded. */
  readonly benefit: number;
  /** Cost lines active in the month, and how many of them have a value. */
  readonly costExpected: number;
  readonly costMeasured: number;
  readonly outcomeExpected: number;
  readonly outcomeMeasured: number;
  /** True when any cost (outcome) value exists, also one outside the span of its line. */
  readonly hasCost: boolean;
  readonly hasOutcome: boolean;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
const NO_TOTALS: readonly MonthTotals[] = [];

/** True when the line is expected to have a value in `month`: between its first and last month, null = open. */
export function isActiveIn(line: Pick<ValueLine, 'startsOn' | 'endsOn'>, month: MonthIndex): boolean {
  return (line.startsOn === null || month >= line.startsOn) && (line.endsOn === null || month <= line.endsOn);
}

/**
 * Sums the values of every closed month, lines in the order of their ids, so that the order in which rows arrive
 * cannot move the last digit. Outcomes count with their {@link claimedShare}.
 * A value outside the span of its line is still money and is summed; it is not counted as expected or measured.
 * Values of open months and of unknown lines are left out.
 * @param closed ascending and distinct, as {@link closedUpTo} gives them.
 */
export function monthTotals(
  lines: readonly ValueLine[],
  values: readonly MonthValue[],
  closed: readonly MonthIndex[],
  policy: ClaimPolicy,
): readonly MonthTotals[] {
  const [first] = closed;
  if (first === undefined) return NO_TOTALS;
  const totals = closed.map(emptyMonth);
  // By distance from the first month: an array looks a month up faster than a map, and this runs for every value.
  const places: (Mutable<MonthTotals> | undefined)[] = [];
  for (const total of totals) places[total.month - first] = total;
  const valuesOf = new Map<string, MonthValue[]>(lines.map((line) => [line.id, []]));
  let lineId: string | undefined;
  let list: MonthValue[] | undefined;
  for (const value of values) {
    // Values of a line mostly come together.
    if (value.lineId !== lineId) {
      lineId = value.lineId;
      list = valuesOf.get(lineId);
    }
    list?.push(value);
  }
  for (const line of [...lines].sort(byId)) {
    const share = line.kind === 'cost' ? 1 : claimedShare(line, policy);
    for (const total of totals) {
      if (!isActiveIn(line, total.month)) continue;
      if (line.kind === 'cost') total.costExpected += 1;
      else total.outcomeExpected += 1;
    }
    for (const value of valuesOf.get(line.id) ?? []) {
      const total = places[value.month - first];
      if (total !== undefined) addValue(total, line, value, share);
    }
  }
  return totals;
}

function addValue(total: Mutable<MonthTotals>, line: ValueLine, value: MonthValue, share: number): void {
  const isExpected = isActiveIn(line, value.month) ? 1 : 0;
  if (line.kind === 'cost') {
    total.cost += value.amount;
    total.costMeasured += isExpected;
    total.hasCost = true;
  } else {
    total.benefit += value.amount * share;
    total.outcomeMeasured += isExpected;
    total.hasOutcome = true;
  }
}

function byId(a: ValueLine, b: ValueLine): number {
  return a.id < b.id ? -1 : 1;
}

function emptyMonth(month: MonthIndex): Mutable<MonthTotals> {
  return {
    month,
    cost: 0,
    benefit: 0,
    costExpected: 0,
    costMeasured: 0,
    outcomeExpected: 0,
    outcomeMeasured: 0,
    hasCost: false,
    hasOutcome: false,
  };
}

/**
 * Sum of the `count` latest closed months (all of them by default), in minor units: net = benefit - cost.
 * The claimed benefit is rounded here and nowhere before, half-even.
 * Unmeasured values are skipped, never taken as zero: `measured` of `expected` says how many there were.
 * @throws RangeError when a sum leaves the range in which whole numbers are exact; it is refused, not rounded.
 */
export function sumWindow(totals: readonly MonthTotals[], count: number = totals.length): WindowSum {
  if (totals.length === 0) return EMPTY_WINDOW;
  const window = totals.length > count ? totals.slice(totals.length - count) : totals;
  let cost = 0;
  let benefit = 0;
  let measured = 0;
  let expected = 0;
  for (const total of window) {
    cost += total.cost;
    benefit += total.benefit;
    measured += total.costMeasured + total.outcomeMeasured;
    expected += total.costExpected + total.outcomeExpected;
  }
  const months = window.map((total) => total.month);
  const claimed = roundHalfEven(benefit);
  return {
    months,
    isContiguous: areContiguous(months),
    cost: exact(cost),
    benefit: exact(claimed),
    net: exact(claimed - cost),
    measured,
    expected,
  };
}

const EMPTY_WINDOW: WindowSum = {
  months: [],
  isContiguous: true,
  cost: 0 as MinorUnits,
  benefit: 0 as MinorUnits,
  net: 0 as MinorUnits,
  measured: 0,
  expected: 0,
};

function exact(sum: number): MinorUnits {
  if (!Number.isSafeInteger(sum)) throw new RangeError(`the sum ${sum} minor units is too large to be exact`);
  return sum as MinorUnits;
}

/**
 * Complete months: closed months since first spend in which every active cost line has a value and at least
 * one outcome value is measured (n of methodology 8.3). First spend = the first closed month whose cost is above 0.
 */
export function countFullMonths(totals: readonly MonthTotals[]): number {
  let full = 0;
  let hasSpent = false;
  for (const total of totals) {
    hasSpent ||= total.cost > 0;
    if (hasSpent && total.costMeasured === total.costExpected && total.hasOutcome) full += 1;
  }
  return full;
}
