/**
 * Integer power by repeated squaring. `exponent` is a whole number >= 0; relative error about exponent x 1e-16.
 *
 * Own code instead of the built-in power: that one may differ in the last bit between machines, and results must
 * be the same everywhere.
 */
export function intPower(base: number, exponent: number): number {
  let result = 1;
  let square = base;
  let rest = exponent;
  while (rest > 0) {
    if (rest % 2 === 1) result *= square;
    rest = Math.floor(rest / 2);
    if (rest > 0) square *= square;
  }
  return result;
}

const HALVINGS = 20;

/**
 * The positive n-th root of `value` > 0, n a whole number >= 1, to about one unit in the last place.
 *
 * First guess: value^(1/2^20) by twenty square roots lies so near 1 that (1 + (b - 1)/n)^(2^20) is the root to
 * about nine digits; Newton steps x - (x - value/x^(n-1))/n, which double the digits, finish it. Roots of very large
 * or very small values are taken of their square root, so that no power on the way overflows.
 */
export function nthRoot(value: number, n: number): number {
  if (n === 1) return value;
  if (n === 2) return Math.sqrt(value);
  if (value > 1e150 || value < 1e-150) {
    const half = nthRoot(Math.sqrt(value), n);
    return half * half;
  }
  let near = value;
  for (let i = 0; i < HALVINGS; i += 1) near = Math.sqrt(near);
  let root = 1 + (near - 1) / n;
  for (let i = 0; i < HALVINGS; i += 1) root *= root;
  for (let i = 0; i < 4; i += 1) root -= (root - value / intPower(root, n - 1)) / n;
  return root;
}
