import { missingFor, uniqueMissing } from '../missing.ts';
import type { Missing, RuleOutcome } from '../result.ts';
import {
  isInProduction,
  isReady,
  keepsItsPlan,
  paysBackInTime,
  paysForScale,
  readinessMark,
} from './conditions.ts';
import { type RuleInputs, ruleOutcome } from './rule-inputs.ts';
import { cutTerms, figureTerm, fundedTerm, positiveTerms, shareOf, valueMissing } from './value-terms.ts';

/** S1: in production, next floors met, ready, and value, cost cover, benefits and payback all good enough. */
export function scaleRule(inputs: RuleInputs): RuleOutcome {
  const { state, policy, figures, simulated, floors } = inputs;
  if (!isInProduction(state)) return ruleOutcome('S1', inputs);
  const { readiness, bcr50, benefitRealisation, paybackProbability } = figures;
  const mark = readinessMark(state, policy);
  const terms = [
    ...floors.terms,
    figureTerm('readiness', readiness, '>=', mark, 'score', isReady(state, policy)),
    ...cutTerms(inputs, 2, 'reached'),
    figureTerm('benefit to cost (BCR50)', bcr50, '>=', policy.scaleBcr, 'ratio', paysForScale(state, policy)),
    figureTerm(
      'benefit realisation (BRI)',
      benefitRealisation,
      '>=',
      policy.scaleBenefitRealisation,
      'ratio',
      keepsItsPlan(state, policy),
    ),
    figureTerm(
      `P(scaling pays back in ${policy.paybackMonths} months)`,
      paybackProbability,
      '>=',
      policy.scalePaybackProbability,
      'ratio',
      paysBackInTime(state, policy),
      shareOf(simulated, 'payback'),
    ),
  ];
  const missing = uniqueMissing(
    floors.missing,
    missingFor(readiness),
    missingFor(figures.probability),
    missingFor(bcr50, NO_COST),
    missingFor(benefitRealisation),
    missingFor(paybackProbability, NO_NEXT_SCOPE[state.stage === 'scaled' ? 'scaled' : 'limited']),
  );
  return ruleOutcome('S1', inputs, terms, missing);
}

/** C1: nothing stands against going on, and nothing asks for more. */
export function continueRule(inputs: RuleInputs): RuleOutcome {
  if (inputs.truths.C1 === false) return ruleOutcome('C1', inputs);
  const terms = [...positiveTerms(inputs), fundedTerm(inputs, 'yes')];
  return ruleOutcome('C1', inputs, terms, valueMissing(inputs));
}

const NO_COST: Missing = { code: 'costs', text: 'costs above 0 in every draw' };
const NO_NEXT_SCOPE: Readonly<Record<'limited' | 'scaled', Missing>> = {
  limited: { code: 'scope:scaled', text: 'the scope of the scaled stage' },
  scaled: { code: 'scope:expansion', text: 'the scope of an expansion' },
};
