import { GATE_NAMES } from '../../domain/verdict.ts';
import { NO_FORWARD_MODEL } from '../missing.ts';
import type { RuleOutcome, Term } from '../result.ts';
import { allOf, anyOf } from '../truth.ts';
import { type RuleInputs, ruleOutcome } from './rule-inputs.ts';

/**
 * K1: a hard gate failure. Where there is none, but a fact that could be one is not known (lawful basis, risk class),
 * the rule cannot be told.
 */
export function hardGateRule({ gates }: RuleInputs): RuleOutcome {
  const hard = gates.filter(({ outcome }) => outcome.state === 'hard');
  const terms: readonly Term[] = hard.map(({ outcome }) => ({
    quantity: GATE_NAMES[outcome.gate],
    actual: 'hard failure',
    comparator: '=',
    threshold: 'hard failure',
    unit: 'text',
    holds: true,
  }));
  if (hard.length > 0) return ruleOutcome('K1', true, terms);
  const missing = gates.flatMap((gate) => gate.hardMissing);
  return ruleOutcome('K1', missing.length > 0 ? null : false, terms, missing);
}

/** K3: from pilot on, data in order, unit economics below .10. The share UE waits for the forward model. */
export function unitEconomicsRule(inputs: RuleInputs): RuleOutcome {
  return ruleOutcome(
    'K3',
    allOf(inputs.stage !== 'idea', inputs.isDataOk, null),
    [inputs.dataOkTerm],
    [NO_FORWARD_MODEL],
  );
}

/**
 * K4: data in order and value class negative, or value not positive, P < .30 and two kill watches (H0) in a row.
 * Both branches need P and the forward E, which the last 3 months do not replace.
 */
export function valueGoneRule(inputs: RuleInputs): RuleOutcome {
  const lastTwo = inputs.pastDecisions.slice(-2);
  const wasWatchedTwice = lastTwo.length === 2 && lastTwo.every((past) => past.recommendedRule === 'H0');
  return ruleOutcome(
    'K4',
    anyOf(allOf(inputs.isDataOk, null), allOf(wasWatchedTwice, null)),
    [inputs.dataOkTerm],
    [NO_FORWARD_MODEL],
  );
}
