import type { SimulationRequest } from '../forward-model/model.ts';
import { simulate } from '../forward-model/simulate.ts';
import { conclude } from './conclude.ts';
import type { EngineContext, InitiativeFacts } from './facts.ts';
import { prepare } from './prepare.ts';
import type { DecisionResult, Simulated } from './result.ts';

/** Answers a simulation request: with its result, or that it is on its way. */
export type Simulate = (request: SimulationRequest) => Simulated | 'computing';

/**
 * What the facts known on the as-of date of `context` say about one initiative: gates, rules, figures, and the verdict
 * of the first rule that fires (methodology 8). Pure: the same facts, context and simulation give the same result,
 * bit for bit. Anything dated after the as-of date is ignored. A retired initiative gets figures, but no gates, rules
 * or verdict. While the simulation is on its way the verdict is null, unless an earlier rule decides without it.
 * @throws RangeError when amounts of money add up beyond the range of exact whole numbers.
 */
export function evaluate(
  facts: InitiativeFacts,
  context: EngineContext,
  simulateOrWait: Simulate = simulateNow,
): DecisionResult {
  const prepared = prepare(facts, context);
  const { model } = prepared;
  return conclude(prepared, model.status === 'complete' ? simulateOrWait(model.request) : null);
}

/** {@link evaluate} for many initiatives; each is decided by itself, so that adding one changes no other. */
export function evaluateAll(
  facts: readonly InitiativeFacts[],
  context: EngineContext,
  simulateOrWait: Simulate = simulateNow,
): readonly DecisionResult[] {
  return facts.map((one) => evaluate(one, context, simulateOrWait));
}

/** Runs the simulation here and now: for tests, reviews and the command line. */
export function simulateNow(request: SimulationRequest): Simulated {
  const simulated = simulate(request);
  // Without a question to stop, it never does.
  if (simulated === 'cancelled') throw new TypeError('the simulation stopped without being told to');
  return simulated;
}
