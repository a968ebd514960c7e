import type { BetaPrior } from '../domain/policy.ts';
import { intPower } from './power.ts';
import { isRate, monthlyRate } from './rates.ts';
import {
  type Computed,
  type FinanceReason,
  known,
  noValue,
  refuseNegatives,
  refuseShares,
} from './reason.ts';

/**
 * Probability of passing a stage with a Beta(a, b) prior: (a + successes) / (a + b + trials), the posterior mean. A trial is an own
 * initiative that left the stage, a success one that left it upward.
 * Example: limited -> scaled, Beta(6, 4), 1 of 2: 7/12. Source: methodology 2.2, 2.6.
 */
export function stageProbability(prior: BetaPrior, successes: number, trials: number): Computed {
  const refused = refuseNegatives({ 'prior a': prior.a, 'prior b': prior.b, successes, trials });
  if (refused !== undefined) return noValue(refused);
  if (successes > trials) return noValue({ code: 'out_of_range', name: 'successes', value: successes });
  const weight = prior.a + prior.b + trials;
  return weight > 0
    ? known((prior.a + successes) / weight)
    : noValue({ code: 'out_of_range', name: 'prior a + b', value: 0 });
}

/** A project in two steps: develop (D, success Pts), then launch (C, success Pcs) for a present value. */
export interface TwoStepProject {
  readonly presentValue: number;
  readonly technicalSuccess: number;
  readonly commercialSuccess: number;
  /** REMAINING development cost: what was spent before is gone either way. */
  readonly developmentCost: number;
  readonly launchCost: number;
}

/**
 * Expected commercial value: ECV = (PV x Pcs - C) x Pts - D, in the unit of the inputs.
 * Example: (30 x .5 - 5) x .8 - 3 = 5. Source: methodology 2.2 (Cooper).
 */
export function expectedCommercialValue(project: TwoStepProject): Computed {
  const { presentValue, technicalSuccess, commercialSuccess, developmentCost, launchCost } = project;
  const refused = refuseShares({
    'technical success': technicalSuccess,
    'commercial success': commercialSuccess,
  });
  if (refused !== undefined) return noValue(refused);
  return known((presentValue * commercialSuccess - launchCost) * technicalSuccess - developmentCost);
}

/**
 * Value per unit of the scarce resource (remaining money, person-weeks). Good for reading, not for choosing: a list
 * taken in this order may be worse than the best subset. Undefined without use of the resource. Methodology 2.2.
 */
export function productivityIndex(value: number, resource: number): Computed {
  return resource > 0
    ? known(value / resource)
    : noValue({ code: 'out_of_range', name: 'resource', value: resource });
}

/** A stage paid when it starts, `month` months from now, and passed with probability p. */
export interface ValueStage {
  readonly month: number;
  readonly cost: number;
  readonly p: number;
}

export interface StagedProject {
  /** Effective annual rate: the cost of capital. Risk lives in the probabilities. */
  readonly annualRate: number;
  /** In order of time. */
  readonly stages: readonly ValueStage[];
  readonly payoff: { readonly month: number; readonly value: number };
}

/**
 * Risk-adjusted net present value: every cost weighted with the probability of reaching its stage, the payoff with
 * that of passing all: sum of P(reach t) N_t (1 + r)^(-t/12). Source: methodology 2.2 (Svennebring & Wikberg 2013).
 */
export function riskAdjustedNpv(project: StagedProject): Computed {
  const refused = refuseProject(project);
  if (refused !== undefined) return noValue(refused);
  const growth = 1 + monthlyRate(project.annualRate);
  let reach = 1;
  let sum = 0;
  for (const { month, cost, p } of project.stages) {
    sum -= (reach * cost) / intPower(growth, month);
    reach *= p;
  }
  return known(sum + (reach * project.payoff.value) / intPower(growth, project.payoff.month));
}

/**
 * The same with the right to stop before each stage: V_s = max(0, -cost_s + p_s V_(s+1) DF), from the last stage
 * back to today. Never below the rNPV (both at the date of the first stage) and never below 0; the difference is
 * what the right to kill is worth. Source: methodology 2.2.
 */
export function valueWithAbandonment(project: StagedProject): Computed {
  const refused = refuseProject(project);
  if (refused !== undefined) return noValue(refused);
  const growth = 1 + monthlyRate(project.annualRate);
  let value = project.payoff.value;
  let month = project.payoff.month;
  for (const stage of project.stages.toReversed()) {
    value = Math.max(0, (stage.p * value) / intPower(growth, month - stage.month) - stage.cost);
    month = stage.month;
  }
  return known(value / intPower(growth, month));
}

function refuseProject({ annualRate, stages, payoff }: StagedProject): FinanceReason | undefined {
  if (!isRate(annualRate)) return { code: 'out_of_range', name: 'discount rate', value: annualRate };
  if (stages.length === 0) return { code: 'empty' };
  let earliest = 0;
  for (const { month, cost, p } of [...stages, { ...payoff, cost: payoff.value, p: 1 }]) {
    const refused = refuseShares({ 'stage probability': p });
    if (refused !== undefined) return refused;
    if (!Number.isFinite(cost)) return { code: 'not_finite', positions: [] };
    if (!Number.isInteger(month) || month < earliest)
      return { code: 'out_of_range', name: 'month of a stage', value: month };
    earliest = month;
  }
  return undefined;
}
