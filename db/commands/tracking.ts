import type { Parsed } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { formatMonth } from '#shared/domain/calendar.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import type { ReadDb } from '../handles.ts';
import type { RowOf } from '../tables.ts';
import type { Tx } from '../tx.ts';
import { checkOpenMonths, checkOwnLines } from './cells.ts';
import { DONE, type Done } from './command.ts';
import { mustFind } from './find.ts';
import { counted, initiativeName, monthName, monthsName, rowName } from './words.ts';

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
 * Sets the rolling forecast, the P50; null takes an amount away with its range. A range that is not given stays, null
 * takes it away. All cells or none.
 * @throws AppError conflict for a closed month (what is said after the fact is no forecast), invalid_input for a
 * line of another initiative and for an amount outside the range that stays.
 */
export function setForecastValues(tx: Tx, input: Parsed<'setForecastValues'>): Done {
  const initiative = mustFind(tx, 'initiative', input.initiativeId);
  checkOwnLines(tx, initiative, input.cells);
  checkOpenMonths(tx, initiative, input.cells, 'forecasts');
  for (const cell of input.cells) setForecast(tx, cell);
  return DONE;
}

type ForecastCell = Parsed<'setForecastValues'>['cells'][number];

function setForecast(tx: Tx, { lineId, month, amount, range }: ForecastCell): void {
  const key = { line_id: lineId, month };
  const before = tx.find('forecast_range', key);
  if (before && (amount === null || range === null)) tx.remove('forecast_range', key);
  if (amount === null) {
    if (tx.find('forecast_value', key)) tx.remove('forecast_value', key);
    return;
  }
  if (range === undefined && before) checkInside(tx, amount, before);
  tx.upsert('forecast_value', { ...key, amount_minor: amount });
  if (range) tx.upsert('forecast_range', { ...key, p10_minor: range.p10, p90_minor: range.p90 });
}

function checkInside(tx: Tx, amount: number, range: RowOf<'forecast_range'>): void {
  if (range.p10_minor <= amount && amount <= range.p90_minor) return;
  const month = monthName(range.month as MonthIndex);
  const side = amount < range.p10_minor ? 'below its P10' : 'above its P90';
  throw new AppError(
    'invalid_input',
    `The forecast of “${rowName(tx.db, 'value_line', range.line_id)}” for ${month} would lie ${side}. Nothing was changed. Give the new range with the amount, or take the range away first.`,
    { column: formatMonth(range.month as MonthIndex), field: 'range' },
  );
}
