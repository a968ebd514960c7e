import type { Flip, Stability } from '../explanation.ts';
import type { Recommend, Recommendation } from './engine-inputs.ts';
import type { ScaledInput, SteppedInput } from './inputs/changeable-input.ts';

/** From 1 to 4 in 8 equal ratios, and the same down to 1/4: 17 grid points with 1 itself. */
const RATIO = Math.sqrt(Math.sqrt(2));
const STEPS_EACH_WAY = 8;
/** Bisection ends when two factors are this near each other, relative to the smaller one. */
const PRECISION = 1e-3;

/**
 * The nearest change of a stepped input, each way, that changes the verdict: its values are tried one by one, nearest
 * first. Every other answer to a yes/no question stands for itself. Another rule with the same verdict is no flip.
 */
export function steppedFlips(
  input: SteppedInput,
  base: Recommendation,
  recommend: Recommend,
): readonly Flip[] {
  const found = new Map<number | string, Flip>();
  for (const step of input.steps) {
    const way = input.kind === 'yes_no' ? step.to : step.direction;
    if (found.has(way)) continue;
    const flip = flipTo(input, step, base, recommend(step.make()));
    if (flip !== null) found.set(way, flip);
  }
  return [...found.values()];
}

/**
 * The nearest factor between 1/4 and 4, each way, on an input that changes the verdict: the first of the grid points
 * 2^(1/4) apart at which it differs, then bisection down to a thousandth. The number told is the far end of the last
 * bracket, so it does change the verdict, and the near end, at most a thousandth nearer, does not.
 */
export function scaledFlips(input: ScaledInput, base: Recommendation, recommend: Recommend): readonly Flip[] {
  const flips: Flip[] = [];
  for (const ratio of [1 / RATIO, RATIO]) {
    const differs = (factor: number): boolean => recommend(input.at(factor).inputs).verdict !== base.verdict;
    const bracket = firstDifference(ratio, differs);
    if (bracket === null) continue;
    const { to, inputs } = input.at(narrowed(bracket, differs));
    // Amounts are whole minor units: a factor may round back to the amount there is.
    if (to === input.now) continue;
    const direction = to > input.now ? 'up' : 'down';
    const flip = flipTo(input, { direction, to }, base, recommend(inputs));
    if (flip !== null) flips.push(flip);
  }
  return flips;
}

/** Two factors: at the nearer one the verdict is as now, at the farther one it is not. */
interface Bracket {
  readonly near: number;
  readonly far: number;
}

function firstDifference(ratio: number, differs: (factor: number) => boolean): Bracket | null {
  let near = 1;
  for (let step = 1; step <= STEPS_EACH_WAY; step += 1) {
    const far = near * ratio;
    if (differs(far)) return { near, far };
    near = far;
  }
  return null;
}

function narrowed({ near, far }: Bracket, differs: (factor: number) => boolean): number {
  let same = near;
  let other = far;
  while (Math.abs(other - same) > PRECISION * Math.min(other, same)) {
    const middle = (same + other) / 2;
    if (differs(middle)) other = middle;
    else same = middle;
  }
  return other;
}

function flipTo(
  input: SteppedInput | ScaledInput,
  { direction, to }: Pick<Flip, 'direction' | 'to'>,
  base: Recommendation,
  { verdict, rule }: Recommendation,
): Flip | null {
  if (verdict === base.verdict || verdict === null || rule === null) return null;
  const { now, deviation } = input;
  const change = typeof now === 'number' && typeof to === 'number' ? to - now : null;
  return {
    input: input.input,
    kind: input.kind,
    name: input.name,
    unit: input.unit,
    now,
    to,
    direction,
    relative: change === null || now === 0 ? null : change / Math.abs(now as number),
    deviations: change === null || deviation === null ? null : change / deviation,
    verdict,
    rule,
  };
}

/**
 * Stability S = the smallest change, in standard deviations, of any input that changes the verdict: fragile below .5,
 * normal up to 1.5, firm above (methodology 3.4). Firm without a number when inputs with a spread were tried and none
 * changes the verdict inside its range; no label when there was none to try.
 */
export function stabilityOf(
  flips: readonly Flip[],
  tried: readonly { readonly deviation: number | null }[],
): Stability {
  let nearest: Flip | null = null;
  for (const flip of flips) {
    if (flip.deviations !== null && (nearest === null || distance(flip) < distance(nearest))) nearest = flip;
  }
  if (nearest === null) {
    const label = tried.some(({ deviation }) => deviation !== null) ? 'firm' : null;
    return { value: null, label, input: null };
  }
  const value = distance(nearest);
  return { value, label: value < 0.5 ? 'fragile' : value <= 1.5 ? 'normal' : 'firm', input: nearest.input };
}

function distance(flip: Flip): number {
  return Math.abs(flip.deviations ?? 0);
}

/** Nearest first: by standard deviations, then by relative change; those with neither come last, in given order. */
export function nearestFirst(flips: readonly Flip[]): readonly Flip[] {
  const place = (flip: Flip): number => (flip.deviations !== null ? 0 : flip.relative !== null ? 1 : 2);
  const size = (flip: Flip): number => Math.abs(flip.deviations ?? flip.relative ?? 0);
  return [...flips].sort((a, b) => place(a) - place(b) || size(a) - size(b));
}
