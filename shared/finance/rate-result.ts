import { growthRoots } from './flow-roots.ts';
import { signChanges } from './flows.ts';
import type { FinanceReason } from './reason.ts';
import type { SparsePolynomial } from './sparse-polynomial.ts';

/**
 * All internal rates of return of a series, ascending, as fractions per rate period.
 * - `ok`: exactly one rate (a double root counts once).
 * - `multiple`: several; no single one may be called the return, the headline is the MIRR.
 * - `none`: the flows change sign, yet no rate brings them to zero.
 * - `not_applicable`: no sign change, or the series cannot be read; the reason says which.
 */
export type RateResult =
  | { readonly status: 'ok'; readonly rate: number; readonly roots: readonly number[] }
  | { readonly status: 'multiple'; readonly roots: readonly number[] }
  | { readonly status: 'none' }
  | { readonly status: 'not_applicable'; readonly reason: FinanceReason };

/** `not_applicable` with its reason. */
export function notApplicable(reason: FinanceReason): RateResult {
  return { status: 'not_applicable', reason };
}

/** The result for roots already found, ascending. A root beyond the range of a number is refused, not shown. */
export function rateResult(roots: readonly number[]): RateResult {
  if (!roots.every(Number.isFinite)) return notApplicable({ code: 'not_finite', positions: [] });
  const [rate] = roots;
  if (rate === undefined) return { status: 'none' };
  return roots.length === 1 ? { status: 'ok', rate, roots } : { status: 'multiple', roots };
}

/**
 * Finds every rate of amounts at whole-numbered times (ascending, distinct); `unit` = time steps in a rate period.
 * Zero amounts carry nothing and are left out, at the ends and between: the times of the others stay.
 */
export function ratesOf(amounts: readonly number[], times: readonly number[], unit: number): RateResult {
  if (signChanges(amounts) === 0) return notApplicable({ code: 'no_sign_change' });
  const growths = growthRoots(scaled(withoutZeros(amounts, times)), unit);
  return rateResult(growths.map((growth) => growth - 1));
}

function withoutZeros(amounts: readonly number[], times: readonly number[]): SparsePolynomial {
  const kept: number[] = [];
  const gaps: number[] = [];
  let last = 0;
  for (const [index, amount] of amounts.entries()) {
    if (amount === 0) continue;
    const time = times[index] as number;
    if (kept.length > 0) gaps.push(time - last);
    kept.push(amount);
    last = time;
  }
  return { amounts: kept, gaps };
}

/** Far enough for any amount; twice as far and again would leave the range of a number. */
const LARGE = 1e300;

/** Brings the largest amount near 1 by a power of two, which changes no digit: sums of any size cannot overflow. */
function scaled({ amounts, gaps }: SparsePolynomial): SparsePolynomial {
  let largest = 0;
  for (const amount of amounts) largest = Math.max(largest, Math.abs(amount));
  let factor = 1;
  while (largest * factor > 1) factor /= 2;
  while (largest * factor < 0.5 && factor < LARGE) factor *= 2;
  return { amounts: amounts.map((amount) => amount * factor), gaps };
}
