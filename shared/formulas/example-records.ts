import type { EvidenceKind, Gap, Level } from '../domain/gap.ts';
import type { Assessment, CostLine, OutcomeLine } from '../domain/initiative.ts';
import type { IsoDate, MinorUnits, MonthIndex } from '../domain/units.ts';
import type { CostCategory } from '../domain/value-lines.ts';
import type { DatedFlow } from '../finance/dated-flows.ts';
import type { ClosedMonth } from '../finance/month-series.ts';
import type { MonthTotals } from '../finance/tracking.ts';

/*
 * Small records the worked examples are made of. Everything an example does not speak of is blank or neutral.
 */

/** The day all examples are seen from. */
export const AS_OF = '2026-07-31' as IsoDate;
/** July 2026, the as-of month. */
export const AS_OF_MONTH = (2026 * 12 + 6) as MonthIndex;

export function day(text: string): IsoDate {
  return text as IsoDate;
}

export function minor(amount: number): MinorUnits {
  return amount as MinorUnits;
}

/** The month `back` months before the as-of month. */
export function monthsAgo(back: number): MonthIndex {
  return (AS_OF_MONTH - back) as MonthIndex;
}

export function dated(date: string, amount: number | null): DatedFlow {
  return { date: day(date), amount };
}

/** A closed month with all its lines measured, `place` months after January 2026. */
export function closedMonth(place: number, cost: number, benefit: number): ClosedMonth {
  return {
    month: (2026 * 12 + place) as MonthIndex,
    cost,
    benefit,
    costExpected: 1,
    costMeasured: 1,
    outcomeExpected: 1,
    outcomeMeasured: 1,
  };
}

/** The totals of July 2026: one cost line and three outcome lines, all measured unless told. */
export function monthTotal(over: Partial<MonthTotals>): MonthTotals {
  return {
    month: AS_OF_MONTH,
    cost: 0,
    benefit: 0,
    costExpected: 1,
    costMeasured: 1,
    outcomeExpected: 3,
    outcomeMeasured: 3,
    hasCost: true,
    hasOutcome: true,
    ...over,
  };
}

/** A cost line that is always active; its id is its category. */
export function costLine(category: CostCategory): CostLine {
  return {
    id: category,
    initiativeId: 'example',
    name: category,
    sortOrder: 0,
    startsOn: null,
    endsOn: null,
    kind: 'cost',
    category,
  };
}

export function outcomeLine(over: Partial<OutcomeLine>): OutcomeLine {
  return {
    id: 'outcome',
    initiativeId: 'example',
    name: 'Outcome',
    sortOrder: 0,
    startsOn: null,
    endsOn: null,
    kind: 'outcome',
    outcomeKind: 'hours_saved',
    method: 'log_count',
    isCashReleasing: false,
    ...over,
  };
}

/** A rating of one gap on the as-of day, with a piece of evidence of that day unless told otherwise. */
export function rating(
  gap: Gap,
  level: Level,
  over: { readonly kind?: EvidenceKind; readonly rater?: string; readonly datedOn?: IsoDate } = {},
): Assessment {
  const { kind = 'telemetry', rater = 'one', datedOn = AS_OF } = over;
  const id = `${gap} ${rater}`;
  return {
    id,
    initiativeId: 'example',
    gap,
    level,
    rater,
    ratedOn: AS_OF,
    note: '',
    evidence: [{ id, assessmentId: id, kind, datedOn, link: '', note: '', sourceQuestion: '' }],
  };
}
