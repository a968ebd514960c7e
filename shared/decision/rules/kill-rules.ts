import { GATE_NAMES } from '../../domain/verdict.ts';
import { missingFor, uniqueMissing } from '../missing.ts';
import type { Missing, RuleOutcome } from '../result.ts';
import { losesPerTask, wasWatchedOften } from './conditions.ts';
import { textTerm } from './judged.ts';
import { type RuleInputs, ruleOutcome } from './rule-inputs.ts';
import {
  bandTerm,
  cutTerms,
  dataOkTerm,
  figureTerm,
  notPositiveTerms,
  probabilityTerm,
  shareOf,
  valueMissing,
  valueTerm,
} from './value-terms.ts';

/** K1: a hard gate failure. */
export function hardGateRule(inputs: RuleInputs): RuleOutcome {
  const hard = inputs.gates.filter(({ outcome }) => outcome.state === 'hard');
  const terms = hard.map(({ outcome }) =>
    textTerm(GATE_NAMES[outcome.gate], 'hard failure', 'hard failure', true),
  );
  return ruleOutcome('K1', inputs, terms, uniqueMissing(...inputs.gates.map((gate) => gate.hardMissing)));
}

/** K2: a tripwire missed. */
export function tripwireRule(inputs: RuleInputs): RuleOutcome {
  return ruleOutcome('K2', inputs, inputs.tripwires.terms, inputs.tripwires.missing);
}

/** K3: from pilot on, data in order, and hardly a draw in which a task earns more than it costs. */
export function unitEconomicsRule(inputs: RuleInputs): RuleOutcome {
  const { state, policy, figures, simulated } = inputs;
  if (state.stage === 'idea') return ruleOutcome('K3', inputs);
  const term = figureTerm(
    'P(a task earns more than it costs)',
    figures.unitEconomics,
    '<',
    policy.killUnitEconomics,
    'ratio',
    losesPerTask(state, policy),
    shareOf(simulated, 'unitEconomics'),
  );
  return ruleOutcome('K3', inputs, [dataOkTerm(inputs), term], missingFor(figures.unitEconomics, NO_UNIT));
}

/** K4: value gone, or watched for so many reviews in a row. */
export function valueGoneRule(inputs: RuleInputs): RuleOutcome {
  const { state, policy } = inputs;
  const terms = [dataOkTerm(inputs), valueTerm(inputs, '<='), ...cutTerms(inputs, 0, 'below')];
  if (state.killWatches > 0) {
    terms.push({
      quantity: 'kill watches in a row',
      actual: state.killWatches,
      comparator: '>=',
      threshold: policy.killWatches,
      unit: 'count',
      holds: wasWatchedOften(state, policy),
    });
  }
  return ruleOutcome('K4', inputs, terms, valueMissing(inputs));
}

/** K5: so many FIX decisions in a row, and a cause of the last one still holds. */
export function strikeRule(inputs: RuleInputs): RuleOutcome {
  return ruleOutcome('K5', inputs, inputs.strikes.terms, inputs.strikes.missing);
}

/** K6: a pilot past its time-box whose value is not positive. */
export function timeBoxRule(inputs: RuleInputs): RuleOutcome {
  if (inputs.state.stage !== 'pilot') return ruleOutcome('K6', inputs);
  const terms = [...inputs.timeBox.terms, ...notPositiveTerms(inputs)];
  return ruleOutcome('K6', inputs, terms, uniqueMissing(inputs.timeBox.missing, valueMissing(inputs)));
}

/** H0: kill watch. What K4 will ask for is there, but the band has not fallen yet. */
export function killWatchRule(inputs: RuleInputs): RuleOutcome {
  const terms = [
    dataOkTerm(inputs),
    valueTerm(inputs, '<='),
    probabilityTerm(inputs, 0, 'below'),
    bandTerm(inputs, 1, 'reached'),
  ];
  return ruleOutcome('H0', inputs, terms, valueMissing(inputs));
}

const NO_UNIT: Missing = { code: 'unitScope', text: 'a scope from limited production on' };
