import type { CostLine, MonthValue } from '../domain/initiative.ts';
import type { MonthIndex } from '../domain/units.ts';
import type { CostCategory } from '../domain/value-lines.ts';
import { sumById } from './flows.ts';
import { isActiveIn } from './tracking.ts';

/** How a cost behaves: with the number of tasks, with time, or paid once. */
export type CostBehaviour = 'variable' | 'fixed' | 'once';

const BEHAVIOUR: Readonly<Record<CostCategory, CostBehaviour>> = {
  inference: 'variable',
  oversight: 'variable',
  error_correction: 'variable',
  integration_build: 'once',
  retirement: 'once',
  platform: 'fixed',
  integration_maintenance: 'fixed',
  data_upkeep: 'fixed',
  evaluation: 'fixed',
  change_training: 'fixed',
  governance_security: 'fixed',
};

/** What the stack reads of a cost line. */
export type StackLine = Pick<CostLine, 'id' | 'category' | 'startsOn' | 'endsOn' | 'isOnce'>;

/** Behaviour of a cost line: by its category, unless it is marked as paid once. */
export function costBehaviour(line: Pick<StackLine, 'category' | 'isOnce'>): CostBehaviour {
  return line.isOnce === true ? 'once' : BEHAVIOUR[line.category];
}

/** The cost of one month by category and by behaviour, in minor units; each pair adds up to `total`. */
export interface CostMonth {
  readonly month: MonthIndex;
  /** A category without a measured value is absent: unmeasured is not zero. */
  readonly byCategory: Readonly<Partial<Record<CostCategory, number>>>;
  readonly byBehaviour: Readonly<Partial<Record<CostBehaviour, number>>>;
  readonly total: number;
  /** Lines active in the month without a value, by id: the total lacks them. */
  readonly unmeasured: readonly string[];
}

/**
 * Cost stack per month of `months` (methodology 1.3). Amounts are summed in the order of the line ids; values of
 * lines not given here (outcomes, other initiatives) and of other months are left out. A value outside the span of
 * its line is still money and counts.
 */
export function costStack(
  lines: readonly StackLine[],
  values: readonly MonthValue[],
  months: readonly MonthIndex[],
): readonly CostMonth[] {
  const lineById = new Map(lines.map((line) => [line.id, line]));
  const byMonth = new Map<MonthIndex, MonthValue[]>(months.map((month) => [month, []]));
  for (const value of values) if (lineById.has(value.lineId)) byMonth.get(value.month)?.push(value);
  return months.map((month) => costMonth(month, lines, byMonth.get(month) ?? [], lineById));
}

function costMonth(
  month: MonthIndex,
  lines: readonly StackLine[],
  values: readonly MonthValue[],
  lineById: ReadonlyMap<string, StackLine>,
): CostMonth {
  const measured = new Set(values.map((value) => value.lineId));
  const parts = values.map((value) => ({
    id: value.lineId,
    amount: value.amount as number,
    line: lineById.get(value.lineId) as StackLine,
  }));
  return {
    month,
    byCategory: sumBy(parts, (line) => line.category),
    byBehaviour: sumBy(parts, costBehaviour),
    total: sumById(parts),
    unmeasured: lines
      .filter((line) => isActiveIn(line, month) && !measured.has(line.id))
      .map((line) => line.id)
      .sort(),
  };
}

interface Part {
  readonly id: string;
  readonly amount: number;
  readonly line: StackLine;
}

function sumBy<K extends string>(
  parts: readonly Part[],
  keyOf: (line: StackLine) => K,
): Partial<Record<K, number>> {
  const groups = new Map<K, Part[]>();
  for (const part of parts) {
    const key = keyOf(part.line);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [part]);
    else group.push(part);
  }
  const sums: Partial<Record<K, number>> = {};
  for (const [key, group] of groups) sums[key] = sumById(group);
  return sums;
}
