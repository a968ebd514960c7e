import type { DecisionResult } from '../decision/result.ts';
import { type Computed, known, noValue, reasonText } from '../finance/reason.ts';

/** Below this many double ratings a coefficient says more about chance than about raters (methodology 3.6). */
export const DOUBLE_RATINGS_NEEDED = 30;

/** How far raters agree over the whole portfolio. */
export interface RaterAgreement {
  /** Gaps of initiatives that two or more people rated. */
  readonly doubleRatings: number;
  /** Krippendorff's alpha, ordinal: any number of raters, not all of whom rated everything. */
  readonly alpha: Computed;
  /** Quadratic-weighted kappa of the first two raters of each gap, by name. */
  readonly kappa: Computed;
}

/** Agreement over all gaps with more than one rater; undefined below {@link DOUBLE_RATINGS_NEEDED}. */
export function raterAgreement(results: readonly Pick<DecisionResult, 'gaps'>[]): RaterAgreement {
  const units = results
    .flatMap(({ gaps }) => gaps.map((gap) => gap.ratings.map(({ level }) => level)))
    .filter((levels) => levels.length >= 2);
  const doubleRatings = units.length;
  if (doubleRatings < DOUBLE_RATINGS_NEEDED) {
    const few = noValue({ code: 'too_few_ratings', have: doubleRatings, need: DOUBLE_RATINGS_NEEDED });
    return { doubleRatings, alpha: few, kappa: few };
  }
  return {
    doubleRatings,
    alpha: ordinalAlpha(units),
    kappa: quadraticKappa(units.map(([first = 0, second = 0]) => [first, second])),
  };
}

/** Alpha from which raters are usually called reliable, and from which tentatively so (Krippendorff). */
const GOOD_ALPHA = 0.8;
const TENTATIVE_ALPHA = 0.667;

/** The agreement as one sentence; null while no gap has two ratings. */
export function agreementSentence({ doubleRatings, alpha, kappa }: RaterAgreement): string | null {
  if (doubleRatings === 0) return null;
  const counted = `${doubleRatings} gap${doubleRatings === 1 ? '' : 's'} with two or more raters`;
  if (alpha.status !== 'known' || kappa.status !== 'known') {
    const reason = alpha.status === 'known' ? kappa : alpha;
    return `Rater agreement, ${counted}: not measured yet, ${reason.status === 'undefined' ? reasonText(reason.reason) : ''}.`;
  }
  const reading =
    alpha.value >= GOOD_ALPHA ? 'good' : alpha.value >= TENTATIVE_ALPHA ? 'tentative' : 'too low to rely on';
  return `Rater agreement, ${counted}: alpha ${alpha.value.toFixed(2)} (${reading}), quadratic kappa ${kappa.value.toFixed(2)}.`;
}

/**
 * Quadratic-weighted kappa of pairs of ratings on one scale: 1 - sum(w O) / sum(w E), w = (i - j)^2, with E from the
 * two raters' own shares (methodology 3.6). 1 = always the same, 0 = as chance would have it. Undefined when both
 * raters gave one and the same level to everything: there is nothing to disagree about.
 * Example: 1 2 3 1 2 2 3 against 1 2 3 1 2 3 2 gives .75.
 */
export function quadraticKappa(pairs: readonly (readonly [number, number])[]): Computed {
  let observed = 0;
  let expected = 0;
  for (const [a] of pairs) for (const [, b] of pairs) expected += (a - b) * (a - b);
  for (const [a, b] of pairs) observed += (a - b) * (a - b);
  return expected === 0 ? noValue({ code: 'no_variation' }) : known(1 - (observed * pairs.length) / expected);
}

/**
 * Krippendorff's alpha for ordered levels: 1 - observed / expected disagreement. The distance of two levels is the
 * square of the number of ratings between them, half of each level's own counted: levels nobody uses are no distance.
 * Each unit holds the ratings it got, in any order; units with one rating say nothing and are left out.
 * Usual reading: .80 and more good, .667 to .80 tentative. Undefined when all ratings are the same.
 */
export function ordinalAlpha(units: readonly (readonly number[])[]): Computed {
  const rated = units.filter((unit) => unit.length >= 2);
  const counts = new Map<number, number>();
  for (const level of rated.flat()) counts.set(level, (counts.get(level) ?? 0) + 1);
  const levels = [...counts.keys()].sort((a, b) => a - b);
  const total = rated.reduce((sum, unit) => sum + unit.length, 0);
  const count = (level: number) => counts.get(level) ?? 0;
  const distance = (a: number, b: number): number => {
    const [low, high] = a < b ? [a, b] : [b, a];
    const between = levels.filter((level) => level >= low && level <= high);
    const steps = between.reduce((sum, level) => sum + count(level), 0) - (count(low) + count(high)) / 2;
    return low === high ? 0 : steps * steps;
  };
  let observed = 0;
  for (const unit of rated) {
    let within = 0;
    for (const a of unit) for (const b of unit) within += distance(a, b);
    observed += within / (unit.length - 1);
  }
  let expected = 0;
  for (const a of levels) for (const b of levels) expected += count(a) * count(b) * distance(a, b);
  return expected === 0 ? noValue({ code: 'no_variation' }) : known(1 - (observed * (total - 1)) / expected);
}
