/** Natural logarithm of 2. */
const LN2 = Math.LN2;
/** Enough terms for full double precision on [0, ln 2). */
const TERMS = 20;

/**
 * 2 to the power of -x, for x >= 0: what is left after x half-lives.
 * Built from + - x / alone, which IEEE 754 makes exact to the last bit on every engine; Math.pow and ** are not.
 *
 * Whole half-lives are exact halvings; the rest is e^-y = 1 - y(1 - y/2(1 - y/3(...))) with y = fraction x ln 2.
 */
export function halved(x: number): number {
  if (!(x > 0)) return 1;
  if (x > 1100) return 0;
  const whole = Math.floor(x);
  const y = (x - whole) * LN2;
  let result = 1;
  for (let i = TERMS; i >= 1; i -= 1) result = 1 - (y / i) * result;
  for (let i = 0; i < whole; i += 1) result /= 2;
  return result;
}
