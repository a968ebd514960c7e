import type { DecisionResult } from '#shared/decision/result.ts';
import { SCOPE_STAGE_NAMES } from '#shared/domain/forward-model.ts';
import { formatShare } from '#shared/report/format.ts';
import { unitsText } from './figure-words.ts';

/** A short fact beside the figures: what, and its words. */
export interface StandingFact {
  readonly name: string;
  readonly text: string;
}

/** What else the verdict goes by, in words: value class, reach, the right to stop later, funding, strikes. */
export function standingFacts(decision: DecisionResult, currency: string): readonly StandingFact[] {
  const { valueClass, reach, simulated, plan, strikes, stage } = decision;
  if (stage === 'retired') return [];
  const facts: StandingFact[] = [];
  if (valueClass !== null) facts.push({ name: 'Value is', text: valueClass });
  for (const one of reach) {
    facts.push({ name: `Reaches ${SCOPE_STAGE_NAMES[one.stage]}`, text: formatShare(one.probability) });
  }
  if (simulated !== null && reach.length > 0) {
    facts.push({
      name: 'Option to stop later',
      text:
        simulated.optionValue > 0
          ? `worth ${unitsText(simulated.optionValue, currency)}, not in E`
          : 'worth nothing: every later step adds value',
    });
  }
  facts.push({
    name: 'Funded',
    text: plan.isFunded ? (plan.isAdopted ? 'yes, by the adopted plan' : 'yes, no plan adopted') : 'no',
  });
  if (strikes > 0) facts.push({ name: 'FIX decisions in a row', text: String(strikes) });
  return facts;
}
