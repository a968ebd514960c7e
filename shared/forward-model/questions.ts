import { SCOPE_STAGE_RANK } from '../domain/forward-model.ts';
import type { ForwardModel } from './model.ts';

/**
 * u: the first scope from limited production on, whose unit margin decides UE (share of draws with b_u > v_u).
 * undefined when none is stored. Source: methodology 2.6.
 */
export function unitScope(model: ForwardModel): number | undefined {
  const found = model.scopes.findIndex(({ stage }) => SCOPE_STAGE_RANK[stage] >= SCOPE_STAGE_RANK.limited);
  return found === -1 ? undefined : found;
}

/** Whether PB can be asked of a model, and if not, why not. */
export type PaybackQuestion = 'asked' | 'before_limited' | 'no_next_scope' | 'beyond_horizon';

/**
 * PB asks whether the extra money of scaling comes back, so it applies from limited production on
 * (`before_limited` otherwise) and only if the next scope is stored (`no_next_scope`). It is unknown when the payback
 * months after the decision end behind the horizon (`beyond_horizon`). Source: methodology 2.6.
 */
export function paybackQuestion(model: ForwardModel): PaybackQuestion {
  const [now, next] = model.scopes;
  if (now === undefined || SCOPE_STAGE_RANK[now.stage] < SCOPE_STAGE_RANK.limited) return 'before_limited';
  if (next === undefined) return 'no_next_scope';
  return next.decisionMonth + model.paybackMonths > model.horizon ? 'beyond_horizon' : 'asked';
}
