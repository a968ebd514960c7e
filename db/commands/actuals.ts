import type { Parsed } from '#shared/api/contract.ts';
import type { ReadDb } from '../handles.ts';
import type { Tx } from '../tx.ts';
import { DONE, type Done } from './command.ts';
import { setMonthValues, setMonthValuesLabel, setReadings, setReadingsLabel } from './months.ts';
import { setUnitCounts, setUnitCountsLabel } from './tracking.ts';
import { counted, initiativeName, monthName } from './words.ts';

/**
 * As the one kind that is entered says it ("Enter 6 amounts for Claims triage"); of several kinds the month when it is
 * one ("Enter March 2026 for Claims triage"), else how many figures.
 */
export function setActualsLabel(db: ReadDb, input: Parsed<'setActuals'>): string {
  const { initiativeId, cells, readings, counts } = input;
  if (readings.length + counts.length === 0) return setMonthValuesLabel(db, { initiativeId, cells });
  if (cells.length + counts.length === 0) return setReadingsLabel(db, { initiativeId, readings });
  if (cells.length + readings.length === 0) return setUnitCountsLabel(db, { initiativeId, counts });
  const name = initiativeName(db, initiativeId);
  const months = new Set([...cells, ...readings, ...counts].map((one) => one.month));
  const [only] = months;
  if (months.size === 1 && only !== undefined) return `Enter ${monthName(only)} for ${name}`;
  return `Enter ${counted(cells.length + readings.length + counts.length, 'figure')} for ${name}`;
}

/**
 * Sets what was measured in months of one initiative, whatever of it: amounts, readings of the metric, tasks counted.
 * One block pasted is one step. All or none; each by the rules of {@link setMonthValues}, {@link setReadings} and
 * {@link setUnitCounts}, with their refusals.
 */
export function setActuals(tx: Tx, input: Parsed<'setActuals'>): Done {
  const { initiativeId, cells, readings, counts } = input;
  if (cells.length > 0) setMonthValues(tx, { initiativeId, cells });
  if (readings.length > 0) setReadings(tx, { initiativeId, readings });
  if (counts.length > 0) setUnitCounts(tx, { initiativeId, counts });
  return DONE;
}
