import type { PreviousInputs } from '#shared/decision/explain/explain.ts';
import type { Explanation } from '#shared/decision/explanation.ts';
import type { EngineContext, InitiativeFacts } from '#shared/decision/facts.ts';
import type { Simulated } from '#shared/decision/result.ts';
import type { SimulationRequest } from '#shared/forward-model/model.ts';

/** What an explanation is made from; plain data, so that it crosses to a worker. */
export interface ExplainInput {
  readonly facts: InitiativeFacts;
  readonly context: EngineContext;
  readonly previous: PreviousInputs | null;
}

/** Work that would block the data service: done in a worker thread. */
export type ComputeJob =
  | { readonly kind: 'simulate'; readonly request: SimulationRequest }
  | { readonly kind: 'explain'; readonly input: ExplainInput };

/** What each kind of job answers. */
export interface ComputeValue {
  readonly simulate: Simulated;
  readonly explain: Explanation;
}

/** A job on its way to a worker. `stop[0]` turns 1 when nobody wants the answer any more. */
export interface ComputeMessage {
  readonly job: ComputeJob;
  readonly stop: Int32Array;
}

export type ComputeReply =
  | { readonly status: 'done'; readonly value: ComputeValue[keyof ComputeValue] }
  | { readonly status: 'cancelled' }
  | { readonly status: 'failed'; readonly message: string };
