import { discountFactors, monthlyRate } from '../finance/rates.ts';
import type { ForwardModel } from './model.ts';
import type { Timeline } from './timeline.ts';
import { rampShare, reachOf, runningWeight, settlingShare } from './weights.ts';

/** What one scope's monthly amounts are multiplied with to get their present value. */
export interface ScopeAnnuity {
  /** A_k = sum of W_k(t) d_t over T_k < t <= H. */
  readonly full: number;
  /** G_k = sum of W_k(t) d_t g_k(t). */
  readonly ramped: number;
  /** A_k - G_k: what the size of the scope before still counts while this one grows. */
  readonly carried: number;
  /** w_k d_(D_k), or 0 when the decision lies behind the horizon. */
  readonly once: number;
}

/** Undiscounted months of the step from scope 0 to scope 1, done for certain. */
export interface StepMonths {
  /** Months T_1 < t <= D_1 + payback months, and the sum of g_1 over them. */
  readonly countAtPayback: number;
  readonly rampAtPayback: number;
  /** The same up to the horizon. */
  readonly countAtHorizon: number;
  readonly rampAtHorizon: number;
}

/** Everything the closed form needs of one timeline. */
export interface Annuities {
  readonly timeline: Timeline;
  readonly scopes: readonly ScopeAnnuity[];
  /** Sum of (w_k - w_(k+1)) d_(D_(k+1)) over idea and pilot scopes with a next one: what X is multiplied with. */
  readonly settled: number;
  /** The part of `settled` that belongs to scope k, by k. */
  readonly settledBy: readonly number[];
  /** null with the current scope alone. */
  readonly step: StepMonths | null;
}

/**
 * The annuities of a model for one timeline: the loop over months is done here, once, so that a draw needs none.
 * d_t = (1 + r_m)^-t, with mid-month timing times (1 + r)^(1/24) for t >= 1. Source: methodology 2.6, Closed form.
 *
 * Example: 10 % a year, 36 months, one scope in limited production: A_0 = G_0 = 31.1865 (every month with weight 1).
 */
export function annuitiesOf(model: ForwardModel, timeline: Timeline): Annuities {
  const reach = reachOf(model);
  const last = Math.max(model.horizon, ...timeline.decision);
  const factors = discountFactors(monthlyRate(model.discountRate), last, model.timing);
  const scopes = model.scopes.map((_, k): ScopeAnnuity => {
    let full = 0;
    let ramped = 0;
    let carried = 0;
    for (let month = (timeline.goLive[k] as number) + 1; month <= model.horizon; month += 1) {
      const worth = runningWeight(model, reach, timeline, k, month) * (factors[month] as number);
      const share = rampShare(model, timeline, k, month);
      full += worth;
      ramped += worth * share;
      carried += worth * (1 - share);
    }
    const decided = timeline.decision[k] as number;
    const once = decided <= model.horizon ? (reach[k] as number) * (factors[decided] as number) : 0;
    return { full, ramped, carried, once };
  });
  const settledBy = model.scopes.map((_, k) => {
    const share = settlingShare(model, reach, k);
    return share === 0 ? 0 : share * (factors[timeline.decision[k + 1] as number] as number);
  });
  return {
    timeline,
    scopes,
    settled: settledBy.reduce((sum, worth) => sum + worth, 0),
    settledBy,
    step: stepMonths(model, timeline),
  };
}

function stepMonths(model: ForwardModel, timeline: Timeline): StepMonths | null {
  if (model.scopes.length < 2) return null;
  const payback = (timeline.decision[1] as number) + model.paybackMonths;
  let countAtPayback = 0;
  let rampAtPayback = 0;
  let countAtHorizon = 0;
  let rampAtHorizon = 0;
  for (let month = (timeline.goLive[1] as number) + 1; month <= model.horizon; month += 1) {
    const share = rampShare(model, timeline, 1, month);
    countAtHorizon += 1;
    rampAtHorizon += share;
    if (month <= payback) {
      countAtPayback += 1;
      rampAtPayback += share;
    }
  }
  return { countAtPayback, rampAtPayback, countAtHorizon, rampAtHorizon };
}
