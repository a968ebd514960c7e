import type { Parsed } from '#shared/api/contract.ts';
import type { ReadDb } from '../handles.ts';
import type { Tx } from '../tx.ts';
import { checkOpenMonths, checkOwnLines } from './cells.ts';
import { DONE, type Done } from './command.ts';
import { mustFind } from './find.ts';
import { checkNothingStandsOn } from './standing.ts';
import { counted, initiativeName, monthName, monthsName } from './words.ts';

/** "Enter 6 amounts for Claims triage", or the month when it is one: "Enter March 2026 for Claims triage". */
export function setMonthValuesLabel(db: ReadDb, input: Parsed<'setMonthValues'>): string {
  const name = initiativeName(db, input.initiativeId);
  const months = new Set(input.cells.map((cell) => cell.month));
  const [only] = months;
  if (months.size === 1 && only !== undefined) return `Enter ${monthName(only)} for ${name}`;
  return `Enter ${counted(input.cells.length, 'amount')} for ${name}`;
}

/**
 * Sets amounts of months; null takes an amount away, which leaves the month unmeasured. All cells or none.
 * @throws AppError conflict for a closed month, invalid_input for a line of another initiative.
 */
export function setMonthValues(tx: Tx, input: Parsed<'setMonthValues'>): Done {
  const initiative = mustFind(tx, 'initiative', input.initiativeId);
  checkOwnLines(tx, initiative, input.cells);
  checkOpenMonths(tx, initiative, input.cells, 'amounts');
  for (const { lineId, month, amount } of input.cells) {
    if (amount !== null) tx.upsert('month_value', { line_id: lineId, month, amount_minor: amount });
    else if (tx.find('month_value', { line_id: lineId, month }))
      tx.remove('month_value', { line_id: lineId, month });
  }
  return DONE;
}

/** "Enter 3 readings of the success metric of Claims triage". */
export function setReadingsLabel(db: ReadDb, input: Parsed<'setReadings'>): string {
  const readings = counted(input.readings.length, 'reading');
  return `Enter ${readings} of the success metric of ${initiativeName(db, input.initiativeId)}`;
}

/** Sets readings of the success metric; null takes one away. @throws AppError conflict for a closed month. */
export function setReadings(tx: Tx, input: Parsed<'setReadings'>): Done {
  const initiative = mustFind(tx, 'initiative', input.initiativeId);
  checkOpenMonths(tx, initiative, input.readings, 'readings');
  for (const { month, value } of input.readings) {
    const key = { initiative_id: input.initiativeId, month };
    if (value !== null) tx.upsert('metric_reading', { ...key, value });
    else if (tx.find('metric_reading', key)) tx.remove('metric_reading', key);
  }
  return DONE;
}

/** "Close March 2026 for Claims triage". */
export function closeMonthsLabel(db: ReadDb, input: Parsed<'closeMonths'>): string {
  return `Close ${monthsName(input.months)} for ${initiativeName(db, input.initiativeId)}`;
}

/** Closes months: their amounts count from now on and cannot be changed. A closed month stays as it is. */
export function closeMonths(tx: Tx, input: Parsed<'closeMonths'>): Done {
  mustFind(tx, 'initiative', input.initiativeId);
  for (const month of input.months) {
    const key = { initiative_id: input.initiativeId, month };
    if (!tx.find('month_state', key))
      tx.insert('month_state', { ...key, state: 'closed', at: tx.at, actor: tx.actor });
  }
  return DONE;
}

/** "Reopen March 2026 for Claims triage". */
export function reopenMonthsLabel(db: ReadDb, input: Parsed<'reopenMonths'>): string {
  return `Reopen ${monthsName(input.months)} for ${initiativeName(db, input.initiativeId)}`;
}

/**
 * Opens closed months again, all or none. An open month stays as it is.
 * @throws AppError conflict when a closed review, a later closed month or a restatement stands on one of them.
 */
export function reopenMonths(tx: Tx, input: Parsed<'reopenMonths'>): Done {
  const initiative = mustFind(tx, 'initiative', input.initiativeId);
  for (const month of checkNothingStandsOn(tx, initiative, input.months))
    tx.remove('month_state', { initiative_id: initiative.id, month });
  return DONE;
}
