import { monthOf } from '../domain/calendar.ts';
import type { IsoDate, MonthIndex } from '../domain/units.ts';

const NONE: readonly MonthIndex[] = [];

/**
 * The closed months a decision as of `asOf` may read: oldest first, each once, none after the as-of month.
 * The as-of month itself counts once it is closed.
 */
export function closedUpTo(closedMonths: readonly MonthIndex[], asOf: IsoDate): readonly MonthIndex[] {
  if (closedMonths.length === 0) return NONE;
  const last = monthOf(asOf);
  if (isAscendingTo(closedMonths, last)) return closedMonths;
  const kept = new Set<MonthIndex>();
  for (const month of closedMonths) if (month <= last) kept.add(month);
  return [...kept].sort((a, b) => a - b);
}

/** True when ascending, distinct months follow one another without a gap; none and one month do. */
export function areContiguous(months: readonly MonthIndex[]): boolean {
  const first = months[0];
  const last = months.at(-1);
  return first === undefined || last === undefined || last - first === months.length - 1;
}

/** Months as they nearly always come: ascending, each once, none after the last. */
function isAscendingTo(months: readonly MonthIndex[], last: MonthIndex): boolean {
  let before = Number.NEGATIVE_INFINITY;
  for (const month of months) {
    if (month <= before || month > last) return false;
    before = month;
  }
  return true;
}
