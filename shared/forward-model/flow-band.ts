import type { FlowPoint } from '../decision/explanation.ts';
import { percentile } from '../uncertainty/percentile.ts';
import { AMOUNTS_PER_SCOPE, BENEFIT, FIXED, ONCE, VARIABLE } from './amounts.ts';
import type { DrawColumns } from './draw-columns.ts';
import { monthShares } from './month-shares.ts';
import { monthlyFlows } from './monthly-flows.ts';
import { orderWindow } from './order-window.ts';
import { reachOf } from './weights.ts';

/**
 * Cumulative net value from the as-of month on, by month 0 to H, undiscounted and in currency units (a FlowPoint of the
 * explanation is in minor units: the caller converts): with every driver at P50 and no asset late, and the 10th, 50th
 * and 90th percentile over the draws. Steps count with their chance, and so do the stop terms of those that stop on the
 * way. Month after month in one column; never draws x months at once. Source: methodology 2.6, Chart band.
 */
export function flowBand(columns: DrawColumns): readonly FlowPoint[] {
  let atP50 = 0;
  const known = monthlyFlows(columns.model).map(({ net }) => {
    atP50 += net;
    return atP50;
  });
  const ordered = new Float64Array(columns.draws);
  const points: FlowPoint[] = [];
  eachMonth(columns, (month, cumulative) => {
    ordered.set(cumulative);
    const [p10, p50, p90] = [0.1, 0.5, 0.9].map((q) => percentileOf(ordered, q)) as [number, number, number];
    points.push({ month, atP50: known[month] as number, p10, p50, p90 });
  });
  return points;
}

/**
 * Chance that the money is back for good by month 0 to H after the as-of month: the share of draws whose cumulative net
 * value, starting from the life-to-date sum (currency units), is at 0 or above from that month on to the horizon. Never
 * falls from month to month; what is missing to 1 at the end is not paid back within the horizon. Undiscounted; only
 * for the chart, no rule reads it. Source: methodology 4.2.
 */
export function paybackByMonth(
  columns: DrawColumns,
  lifeToDate: number,
): readonly { readonly month: number; readonly probability: number }[] {
  const backIn = new Int32Array(columns.draws);
  eachMonth(columns, (month, cumulative) => {
    for (let i = 0; i < cumulative.length; i += 1) {
      if (lifeToDate + (cumulative[i] as number) < 0) backIn[i] = month + 1;
    }
  });
  const { horizon } = columns.model;
  const counts = new Array<number>(horizon + 2).fill(0);
  for (const month of backIn) counts[month] = (counts[month] as number) + 1;
  let back = 0;
  return Array.from({ length: horizon + 1 }, (_, month) => {
    back += counts[month] as number;
    return { month, probability: back / columns.draws };
  });
}

/** Calls `visit` for months 0 to H with the cumulative net value of every draw; the column is reused. */
function eachMonth(columns: DrawColumns, visit: (month: number, cumulative: Float64Array) => void): void {
  const { model, combinations, draws, rowOf } = columns;
  const reach = reachOf(model);
  const shares = combinations.rows.map(({ timeline }) => monthShares(model, reach, timeline));
  const size = new Float64Array(shares.length);
  const running = new Float64Array(shares.length);
  const once = new Float64Array(shares.length);
  const settled = new Float64Array(shares.length);
  const cumulative = new Float64Array(draws);
  for (let month = 0; month <= model.horizon; month += 1) {
    for (let k = 0; k < model.scopes.length; k += 1) {
      shares.forEach((byMonth, row) => {
        const share = byMonth[month]?.[k];
        if (share === undefined) throw new RangeError(`Month ${month} of scope ${k} has no share.`);
        size[row] = share.size;
        running[row] = share.running;
        once[row] = share.once;
        settled[row] = share.settled * model.stopValue;
      });
      const amount = (kind: number) => columns.amounts[k * AMOUNTS_PER_SCOPE + kind] as Float64Array;
      const [b, v, f, o] = [amount(BENEFIT), amount(VARIABLE), amount(FIXED), amount(ONCE)];
      for (let i = 0; i < draws; i += 1) {
        const row = rowOf[i] as number;
        cumulative[i] =
          (cumulative[i] as number) +
          (size[row] as number) * ((b[i] as number) - (v[i] as number)) -
          (running[row] as number) * (f[i] as number) -
          (once[row] as number) * (o[i] as number) +
          (settled[row] as number);
      }
    }
    visit(month, cumulative);
  }
}

/** Type 7 percentile; rearranges `values`. */
function percentileOf(values: Float64Array, q: number): number {
  const place = Math.floor((values.length - 1) * q);
  orderWindow(values, place, Math.min(values.length - 1, place + 1));
  return percentile(values, q);
}
