import { wholeMonthsBetween } from '../../domain/calendar.ts';
import type { Initiative } from '../../domain/initiative.ts';
import type { Policy } from '../../domain/policy.ts';
import type { IsoDate } from '../../domain/units.ts';
import { NO_MISSING } from '../missing.ts';
import type { Missing } from '../result.ts';
import type { Truth } from '../truth.ts';
import { type Judged, NO_TERMS } from './judged.ts';

/**
 * Whole months since stage entry without the paused ones; null while the entry day is blank or after the as-of date.
 * A pause that still runs is not in `pausedMonths` yet, so for a paused initiative this is the most it can be.
 */
export function monthsInStage(initiative: Initiative, asOf: IsoDate): number | null {
  const { stageEnteredOn, pausedMonths } = initiative;
  if (stageEnteredOn === null || stageEnteredOn > asOf) return null;
  return Math.max(0, wholeMonthsBetween(stageEnteredOn, asOf) - pausedMonths);
}

/** A pilot's time-box in months: the smaller of the policy's 9 and twice the planned months; null in other stages. */
export function timeBoxMonths(initiative: Initiative, policy: Policy): number | null {
  if (initiative.stage !== 'pilot') return null;
  const planned = initiative.plannedPilotMonths;
  return planned === null ? policy.pilotTimeBoxMonths : Math.min(policy.pilotTimeBoxMonths, 2 * planned);
}

/** Whether a pilot is past its time-box, for K6; other stages have none. */
export function judgeTimeBox(months: number | null, box: number | null, isPaused: boolean): Judged {
  if (box === null) return NO_BOX;
  const truth = isLate(months, box, isPaused);
  return {
    truth,
    terms: [
      {
        quantity: 'months in pilot',
        actual: months,
        comparator: '>',
        threshold: box,
        unit: 'months',
        holds: truth,
      },
    ],
    missing: truth === null ? [months === null ? STAGE_ENTRY : PAUSE_BEGIN] : NO_MISSING,
  };
}

const NO_BOX: Judged = { truth: false, terms: NO_TERMS, missing: NO_MISSING };

/** While a pause runs the clock stands still since a day we do not know: late by this count cannot be told. */
function isLate(months: number | null, box: number, isPaused: boolean): Truth {
  if (months === null) return null;
  if (months <= box) return false;
  return isPaused ? null : true;
}

const STAGE_ENTRY: Missing = { code: 'stageEnteredOn', text: 'the day the pilot began' };
const PAUSE_BEGIN: Missing = { code: 'pausedMonths', text: 'the months of the pause that still runs' };
