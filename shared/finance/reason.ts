import { formatMonth } from '../domain/calendar.ts';
import type { MonthIndex } from '../domain/units.ts';

/** Why a figure has no value. A closed list: a page or report switches over `code`. */
export type FinanceReason =
  /** No values at all. */
  | { readonly code: 'empty' }
  /** Values are blank at these positions (0 = first). Blank is unmeasured: it is neither zero nor skipped. */
  | { readonly code: 'blank'; readonly positions: readonly number[] }
  /** Values are infinite at these positions; no positions = the result itself leaves the range of a number. */
  | { readonly code: 'not_finite'; readonly positions: readonly number[] }
  /** Months between first spend and the last closed month are open, or a cost in them is unmeasured. */
  | { readonly code: 'incomplete'; readonly months: readonly MonthIndex[] }
  /** Fewer months than the figure needs. */
  | { readonly code: 'too_few_months'; readonly have: number; readonly need: number }
  /** An input lies outside what the formula allows; `name` says which, `value` what it was. */
  | { readonly code: 'out_of_range'; readonly name: string; readonly value: number }
  /** An input nobody has entered yet. */
  | { readonly code: 'missing'; readonly names: readonly string[] }
  | { readonly code: 'no_cost' }
  | { readonly code: 'no_outlay' }
  | { readonly code: 'no_attempts' }
  | { readonly code: 'no_successes' }
  | { readonly code: 'no_tokens' }
  /** The flows are all zero, or never change sign: no rate can bring them to zero. */
  | { readonly code: 'no_sign_change' }
  | { readonly code: 'no_root' }
  /** The cumulated flows do not come back to zero (and stay there) within `horizon` periods. */
  | { readonly code: 'never_within_horizon'; readonly horizon: number }
  /** A task costs as much as it brings, or more: no volume can pay. Per attempted task. */
  | { readonly code: 'margin_not_positive'; readonly margin: number }
  /** Nothing was planned, so nothing can be measured against the plan. */
  | { readonly code: 'plan_zero' }
  /** Actuals are zero at these positions (none = their sum), so no relative error exists. */
  | { readonly code: 'actual_zero'; readonly positions: readonly number[] }
  /** Fewer double ratings than a measure of agreement needs. */
  | { readonly code: 'too_few_ratings'; readonly have: number; readonly need: number }
  /** All ratings are the same: there is nothing to agree or disagree about. */
  | { readonly code: 'no_variation' }
  /** Two figures do not speak of the same thing: these parts of their labels differ. */
  | { readonly code: 'unlike_labels'; readonly differences: readonly LabelPart[] };

/** The parts of a figure's label that must agree before two figures are compared or divided. */
export type LabelPart = 'basis' | 'discounting' | 'risk' | 'window';

/** A number, or the typed reason why there is none. Never 0, NaN or infinity in place of "undefined". */
export type Computed =
  | { readonly status: 'known'; readonly value: number }
  | { readonly status: 'undefined'; readonly reason: FinanceReason };

/** A known figure; one that left the range of a number becomes the reason `not_finite`. */
export function known(value: number): Computed {
  return Number.isFinite(value) ? { status: 'known', value } : noValue({ code: 'not_finite', positions: [] });
}

/** A figure without a value, and why. */
export function noValue(reason: FinanceReason): { status: 'undefined'; reason: FinanceReason } {
  return { status: 'undefined', reason };
}

/** `out_of_range` for the first named input outside [0, 1] or not a number; undefined when all are shares. */
export function refuseShares(shares: Readonly<Record<string, number>>): FinanceReason | undefined {
  for (const [name, value] of Object.entries(shares)) {
    if (!(value >= 0 && value <= 1)) return { code: 'out_of_range', name, value };
  }
  return undefined;
}

/** `out_of_range` for the first named input below 0 or not a finite number; undefined when all are amounts. */
export function refuseNegatives(amounts: Readonly<Record<string, number>>): FinanceReason | undefined {
  for (const [name, value] of Object.entries(amounts)) {
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY)) return { code: 'out_of_range', name, value };
  }
  return undefined;
}

/** The reason as a short clause for a page or report, starting lower-case: "no month is closed yet". */
export function reasonText(reason: FinanceReason): string {
  switch (reason.code) {
    case 'empty':
      return 'there are no values';
    case 'blank':
      return `values are blank at position ${places(reason.positions)}; enter them, 0 if nothing was spent or gained`;
    case 'not_finite':
      return reason.positions.length === 0
        ? 'the result is too large to be a number'
        : `values are not finite numbers at position ${places(reason.positions)}`;
    case 'incomplete':
      return `not closed or a cost unmeasured: ${reason.months.map(formatMonth).join(', ')}`;
    case 'too_few_months':
      return `${reason.need} closed months are needed, ${reason.have} so far`;
    case 'out_of_range':
      return `${reason.name} is ${reason.value}, outside the range the formula allows`;
    case 'missing':
      return `not entered: ${reason.names.join(', ')}`;
    default:
      return FIXED_TEXT[reason.code](reason as never);
  }
}

type FixedCode = Exclude<
  FinanceReason['code'],
  'empty' | 'blank' | 'not_finite' | 'incomplete' | 'too_few_months' | 'out_of_range' | 'missing'
>;

const FIXED_TEXT: { readonly [C in FixedCode]: (reason: Extract<FinanceReason, { code: C }>) => string } = {
  no_cost: () => 'no cost was recorded, so no ratio to cost exists',
  no_outlay: () => 'the first period has no outlay',
  no_attempts: () => 'no task was attempted',
  no_successes: () => 'no task succeeded',
  no_tokens: () => 'no tokens were used',
  no_sign_change: () => 'the flows never change sign',
  no_root: () => 'no rate brings the present value to zero',
  never_within_horizon: ({ horizon }) => `not within ${horizon} months`,
  margin_not_positive: () => 'a task costs at least as much as it brings, so no volume pays',
  plan_zero: () => 'no benefit was planned for these months',
  actual_zero: () => 'the actual value is zero, so no relative error exists',
  too_few_ratings: ({ have, need }) => `${need} double ratings are needed, ${have} so far`,
  no_variation: () => 'all ratings are the same',
  unlike_labels: ({ differences }) => `the figures differ in ${differences.join(', ')}`,
};

function places(positions: readonly number[]): string {
  return positions.map((position) => position + 1).join(', ');
}
