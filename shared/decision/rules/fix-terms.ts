import type { Policy } from '../../domain/policy.ts';
import type { Term } from '../result.ts';
import { isBenefitBelowPlan, isUnitCostRising } from './conditions.ts';
import type { RuleFigures } from './rule-inputs.ts';
import type { RuleState } from './rule-state.ts';
import { figureTerm } from './value-terms.ts';

/** What the two comparisons of F2 read; a cause of an earlier FIX is judged by the same ones. */
export interface FixInputs {
  readonly policy: Policy;
  readonly state: Pick<RuleState, 'benefitRealisation' | 'costPerSuccessRise'>;
  readonly figures: Pick<RuleFigures, 'benefitRealisation' | 'costPerSuccessRise'>;
}

/** "benefit realisation (BRI): 0.55, below 0.7". */
export function benefitTerm({ state, policy, figures }: FixInputs): Term {
  return figureTerm(
    'benefit realisation (BRI)',
    figures.benefitRealisation,
    '<',
    policy.fixBenefitRealisation,
    'ratio',
    isBenefitBelowPlan(state, policy),
  );
}

/** "rise of the cost per success: 24.1 %, above 20 %". */
export function unitCostTerm({ state, policy, figures }: FixInputs): Term {
  return figureTerm(
    'rise of the cost per success',
    figures.costPerSuccessRise,
    '>',
    policy.unitCostRise,
    'percent',
    isUnitCostRising(state, policy),
  );
}
