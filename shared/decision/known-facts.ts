import { monthOf } from '../domain/calendar.ts';
import type { Assessment, Initiative } from '../domain/initiative.ts';
import type { IsoDate } from '../domain/units.ts';
import { closedUpTo } from '../finance/months.ts';
import type { InitiativeFacts } from './facts.ts';

/**
 * The facts as the engine may know them on a day: what is dated after it is not there, an incident mitigated later is
 * open, an asset that goes live later is not live. Amounts, readings and counts are those of closed months; forecasts
 * by month are no input of a verdict at all. So a past day decides, and hashes, as it did then, unless its own past
 * was restated.
 */
export function knownOn(facts: InitiativeFacts, asOf: IsoDate): InitiativeFacts {
  const lastMonth = monthOf(asOf);
  const closedMonths = closedUpTo(facts.closedMonths, asOf);
  const closed = new Set(closedMonths);
  const inClosed = (item: { readonly month: (typeof closedMonths)[number] }) => closed.has(item.month);
  return {
    initiative: knownFields(facts.initiative, asOf),
    assessments: knownAssessments(facts.assessments, asOf),
    lines: facts.lines,
    values: keep(facts.values, inClosed),
    closedMonths,
    readings: keep(facts.readings, inClosed),
    tripwires: keep(facts.tripwires, (tripwire) => tripwire.committedOn <= asOf),
    incidents: replace(
      keep(facts.incidents, (incident) => incident.openedOn <= asOf),
      ({ mitigatedOn }) => mitigatedOn !== null && mitigatedOn > asOf,
      (incident) => ({ ...incident, mitigatedOn: null }),
    ),
    pastDecisions: keep(facts.pastDecisions, ({ endsOn }) => endsOn === undefined || endsOn <= asOf),
    planVersions: keep(
      facts.planVersions,
      (plan) => plan.approvedOn <= asOf && plan.inForceFrom <= lastMonth,
    ),
    forecasts: NONE,
    unitCounts: keep(facts.unitCounts, inClosed),
    drivers: facts.drivers,
    scopes: facts.scopes,
    stopTerms: facts.stopTerms,
    assetUses: replace(
      facts.assetUses,
      ({ asset }) => asset.liveOn !== null && asset.liveOn > asOf,
      (use) => ({ ...use, asset: { ...use.asset, liveOn: null } }),
    ),
    checklist: keep(facts.checklist, ({ proof }) => proof === null || proof.datedOn <= asOf),
  };
}

const NONE: InitiativeFacts['forecasts'] = [];

/** An evaluation run after the day has not happened, and neither have its results. */
function knownFields(initiative: Initiative, asOf: IsoDate): Initiative {
  if (initiative.evaluationRanOn === null || initiative.evaluationRanOn <= asOf) return initiative;
  return { ...initiative, evaluationRanOn: null, evaluationPassRate: null };
}

function knownAssessments(assessments: readonly Assessment[], asOf: IsoDate): readonly Assessment[] {
  const isLate = ({ datedOn }: { readonly datedOn: IsoDate }) => datedOn > asOf;
  return replace(
    keep(assessments, ({ ratedOn }) => ratedOn <= asOf),
    ({ evidence }) => evidence.some(isLate),
    (assessment) => ({ ...assessment, evidence: assessment.evidence.filter((piece) => !isLate(piece)) }),
  );
}

/** The items that pass; the same array when all do, since nearly always all do. */
function keep<T>(items: readonly T[], passes: (item: T) => boolean): readonly T[] {
  return items.every(passes) ? items : items.filter(passes);
}

function replace<T>(items: readonly T[], isConcerned: (item: T) => boolean, change: (item: T) => T) {
  return items.some(isConcerned) ? items.map((item) => (isConcerned(item) ? change(item) : item)) : items;
}
