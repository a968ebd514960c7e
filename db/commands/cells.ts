import { AppError } from '#shared/api/errors.ts';
import { formatMonth } from '#shared/domain/calendar.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { getRows } from '../handles.ts';
import type { Tx } from '../tx.ts';
import { monthName, shortName } from './words.ts';

/** Refuses a line that is not one of the initiative's. @throws AppError invalid_input. */
export function checkOwnLines(
  tx: Tx,
  initiative: { readonly id: string; readonly name: string },
  cells: readonly { readonly lineId: string }[],
): void {
  const rows = getRows<{ id: string }>(
    tx.db,
    'SELECT id FROM value_line WHERE initiative_id = ?',
    initiative.id,
  );
  const own = new Set(rows.map((row) => row.id));
  if (!cells.every((cell) => own.has(cell.lineId)))
    throw new AppError(
      'invalid_input',
      `One of these lines does not belong to “${shortName(initiative.name)}”. Nothing was changed; reload the page and enter the months again.`,
      { field: 'lineId' },
    );
}

/** Refuses months that are closed. `what` names what was to be entered: "amounts". @throws AppError conflict. */
export function checkOpenMonths(
  tx: Tx,
  initiative: { readonly id: string; readonly name: string },
  cells: readonly { readonly month: MonthIndex }[],
  what: string,
): void {
  const rows = getRows<{ month: number }>(
    tx.db,
    'SELECT month FROM month_state WHERE initiative_id = ?',
    initiative.id,
  );
  const closed = new Set(rows.map((row) => row.month));
  const cell = cells.find(({ month }) => closed.has(month));
  if (!cell) return;
  const month = monthName(cell.month);
  throw new AppError(
    'conflict',
    `${month} is closed for “${shortName(initiative.name)}”, so its ${what} stay as they are. Nothing was changed. Reopen ${month} and enter the ${what}, or restate it when a closed review or a later closed month stands on it.`,
    { column: formatMonth(cell.month) },
  );
}
