import type { MonthInitiative, MonthLine } from '#shared/api/schemas/bulk.ts';
import type { MinorUnits } from '#shared/domain/units.ts';

/** A line with nothing measured; a test states only what it is about. */
export function monthLine(lineId: string, change: Partial<MonthLine> = {}): MonthLine {
  return {
    lineId,
    name: `Line ${lineId}`,
    kind: 'cost',
    plan: null,
    previous: null,
    amount: null,
    ...change,
  };
}

/** An open pilot with lines; ids and names follow from `id`. */
export function monthInitiative(
  id: string,
  lines: readonly MonthLine[],
  change: Partial<MonthInitiative> = {},
): MonthInitiative {
  const fields = { name: `Pilot ${id}`, unit: '', stage: 'pilot', isPaused: false, isClosed: false } as const;
  return { id, ...fields, lines: [...lines], ...change };
}

export const cents = (amount: number) => amount as MinorUnits;
