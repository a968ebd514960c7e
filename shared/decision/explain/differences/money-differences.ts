import { formatMonth } from '../../../domain/calendar.ts';
import type { MetricReading, MonthValue, ValueLine } from '../../../domain/initiative.ts';
import type { UnitCount } from '../../../domain/tracking.ts';
import type { MonthIndex } from '../../../domain/units.ts';
import { closedUpTo } from '../../../finance/months.ts';
import { formatNumber } from '../../../report/format.ts';
import { type EngineInputs, withFacts } from '../engine-inputs.ts';
import { isSame, isSameSet } from '../same-value.ts';
import { type Compared, type Difference, pairs, restored } from './difference.ts';

/** Closed months, the lines with their amounts, plans, metric readings and counted tasks that are not what they were. */
export function moneyDifferences(compared: Compared): readonly Difference[] {
  return [
    ...closedMonthsDifference(compared),
    ...lineDifferences(compared),
    ...planDifference(compared),
    ...readingsDifference(compared),
    ...countsDifference(compared),
  ];
}

function closedMonthsDifference({ old, now }: Compared): readonly Difference[] {
  const before = old.facts.closedMonths;
  if (isSameSet(before, now.facts.closedMonths, (month) => month)) return [];
  return [
    {
      input: 'closedMonths',
      name: 'Closed months',
      was: closedText(old),
      is: closedText(now),
      withOld: () => withFacts(now, { closedMonths: before }),
    },
  ];
}

function closedText({ facts, context }: EngineInputs): string {
  const closed = closedUpTo(facts.closedMonths, context.asOf);
  const last = closed.at(-1);
  return last === undefined ? 'none' : `${closed.length}, the latest ${formatMonth(last)}`;
}

/**
 * A line and its amounts in months that were closed then and still are: one input, neither means anything alone. Months
 * closed since are one input too, with all that was measured in them.
 */
function lineDifferences(compared: Compared): readonly Difference[] {
  const { old, now } = compared;
  const wasClosed = closedThenAndNow(compared);
  return pairs(old.facts.lines, now.facts.lines, (line) => line.id).flatMap(({ key, was, is }) => {
    const isMeant = (value: MonthValue): boolean => value.lineId === key && wasClosed(value);
    const before = old.facts.values.filter(isMeant);
    const after = now.facts.values.filter(isMeant);
    if (isSame(engineView(was), engineView(is)) && isSameSet(before, after, (value) => value.month))
      return [];
    const others = now.facts.values.filter((value) => !isMeant(value));
    const text = (line: ValueLine | undefined, values: typeof before): string => {
      if (line === undefined) return 'none';
      const sum = values.reduce((total, value) => total + value.amount, 0);
      return `${values.length} months measured, together ${formatNumber(sum / now.context.minorPerUnit)}`;
    };
    return [
      {
        input: `line:${key}`,
        name: `${(is ?? was)?.kind === 'cost' ? 'Cost' : 'Outcome'} line ${(is ?? was)?.name}`,
        was: text(was, before),
        is: text(is, after),
        withOld: () =>
          withFacts(now, {
            lines: restored(now.facts.lines, (line) => line.id, key, was),
            values: [...others, ...before],
          }),
      },
    ];
  });
}

/** A line without its name and place in the list: both are for people. */
function engineView(line: ValueLine | undefined): unknown {
  return line === undefined ? undefined : { ...line, name: '', sortOrder: 0 };
}

function planDifference({ old, now }: Compared): readonly Difference[] {
  const was = old.facts.planVersions;
  const is = now.facts.planVersions;
  if (isSameSet(was, is, ({ id }) => id)) return [];
  const text = (versions: typeof was): string => {
    const latest = versions.reduce((found, one) => Math.max(found, one.version), 0);
    return latest === 0 ? 'none' : `version ${latest}`;
  };
  return [
    {
      input: 'planVersions',
      name: 'Plan of costs and benefits',
      was: text(was),
      is: text(is),
      withOld: () => withFacts(now, { planVersions: was }),
    },
  ];
}

function readingsDifference(compared: Compared): readonly Difference[] {
  const { old, now } = compared;
  const changed = changedMonths(old.facts.readings, now.facts.readings, closedThenAndNow(compared));
  if (changed === null) return [];
  const text = (readings: readonly MetricReading[]): string => {
    const latest = [...readings].sort((a, b) => a.month - b.month).at(-1);
    if (latest === undefined) return 'none';
    return `${readings.length}, the latest ${formatNumber(latest.value)} of ${formatMonth(latest.month)}`;
  };
  return [
    {
      input: 'readings',
      name: 'Measured values of the success metric',
      was: text(changed.before),
      is: text(changed.after),
      withOld: () => withFacts(now, { readings: [...changed.others, ...changed.before] }),
    },
  ];
}

function countsDifference(compared: Compared): readonly Difference[] {
  const { old, now } = compared;
  const changed = changedMonths(old.facts.unitCounts, now.facts.unitCounts, closedThenAndNow(compared));
  if (changed === null) return [];
  const text = (counts: readonly UnitCount[]): string => {
    const successes = counts.reduce((sum, one) => sum + (one.successes ?? 0), 0);
    return counts.length === 0
      ? 'none'
      : `${counts.length} months, ${formatNumber(successes)} successful tasks`;
  };
  return [
    {
      input: 'unitCounts',
      name: 'Tasks counted',
      was: text(changed.before),
      is: text(changed.after),
      withOld: () => withFacts(now, { unitCounts: [...changed.others, ...changed.before] }),
    },
  ];
}

interface OfMonth {
  readonly month: MonthIndex;
}

/** Entries of months closed then and now, then and now, and the present ones of other months; null when the same. */
function changedMonths<T extends OfMonth>(
  old: readonly T[],
  now: readonly T[],
  wasClosed: (one: OfMonth) => boolean,
): { readonly before: readonly T[]; readonly after: readonly T[]; readonly others: readonly T[] } | null {
  const before = old.filter(wasClosed);
  const after = now.filter(wasClosed);
  if (isSameSet(before, after, ({ month }) => month)) return null;
  return { before, after, others: now.filter((one) => !wasClosed(one)) };
}

function closedThenAndNow({ old, now }: Compared): (one: OfMonth) => boolean {
  const then = new Set(old.facts.closedMonths);
  const both = new Set(now.facts.closedMonths.filter((month) => then.has(month)));
  return ({ month }) => both.has(month);
}
