import type { Policy } from '../domain/policy.ts';
import type { MonthIndex } from '../domain/units.ts';
import { type Computed, known, noValue } from './reason.ts';

/** Benefit of one outcome line in one closed month, in minor units. */
export interface BenefitLineMonth {
  readonly lineId: string;
  /** null = unmeasured: it adds nothing to the actual and keeps its plan. */
  readonly actual: number | null;
  /** Of the plan version in force when the month began; 0 = nothing was planned for it. */
  readonly plan: number;
}

/** A closed month with its active outcome lines. */
export interface BenefitMonth {
  readonly month: MonthIndex;
  readonly lines: readonly BenefitLineMonth[];
}

/** Where BRI* starts from, and how many months of own record that weighs. */
type HaircutPrior = Policy['realisationPrior'];

/** Closed months BRI looks back. */
const WINDOW = 3;

export interface BenefitRealisation {
  /** Actual benefit / planned benefit over the last 3 closed months. */
  readonly bri: Computed;
  /** Factor on forecast benefits: BRI pulled towards the prior, at most 1. A correction of bias, not a risk charge. */
  readonly haircut: Computed;
  /** n: closed months with planned benefit above 0, all of them, not only the last 3. */
  readonly months: number;
  /** The months BRI was taken over, oldest first. */
  readonly window: readonly MonthIndex[];
  /** Line-months measured, of those expected, in the window: "x of y measured". */
  readonly measured: number;
  readonly expected: number;
}

/**
 * Benefit realisation index and forward haircut (BRI and BRI*, methodology 1.6).
 *
 * BRI = sum of actual / sum of plan over the three latest closed months (over those there are, if fewer).
 * BRI* = min(1, (n BRI + s p) / (n + s)) with the prior p = .8 worth s = 3 months by default; n = 0
 * gives p.
 * Plan 0 in the window: BRI undefined (`plan_zero`), and BRI* with it when n > 0. Order of months and lines is
 * irrelevant.
 *
 * Example: n = 9, BRI = .97: (9 x .97 + 3 x .8) / 12 = .9275.
 */
export function benefitRealisation(
  closedMonths: readonly BenefitMonth[],
  prior: HaircutPrior,
): BenefitRealisation {
  const ordered = [...closedMonths].sort((a, b) => a.month - b.month);
  const months = ordered.filter((month) => planOf(month) > 0).length;
  const window = ordered.slice(-WINDOW);
  // By line, then month: the order in which rows arrive must not move the last digit.
  const parts = window.flatMap(({ lines }) => lines).sort(byLine);
  let actual = 0;
  let plan = 0;
  let measured = 0;
  for (const part of parts) {
    plan += part.plan;
    if (part.actual === null) continue;
    actual += part.actual;
    measured += 1;
  }
  const bri = realisationIndex(window.length, actual, plan);
  return {
    bri,
    haircut: forwardHaircut(bri, months, prior),
    months,
    window: window.map(({ month }) => month),
    measured,
    expected: parts.length,
  };
}

/** The sort is stable and the months come in order, so that the months of a line stay in theirs. */
function byLine(a: BenefitLineMonth, b: BenefitLineMonth): number {
  return a.lineId < b.lineId ? -1 : a.lineId > b.lineId ? 1 : 0;
}

function planOf({ lines }: BenefitMonth): number {
  let plan = 0;
  for (const line of lines) plan += line.plan;
  return plan;
}

function realisationIndex(months: number, actual: number, plan: number): Computed {
  if (months === 0) return noValue({ code: 'too_few_months', have: 0, need: 1 });
  return plan > 0 ? known(actual / plan) : noValue({ code: 'plan_zero' });
}

/** BRI* of an index already known over `months` closed months with a plan; see {@link benefitRealisation}. */
export function forwardHaircut(bri: Computed, months: number, prior: HaircutPrior): Computed {
  if (months === 0) return known(Math.min(1, prior.value));
  if (bri.status !== 'known') return bri;
  return known(Math.min(1, (months * bri.value + prior.months * prior.value) / (months + prior.months)));
}
