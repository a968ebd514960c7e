import type { PlanValue, PlanVersion, UnitCount } from '#shared/domain/tracking.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';
import type { RowOf } from '../tables.ts';

/** A locked plan from its row and its amounts. */
export function toPlanVersion(row: RowOf<'plan_version'>, values: readonly PlanValue[]): PlanVersion {
  return {
    id: row.id,
    version: row.version,
    inForceFrom: row.in_force_from as MonthIndex,
    approvedOn: row.approved_on as IsoDate,
    approvedBy: row.approved_by,
    values,
  };
}

/** Tasks counted in a month, from their row. */
export function toUnitCount(row: RowOf<'unit_count'>): UnitCount {
  return { month: row.month as MonthIndex, attempts: row.attempts, successes: row.successes };
}
