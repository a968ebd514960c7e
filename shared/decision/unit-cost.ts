import { formatMonth } from '../domain/calendar.ts';
import type { CostLine } from '../domain/initiative.ts';
import type { MonthIndex } from '../domain/units.ts';
import { costBehaviour } from '../finance/cost-stack.ts';
import { isActiveIn } from '../finance/tracking.ts';
import type { InitiativeFacts } from './facts.ts';
import { NO_UNIT_COUNTS, uniqueMissing } from './missing.ts';
import type { Figure, Missing } from './result.ts';

const WINDOW = 3;
const UNCOUNTED: Figure = { status: 'unknown', missing: [NO_UNIT_COUNTS] };

export interface UnitCost {
  /** Minor units per successful task, last 3 closed months, one-offs left out. */
  readonly costPerSuccess: Figure;
  /** Its rise on the 3 closed months before: .2 = 20 % more. */
  readonly rise: Figure;
}

/**
 * Cost per successful task and how it moved, T3M on T3M (F2 of methodology 8.4). Cost = all cost lines but those paid
 * once. Unknown, with what is missing named, unless the months are closed, their successes counted and above 0 in
 * sum, and every active cost measured: a missing cost taken as zero would flatter.
 * @param facts as known on the as-of date; `closedMonths` ascending
 */
export function unitCost(facts: InitiativeFacts): UnitCost {
  if (facts.unitCounts.length === 0) return { costPerSuccess: UNCOUNTED, rise: UNCOUNTED };
  const { closedMonths } = facts;
  const now = inWindow(facts, closedMonths.slice(-WINDOW));
  const before = inWindow(facts, closedMonths.slice(-2 * WINDOW, -WINDOW));
  return { costPerSuccess: now, rise: riseOf(now, before, closedMonths.length) };
}

function riseOf(now: Figure, before: Figure, months: number): Figure {
  if (now.status !== 'known' || before.status !== 'known') {
    if (months < 2 * WINDOW) return unknown([tooFew('six', months)]);
    return unknown(uniqueMissing(missingOf(now), missingOf(before)));
  }
  if (before.value === 0) {
    return unknown([{ code: 'unitCost', text: 'a cost per success above 0 in the 3 months before' }]);
  }
  return { status: 'known', value: now.value / before.value - 1 };
}

function inWindow(facts: InitiativeFacts, months: readonly MonthIndex[]): Figure {
  if (months.length < WINDOW) return unknown([tooFew('three', facts.closedMonths.length)]);
  const missing: Missing[] = [];
  let successes = 0;
  for (const month of months) {
    const count = facts.unitCounts.find((one) => one.month === month)?.successes ?? null;
    if (count === null) {
      const name = formatMonth(month);
      missing.push({ code: `successes:${name}`, text: `successful tasks of ${name}` });
    } else successes += count;
  }
  const { cost, hasCost, unmeasured } = recurringCost(facts, months);
  for (const month of unmeasured) {
    const name = formatMonth(month);
    missing.push({ code: `costs:${name}`, text: `a cost of ${name}` });
  }
  if (!hasCost) missing.push({ code: 'costs', text: `a cost in ${named(months)}` });
  if (missing.length > 0) return unknown(missing);
  if (successes <= 0) return unknown([{ code: 'successes', text: `a successful task in ${named(months)}` }]);
  return { status: 'known', value: cost / successes };
}

/** Cost without one-offs over these months, lines in the order of their ids; and the months in which one is blank. */
function recurringCost({ lines, values }: InitiativeFacts, months: readonly MonthIndex[]) {
  const recurring = lines
    .filter((line): line is CostLine => line.kind === 'cost' && costBehaviour(line) !== 'once')
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const amounts = new Map<string, Map<MonthIndex, number>>(recurring.map((line) => [line.id, new Map()]));
  for (const { lineId, month, amount } of values) {
    if (months.includes(month)) amounts.get(lineId)?.set(month, amount);
  }
  let cost = 0;
  let hasCost = false;
  const unmeasured = months.filter((month) => {
    let isBlank = false;
    for (const line of recurring) {
      const amount = amounts.get(line.id)?.get(month);
      if (amount !== undefined) {
        cost += amount;
        hasCost = true;
      } else if (isActiveIn(line, month)) isBlank = true;
    }
    return isBlank;
  });
  return { cost, hasCost, unmeasured };
}

function named(months: readonly MonthIndex[]): string {
  return months.map(formatMonth).join(', ');
}

function unknown(missing: readonly Missing[]): Figure {
  return { status: 'unknown', missing };
}

function missingOf(figure: Figure): readonly Missing[] {
  return figure.status === 'unknown' ? figure.missing : [];
}

function tooFew(needed: string, months: number): Missing {
  return { code: 'closedMonths', text: `${needed} closed months (${months} so far)` };
}
