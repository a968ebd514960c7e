import type { Input } from '#shared/api/contract.ts';
import { daysBetween, isIsoDate } from '#shared/domain/calendar.ts';
import type { Tripwire } from '#shared/domain/initiative.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { Comparator } from '#shared/domain/risk.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { formatNumber } from '#shared/report/format.ts';
import { parseReading } from '#shared/report/parse-amount.ts';

/** A tripwire as its form holds it. */
export interface TripwireDraft {
  readonly metric: string;
  readonly comparator: Comparator;
  readonly threshold: string;
  readonly dueOn: string;
  readonly committedOn: string;
  readonly measuredValue: string;
}

export type NewTripwire = Input<'addTripwire'>['tripwire'];

export function emptyTripwire(asOf: IsoDate): TripwireDraft {
  return {
    metric: '',
    comparator: 'at_least',
    threshold: '',
    dueOn: '',
    committedOn: asOf,
    measuredValue: '',
  };
}

export function tripwireDraftOf(tripwire: Tripwire): TripwireDraft {
  const { metric, comparator, threshold, dueOn, committedOn, measuredValue } = tripwire;
  return {
    metric,
    comparator,
    threshold: String(threshold),
    dueOn,
    committedOn,
    measuredValue: measuredValue === null ? '' : String(measuredValue),
  };
}

export type TripwireProblems = {
  readonly [Field in 'metric' | 'threshold' | 'dueOn' | 'committedOn' | 'measuredValue']?: string;
};

/** What is wrong with a form, by field. */
export function tripwireProblems(draft: TripwireDraft): TripwireProblems {
  const threshold = parseReading(draft.threshold);
  const measured = parseReading(draft.measuredValue);
  return {
    ...(draft.metric.trim() === '' ? { metric: 'Name what is measured.' } : {}),
    ...(!threshold.ok
      ? { threshold: threshold.problem.text }
      : threshold.value === null
        ? { threshold: 'A tripwire needs a threshold.' }
        : {}),
    ...(isIsoDate(draft.dueOn) ? {} : { dueOn: 'A tripwire needs a due date.' }),
    ...(!isIsoDate(draft.committedOn)
      ? { committedOn: 'Say when it was committed.' }
      : isIsoDate(draft.dueOn) && draft.committedOn > draft.dueOn
        ? { committedOn: 'It was committed after it is due.' }
        : {}),
    ...(measured.ok ? {} : { measuredValue: measured.problem.text }),
  };
}

/** The tripwire a form describes, or null while something is wrong with it. */
export function tripwireFromDraft(draft: TripwireDraft): NewTripwire | null {
  const threshold = parseReading(draft.threshold);
  const measured = parseReading(draft.measuredValue);
  if (Object.keys(tripwireProblems(draft)).length > 0) return null;
  if (!threshold.ok || threshold.value === null || !measured.ok) return null;
  return {
    metric: draft.metric.trim(),
    comparator: draft.comparator,
    threshold: threshold.value,
    dueOn: draft.dueOn as IsoDate,
    committedOn: draft.committedOn as IsoDate,
    measuredValue: measured.value,
  };
}

/** How a tripwire stands on the as-of date, in a few words; rule K2 decides, this only names what it reads. */
export function tripwireState(
  tripwire: Tripwire,
  asOf: IsoDate,
): { readonly tone: 'good' | 'bad' | 'plain'; readonly text: string } {
  const { measuredValue, threshold, comparator, dueOn } = tripwire;
  const daysLeft = daysBetween(asOf, dueOn);
  if (daysLeft > 0) return { tone: 'plain', text: `due in ${daysLeft} ${daysLeft === 1 ? 'day' : 'days'}` };
  if (measuredValue === null) {
    const grace = DEFAULT_POLICY.tripwireGraceDays + daysLeft;
    return grace >= 0
      ? {
          tone: 'plain',
          text: `due, not measured yet; ${grace} ${grace === 1 ? 'day' : 'days'} left to measure`,
        }
      : { tone: 'bad', text: 'missed: not measured in time' };
  }
  const isMet = comparator === 'at_least' ? measuredValue >= threshold : measuredValue <= threshold;
  const value = formatNumber(measuredValue);
  return isMet ? { tone: 'good', text: `met with ${value}` } : { tone: 'bad', text: `missed with ${value}` };
}
