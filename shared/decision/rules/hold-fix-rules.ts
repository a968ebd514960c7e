import { GATE_NAMES } from '../../domain/verdict.ts';
import type { GateResult } from '../gates/gate-result.ts';
import { missingFor, NO_MISSING, uniqueMissing } from '../missing.ts';
import type { GateState, RuleOutcome, Term } from '../result.ts';
import { isInProduction } from './conditions.ts';
import { benefitTerm, unitCostTerm } from './fix-terms.ts';
import { textTerm } from './judged.ts';
import { type RuleInputs, ruleOutcome } from './rule-inputs.ts';
import { fundedTerm, positiveTerms, unclearTerms, valueMissing } from './value-terms.ts';

/** H1: a required gate unknown, or data not in order. When it fires, `missing` lists what to measure. */
export function measureRule(inputs: RuleInputs): RuleOutcome {
  const unknown = inputs.gates.filter(({ outcome }) => outcome.state === 'unknown');
  const terms = [...unknown.map((gate) => gateTerm(gate, 'unknown')), ...inputs.data.terms];
  const missing =
    inputs.truths.H1 === true
      ? uniqueMissing(...unknown.map((gate) => gate.missing), inputs.data.missing)
      : NO_MISSING;
  return { ...ruleOutcome('H1', inputs, terms), missing };
}

/** F1: a fixable failure of a required gate, a floor breach included; also one that stands beside something unknown. */
export function fixGateRule(inputs: RuleInputs): RuleOutcome {
  const failing = inputs.gates.filter(({ outcome }) => outcome.findings.some((f) => f.state === 'fixable'));
  const terms = failing.map((gate) => gateTerm(gate, 'fixable'));
  return ruleOutcome('F1', inputs, terms, uniqueMissing(...inputs.gates.map((gate) => gate.missing)));
}

/** F2: from limited production on, benefits below plan, or cost per success rising. */
export function fixBenefitRule(inputs: RuleInputs): RuleOutcome {
  const { state, figures } = inputs;
  if (!isInProduction(state)) return ruleOutcome('F2', inputs);
  return ruleOutcome(
    'F2',
    inputs,
    [benefitTerm(inputs), unitCostTerm(inputs)],
    uniqueMissing(missingFor(figures.benefitRealisation), missingFor(figures.costPerSuccessRise)),
  );
}

/** H2: a shared asset needed in this stage or an earlier one is not live. */
export function dependencyRule(inputs: RuleInputs): RuleOutcome {
  return ruleOutcome('H2', inputs, inputs.assets.terms, inputs.assets.missing);
}

/** H3: E and the band of P do not say the same. */
export function learnRule(inputs: RuleInputs): RuleOutcome {
  return ruleOutcome('H3', inputs, unclearTerms(inputs), valueMissing(inputs));
}

/** H4: value positive, but outside the funded set of the adopted plan. */
export function fundingRule(inputs: RuleInputs): RuleOutcome {
  const terms = inputs.state.isFunded
    ? [fundedTerm(inputs, 'no')]
    : [fundedTerm(inputs, 'no'), ...positiveTerms(inputs)];
  return ruleOutcome('H4', inputs, terms, valueMissing(inputs));
}

/** The state named is the finding that counts for the rule, which need not be the worst of the gate. */
function gateTerm({ outcome }: GateResult, state: GateState): Term {
  return textTerm(GATE_NAMES[outcome.gate], state, state, true);
}
