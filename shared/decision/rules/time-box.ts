import { wholeMonthsBetween } from '../../domain/calendar.ts';
import type { Initiative } from '../../domain/initiative.ts';
import type { Policy } from '../../domain/policy.ts';
import type { IsoDate } from '../../domain/units.ts';
import type { Missing, RuleOutcome, Term } from '../result.ts';
import { allOf, type Truth } from '../truth.ts';
import { missingFor, type RuleInputs, ruleOutcome } from './rule-inputs.ts';

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

/** K6: a pilot past its time-box whose value is not positive. */
export function timeBoxRule(inputs: RuleInputs): RuleOutcome {
  const { monthsInStage: months, timeBoxMonths: box, initiative, value } = inputs;
  if (inputs.stage !== 'pilot' || box === null) return ruleOutcome('K6', false);
  const late = isLate(months, box, initiative.isPaused);
  const lateTerm: Term = {
    quantity: 'months in pilot',
    actual: months,
    comparator: '>',
    threshold: box,
    unit: 'months',
    holds: late,
  };
  const valueTerm = inputs.valueTerm;
  const missing: Missing[] = [];
  if (late === null) missing.push(months === null ? STAGE_ENTRY : PAUSE_BEGIN);
  missing.push(...missingFor(value));
  return ruleOutcome('K6', allOf(late, valueTerm.holds), [lateTerm, valueTerm], missing);
}

/** While a pause runs the clock stands still since a day we do not know: late by this count cannot be told. */
function isLate(months: number | null, box: number, isPaused: boolean): Truth {
  if (months === null) return null;
  if (months <= box) return false;
  return isPaused ? null : true;
}

const STAGE_ENTRY: Missing = { code: 'stageEnteredOn', text: 'the day the pilot began' };
const PAUSE_BEGIN: Missing = { code: 'pausedMonths', text: 'the months of the pause that still runs' };
