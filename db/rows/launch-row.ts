import type { Launch } from '#shared/domain/launch.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { RowOf } from '../tables.ts';

/** A launch from its row. */
export function toLaunch(row: RowOf<'launch'>): Launch {
  return {
    launchedOn: row.launched_on as IsoDate,
    effortPoints: row.effort_points,
    workingDays: row.working_days,
    isFundedFromReturns: row.is_funded_from_returns === 1,
  };
}

/** The columns of a launch a person edits. */
export function toLaunchColumns(given: Launch): Omit<RowOf<'launch'>, 'initiative_id'> {
  return {
    launched_on: given.launchedOn,
    effort_points: given.effortPoints,
    working_days: given.workingDays,
    is_funded_from_returns: given.isFundedFromReturns ? 1 : 0,
  };
}
