import { dayNumber } from '../domain/calendar.ts';
import type { IsoDate } from '../domain/units.ts';
import { readFlows, sumSorted } from './flows.ts';
import type { FinanceReason } from './reason.ts';

/** A flow on a calendar day; income positive, blank (null, undefined, NaN) = not measured. Any order. */
export interface DatedFlow {
  readonly date: IsoDate;
  readonly amount: number | null | undefined;
}

/** Flows by day, oldest first, each day once: `days[i]` counts from the first day. */
export interface DailyFlows {
  readonly days: readonly number[];
  readonly amounts: readonly number[];
}

/** Days of the year in Act/365F: a leap year counts 366/365 years. */
export const DAYS_OF_YEAR = 365;

/** The flows added up per day, or why they cannot be used (positions are those of `flows`). */
export function readDatedFlows(flows: readonly DatedFlow[]): DailyFlows | { readonly reason: FinanceReason } {
  const read = readFlows(flows.map((flow) => flow.amount));
  if ('reason' in read) return read;
  const byDay = new Map<number, number[]>();
  for (const [index, flow] of flows.entries()) {
    const day = dayNumber(flow.date);
    const amount = read.flows[index] as number;
    const sameDay = byDay.get(day);
    if (sameDay === undefined) byDay.set(day, [amount]);
    else sameDay.push(amount);
  }
  const days = [...byDay.keys()].sort((a, b) => a - b);
  const first = days[0] ?? 0;
  return {
    days: days.map((day) => day - first),
    amounts: days.map((day) => sumSorted(byDay.get(day) ?? [])),
  };
}
