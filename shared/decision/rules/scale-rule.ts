import { GAP_NAMES, GAPS } from '../../domain/gap.ts';
import { missingLevel, NO_FORWARD_MODEL, NO_PLAN } from '../missing.ts';
import type { Missing, RuleOutcome, Term } from '../result.ts';
import { allOf, type Truth } from '../truth.ts';
import { missingFor, type RuleInputs, ruleOutcome } from './rule-inputs.ts';

/**
 * S1: from limited production on, floors of scaled met, readiness high enough, and the money conditions (band of P,
 * BCR50, BRI, PB). The money waits for the forward model and the plan, so S1 cannot fire yet; it is quiet as soon as
 * one of the conditions known today is false.
 */
export function scaleRule(inputs: RuleInputs): RuleOutcome {
  const { stage, readiness } = inputs;
  if (stage !== 'limited' && stage !== 'scaled') return ruleOutcome('S1', false);
  const missing: Missing[] = [];
  const terms = floorTerms(inputs, missing);
  terms.push(readinessTerm(inputs));
  for (const item of missingFor(readiness)) if (!missing.includes(item)) missing.push(item);
  missing.push(NO_FORWARD_MODEL, NO_PLAN);
  const money: Truth = null;
  return ruleOutcome('S1', allOf(...terms.map((term) => term.holds), money), terms, missing);
}

function floorTerms({ gaps, policy }: RuleInputs, missing: Missing[]): Term[] {
  return GAPS.map((gap) => {
    const { level, isStale } = gaps[gap].score;
    const floor = policy.floors.scaled[gap];
    if (level === null) missing.push(missingLevel(gap));
    else if (isStale) {
      missing.push({ code: `evidence:${gap}`, text: `fresh evidence for ${GAP_NAMES[gap]}` });
    }
    return {
      quantity: GAP_NAMES[gap],
      actual: level,
      comparator: '>=',
      threshold: floor,
      unit: 'level',
      holds: level === null || isStale ? null : level >= floor,
    };
  });
}

/** R >= 75 to enter; 70 is enough if the last closed review recommended SCALE (methodology 3.5). */
function readinessTerm({ readiness, pastDecisions, policy }: RuleInputs): Term {
  const wasScale = pastDecisions.at(-1)?.recommendedRule === 'S1';
  const threshold = wasScale ? policy.readinessLeave : policy.readinessEnter;
  const actual = readiness.status === 'known' ? readiness.value : null;
  return {
    quantity: 'readiness',
    actual,
    comparator: '>=',
    threshold,
    unit: 'score',
    holds: actual === null ? null : actual >= threshold,
  };
}
