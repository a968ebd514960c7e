import type { PolicyField } from '../policy-field.ts';
import { number, percent } from './define.ts';

const RULES = { group: 'rules', source: '8.4, 8.6' } as const;

/** Figures the rules compare with. */
export const RULE_FIELDS: readonly PolicyField[] = [
  percent(
    RULES,
    {
      path: 'killUnitEconomics',
      label: 'Kill when a task earns its cost in fewer draws than (K3)',
      reason: 'Our judgement: below 10 % we are 90 % sure that no volume can help.',
    },
    { unit: '%', min: 0, max: 0.5, step: 0.01 },
  ),
  percent(
    RULES,
    {
      path: 'fixBenefitRealisation',
      label: 'Fix when benefit realised is below (F2)',
      reason:
        'Measured benefit against planned, last three closed months. Our judgement: below 70 % the case was sold on numbers that are not reached.',
    },
    { unit: '% of plan', min: 0, max: 1.5, step: 0.05 },
  ),
  percent(
    RULES,
    {
      path: 'unitCostRise',
      label: 'Fix when cost per success rises by more than (F2)',
      reason:
        'Last three closed months against the three before. Our judgement: a fifth more is beyond the usual noise of a quarter.',
    },
    { unit: '%', min: 0.01, max: 2, step: 0.05 },
  ),
  number(
    RULES,
    {
      path: 'scaleBcr',
      label: 'Scale from a benefit-cost ratio of (S1)',
      reason:
        'Median over the draws, present value. Our judgement, about the optimism of first forecasts: at 1.5 two thirds of the benefits still break even.',
    },
    { unit: 'times', min: 1, max: 5, step: 0.1 },
  ),
  percent(
    RULES,
    {
      path: 'scaleBenefitRealisation',
      label: 'Scale when benefit realised is at least (S1)',
      reason: 'Our judgement: 90 % leaves room for one ordinary bad month in three.',
    },
    { unit: '% of plan', min: 0, max: 1.5, step: 0.05 },
  ),
  number(
    RULES,
    {
      path: 'paybackMonths',
      label: 'Scaling must pay back within (S1)',
      reason:
        'Counted from the decision, on the extra money of scaling. Our judgement: one budget year. Paybacks of 5 to 9 months are quoted in the market, from no source we could verify.',
    },
    { unit: 'months', min: 3, max: 60, step: 1 },
  ),
  percent(
    RULES,
    {
      path: 'scalePaybackProbability',
      label: 'Chance of that payback, at least (S1)',
      reason:
        'Our judgement: seven in ten. Stricter and good bets wait for ever, laxer and the budget year is a wish.',
    },
    { unit: '%', min: 0.05, max: 0.99, step: 0.05 },
  ),
];
