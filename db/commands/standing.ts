import { AppError } from '#shared/api/errors.ts';
import { formatMonth } from '#shared/domain/calendar.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { getRow, getRows } from '../handles.ts';
import type { RowOf } from '../tables.ts';
import type { Tx } from '../tx.ts';
import { monthName, shortName } from './words.ts';

type MonthState = Pick<RowOf<'month_state'>, 'month' | 'state'>;

/** The closed review that ends first in or after a month and decided about an initiative; for the query-plan test. */
export const REVIEW_ON_MONTH = `SELECT review.name FROM decision
  JOIN review ON review.id = decision.review_id AND review.closed_at IS NOT NULL
  WHERE decision.initiative_id = ? AND review.ends_on >= ? ORDER BY review.ends_on, review.id LIMIT 1`;

/**
 * Refuses to open closed months again on which something closed stands: a closed review that decided about the
 * initiative and ends in or after the month, a later closed month that stays closed, or a restatement.
 * @returns the months that are closed, earliest first
 * @throws AppError conflict, naming what stands on the month and the way that is left.
 */
export function checkNothingStandsOn(
  tx: Tx,
  initiative: { readonly id: string; readonly name: string },
  months: readonly MonthIndex[],
): MonthIndex[] {
  const asked = new Set<number>(months);
  const states = getRows<MonthState>(
    tx.db,
    'SELECT month, state FROM month_state WHERE initiative_id = ? ORDER BY month',
    initiative.id,
  );
  const closed = states.filter(({ month }) => asked.has(month));
  const earliest = closed[0]?.month as MonthIndex | undefined;
  if (earliest === undefined) return [];
  const reason =
    reviewOn(tx, initiative.id, earliest) ??
    laterMonthOn(states, asked, earliest) ??
    restatementIn(closed as readonly MonthState[]);
  if (!reason) return closed.map(({ month }) => month as MonthIndex);
  const month = monthName(reason.month);
  throw new AppError(
    'conflict',
    `${month} of “${shortName(initiative.name)}” stays closed: ${reason.words}. Nothing was changed. Restate ${month} instead: the old figures stay on record beside the right ones and the reason.`,
    { column: formatMonth(reason.month) },
  );
}

interface Standing {
  readonly month: MonthIndex;
  readonly words: string;
}

function reviewOn(tx: Tx, initiativeId: string, month: MonthIndex): Standing | undefined {
  const review = getRow<{ name: string }>(tx.db, REVIEW_ON_MONTH, initiativeId, `${formatMonth(month)}-01`);
  return review && { month, words: `the closed review ${shortName(review.name)} stands on it` };
}

function laterMonthOn(
  states: readonly MonthState[],
  asked: ReadonlySet<number>,
  month: MonthIndex,
): Standing | undefined {
  const later = states.find((state) => state.month > month && !asked.has(state.month));
  if (!later) return undefined;
  return { month, words: `${monthName(later.month as MonthIndex)}, a later month, is closed as well` };
}

function restatementIn(closed: readonly MonthState[]): Standing | undefined {
  const restated = closed.find(({ state }) => state === 'restated');
  return restated && { month: restated.month as MonthIndex, words: 'it was restated, and that is on record' };
}
