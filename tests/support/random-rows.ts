import { getRows } from '#db/handles.ts';
import type { Tx } from '#db/write.ts';
import { AppError } from '#shared/api/errors.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';

/** The id of one of the rows there are. @throws AppError not_found when there is none. */
export function pickId(tx: Tx, table: string, pick: number): string {
  const rows = getRows<{ id: string }>(tx.db, `SELECT id FROM ${table} ORDER BY id`);
  const row = rows[pick % Math.max(1, rows.length)];
  if (!row) throw new AppError('not_found', `no ${table} to pick`);
  return row.id;
}

/** A day of 2026. */
export const day = (n: number): IsoDate =>
  `2026-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')}` as IsoDate;

/** One of six months of 2025, so that steps meet. */
export const month = (n: number): MonthIndex => (24300 + (n % 6)) as MonthIndex;

/** One of a list, by any number. */
export function at<const L extends readonly unknown[]>(list: L, n: number): L[number] {
  return list[n % list.length];
}

/** The lines of an initiative, by id. */
export function lineIds(tx: Tx, initiativeId: string): string[] {
  return getRows<{ id: string }>(
    tx.db,
    'SELECT id FROM value_line WHERE initiative_id = ? ORDER BY id',
    initiativeId,
  ).map((row) => row.id);
}
