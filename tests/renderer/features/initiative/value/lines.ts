import type { CostLine, OutcomeLine } from '#shared/domain/initiative.ts';
import type { MonthIndex } from '#shared/domain/units.ts';

/** The month `n` months after January 2026. */
export const month = (n: number) => (2026 * 12 + n) as MonthIndex;

export function costLine(id: string, change: Partial<CostLine> = {}): CostLine {
  return {
    id,
    initiativeId: 'i',
    kind: 'cost',
    name: `Cost ${id}`,
    category: 'platform',
    sortOrder: 0,
    startsOn: null,
    endsOn: null,
    ...change,
  };
}

export function outcomeLine(id: string, change: Partial<OutcomeLine> = {}): OutcomeLine {
  return {
    id,
    initiativeId: 'i',
    kind: 'outcome',
    name: `Outcome ${id}`,
    outcomeKind: 'hours_saved',
    method: 'log_count',
    isCashReleasing: false,
    sortOrder: 0,
    startsOn: null,
    endsOn: null,
    ...change,
  };
}
