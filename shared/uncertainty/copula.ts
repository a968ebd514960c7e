import { normalCdf, normalQuantile } from './normal.ts';

/** At least a twentieth of an input's variance is its own: with less, two inputs would be one. */
const MOST_SHARED_VARIANCE = 0.95;
/** Loadings such as .5 / sqrt(m) add up to the limit only up to rounding. */
const ROUNDING = 1e-12;
/** The largest number below 1. */
const JUST_BELOW_1 = 1 - 1.1102230246251565e-16;

/**
 * Whether an input may load on its factors like this: every loading a number, and the sum of their squares at most
 * .95. The correlation of two inputs is the sum of the products of their loadings on common factors.
 */
export function areLoadingsAllowed(loadings: readonly number[]): boolean {
  return sumOfSquares(loadings) <= MOST_SHARED_VARIANCE + ROUNDING;
}

function sumOfSquares(loadings: readonly number[]): number {
  let sum = 0;
  for (const loading of loadings) sum += loading * loading;
  return sum;
}

/** The loading of an input on what is its own, sqrt(1 - sum a_j^2). Throws RangeError for loadings not allowed. */
function ownLoading(loadings: readonly number[], factors: number): number {
  if (loadings.length !== factors) {
    throw new RangeError(
      `${loadings.length} loadings were given for ${factors} factors; each factor needs one.`,
    );
  }
  if (!areLoadingsAllowed(loadings)) {
    throw new RangeError(
      `Loadings ${loadings.join(', ')}: the sum of their squares is above ${MOST_SHARED_VARIANCE}.`,
    );
  }
  return Math.sqrt(1 - sumOfSquares(loadings));
}

/** The standard normal score of a uniform number. The very last uniform, rounded up to 1, stays finite. */
function normalScore(u: number): number {
  return normalQuantile(u < JUST_BELOW_1 ? u : JUST_BELOW_1);
}

/**
 * A uniform number bent towards common factors by a Gaussian copula: u' = Phi(sum a_j F_j + sqrt(1 - sum a_j^2)
 * Phi^-1(u)), F_j standard normal scores. u' is again uniform over many draws; two inputs that both load .5 on one
 * factor have correlation .25. Without loadings u itself. Throws RangeError for loadings not allowed, or when
 * their number is not that of the factors.
 */
export function correlate(u: number, loadings: readonly number[], factors: readonly number[]): number {
  const own = ownLoading(loadings, factors.length);
  if (loadings.length === 0) return u;
  let z = own * normalScore(u);
  for (let j = 0; j < loadings.length; j += 1) z += (loadings[j] as number) * (factors[j] as number);
  return normalCdf(z);
}

/**
 * The standard normal scores of `count` uniform numbers from place `from` on (default: all), written to the same
 * places of `out`, which may be the same array: a factor's draws, once for all inputs that load on it.
 */
export function normalScores(
  uniforms: Float64Array,
  out: Float64Array,
  from = 0,
  count = out.length - from,
): void {
  const end = endOf(uniforms, out, from, count);
  for (let i = from; i < end; i += 1) out[i] = normalScore(uniforms[i] as number);
}

/**
 * correlate() of `count` uniform numbers from place `from` on (default: all), written to the same places of `out`,
 * which may be the same array. `factors` holds for each loading the factor's normal scores of the same draws.
 * Nothing is allocated per draw.
 */
export function correlateAll(
  uniforms: Float64Array,
  loadings: readonly number[],
  factors: readonly Float64Array[],
  out: Float64Array,
  from = 0,
  count = out.length - from,
): void {
  const own = ownLoading(loadings, factors.length);
  const end = endOf(uniforms, out, from, count);
  if (loadings.length === 0) {
    for (let i = from; i < end; i += 1) out[i] = uniforms[i] as number;
    return;
  }
  for (let i = from; i < end; i += 1) out[i] = own * normalScore(uniforms[i] as number);
  for (let j = 0; j < loadings.length; j += 1)
    addFactor(out, loadings[j] as number, factors[j] as Float64Array, from, end);
  for (let i = from; i < end; i += 1) out[i] = normalCdf(out[i] as number);
}

function addFactor(
  out: Float64Array,
  loading: number,
  factor: Float64Array,
  from: number,
  end: number,
): void {
  if (end > factor.length)
    throw new RangeError(`A factor has ${factor.length} draws where ${end} are needed.`);
  for (let i = from; i < end; i += 1) out[i] = (out[i] as number) + loading * (factor[i] as number);
}

function endOf(uniforms: Float64Array, out: Float64Array, from: number, count: number): number {
  const end = from + count;
  if (from < 0 || count < 0 || end > uniforms.length || end > out.length) {
    throw new RangeError(
      `Cannot take ${count} draws from place ${from}: ${uniforms.length} given, ${out.length} places.`,
    );
  }
  return end;
}
