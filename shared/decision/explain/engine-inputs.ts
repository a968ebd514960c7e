import type { RuleId, Verdict } from '../../domain/verdict.ts';
import type { EngineContext, InitiativeFacts } from '../facts.ts';

/** Everything a verdict of one initiative depends on. */
export interface EngineInputs {
  readonly facts: InitiativeFacts;
  readonly context: EngineContext;
}

/** What the engine recommends for some inputs. */
export interface Recommendation {
  readonly verdict: Verdict | null;
  readonly rule: RuleId | null;
}

/** Runs the engine on changed inputs. */
export type Recommend = (inputs: EngineInputs) => Recommendation;

/** The inputs with some facts replaced. */
export function withFacts(inputs: EngineInputs, over: Partial<InitiativeFacts>): EngineInputs {
  return { ...inputs, facts: { ...inputs.facts, ...over } };
}

/** The inputs with some fields of the initiative replaced. */
export function withFields(inputs: EngineInputs, over: Partial<InitiativeFacts['initiative']>): EngineInputs {
  return withFacts(inputs, { initiative: { ...inputs.facts.initiative, ...over } });
}

/** The inputs with a part of the context replaced. */
export function withContext(inputs: EngineInputs, over: Partial<EngineContext>): EngineInputs {
  return { ...inputs, context: { ...inputs.context, ...over } };
}
