import { amountsOfScopes, p50Values } from './deterministic.ts';
import type { ForwardModel } from './model.ts';
import { monthShares } from './month-shares.ts';
import { type IsLate, NONE_LATE, timelineOf } from './timeline.ts';
import { certainReach, reachOf } from './weights.ts';

/** What happens in one month from the as-of month on, currency units, undiscounted. */
export interface MonthlyFlow {
  /** Months after the as-of month, 0 to H. */
  readonly month: number;
  readonly benefit: number;
  readonly cost: number;
  /** Stop terms settled by the share that stops after an idea or a pilot. */
  readonly settlement: number;
  /** benefit - cost + settlement. */
  readonly net: number;
}

export interface FlowOptions {
  /** One value per driver; default: all at P50. */
  readonly values?: readonly number[];
  /** Default: no asset late. */
  readonly isLate?: IsLate;
  /** `weighted` (default): times the chance of getting there. `certain`: weight 1, what the plan budgets for. */
  readonly reach?: 'weighted' | 'certain';
}

/**
 * The flows month by month: B_t, C_t and the settlements of methodology 2.6, months 0 to H. Discounted and summed, less
 * X, they are Delta, except for settlements decided after the horizon: those count in Delta and fall in no month here.
 *
 * With `reach: 'certain'` nobody stops on the way, so nothing is settled, and a scope ends when the next one is live.
 */
export function monthlyFlows(model: ForwardModel, options: FlowOptions = {}): readonly MonthlyFlow[] {
  const { values = p50Values(model), isLate = NONE_LATE, reach = 'weighted' } = options;
  const amounts = amountsOfScopes(model, values);
  const weights = reach === 'certain' ? certainReach(model) : reachOf(model);
  return monthShares(model, weights, timelineOf(model, isLate)).map((shares, month) => {
    let benefit = 0;
    let cost = 0;
    let settlement = 0;
    amounts.forEach((amount, k) => {
      const { size, running, once, settled } = shares[k] as (typeof shares)[number];
      benefit += size * amount.benefit;
      cost += size * amount.variable + running * amount.fixed + once * amount.once;
      settlement += settled * model.stopValue;
    });
    return { month, benefit, cost, settlement, net: benefit - cost + settlement };
  });
}
