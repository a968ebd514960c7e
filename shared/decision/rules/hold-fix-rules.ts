import { GATE_NAMES } from '../../domain/verdict.ts';
import type { GateResult } from '../gates/gate-result.ts';
import { NO_FORWARD_MODEL, NO_PLAN, NO_SHARED_ASSETS, NO_UNIT_COUNTS } from '../missing.ts';
import type { GateState, Missing, RuleOutcome, Term } from '../result.ts';
import { allOf } from '../truth.ts';
import { missingFor, type RuleInputs, ruleOutcome } from './rule-inputs.ts';

/** H0: kill watch. Needs P and the forward E. */
export function killWatchRule(inputs: RuleInputs): RuleOutcome {
  return ruleOutcome('H0', allOf(inputs.isDataOk, null), [inputs.dataOkTerm], [NO_FORWARD_MODEL]);
}

/** H1: a required gate unknown, or too few complete months. When it fires, `missing` lists what to measure. */
export function measureRule(inputs: RuleInputs): RuleOutcome {
  const { fullMonths, neededMonths, isDataOk } = inputs;
  const unknown = inputs.gates.filter(({ outcome }) => outcome.state === 'unknown');
  const terms = [...unknown.map((gate) => gateTerm(gate, 'unknown')), inputs.dataOkTerm];
  const missing = unknown.flatMap((gate): readonly Missing[] => gate.missing);
  if (!isDataOk) {
    const more = neededMonths - fullMonths;
    missing.push({
      code: 'closedMonths',
      text: `${more} more complete closed month${more === 1 ? '' : 's'} (${fullMonths} of ${neededMonths})`,
    });
  }
  const fires = unknown.length > 0 || !isDataOk;
  return { ...ruleOutcome('H1', fires, terms), missing };
}

/** F1: a fixable failure of a required gate, a floor breach included; also one that stands beside something unknown. */
export function fixGateRule({ gates }: RuleInputs): RuleOutcome {
  const failing = gates.filter(({ outcome }) => outcome.findings.some((f) => f.state === 'fixable'));
  if (failing.length > 0) {
    return ruleOutcome(
      'F1',
      true,
      failing.map((gate) => gateTerm(gate, 'fixable')),
    );
  }
  const unknown = gates.filter(({ outcome }) => outcome.state === 'unknown');
  return ruleOutcome(
    'F1',
    unknown.length > 0 ? null : false,
    [],
    unknown.flatMap((gate) => gate.missing),
  );
}

/** F2: from limited production on, benefits below plan or unit cost rising. Needs the plan and the unit counts. */
export function fixBenefitRule({ stage }: RuleInputs): RuleOutcome {
  const isInProduction = stage === 'limited' || stage === 'scaled';
  return ruleOutcome('F2', isInProduction ? null : false, [], [NO_PLAN, NO_UNIT_COUNTS]);
}

/** H2: a required shared asset is not live. Shared assets are not recorded yet. */
export function dependencyRule(): RuleOutcome {
  return DEPENDENCY;
}

/** H3, first cut: the net value a year is not above 0. */
export function learnRule(inputs: RuleInputs): RuleOutcome {
  const term = inputs.valueTerm;
  return ruleOutcome('H3', term.holds, [term], missingFor(inputs.value));
}

/** H4: outside the funded set. Without an adopted plan everything counts as funded, and the notes say so. */
export function fundingRule(): RuleOutcome {
  return FUNDING;
}

/** The state named is the finding that counts for the rule, which need not be the worst of the gate. */
function gateTerm({ outcome }: GateResult, state: GateState): Term {
  return {
    quantity: GATE_NAMES[outcome.gate],
    actual: state,
    comparator: '=',
    threshold: state,
    unit: 'text',
    holds: true,
  };
}

const DEPENDENCY = ruleOutcome('H2', null, [], [NO_SHARED_ASSETS]);
const FUNDING = ruleOutcome('H4', false, [
  { quantity: 'funded', actual: 'yes', comparator: '=', threshold: 'no', unit: 'text', holds: false },
]);
