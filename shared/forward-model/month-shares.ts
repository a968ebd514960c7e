import type { ForwardModel } from './model.ts';
import type { Timeline } from './timeline.ts';
import { type Reach, rampShare, runningWeight, settlingShare } from './weights.ts';

/** What one scope's amounts count in one month, undiscounted. */
export interface MonthShare {
  /** Of b_k and v_k: W_k g_k, and W_(k+1) (1 - g_(k+1)) while the next scope grows out of this one. */
  readonly size: number;
  /** Of f_k: W_k. */
  readonly running: number;
  /** Of o_k: w_k in the decision month, else 0. */
  readonly once: number;
  /** Of X: the share that stops after this scope, in the month of the next decision, else 0. */
  readonly settled: number;
}

/**
 * The shares of every scope in months 0 to H for one timeline: `shares[month][k]`. The flow of a month is the sum over
 * the scopes of size (b - v) - running f - once o + settled X. Source: methodology 2.6, Monthly amounts and Reach.
 */
export function monthShares(
  model: ForwardModel,
  reach: Reach,
  timeline: Timeline,
): readonly (readonly MonthShare[])[] {
  const share = (month: number, k: number): MonthShare => {
    const running = runningWeight(model, reach, timeline, k, month);
    const next = k + 1 < model.scopes.length ? runningWeight(model, reach, timeline, k + 1, month) : 0;
    const left = next === 0 ? 0 : next * (1 - rampShare(model, timeline, k + 1, month));
    return {
      size: (running === 0 ? 0 : running * rampShare(model, timeline, k, month)) + left,
      running,
      once: timeline.decision[k] === month ? (reach[k] as number) : 0,
      settled: timeline.decision[k + 1] === month ? settlingShare(model, reach, k) : 0,
    };
  };
  return Array.from({ length: model.horizon + 1 }, (_, month) => model.scopes.map((_, k) => share(month, k)));
}
