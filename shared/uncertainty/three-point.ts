import { exp, ln } from './elementary.ts';

/**
 * What values an uncertain input can take: `positive` any amount above 0, `share` a part of a whole between 0 and
 * 1, `free` any number.
 */
export type Bound = 'positive' | 'share' | 'free';

/**
 * Why three points do not describe an input. `metalog_infeasible`: the middle point lies so near one end that no
 * distribution of the family has it; `ratio` says where it lies (0 at the P10, 1 at the P90, on the scale of the
 * bound), absent when the points are too near each other to tell.
 */
export type ThreePointProblem =
  | 'not_finite'
  | 'not_ascending'
  | 'not_positive'
  | 'not_share'
  | 'metalog_infeasible';

export type ThreePointCheck =
  | { readonly status: 'ok'; readonly isConstant: boolean; readonly isHeavyTailed: boolean }
  | { readonly status: 'infeasible'; readonly reason: ThreePointProblem; readonly ratio?: number };

/**
 * The distribution of an input in the form its quantiles are computed from. `constant`: the value is a1.
 * Otherwise M(u) = a1 + (a2 + a3 (u - 1/2)) ln(u / (1 - u)) on the scale of the kind: `free` the value itself,
 * `positive` its logarithm, `share` its log odds.
 */
export interface QuantileForm {
  readonly kind: 'constant' | Bound;
  readonly a1: number;
  readonly a2: number;
  readonly a3: number;
}

/** Three points fit the family only if their ratio r lies strictly between these (found numerically, alpha .1). */
const LOWEST_RATIO = 0.166578;
const HIGHEST_RATIO = 0.833422;
/** The model claims no knowledge beyond one in a thousand; without this a log input can have infinite variance. */
const LOWEST_U = 0.001;
const HIGHEST_U = 0.999;
/** From here on the variance of an unclamped `positive` input is infinite. */
const HEAVY_TAIL = 0.5;
const LN_9 = ln(9);

/**
 * Whether P10, P50 and P90 describe an input of this bound. Nothing is adjusted: a triple that does not fit is
 * said with its reason.
 *
 * Three equal numbers are a constant, allowed from 0 on for `positive` (a known zero cost is a known cost) and
 * from 0 to 1 for `share`. Otherwise P10 < P50 < P90 is needed, with P10 > 0 for `positive`, 0 < P10 and P90 < 1
 * for `share`, and 0.166578 < r < 0.833422 for r = (P50 - P10) / (P90 - P10) on the scale of the bound (values,
 * logarithms, log odds).
 *
 * `isHeavyTailed` (only `positive`): a2 + a3/2 >= .5 on the log scale, "narrow it or give an upper bound".
 */
export function checkThreePoint(bound: Bound, p10: number, p50: number, p90: number): ThreePointCheck {
  if (!(Number.isFinite(p10) && Number.isFinite(p50) && Number.isFinite(p90)))
    return infeasible('not_finite');
  const isConstant = p10 === p50 && p50 === p90;
  if (!isConstant && !(p10 < p50 && p50 < p90)) return infeasible('not_ascending');
  if (bound === 'positive' && (p10 < 0 || (p10 === 0 && !isConstant))) return infeasible('not_positive');
  if (bound === 'share' && (p10 < 0 || p90 > 1 || (!isConstant && (p10 === 0 || p90 === 1)))) {
    return infeasible('not_share');
  }
  if (isConstant) return { status: 'ok', isConstant: true, isHeavyTailed: false };
  const low = toScale(bound, p10);
  const width = toScale(bound, p90) - low;
  // Points further apart than the largest number have no width that can be computed with.
  if (width === Infinity) return infeasible('not_finite');
  if (width === 0) return infeasible('metalog_infeasible');
  const ratio = (toScale(bound, p50) - low) / width;
  if (!(ratio > LOWEST_RATIO && ratio < HIGHEST_RATIO)) {
    return { status: 'infeasible', reason: 'metalog_infeasible', ratio };
  }
  const isHeavyTailed = bound === 'positive' && slope(width) + skew(width, ratio) / 2 >= HEAVY_TAIL;
  return { status: 'ok', isConstant: false, isHeavyTailed };
}

