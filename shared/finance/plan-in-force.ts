import { monthOf } from '../domain/calendar.ts';
import type { PlanVersion } from '../domain/tracking.ts';
import type { MonthIndex } from '../domain/units.ts';

/**
 * The plan a month is held against: the version in force when the month began (methodology 1.6). It applied from that
 * month or an earlier one, and was approved by the month's first day: a plan approved later may say it applies to the
 * past, but nobody was held to it then. Of several the one that applies from latest, then the highest version.
 */
export function planInForce(versions: readonly PlanVersion[], month: MonthIndex): PlanVersion | undefined {
  let best: PlanVersion | undefined;
  for (const plan of versions) {
    if (plan.inForceFrom > month || !wasApprovedBy(plan, month)) continue;
    if (best === undefined || isLater(plan, best)) best = plan;
  }
  return best;
}

function wasApprovedBy({ approvedOn }: PlanVersion, month: MonthIndex): boolean {
  const approvedIn = monthOf(approvedOn);
  return approvedIn < month || (approvedIn === month && approvedOn.endsWith('-01'));
}

function isLater(a: PlanVersion, b: PlanVersion): boolean {
  return a.inForceFrom === b.inForceFrom ? a.version > b.version : a.inForceFrom > b.inForceFrom;
}
