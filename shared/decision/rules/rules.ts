import type { RuleOutcome } from '../result.ts';
import {
  dependencyRule,
  fixBenefitRule,
  fixGateRule,
  fundingRule,
  killWatchRule,
  learnRule,
  measureRule,
} from './hold-fix-rules.ts';
import { hardGateRule, unitEconomicsRule, valueGoneRule } from './kill-rules.ts';
import { type RuleInputs, ruleOutcome } from './rule-inputs.ts';
import { scaleRule } from './scale-rule.ts';
import { strikeRule } from './strikes.ts';
import { timeBoxRule } from './time-box.ts';
import { tripwireRule } from './tripwires.ts';

/**
 * All 15 rules of methodology 8.4 in their order; the first that fires decides. C1 is "otherwise": it fires exactly
 * when no other does, so that there is always one verdict.
 */
export function evaluateRules(inputs: RuleInputs): readonly RuleOutcome[] {
  const rules = [
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
    dependencyRule(),
    learnRule(inputs),
    fundingRule(),
    scaleRule(inputs),
  ];
  const isFree = rules.every((rule) => rule.status !== 'fires');
  rules.push(ruleOutcome('C1', isFree));
  return rules;
}
