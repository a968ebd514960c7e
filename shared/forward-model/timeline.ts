import type { ForwardModel } from './model.ts';

/** When each scope is decided and when it goes live, in months after the as-of month; one place per scope. */
export interface Timeline {
  /** D_k; 0 for the current scope. */
  readonly decision: readonly number[];
  /** T_k: scope k runs in the months after it. 0 for the current scope. */
  readonly goLive: readonly number[];
}

/** Tells of the asset at this place in {@link ForwardModel.assets} whether it comes late. */
export type IsLate = (asset: number) => boolean;

/** Every shared asset goes live as planned: the deterministic view. */
export const NONE_LATE: IsLate = () => false;

/**
 * The timeline of a model for one combination of late assets: D_k = max(stored D, T_(k-1)) and T_k = max(D_k +
 * build months, latest live month of the assets scope k requires). A step is never decided before the scope it
 * starts from is live. Source: methodology 2.6, Timeline.
 *
 * Example: decision in month 0, 2 months of build, a connector planned for month 2 that may be 3 months late:
 * T = 2 on time, 5 late.
 */
export function timelineOf(model: ForwardModel, isLate: IsLate): Timeline {
  const decision = [0];
  const goLive = [0];
  let before = 0;
  for (const scope of model.scopes.slice(1)) {
    const decided = Math.max(scope.decisionMonth, before);
    before = decided + scope.buildMonths;
    for (const place of scope.assets) before = Math.max(before, liveMonthOf(model, place, isLate));
    decision.push(decided);
    goLive.push(before);
  }
  return { decision, goLive };
}

function liveMonthOf(model: ForwardModel, place: number, isLate: IsLate): number {
  const asset = model.assets[place];
  if (asset === undefined)
    throw new RangeError(`A scope requires asset ${place}, which is not in the model.`);
  return asset.liveMonth + (isLate(place) ? asset.monthsLate : 0);
}
