/*
 * Closed forms for what a weighted sum needs to reach a mark (methodology 3.4). Weights are fractions that sum to 1,
 * scores lie on the scale of the levels, 0 to 4, and R = 25 x sum of weight x score.
 */

const PER_LEVEL = 25;
const HIGHEST_LEVEL = 4;

/** A change, and whether the input can be changed that far. */
export interface Needed {
  readonly change: number;
  readonly isFeasible: boolean;
}

/** What one score has to change by, as it counts and in levels. */
export interface ScoreNeeded {
  /** Change of the effective score. */
  readonly effective: number;
  /** Change in levels, not rounded; null when the evidence is so old that no level counts. */
  readonly levels: Needed | null;
}

/**
 * Change of one score that alone brings R to `mark`: ds = (T - R) / (25 w) of the effective score, and
 * (T - R) / (25 w f) in levels, f = freshness of the evidence, feasible when 0 <= level + ds <= 4.
 * Undefined without weight. Example: R 70, mark 75, weight .2, fresh: 1 level; from level 4 not feasible.
 */
export function scoreNeeded(input: {
  readonly readiness: number;
  readonly mark: number;
  readonly weight: number;
  readonly level: number;
  readonly freshness: number;
}): ScoreNeeded | undefined {
  const { readiness, mark, weight, level, freshness } = input;
  if (!(weight > 0)) return undefined;
  const effective = (mark - readiness) / (PER_LEVEL * weight);
  if (!(freshness > 0)) return { effective, levels: null };
  const change = effective / freshness;
  const reached = level + change;
  return {
    effective,
    levels: { change, isFeasible: isAtLeast(reached, 0) && isAtMost(reached, HIGHEST_LEVEL) },
  };
}

/**
 * Change of one weight, the others rescaled in proportion, that alone brings R to `mark`:
 * dw_k = ((T - R) / 25) / (s_k - mean of the other scores by weight), feasible when -w_k <= dw_k <= 1 - w_k.
 * Undefined when it is the only weight or its score is that mean: then no weight moves R.
 * Example: weights .2 each, scores 3 2 3 4 2, R 70, mark 75: +.8, -.2, +.8, +.1333, -.2.
 */
export function weightNeeded(input: {
  readonly readiness: number;
  readonly mark: number;
  readonly weights: readonly number[];
  readonly scores: readonly number[];
  readonly index: number;
}): Needed | undefined {
  const { readiness, mark, weights, scores, index } = input;
  const weight = weights[index] ?? 0;
  const score = scores[index] ?? 0;
  let others = 0;
  let otherScores = 0;
  for (const [i, other] of weights.entries()) {
    if (i === index) continue;
    others += other;
    otherScores += other * (scores[i] ?? 0);
  }
  if (!(others > 0)) return undefined;
  const distance = score - otherScores / others;
  if (isAtMost(Math.abs(distance), 0)) return undefined;
  const change = (mark - readiness) / PER_LEVEL / distance;
  return { change, isFeasible: isAtLeast(change, -weight) && isAtMost(change, 1 - weight) };
}

/** The weights after one of them has changed by `change` and the others were rescaled, so that the sum stays; none below 0. */
export function reweighted(weights: readonly number[], index: number, change: number): readonly number[] {
  const weight = weights[index] ?? 0;
  let others = 0;
  for (const [i, other] of weights.entries()) if (i !== index) others += other;
  const scale = others > 0 ? (others - change) / others : 1;
  return weights.map((other, i) => Math.max(0, i === index ? weight + change : other * scale));
}

/**
 * Reduction of one weight at which two alternatives of a weighted sum tie, the sum being renormalised after it:
 * dw_k = (P_j - P_i) / (a_jk - a_ik), new weight w_k - dw_k, feasible when dw_k <= w_k; beyond it their order turns.
 * Undefined when both have the same score there: then this weight moves neither against the other.
 * Source: Triantaphyllou & Sanchez, "A sensitivity analysis approach for some deterministic multi-criteria
 * decision-making methods", Decision Sciences 28 (1997).
 */
export function swapNeeded(input: {
  readonly weights: readonly number[];
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly index: number;
}): Needed | undefined {
  const { weights, first, second, index } = input;
  const difference = (second[index] ?? 0) - (first[index] ?? 0);
  if (difference === 0) return undefined;
  let lead = 0;
  for (const [i, weight] of weights.entries()) lead += weight * ((second[i] ?? 0) - (first[i] ?? 0));
  const change = lead / difference;
  return { change, isFeasible: isAtMost(change, weights[index] ?? 0) };
}

/** Rounding of a sum must not make a level of exactly 4, or a weight of exactly 0, infeasible. */
const SLACK = 1e-9;

function isAtLeast(value: number, bound: number): boolean {
  return value >= bound - SLACK;
}

function isAtMost(value: number, bound: number): boolean {
  return value <= bound + SLACK;
}
