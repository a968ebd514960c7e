import type { RuleOutcome } from '../result.ts';
import { continueRule, scaleRule } from './go-rules.ts';
import {
  dependencyRule,
  fixBenefitRule,
  fixGateRule,
  fundingRule,
  learnRule,
  measureRule,
} from './hold-fix-rules.ts';
import {
  hardGateRule,
  killWatchRule,
  strikeRule,
  timeBoxRule,
  tripwireRule,
  unitEconomicsRule,
  valueGoneRule,
} from './kill-rules.ts';
import type { RuleInputs } from './rule-inputs.ts';

/**
 * All 15 rules of methodology 8.4 in their order, each with the numbers it compared or what it lacks. Whether one
 * fires is not decided here: the truths come from `conditions.ts`.
 */
export function describeRules(inputs: RuleInputs): readonly RuleOutcome[] {
  return [
    hardGateRule(inputs),
    tripwireRule(inputs),
    unitEconomicsRule(inputs),
    valueGoneRule(inputs),
    strikeRule(inputs),
    timeBoxRule(inputs),
    killWatchRule(inputs),
    measureRule(inputs),
    fixGateRule(inputs),
    fixBenefitRule(inputs),
    dependencyRule(inputs),
    learnRule(inputs),
    fundingRule(inputs),
    scaleRule(inputs),
    continueRule(inputs),
  ];
}
