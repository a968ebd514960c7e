import type { EngineContext, InitiativeFacts } from '#shared/decision/facts.ts';
import { statementBase } from '#shared/report/statement/statement-base.ts';
import {
  costLine,
  exampleContext,
  lastMonths,
  money,
  outcomeLine,
  soundFacts,
} from '#tests/shared/decision/example-facts.ts';

/** Facts whose last months bring these nets, EUR: spent where below 0, gained (in full) where above. */
export function factsOf(nets: readonly number[], over: Partial<InitiativeFacts> = {}): InitiativeFacts {
  const months = lastMonths(nets.length);
  const value = (lineId: string, amounts: readonly number[]) =>
    months.map((month, t) => ({ lineId, month, amount: money(100 * Math.max(0, amounts[t] ?? 0)) }));
  return {
    ...soundFacts('limited'),
    lines: [costLine('c'), outcomeLine('o')],
    values: [
      ...value(
        'c',
        nets.map((net) => -net),
      ),
      ...value('o', nets),
    ],
    closedMonths: months,
    ...over,
  };
}

/** What every figure of a statement is made from. */
export function baseOf(facts: InitiativeFacts, over: Partial<EngineContext> = {}) {
  const base = statementBase(facts, exampleContext(over), 'EUR');
  return { ...base, facts: { ...base.facts, forecasts: facts.forecasts } };
}
