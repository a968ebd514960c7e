import { dayNumber } from '../../domain/calendar.ts';
import type { Tripwire } from '../../domain/initiative.ts';
import type { Policy } from '../../domain/policy.ts';
import { comparatorSign, meets } from '../comparison.ts';
import type { AsOf } from '../evidence.ts';
import type { PastDecision } from '../facts.ts';
import { NO_MISSING } from '../missing.ts';
import type { Missing, Term } from '../result.ts';
import { anyOf, type Truth } from '../truth.ts';
import { type Judged, NO_TERMS } from './judged.ts';

interface JudgedTripwire {
  readonly isMissed: Truth;
  readonly terms: readonly Term[];
}

/**
 * K2: a tripwire due by the as-of date is missed when its measured value does not meet the threshold, or when nothing
 * was measured by its due date + 30 days. Between the two days an unmeasured one cannot be told.
 * A missed tripwire that an override replaced no longer counts; see {@link isReplaced}.
 */
export function judgeTripwires(
  tripwires: readonly Tripwire[],
  pastDecisions: readonly PastDecision[],
  policy: Policy,
  asOf: AsOf,
): Judged {
  const known = tripwires.filter((t) => t.committedOn <= asOf.date);
  const due = known
    .filter((t) => t.dueOn <= asOf.date)
    .sort((a, b) => compare(a.dueOn, b.dueOn) || compare(a.id, b.id));
  if (due.length === 0) return NONE_DUE;
  const terms: Term[] = [];
  const truths: Truth[] = [];
  const missing: Missing[] = [];
  for (const tripwire of due) {
    const { isMissed, terms: own } = judge(tripwire, policy.tripwireGraceDays, asOf.day);
    if (isMissed === true && isReplaced(tripwire, known, pastDecisions)) continue;
    truths.push(isMissed);
    terms.push(...own);
    if (isMissed === null) {
      missing.push({
        code: `tripwire:${tripwire.id}`,
        text: `the value of ${label(tripwire)}`,
      });
    }
  }
  return { truth: anyOf(truths), terms, missing };
}

const NONE_DUE: Judged = { truth: false, terms: NO_TERMS, missing: NO_MISSING };

function judge(tripwire: Tripwire, graceDays: number, today: number): JudgedTripwire {
  const { measuredValue, comparator, threshold } = tripwire;
  const holds = measuredValue === null ? null : meets(measuredValue, comparator, threshold);
  const term: Term = {
    quantity: label(tripwire),
    actual: measuredValue,
    comparator: comparatorSign(comparator),
    threshold,
    unit: 'metric',
    holds,
  };
  if (holds !== null) return { isMissed: !holds, terms: [term] };
  const overdue = today - dayNumber(tripwire.dueOn);
  const isLate = overdue > graceDays;
  const days: Term = {
    quantity: `days without a value after ${label(tripwire)}`,
    actual: overdue,
    comparator: '>',
    threshold: graceDays,
    unit: 'days',
    holds: isLate,
  };
  return { isMissed: isLate ? true : null, terms: [term, days] };
}

/**
 * True when an override settled this miss and a new tripwire took its place: a closed review that ended on or after the
 * due date recommended K2 and decided otherwise. The new tripwire is the one the override names; where a review kept no
 * override on record, any other committed on or after the due date. A new tripwire alone replaces nothing, so a miss
 * cannot be papered over; nor does an override that set none.
 */
function isReplaced(
  missed: Tripwire,
  all: readonly Tripwire[],
  pastDecisions: readonly PastDecision[],
): boolean {
  return pastDecisions.some(({ recommendedRule, decision, endsOn, override }) => {
    if (recommendedRule !== 'K2' || decision === 'kill') return false;
    if (endsOn === undefined || endsOn < missed.dueOn) return false;
    return all.some(
      (other) =>
        other.id !== missed.id &&
        (override === undefined ? other.committedOn >= missed.dueOn : other.id === override.newTripwireId),
    );
  });
}

function label(tripwire: Tripwire): string {
  return `tripwire "${tripwire.metric}" due ${tripwire.dueOn}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
