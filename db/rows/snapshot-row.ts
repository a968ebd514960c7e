import type { EngineContext, EngineMemory, InitiativeFacts } from '#shared/decision/facts.ts';
import type { AdoptedPlan } from '#shared/domain/adopted-plan.ts';
import type { Policy } from '#shared/domain/policy.ts';

/** The part of the context that is kept as text: policy and seed have columns, of plan and memory only the own part. */
type StoredContext = Omit<EngineContext, 'policy' | 'seed' | 'memory'> & {
  readonly memory: EngineMemory | null;
};

interface StoredInputs {
  readonly facts: InitiativeFacts;
  readonly context: StoredContext;
}

/**
 * What a verdict of one initiative was worked out from, as JSON. What belongs to other initiatives is left out: of
 * the plan and of the memory only this one's part can reach its verdict, and a review of 2,000 would keep 4 million.
 */
export function toSnapshotInputs(facts: InitiativeFacts, context: EngineContext): string {
  const { plan, stageRecord, asOf, minorPerUnit } = context;
  const { id } = facts.initiative;
  const stored: StoredInputs = {
    facts,
    context: {
      plan: plan && ownPart(plan, id),
      stageRecord,
      memory: context.memory.get(id) ?? null,
      asOf,
      minorPerUnit,
    },
  };
  return JSON.stringify(stored);
}

function ownPart(plan: AdoptedPlan, id: string): AdoptedPlan {
  const own = (ids: readonly string[]) => ids.filter((one) => one === id);
  return { ...plan, funded: own(plan.funded), notFunded: own(plan.notFunded) };
}

/** The inputs again, with the policy and the seed that stand beside them. */
export function fromSnapshotInputs(
  text: string,
  policy: Policy,
  seed: string,
): { readonly facts: InitiativeFacts; readonly context: EngineContext } {
  const { facts, context } = JSON.parse(text) as StoredInputs;
  const { memory, ...rest } = context;
  const own = memory === null ? [] : [[facts.initiative.id, memory] as const];
  return { facts, context: { ...rest, policy, seed, memory: new Map(own) } };
}
