import type { Instant } from '#shared/domain/units.ts';
import { getRow, getRows, type ReadDb } from '../handles.ts';

/** The last entry made up to a moment; the walk begins at the newest, so that a recent moment is found at once. */
export const LAST_ENTRY_UNTIL = 'SELECT seq FROM history WHERE at <= ? ORDER BY seq DESC LIMIT 1';

/** Rows of a table that are there now and were not before an entry: what was taken back meanwhile cancels out. */
export const ADDED_SINCE = `SELECT initiative_id AS id, sum((after IS NOT NULL) - (before IS NOT NULL)) AS count
  FROM history_change WHERE seq > ? AND table_name = ? AND initiative_id IS NOT NULL
  GROUP BY initiative_id HAVING sum((after IS NOT NULL) - (before IS NOT NULL)) > 0`;

export interface Added {
  readonly id: string;
  readonly count: number;
}

/**
 * How many closed months and pieces of evidence each initiative has more than at a moment, by the history. null when the
 * history of this file begins later with rows of before (a copy made without its history): then nobody can tell.
 */
export function readAddedSince(
  db: ReadDb,
  moment: Instant,
): { readonly months: readonly Added[]; readonly evidence: readonly Added[] } | null {
  const mark = getRow<{ seq: number }>(db, LAST_ENTRY_UNTIL, moment) ?? beginning(db);
  if (!mark) return null;
  return {
    months: getRows<Added>(db, ADDED_SINCE, mark.seq, 'month_state'),
    evidence: getRows<Added>(db, ADDED_SINCE, mark.seq, 'evidence'),
  };
}

/** Before the first entry of a portfolio that began empty nothing was there; a copy began with what it was copied from. */
function beginning(db: ReadDb): { readonly seq: number } | undefined {
  const first = getRow<{ command: string }>(db, 'SELECT command FROM history ORDER BY seq LIMIT 1');
  return first?.command === 'createPortfolio' ? { seq: 0 } : undefined;
}