function infeasible(reason: ThreePointProblem): ThreePointCheck {
  return { status: 'infeasible', reason };
}

/** A value on the scale on which the quantile function is a plain metalog. */
function toScale(bound: Bound, x: number): number {
  if (bound === 'positive') return ln(x);
  return bound === 'share' ? ln(x / (1 - x)) : x;
}

/** a2 = (P90 - P10) / (2 L), L = ln 9. */
function slope(width: number): number {
  return width / (2 * LN_9);
}

/** a3 = (1 - 2r) (P90 - P10) / (.8 L). */
function skew(width: number, ratio: number): number {
  return ((1 - 2 * ratio) * width) / (0.8 * LN_9);
}

/**
 * The distribution through P10, P50 and P90: the symmetric-percentile-triplet metalog of Keelin (2016) with
 * alpha = .1, on the values (`free`), their logarithms (`positive`, lower bound 0) or their log odds (`share`).
 * Example: 35 / 50 / 75 free gives a = (50, 9.1024, 5.6890). Throws RangeError if checkThreePoint() would refuse.
 */
export function fitThreePoint(bound: Bound, p10: number, p50: number, p90: number): QuantileForm {
  const check = checkThreePoint(bound, p10, p50, p90);
  if (check.status === 'infeasible') {
    throw new RangeError(
      `P10 ${p10}, P50 ${p50}, P90 ${p90} do not describe a ${bound} input: ${check.reason}.`,
    );
  }
  if (check.isConstant) return { kind: 'constant', a1: p50, a2: 0, a3: 0 };
  const low = toScale(bound, p10);
  const middle = toScale(bound, p50);
  const width = toScale(bound, p90) - low;
  return { kind: bound, a1: middle, a2: slope(width), a3: skew(width, (middle - low) / width) };
}

/**
 * The value that the input stays below with probability u. u is held inside [.001, .999]; u = .1, .5 and .9 give
 * P10, P50 and P90 up to rounding. A NaN u gives NaN (a constant stays itself).
 */
export function quantile(form: QuantileForm, u: number): number {
  if (form.kind === 'constant') return form.a1;
  const y = u < LOWEST_U ? LOWEST_U : u > HIGHEST_U ? HIGHEST_U : u;
  const m = form.a1 + (form.a2 + form.a3 * (y - 0.5)) * ln(y / (1 - y));
  if (form.kind === 'free') return m;
  return form.kind === 'positive' ? exp(m) : 1 / (1 + exp(-m));
}

/**
 * quantile() of `count` uniform numbers from place `from` on, written to the same places of `out`; `out` may be
 * the array of uniforms itself. Nothing is allocated per draw. Throws RangeError when the places are not all in
 * both arrays.
 */
export function transform(
  form: QuantileForm,
  uniforms: Float64Array,
  out: Float64Array,
  from = 0,
  count = out.length - from,
): void {
  const end = from + count;
  if (from < 0 || count < 0 || end > uniforms.length || end > out.length) {
    throw new RangeError(
      `Cannot transform ${count} draws from place ${from}: ${uniforms.length} given, ${out.length} places.`,
    );
  }
  if (form.kind === 'constant') {
    out.fill(form.a1, from, end);
    return;
  }
  toMetalogScale(form, uniforms, out, from, end);
  // One loop per kind, so that no draw asks again what kind it is.
  if (form.kind === 'positive') {
    for (let i = from; i < end; i += 1) out[i] = exp(out[i] as number);
  } else if (form.kind === 'share') {
    for (let i = from; i < end; i += 1) out[i] = 1 / (1 + exp(-(out[i] as number)));
  }
}

function toMetalogScale(
  form: QuantileForm,
  uniforms: Float64Array,
  out: Float64Array,
  from: number,
  end: number,
): void {
  const { a1, a2, a3 } = form;
  for (let i = from; i < end; i += 1) {
    const u = uniforms[i] as number;
    const y = u < LOWEST_U ? LOWEST_U : u > HIGHEST_U ? HIGHEST_U : u;
    out[i] = a1 + (a2 + a3 * (y - 0.5)) * ln(y / (1 - y));
  }
}
