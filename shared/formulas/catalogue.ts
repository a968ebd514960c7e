import { AGREEMENT_FORMULAS } from './agreement.ts';
import { BENEFIT_FORMULAS } from './benefits.ts';
import { BREAK_EVEN_FORMULAS } from './break-even.ts';
import { CLOCK_FORMULAS } from './clocks.ts';
import { CLOSED_FORM_FORMULAS } from './closed-form.ts';
import { DISTRIBUTION_FORMULAS } from './distributions.ts';
import { ESTIMATE_FORMULAS } from './estimates.ts';
import { type Formula, type FormulaEntry, SUBJECTS, type Subject } from './formula.ts';
import { GROWTH_FORMULAS } from './growth.ts';
import { INFORMATION_FORMULAS } from './information.ts';
import { MONEY_FORMULAS } from './money.ts';
import { PAYBACK_FORMULAS } from './payback.ts';
import { REALISATION_FORMULAS } from './realisation.ts';
import { RETURN_FORMULAS } from './returns.ts';
import { RULE_FORMULAS } from './rules.ts';
import { SAMPLING_FORMULAS } from './sampling.ts';
import { SCORING_FORMULAS } from './scoring.ts';
import { SENSITIVITY_FORMULAS } from './sensitivity.ts';
import { SIMULATED_FORMULAS } from './simulated.ts';
import { STAGED_VALUE_FORMULAS } from './staged-value.ts';
import { TIMELINE_FORMULAS } from './timeline.ts';
import { TRACKING_FORMULAS } from './tracking.ts';
import { UNIT_COST_FORMULAS } from './unit-cost.ts';

const BY_SUBJECT: Readonly<Record<Subject, readonly FormulaEntry[]>> = {
  money: [...MONEY_FORMULAS, ...GROWTH_FORMULAS, ...TRACKING_FORMULAS],
  returns: RETURN_FORMULAS,
  payback: PAYBACK_FORMULAS,
  unit_cost: [...UNIT_COST_FORMULAS, ...BREAK_EVEN_FORMULAS],
  benefits: [...BENEFIT_FORMULAS, ...REALISATION_FORMULAS],
  staged_value: STAGED_VALUE_FORMULAS,
  scoring: [...SCORING_FORMULAS, ...AGREEMENT_FORMULAS],
  uncertainty: [...DISTRIBUTION_FORMULAS, ...SAMPLING_FORMULAS, ...ESTIMATE_FORMULAS],
  information: INFORMATION_FORMULAS,
  forward_model: [...TIMELINE_FORMULAS, ...CLOSED_FORM_FORMULAS, ...SIMULATED_FORMULAS],
  rules: [...RULE_FORMULAS, ...CLOCK_FORMULAS],
  sensitivity: SENSITIVITY_FORMULAS,
};

/**
 * Every formula a figure or a verdict rests on, by subject: the one source of `docs/formulas.md` and of the help
 * screen. Nothing is computed until an example is asked for.
 */
export const FORMULAS: readonly Formula[] = SUBJECTS.flatMap((subject) =>
  BY_SUBJECT[subject].map((entry): Formula => ({ ...entry, subject })),
);
