import { brentZero } from './brent.ts';
import { signChanges } from './flows.ts';
import { intPower, nthRoot } from './power.ts';
import {
  countBound,
  evaluate,
  magnitude,
  type PolynomialPoint,
  reversed,
  type SparsePolynomial,
} from './sparse-polynomial.ts';

/** The grid of methodology 1.2: 2,000 points, evenly spaced in ln(1 + r), from r = -0.9999999 to 1e6. */
const GRID_POINTS = 2000;
const LOWEST_GROWTH = 1e-7;
const HIGHEST_GROWTH = 1 + 1e6;
/** A cell that may hide a pair of zeros beside a sign change is halved at most so often. */
const MAX_DEPTH = 8;
/** Down to this depth, sixteen parts of a cell, it is halved whenever three zeros are possible. */
const PLAIN_DEPTH = 4;
/** A lowest point this near to zero, relative to the sum of the sizes of the terms, touches it: a double root. */
const TOUCHES = 1e-13;
/** How often on the walk along the grid the bound on the zeros still ahead is taken. */
const CHECK_EVERY = 16;
/** Nothing is looked for below: there a growth factor leaves the range of a number. */
const SMALLEST = 1e-300;
/** Step away from r = 0 when that is itself a root, so that its own zero is not found twice. */
const BESIDE_ZERO = 1e-6;

/**
 * Every growth factor g = 1 + r > 0 at which sum of amount_k g^(-e_k/unit) is 0, ascending, multiple ones once.
 * `unit` is the number of exponent steps in one rate period: 1 for periodic flows, 365 for days and a yearly rate.
 * The polynomial has at least two terms of different sign.
 *
 * Two terms: closed form. Otherwise the rates above and below 0 are searched separately, in x = 1/g and x = g, so
 * that no power overflows; beyond the grid only a root that is known to be the only one. Where the cumulated flows prove there to be none or one, nothing is scanned; where not,
 * the grid is walked until they do. A pair of roots inside one cell, or a double root that only touches zero, shows
 * in the slopes at the ends of the cell.
 */
export function growthRoots(polynomial: SparsePolynomial, unit: number): readonly number[] {
  if (polynomial.amounts.length === 2) return [closedForm(polynomial, unit)];
  const atZero = evaluate(polynomial, 1).value === 0 ? [1] : [];
  // With one sign change there is exactly one root: it is wanted wherever it lies.
  const isOnly = signChanges(polynomial.amounts) === 1;
  const lowest = isOnly ? 0 : nthRoot(LOWEST_GROWTH, unit);
  const highest = isOnly ? 0 : nthRoot(1 / HIGHEST_GROWTH, unit);
  const below = zerosBelowOne(reversed(polynomial), unit, lowest, atZero.length > 0);
  const above = zerosBelowOne(polynomial, unit, highest, atZero.length > 0);
  const roots = [
    ...below.map((x) => intPower(x, unit)),
    ...atZero,
    ...above.map((x) => 1 / intPower(x, unit)),
  ];
  // Growth below one part in 1e16 is a rate of -1 in our numbers, which discounts nothing.
  return roots.filter((growth) => growth - 1 > -1).sort((a, b) => a - b);
}

