const MAX_STEPS = 200;

/**
 * A zero of `f` between `a` and `b`, where f(a) and f(b) have opposite signs, by Brent's method: secant and inverse
 * quadratic steps where they behave, halving where they do not. Ends when the bracket is as narrow as the numbers
 * allow (one part in 4.5e15, far inside the 1e-12 of methodology 1.2) or f is exactly 0.
 *
 * Source: R. P. Brent, Algorithms for Minimization without Derivatives (1973), chapter 4.
 */
export function brentZero(
  f: (x: number) => number,
  a: number,
  b: number,
  fAtA: number,
  fAtB: number,
): number {
  // The zero lies between x and far; x is the better end; last is the x before.
  let last = a;
  let fLast = fAtA;
  let x = b;
  let fx = fAtB;
  let far = a;
  let fFar = fAtA;
  let step = b - a;
  let stepBefore = step;
  for (let i = 0; i < MAX_STEPS; i += 1) {
    if (fx > 0 === fFar > 0) {
      far = last;
      fFar = fLast;
      step = x - last;
      stepBefore = step;
    }
    if (Math.abs(fFar) < Math.abs(fx)) {
      last = x;
      fLast = fx;
      x = far;
      fx = fFar;
      far = last;
      fFar = fLast;
    }
    const tolerance = Number.EPSILON * Math.abs(x);
    const half = (far - x) / 2;
    if (Math.abs(half) <= tolerance || fx === 0) return x;
    const trial = trialStep(far - x, x - last, fx / fLast, fLast / fFar, fx / fFar);
    const isGood =
      trial / half > 0 &&
      Math.abs(trial) < 1.5 * Math.abs(half) - tolerance / 2 &&
      Math.abs(trial) < Math.abs(stepBefore) / 2;
    stepBefore = isGood ? step : half;
    step = isGood ? trial : half;
    last = x;
    fLast = fx;
    x += Math.abs(step) > tolerance ? step : half > 0 ? tolerance : -tolerance;
    fx = f(x);
  }
  return x;
}

/**
 * Step from x to the zero of the line through x and the point before (when that is the far end too), or of the
 * inverse parabola through all three. `s` = f(x)/f(last), `q` = f(last)/f(far), `r` = f(x)/f(far).
 */
function trialStep(toFar: number, fromLast: number, s: number, q: number, r: number): number {
  if (toFar === -fromLast) return (-toFar * s) / (1 - s);
  return (-s * (toFar * q * (q - r) - fromLast * (r - 1))) / ((q - 1) * (r - 1) * (s - 1));
}
