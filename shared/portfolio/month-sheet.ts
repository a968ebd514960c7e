import type { MonthInitiative, MonthLine } from '../api/schemas/bulk.ts';
import type { InitiativeFacts } from '../decision/facts.ts';
import { addMonths } from '../domain/calendar.ts';
import type { ValueLine } from '../domain/initiative.ts';
import type { MinorUnits, MonthIndex } from '../domain/units.ts';
import { planInForce } from '../finance/plan-in-force.ts';
import { isActiveIn } from '../finance/tracking.ts';

type SheetFacts = Pick<InitiativeFacts, 'initiative' | 'lines' | 'values' | 'closedMonths' | 'planVersions'>;

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/**
 * The sheet for entering one month of a portfolio: each initiative with its lines of the month, the plan in force and
 * the month before beside what is measured, in minor units, null = unmeasured or not planned. A line is listed when it
 * runs in the month or has an amount in it; an initiative without lines is listed without any; a retired one only when
 * it has an amount in the month or the one before. By name, so that a list kept elsewhere can be laid beside it.
 */
export function monthSheet(all: Iterable<SheetFacts>, month: MonthIndex): MonthInitiative[] {
  const sheet: MonthInitiative[] = [];
  for (const facts of all) {
    const { initiative } = facts;
    const lines = linesOf(facts, month);
    const hasAmount = lines.some((line) => line.amount !== null || line.previous !== null);
    if (initiative.stage === 'retired' && !hasAmount) continue;
    sheet.push({
      id: initiative.id,
      name: initiative.name,
      unit: initiative.unit,
      stage: initiative.stage,
      isPaused: initiative.isPaused,
      isClosed: facts.closedMonths.includes(month),
      lines,
    });
  }
  return sheet.sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

const KINDS = ['cost', 'outcome'] as const;

/** Costs first, each in the order of the value grid. */
function byPlace(a: ValueLine, b: ValueLine): number {
  return KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.sortOrder - b.sortOrder;
}

function linesOf({ lines, values, planVersions }: SheetFacts, month: MonthIndex): MonthLine[] {
  if (lines.length === 0) return [];
  const before = addMonths(month, -1);
  const now = new Map<string, MinorUnits>();
  const previous = new Map<string, MinorUnits>();
  for (const value of values) {
    if (value.month === month) now.set(value.lineId, value.amount);
    else if (value.month === before) previous.set(value.lineId, value.amount);
  }
  const plan = new Map<string, MinorUnits>();
  for (const cell of planInForce(planVersions, month)?.values ?? [])
    if (cell.month === month) plan.set(cell.lineId, cell.amount);
  return lines
    .filter((line) => isActiveIn(line, month) || now.has(line.id))
    .sort(byPlace)
    .map((line) => ({
      lineId: line.id,
      name: line.name,
      kind: line.kind,
      plan: plan.get(line.id) ?? null,
      previous: previous.get(line.id) ?? null,
      amount: now.get(line.id) ?? null,
    }));
}
