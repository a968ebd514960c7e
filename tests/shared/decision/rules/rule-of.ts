import { evaluate } from '#shared/decision/evaluate.ts';
import type { EngineContext, InitiativeFacts, PastDecision } from '#shared/decision/facts.ts';
import type { RuleOutcome, Simulated } from '#shared/decision/result.ts';
import type { InitiativeFields } from '#shared/domain/initiative.ts';
import type { RuleId } from '#shared/domain/verdict.ts';
import { date, exampleContext } from '../example-facts.ts';
import { simulatedAs } from '../example-model.ts';

export interface Given {
  /** What the simulation says: base state of methodology 8.5 unless told. */
  readonly simulated?: Simulated | 'computing';
  readonly context?: EngineContext;
}
export const run = (
  facts: InitiativeFacts,
  { simulated = simulatedAs(), context = exampleContext() }: Given = {},
) => evaluate(facts, context, () => simulated);
export function rule(facts: InitiativeFacts, id: RuleId, given?: Given): RuleOutcome {
  const found = run(facts, given).rules.find((r) => r.rule === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}
export const status = (facts: InitiativeFacts, id: RuleId, given?: Given) => rule(facts, id, given).status;
export const codes = (facts: InitiativeFacts, id: RuleId, given?: Given) =>
  rule(facts, id, given).missing.map((m) => m.code);
export const set = (facts: InitiativeFacts, over: Partial<InitiativeFields>): InitiativeFacts => ({
  ...facts,
  initiative: { ...facts.initiative, ...over },
});
export const fix = (...causes: string[]): PastDecision => ({
  reviewId: 'r',
  recommendedRule: 'F1',
  decision: 'fix',
  causes,
});
export const went = (
  decision: PastDecision['decision'],
  recommendedRule: RuleId,
  over: Partial<PastDecision> = {},
): PastDecision => ({
  reviewId: 'r',
  endsOn: date('2026-06-30'),
  recommendedRule,
  decision,
  causes: [],
  ...over,
});
export const noMonths = (facts: InitiativeFacts): InitiativeFacts => ({ ...facts, closedMonths: [] });
export const noModel = (facts: InitiativeFacts): InitiativeFacts => ({
  ...facts,
  drivers: [],
  scopes: [],
  stopTerms: null,
});
/** E at most 0 and P .2: kill watch at a first look. */
export const watched = simulatedAs({ E: -10, P: 0.22 });
export const losing = simulatedAs({ E: -10, P: 0.1 });
