import { SCOPE_STAGE_RANK, type ScopeStage } from '../domain/forward-model.ts';
import type { ForwardModel } from './model.ts';
import type { Timeline } from './timeline.ts';

/** How much of the value of each scope counts: chances of getting there, or 1 when it is done for certain. */
export type Reach = readonly number[];

/**
 * w_k: the chance of getting as far as scope k, 1 for the current scope, else w_(k-1) p_k. Weights, never coin
 * flips: whether a stage succeeds is priced, not tossed. Source: methodology 2.6, Reach.
 */
export function reachOf(model: ForwardModel): Reach {
  let weight = 1;
  return model.scopes.map((scope, k) => {
    if (k > 0) weight *= scope.stepProbability;
    return weight;
  });
}

/** Every scope done for certain: what the plan budgets for. */
export function certainReach(model: ForwardModel): Reach {
  return model.scopes.map(() => 1);
}

/** The chance of getting to each scope after the current one, in order: "reaches Limited production: 30 %". */
export function reachByStage(
  model: ForwardModel,
): readonly { readonly stage: ScopeStage; readonly probability: number }[] {
  const reach = reachOf(model);
  return model.scopes.map(({ stage }, k) => ({ stage, probability: reach[k] as number })).slice(1);
}

/** True for the stages an initiative only passes through: who does not pass on from an idea or a pilot stops. */
function endsWithoutStep(stage: ScopeStage): boolean {
  return SCOPE_STAGE_RANK[stage] < SCOPE_STAGE_RANK.limited;
}

/**
 * W_k(t): the weight with which scope k runs in month t, 0 up to its go-live month.
 *
 * Idea and pilot: w_k up to the next decision, then w_(k+1) until the next scope is live (those that passed wait
 * for the build), then 0. Limited and scaled: w_k until the next scope is live, then w_k - w_(k+1) (those not
 * promoted go on as they are). The last scope: w_k to the horizon. Source: methodology 2.6, Reach.
 */
export function runningWeight(
  model: ForwardModel,
  reach: Reach,
  timeline: Timeline,
  k: number,
  month: number,
): number {
  if (month <= (timeline.goLive[k] as number)) return 0;
  const own = reach[k] as number;
  const next = reach[k + 1];
  if (next === undefined) return own;
  const isNextLive = month > (timeline.goLive[k + 1] as number);
  if (endsWithoutStep(stageOf(model, k))) {
    if (isNextLive) return 0;
    return month <= (timeline.decision[k + 1] as number) ? own : next;
  }
  return isNextLive ? own - next : own;
}

/**
 * g_k(t) = min(1, (t - T_k) / ramp months), 1 for the current scope: the size of scope k in month t > T_k on the
 * straight line from the size of the scope before it to its own.
 */
export function rampShare(model: ForwardModel, timeline: Timeline, k: number, month: number): number {
  if (k === 0) return 1;
  const scope = model.scopes[k];
  if (scope === undefined) throw new RangeError(`The model has no scope ${k}.`);
  return Math.min(1, (month - (timeline.goLive[k] as number)) / scope.rampMonths);
}

/**
 * The share that stops after scope k for good and settles the stop terms in the month of the next decision:
 * w_k - w_(k+1) for an idea or pilot scope with a next one, else 0.
 */
export function settlingShare(model: ForwardModel, reach: Reach, k: number): number {
  const next = reach[k + 1];
  if (next === undefined || !endsWithoutStep(stageOf(model, k))) return 0;
  return (reach[k] as number) - next;
}

function stageOf(model: ForwardModel, k: number): ScopeStage {
  const scope = model.scopes[k];
  if (scope === undefined) throw new RangeError(`The model has no scope ${k}.`);
  return scope.stage;
}
