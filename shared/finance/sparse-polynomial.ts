import { intPower } from './power.ts';

/**
 * Flows as a polynomial f(x) = sum of amount_k x^(e_k), lowest exponent 0, without zero amounts: `gaps[k]` is
 * e_(k+1) - e_k, a whole number >= 1. With x = 1/(1 + i) it is a present value; with the order turned round and
 * x = 1 + i the same value brought to the end, which does not overflow for rates below 0.
 */
export interface SparsePolynomial {
  readonly amounts: readonly number[];
  readonly gaps: readonly number[];
}

/** f(x) and x times its derivative at one x. */
export interface PolynomialPoint {
  readonly x: number;
  readonly value: number;
  readonly slope: number;
}

/** Value and slope (x f'(x)) at x in [0, 1] by Horner's scheme: no power, no overflow. */
export function evaluate(polynomial: SparsePolynomial, x: number): PolynomialPoint {
  const { amounts, gaps } = polynomial;
  let value = amounts.at(-1) ?? 0;
  let slope = 0;
  for (let k = gaps.length - 1; k >= 0; k -= 1) {
    const gap = gaps[k] as number;
    const factor = gap === 1 ? x : intPower(x, gap);
    slope = (slope + gap * value) * factor;
    value = value * factor + (amounts[k] as number);
  }
  return { x, value, slope };
}

/** Sum of |amount| x^e. */
export function magnitude(polynomial: SparsePolynomial, x: number): number {
  let sum = 0;
  for (let k = polynomial.amounts.length - 1; k >= 0; k -= 1) {
    sum = sum * intPower(x, polynomial.gaps[k] ?? 0) + Math.abs(polynomial.amounts[k] as number);
  }
  return sum;
}

/**
 * Upper bound of the number of zeros of f in (0, x), multiple ones counted so often: the sign changes of the partial
 * sums amount_0 + ... + amount_k x^(e_k). An even number below the bound may be missing, never an odd one
 * (f(x) itself not being 0).
 *
 * Why: f(z)/(1 - z/x) has the partial sums as coefficients, no other zeros in (0, x) than f, and Descartes' rule of
 * signs holds for power series too. For x = 1 these are the cumulated flows, and a bound of 1 is Norstrom's rule.
 */
export function countBound(polynomial: SparsePolynomial, x: number): number {
  const { amounts, gaps } = polynomial;
  let changes = 0;
  let power = 1;
  let sum = 0;
  let sign = 0;
  for (let k = 0; k < amounts.length; k += 1) {
    if (k > 0) {
      const gap = gaps[k - 1] as number;
      power *= gap === 1 ? x : intPower(x, gap);
    }
    sum += (amounts[k] as number) * power;
    const here = Math.sign(sum);
    if (here === 0) continue;
    if (here === -sign) changes += 1;
    sign = here;
  }
  return changes;
}

/** The polynomial with the order of its terms turned round: x^e f(1/x). */
export function reversed(polynomial: SparsePolynomial): SparsePolynomial {
  return { amounts: polynomial.amounts.toReversed(), gaps: polynomial.gaps.toReversed() };
}
