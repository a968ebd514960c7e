import type { IsoDate } from '../domain/units.ts';
import { sumSorted } from './flows.ts';
import { isRate } from './rates.ts';
import { type Computed, known, noValue } from './reason.ts';

/** What the initiative would be worth, seen on the day the information is there, if it shows this. */
export interface WaitOutcome {
  readonly probability: number;
  readonly value: number;
}

export interface WaitInput {
  /** Value of going ahead today. */
  readonly valueNow: number;
  readonly outcomes: readonly WaitOutcome[];
  /** Worth today of 1 on the day the information is there, as a rate over the whole wait: 0.1 = 1/1.1. */
  readonly rateOverWait: number;
  /** What waiting costs, as of today; null = not entered. */
  readonly costOfDelay: number | null;
  /** The day by which the information will really be there; null = not named. */
  readonly informationOn: IsoDate | null;
}

export type WaitingValue =
  | {
      readonly status: 'known';
      /** V(wait) = DF x E[max(0, V1)] - cost of delay. */
      readonly valueOfWaiting: number;
      /** V(wait) - V(now). */
      readonly optionValue: number;
      /** Waiting is worth more than going ahead, and more than nothing. */
      readonly isJustified: boolean;
      readonly informationOn: IsoDate;
    }
  | Extract<Computed, { status: 'undefined' }>;

const SUM_TOLERANCE = 1e-9;

/**
 * Value of waiting for information (Dixit & Pindyck 1994, methodology 2.5): on that day one goes ahead only where it
 * pays. Undefined while the cost of delay or the date is missing: an open-ended wait justifies nothing.
 *
 * Example: now 600; next year 1700 or -500 at even odds, 10 %, no cost of delay: V(wait) 772.73, option value 172.73.
 */
export function optionToWait(input: WaitInput): WaitingValue {
  const { valueNow, outcomes, rateOverWait, costOfDelay, informationOn } = input;
  const missing: string[] = [];
  if (costOfDelay === null) missing.push('cost of delay');
  if (informationOn === null) missing.push('date of the information');
  if (costOfDelay === null || informationOn === null) return noValue({ code: 'missing', names: missing });
  if (!isRate(rateOverWait))
    return noValue({ code: 'out_of_range', name: 'discount rate', value: rateOverWait });
  const total = sumSorted(outcomes.map(({ probability }) => probability));
  const isNegative = outcomes.some(({ probability }) => !(probability >= 0));
  if (isNegative || Math.abs(total - 1) > SUM_TOLERANCE) {
    return noValue({ code: 'out_of_range', name: 'sum of the probabilities', value: total });
  }
  const expected = sumSorted(outcomes.map(({ probability, value }) => probability * Math.max(0, value)));
  const waiting = known(expected / (1 + rateOverWait) - costOfDelay);
  if (waiting.status !== 'known') return waiting;
  return {
    status: 'known',
    valueOfWaiting: waiting.value,
    optionValue: waiting.value - valueNow,
    isJustified: waiting.value > Math.max(0, valueNow),
    informationOn,
  };
}