/** a_0 + a_1 g^(-e/unit) = 0: g = (-a_1/a_0)^(unit/e). */
function closedForm({ amounts, gaps }: SparsePolynomial, unit: number): number {
  const ratio = -(amounts[1] as number) / (amounts[0] as number);
  const periods = gaps[0] as number;
  const common = commonDivisor(periods, unit);
  return intPower(nthRoot(ratio, periods / common), unit / common);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** The zeros of the polynomial with `lowest` <= x < 1. */
function zerosBelowOne(
  polynomial: SparsePolynomial,
  unit: number,
  lowest: number,
  isZeroAtOne: boolean,
): readonly number[] {
  const zeros: number[] = [];
  const bound = countBound(polynomial, 1);
  if (bound === 0) return zeros;
  let here = isZeroAtOne ? besideOne(polynomial, unit) : evaluate(polynomial, 1);
  if (bound === 1) {
    addOnlyZero(polynomial, here, unit, lowest, zeros);
    return zeros;
  }
  const factor = nthRoot(nthRoot(LOWEST_GROWTH / HIGHEST_GROWTH, GRID_POINTS - 1), unit);
  for (let i = 1; here.x > lowest; i += 1) {
    const next = besideZero(polynomial, here.x * factor);
    addZerosOfCell(polynomial, here, next, MAX_DEPTH, zeros);
    here = next;
    if (i % CHECK_EVERY !== 0) continue;
    const ahead = countBound(polynomial, here.x);
    if (ahead === 0) return zeros;
    if (ahead === 1) {
      addOnlyZero(polynomial, here, unit, lowest, zeros);
      return zeros;
    }
  }
  return zeros;
}

/** A point just below x = 1, itself a zero: as near as the sign is certain, further off for a multiple zero. */
function besideOne(polynomial: SparsePolynomial, unit: number): PolynomialPoint {
  let step = BESIDE_ZERO / unit;
  let point = evaluate(polynomial, 1 - step);
  while (Math.abs(point.value) <= TOUCHES * magnitude(polynomial, point.x) && step * unit < 1e-3) {
    step *= 10;
    point = evaluate(polynomial, 1 - step);
  }
  return point;
}

/** The point at x, or just below it when x itself is a zero: the cell above then holds it, the next does not. */
function besideZero(polynomial: SparsePolynomial, x: number): PolynomialPoint {
  const point = evaluate(polynomial, x);
  return point.value === 0 ? evaluate(polynomial, x * (1 - 1e-9)) : point;
}

/** The one zero below `from`: halve x (per rate period) until the sign of the first flow shows, or `lowest` is passed. */
function addOnlyZero(
  polynomial: SparsePolynomial,
  from: PolynomialPoint,
  unit: number,
  lowest: number,
  zeros: number[],
): void {
  const atEnd = (polynomial.amounts[0] as number) > 0;
  if (from.value > 0 === atEnd) return;
  const half = nthRoot(0.5, unit);
  let upper = from;
  while (upper.x > Math.max(lowest, SMALLEST)) {
    const lower = evaluate(polynomial, upper.x * half);
    if (lower.value > 0 === atEnd || lower.value === 0) {
      const zero = zeroBetween(polynomial, upper, lower);
      if (zero >= lowest) zeros.push(zero);
      return;
    }
    upper = lower;
  }
}

function zeroBetween(polynomial: SparsePolynomial, a: PolynomialPoint, b: PolynomialPoint): number {
  return brentZero((x) => evaluate(polynomial, x).value, a.x, b.x, a.value, b.value);
}

/**
 * Adds the zeros between two neighbouring points, `upper` having the larger x; neither is a zero itself.
 * Same sign at both ends: a pair, or a touch, only where the curve turns back inside (slopes say so).
 * Opposite signs: one, unless three are still possible or the curve moves the wrong way at an end; then the cell is
 * halved and looked at again.
 */
function addZerosOfCell(
  polynomial: SparsePolynomial,
  upper: PolynomialPoint,
  lower: PolynomialPoint,
  depth: number,
  zeros: number[],
): void {
  const sign = Math.sign(upper.value);
  if (sign === Math.sign(lower.value)) {
    if (sign * upper.slope > 0 && sign * lower.slope < 0) addPair(polynomial, upper, lower, sign, zeros);
    return;
  }
  const mayHoldThree = depth > PLAIN_DEPTH && countBound(polynomial, upper.x) >= 3;
  const isPlain = !mayHoldThree && sign * upper.slope >= 0 && sign * lower.slope >= 0;
  if (isPlain || depth === 0) {
    zeros.push(zeroBetween(polynomial, upper, lower));
    return;
  }
  const middle = besideZero(polynomial, Math.sqrt(upper.x * lower.x));
  addZerosOfCell(polynomial, upper, middle, depth - 1, zeros);
  addZerosOfCell(polynomial, middle, lower, depth - 1, zeros);
}

/** The curve comes nearest to zero inside the cell: two zeros when it crosses, one when it touches. */
function addPair(
  polynomial: SparsePolynomial,
  upper: PolynomialPoint,
  lower: PolynomialPoint,
  sign: number,
  zeros: number[],
): void {
  const turn = brentZero((x) => evaluate(polynomial, x).slope, upper.x, lower.x, upper.slope, lower.slope);
  const nearest = evaluate(polynomial, turn);
  if (Math.abs(nearest.value) <= TOUCHES * magnitude(polynomial, turn)) {
    zeros.push(turn);
  } else if (sign * nearest.value < 0) {
    zeros.push(zeroBetween(polynomial, upper, nearest), zeroBetween(polynomial, nearest, lower));
  }
}
