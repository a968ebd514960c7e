import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { FlowPoint } from '#shared/decision/explanation.ts';
import { monthOf } from '#shared/domain/calendar.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { monthTotals } from '#shared/finance/tracking.ts';

/** Cumulative net value since first spend at the end of a month, minor units, undiscounted. */
export interface LifePoint {
  readonly month: MonthIndex;
  /** Of closed months. */
  readonly actual: number | null;
  /** From today on, with every driver at P50. */
  readonly ahead: number | null;
  /** From today on over the draws; null until they were asked for. */
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
}

type Given = Pick<InitiativeDetail, 'lines' | 'values' | 'closedMonths' | 'flowAtP50' | 'asOf'>;

const NOTHING = { actual: null, ahead: null, p10: null, p50: null, p90: null };

/**
 * The cumulative net value over the whole life: closed months from first spend on, then the forecast, which starts from
 * what the closed months add up to. A closed month without any value adds nothing; months never closed are left out.
 * @param band the draws' band of the explanation, when it is there
 */
export function lifeSeries(given: Given, policy: Policy, band: readonly FlowPoint[]): readonly LifePoint[] {
  const { lines, values, closedMonths, flowAtP50, asOf } = given;
  const totals = monthTotals(lines, values, closedMonths, policy);
  const first = totals.findIndex((total) => total.cost > 0 || total.benefit > 0);
  const points = new Map<MonthIndex, LifePoint>();
  let sum = 0;
  for (const { month, benefit, cost } of first < 0 ? [] : totals.slice(first)) {
    sum += benefit - cost;
    points.set(month, { ...NOTHING, month, actual: sum });
  }
  const start = monthOf(asOf);
  let ahead = sum;
  for (const { month, net } of flowAtP50 ?? []) {
    ahead += net;
    points.set(month, { ...(points.get(month) ?? { ...NOTHING, month }), ahead });
  }
  for (const point of band) {
    const month = (start + point.month) as MonthIndex;
    const at = points.get(month) ?? { ...NOTHING, month };
    points.set(month, { ...at, p10: sum + point.p10, p50: sum + point.p50, p90: sum + point.p90 });
  }
  return [...points.values()].sort((a, b) => a.month - b.month);
}

export interface LifeMark {
  readonly month: MonthIndex;
  readonly value: number;
}

/** The line to read marks off: what happened, then the median of the draws, or the P50 flow without them. */
export function lifeLine(points: readonly LifePoint[]): readonly LifeMark[] {
  return points.flatMap(({ month, actual, p50, ahead }) => {
    const value = actual ?? p50 ?? ahead;
    return value === null ? [] : [{ month, value }];
  });
}

/** Its lowest point below 0, and where it is back at 0 for good; null where there is none. */
export function lifeMarks(line: readonly LifeMark[]): {
  readonly low: LifeMark | null;
  readonly back: LifeMark | null;
} {
  let low: LifeMark | null = null;
  let lastBelow = -1;
  for (const [index, point] of line.entries()) {
    if (point.value < 0) lastBelow = index;
    if (point.value < (low?.value ?? 0)) low = point;
  }
  return { low, back: lastBelow < 0 ? null : (line[lastBelow + 1] ?? null) };
}
