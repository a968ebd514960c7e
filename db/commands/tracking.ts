import type { Parsed } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { formatMonth } from '#shared/domain/calendar.ts';
import type { ReadDb } from '../handles.ts';
import type { Tx } from '../tx.ts';
import { checkOpenMonths, checkOwnLines } from './cells.ts';
import { DONE, type Done } from './command.ts';
import { mustFind } from './find.ts';
import { counted, initiativeName, monthName, monthsName } from './words.ts';

/** "Enter task counts of March 2026 for Claims triage". */
export function setUnitCountsLabel(db: ReadDb, input: Parsed<'setUnitCounts'>): string {
  const months = monthsName(input.counts.map((count) => count.month));
  return `Enter task counts of ${months} for ${initiativeName(db, input.initiativeId)}`;
}

/**
 * Sets tasks attempted and done in months; a month with neither is not counted any more. All months or none.
 * @throws AppError conflict for a closed month, invalid_input for more successes than attempts.
 */
export function setUnitCounts(tx: Tx, input: Parsed<'setUnitCounts'>): Done {
  const initiative = mustFind(tx, 'initiative', input.initiativeId);
  checkOpenMonths(tx, initiative, input.counts, 'task counts');
  for (const { month, attempts, successes } of input.counts) {
    if (attempts !== null && successes !== null && successes > attempts)
      throw new AppError(
        'invalid_input',
        `${monthName(month)} has more tasks done than attempted. Nothing was changed. Correct one of the two, or leave it blank until it is counted.`,
        { column: formatMonth(month), field: 'successes' },
      );
    const key = { initiative_id: initiative.id, month };
    if (attempts !== null || successes !== null) tx.upsert('unit_count', { ...key, attempts, successes });
    else if (tx.find('unit_count', key)) tx.remove('unit_count', key);
  }
  return DONE;
}

/** "Forecast 6 amounts for Claims triage". */
export function setForecastValuesLabel(db: ReadDb, input: Parsed<'setForecastValues'>): string {
  return `Forecast ${counted(input.cells.length, 'amount')} for ${initiativeName(db, input.initiativeId)}`;
}

/**
 * Sets the rolling forecast; null takes an amount away. All cells or none.
 * @throws AppError conflict for a closed month (what is said after the fact is no forecast), invalid_input for a
 * line of another initiative.
 */
export function setForecastValues(tx: Tx, input: Parsed<'setForecastValues'>): Done {
  const initiative = mustFind(tx, 'initiative', input.initiativeId);
  checkOwnLines(tx, initiative, input.cells);
  checkOpenMonths(tx, initiative, input.cells, 'forecasts');
  for (const { lineId, month, amount } of input.cells) {
    const key = { line_id: lineId, month };
    if (amount !== null) tx.upsert('forecast_value', { ...key, amount_minor: amount });
    else if (tx.find('forecast_value', key)) tx.remove('forecast_value', key);
  }
  return DONE;
}
