import type { Policy } from '../domain/policy.ts';
import type { MeasurementMethod } from '../domain/value-lines.ts';
import type { Labelled } from './labelled.ts';
import { type Computed, known, noValue, refuseShares } from './reason.ts';

/** Deductions from benefits by how they are measured (a_b) and additions to costs by what they rest on (a_c). */
export type RiskFactors = Pick<Policy, 'benefitRisk' | 'costRisk'>;

/**
 * Risk-adjusted benefit B' = B (1 - a_b). Takes a raw figure only: one that was simulated holds its risk already,
 * and one adjusted before would be charged twice; neither compiles.
 * Example: 100,000 by survey -> 80,000. Source: methodology 1.5.
 * @throws TypeError when a figure that is not raw arrives at run time all the same.
 */
export function riskAdjustBenefit(
  benefit: Labelled<'raw'>,
  method: MeasurementMethod,
  factors: RiskFactors,
): Labelled<'risk_adjusted'> {
  return adjusted(benefit, 1 - factors.benefitRisk[method]);
}

/** Risk-adjusted cost C' = C (1 + a_c), under the same condition. Example: 100,000 quoted -> 115,000. */
export function riskAdjustCost(
  cost: Labelled<'raw'>,
  grade: keyof RiskFactors['costRisk'],
  factors: RiskFactors,
): Labelled<'risk_adjusted'> {
  return adjusted(cost, 1 + factors.costRisk[grade]);
}

function adjusted(figure: Labelled<'raw'>, factor: number): Labelled<'risk_adjusted'> {
  const { risk } = figure.label;
  if (risk !== 'raw') throw new TypeError(`a figure that is ${risk} must not be risk-adjusted again`);
  return { amount: figure.amount * factor, label: { ...figure.label, risk: 'risk_adjusted' } };
}

/**
 * A factor derived as in published TEI studies: share of respondents only moderately confident x range of the
 * estimate. Example: 66 % x 30 % = 19.8 %, used as 20 %. Source: methodology 1.5.
 */
export function surveyedRiskFactor(moderatelyConfident: number, range: number): Computed {
  const refused = refuseShares({ 'share of respondents': moderatelyConfident, range });
  return refused === undefined ? known(moderatelyConfident * range) : noValue(refused);
}
