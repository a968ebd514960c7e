import { dayNumber, daysBetween, monthOf } from '../../../domain/calendar.ts';
import type { Assessment, Tripwire } from '../../../domain/initiative.ts';
import type { IsoDate, MonthIndex } from '../../../domain/units.ts';
import { withFacts } from '../engine-inputs.ts';
import type { Compared, Difference } from './difference.ts';

/**
 * Time that has passed since the last review, as one input: evidence, evaluation run, stage, target date, tripwires,
 * deadlines and planned months as old (or as near) as they were then.
 *
 * The as-of date itself cannot be put back: what was entered since would vanish with it. So what stood then unchanged
 * is moved forward by the days that have passed; what is new since keeps its date.
 */
export function ageDifference({ old, now }: Compared): readonly Difference[] {
  const was = old.context.asOf;
  const is = now.context.asOf;
  if (was === is) return [];
  const withOld = () => withFacts(now, asOldAs({ old, now }));
  return [{ input: 'asOf', name: 'Time passed: age of evidence, clocks and due dates', was, is, withOld }];
}

type Facts = Compared['now']['facts'];

function asOldAs(compared: Compared): Partial<Facts> {
  const old = compared.old.facts;
  const now = compared.now.facts;
  const was = compared.old.context.asOf;
  const is = compared.now.context.asOf;
  const days = daysBetween(was, is);
  const months = monthOf(is) - monthOf(was);
  const graceDays = compared.now.context.policy.tripwireGraceDays;
  const moved = (before: IsoDate | null | undefined, date: IsoDate): IsoDate =>
    before === date ? shifted(date, days) : date;
  const field = (key: 'stageEnteredOn' | 'baselineDataEnd' | 'targetDate' | 'evaluationRanOn') => {
    const date = now.initiative[key];
    return date === null ? null : moved(old.initiative[key], date);
  };
  return {
    initiative: {
      ...now.initiative,
      stageEnteredOn: field('stageEnteredOn'),
      baselineDataEnd: field('baselineDataEnd'),
      targetDate: field('targetDate'),
      evaluationRanOn: field('evaluationRanOn'),
    },
    assessments: now.assessments.map((one) => rejuvenated(one, old.assessments, moved)),
    tripwires: now.tripwires.map((one) => {
      const before = old.tripwires.find(({ id }) => id === one.id);
      return wasJudged(before, was, graceDays) ? one : { ...one, dueOn: moved(before?.dueOn, one.dueOn) };
    }),
    incidents: now.incidents.map((one) => {
      const before = old.incidents.find(({ id }) => id === one.id);
      return { ...one, deadline: moved(before?.deadline, one.deadline) };
    }),
    assetUses: now.assetUses.map((use) => {
      const before = old.assetUses.find(({ asset }) => asset.id === use.asset.id)?.asset.plannedLiveMonth;
      const { plannedLiveMonth: planned } = use.asset;
      if (planned === null || before !== planned) return use;
      return { ...use, asset: { ...use.asset, plannedLiveMonth: (planned + months) as MonthIndex } };
    }),
  };
}

/** A tripwire that was met or missed by then stays so, and so does an override of it, whatever time passes. */
function wasJudged(tripwire: Tripwire | undefined, asOf: IsoDate, graceDays: number): boolean {
  if (tripwire === undefined || tripwire.dueOn > asOf) return false;
  return tripwire.measuredValue !== null || daysBetween(tripwire.dueOn, asOf) > graceDays;
}

function rejuvenated(
  one: Assessment,
  before: readonly Assessment[],
  moved: (before: IsoDate | undefined, date: IsoDate) => IsoDate,
): Assessment {
  const then = before.find(({ id }) => id === one.id);
  if (then === undefined) return one;
  const evidence = one.evidence.map((piece) => {
    const pieceThen = then.evidence.find(({ id }) => id === piece.id);
    return { ...piece, datedOn: moved(pieceThen?.datedOn, piece.datedOn) };
  });
  return { ...one, evidence };
}

const DAY_MS = 86_400_000;

/** The day `days` later. Only arithmetic on a given day: no clock is read. */
function shifted(date: IsoDate, days: number): IsoDate {
  return new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10) as IsoDate;
}
