import type { Policy } from '../../domain/policy.ts';
import { RULE_IDS, type RuleId } from '../../domain/verdict.ts';
import type { ValueClass } from '../result.ts';
import { both, either, not, type Truth } from '../truth.ts';
import type { RuleState } from './rule-state.ts';

/*
 * The conditions of methodology 8.4, here and nowhere else. Verdicts, the table of rules, the shares of draws per
 * verdict and the tests all come through this file. Nothing in it allocates but ruleTruths().
 */

const BILLION = 1e9;

/**
 * Figures and cuts are compared after rounding to 1e-9 (3.5), so that .3 - .1 is .2 and a share that is a sum of
 * thirds does not fall under its mark by a last digit. Money is compared with 0 only and not rounded.
 */
function reaches(figure: number | null, cut: number): Truth {
  return figure === null ? null : Math.round(figure * BILLION) >= Math.round(cut * BILLION);
}

function exceeds(figure: number | null, cut: number): Truth {
  return figure === null ? null : Math.round(figure * BILLION) > Math.round(cut * BILLION);
}

/** E <= 0. */
export function isValueNotAboveZero({ value }: RuleState): Truth {
  return value === null ? null : value <= 0;
}

/** P reaches the cut above band `cut`: 0 for .30, 1 for .60, 2 for .80. As simulated, without memory. */
export function reachesCut({ probability }: RuleState, policy: Policy, cut: 0 | 1 | 2): Truth {
  return reaches(probability, policy.probabilityCuts[cut]);
}

/** The band of P, after hysteresis, is at least `band`. */
export function isBandAtLeast(state: RuleState, band: 1 | 2 | 3): Truth {
  return state.band === null ? null : state.band >= band;
}

/** UE below its mark: hardly a draw in which a task earns more than it costs. */
export function losesPerTask({ unitEconomics }: RuleState, policy: Policy): Truth {
  return not(reaches(unitEconomics, policy.killUnitEconomics));
}

export function wasWatchedOften({ killWatches }: RuleState, policy: Policy): boolean {
  return killWatches >= policy.killWatches;
}

export function hasStruckOut({ strikes }: Pick<RuleState, 'strikes'>, policy: Policy): boolean {
  return strikes >= policy.strikes;
}

export function isBenefitBelowPlan(
  { benefitRealisation }: Pick<RuleState, 'benefitRealisation'>,
  policy: Policy,
): Truth {
  return not(reaches(benefitRealisation, policy.fixBenefitRealisation));
}

export function isUnitCostRising(
  { costPerSuccessRise }: Pick<RuleState, 'costPerSuccessRise'>,
  policy: Policy,
): Truth {
  return exceeds(costPerSuccessRise, policy.unitCostRise);
}

export function isInProduction({ stage }: RuleState): boolean {
  return stage === 'limited' || stage === 'scaled';
}

/** The mark of readiness S1 asks for: lower once the last closed review recommended SCALE (3.5). */
export function readinessMark({ wasScale }: RuleState, policy: Policy): number {
  return wasScale ? policy.readinessLeave : policy.readinessEnter;
}

export function isReady(state: RuleState, policy: Policy): Truth {
  return reaches(state.readiness, readinessMark(state, policy));
}

export function paysForScale({ bcr50 }: RuleState, policy: Policy): Truth {
  return reaches(bcr50, policy.scaleBcr);
}

export function keepsItsPlan({ benefitRealisation }: RuleState, policy: Policy): Truth {
  return reaches(benefitRealisation, policy.scaleBenefitRealisation);
}

export function paysBackInTime({ paybackProbability }: RuleState, policy: Policy): Truth {
  return reaches(paybackProbability, policy.scalePaybackProbability);
}

/** Value class positive: E > 0 and band 2 or 3. */
function isPositive(state: RuleState): Truth {
  return both(not(isValueNotAboveZero(state)), isBandAtLeast(state, 2));
}

/** Value class negative: E <= 0 and band 0. */
function isNegative(state: RuleState): Truth {
  return both(isValueNotAboveZero(state), not(isBandAtLeast(state, 1)));
}

/** Neither positive nor negative. */
function isUnclear(state: RuleState): Truth {
  return both(not(isPositive(state)), not(isNegative(state)));
}

/** What E and the band of P say together; null while one of them that matters is unknown. */
export function valueClassOf(state: RuleState): ValueClass | null {
  if (isPositive(state) === true) return 'positive';
  if (isNegative(state) === true) return 'negative';
  return isUnclear(state) === true ? 'unclear' : null;
}

type Condition = (state: RuleState, policy: Policy) => Truth;

/** C1 is "otherwise": its condition is met by whatever comes to it. */
const CONDITIONS: Readonly<Record<RuleId, Condition>> = {
  K1: (state) => state.hardFailure,
  K2: (state) => state.tripwireMissed,
  K3: (state, policy) => both(both(state.stage !== 'idea', state.isDataOk), losesPerTask(state, policy)),
  K4: (state, policy) =>
    either(
      both(state.isDataOk, isNegative(state)),
      both(
        wasWatchedOften(state, policy),
        both(isValueNotAboveZero(state), not(reachesCut(state, policy, 0))),
      ),
    ),
  K5: (state, policy) => both(hasStruckOut(state, policy), state.isCauseOpen),
  K6: (state) => both(both(state.stage === 'pilot', state.isLate), not(isPositive(state))),
  H0: (state, policy) =>
    both(
      both(state.isDataOk, isValueNotAboveZero(state)),
      both(not(reachesCut(state, policy, 0)), isBandAtLeast(state, 1)),
    ),
  H1: (state) => state.isGateUnknown || !state.isDataOk,
  F1: (state) => state.fixableFailure,
  F2: (state, policy) =>
    both(isInProduction(state), either(isBenefitBelowPlan(state, policy), isUnitCostRising(state, policy))),
  H2: (state) => state.isAssetMissing,
  H3: isUnclear,
  H4: (state) => both(!state.isFunded, isPositive(state)),
  S1: (state, policy) =>
    both(
      both(isInProduction(state), both(state.areNextFloorsMet, isReady(state, policy))),
      both(
        both(isBandAtLeast(state, 3), paysForScale(state, policy)),
        both(keepsItsPlan(state, policy), paysBackInTime(state, policy)),
      ),
    ),
  C1: () => true,
};

const IN_ORDER: readonly Condition[] = RULE_IDS.map((rule) => CONDITIONS[rule]);

/** The rule that decides: the first whose condition is true. Allocates nothing; C1 decides when no other does. */
export function decidingRule(state: RuleState, policy: Policy): RuleId {
  for (let i = 0; i < IN_ORDER.length; i += 1) {
    if ((IN_ORDER[i] as Condition)(state, policy) === true) return RULE_IDS[i] as RuleId;
  }
  return 'C1';
}

export type RuleTruths = Readonly<Record<RuleId, Truth>>;

/** Every rule's condition: true, false, or null where it cannot be told. C1 is true exactly when no other is. */
export function ruleTruths(state: RuleState, policy: Policy): RuleTruths {
  const truths = {} as Record<RuleId, Truth>;
  let isDecided = false;
  for (const rule of RULE_IDS) {
    const truth = rule === 'C1' ? !isDecided : CONDITIONS[rule](state, policy);
    if (truth === true) isDecided = true;
    truths[rule] = truth;
  }
  return truths;
}
