import { GAPS } from '../domain/gap.ts';
import type { Policy } from '../domain/policy.ts';
import { nextStage } from '../domain/stage.ts';
import type { IsoDate } from '../domain/units.ts';
import { annualisedNet } from '../finance/annualised-net.ts';
import { closedUpTo } from '../finance/months.ts';
import { countFullMonths, monthTotals, sumWindow } from '../finance/tracking.ts';
import { type AsOf, asOfDay } from './evidence.ts';
import type { InitiativeFacts } from './facts.ts';
import type { GateInputs, GateResult } from './gates/gate-result.ts';
import { allPass, evaluateGates } from './gates/gates.ts';
import { NO_FORWARD_MODEL, NO_PLAN } from './missing.ts';
import { notesFor } from './notes.ts';
import { readinessOf, scoreGaps } from './readiness.ts';
import { type DecisionResult, ENGINE_VERSION, type Figure } from './result.ts';
import { dataOkTerm, valueNotPositiveTerm } from './rules/rule-inputs.ts';
import { evaluateRules } from './rules/rules.ts';
import { monthsInStage, timeBoxMonths } from './rules/time-box.ts';

const PROBABILITY: Figure = { status: 'not_evaluated', missing: [NO_FORWARD_MODEL] };
const BENEFIT_REALISATION: Figure = { status: 'not_evaluated', missing: [NO_PLAN] };

/**
 * What the facts known on `asOf` say about one initiative: gates, rules, figures and the verdict of the first rule
 * that fires (methodology 8.1). Pure: the same facts, policy and day give the same result. Anything dated after
 * `asOf` is ignored. A retired initiative gets figures, but no gates, rules or verdict.
 * @throws RangeError when amounts of money add up beyond the range of exact whole numbers.
 */
export function decide(facts: InitiativeFacts, policy: Policy, asOf: IsoDate): DecisionResult {
  return decideOn(facts, policy, asOfDay(asOf, policy));
}

/** {@link decide} for many initiatives; each is decided by itself, so that adding one changes no other. */
export function decideAll(
  facts: readonly InitiativeFacts[],
  policy: Policy,
  asOf: IsoDate,
): readonly DecisionResult[] {
  const day = asOfDay(asOf, policy);
  return facts.map((one) => decideOn(one, policy, day));
}

function decideOn(facts: InitiativeFacts, policy: Policy, asOf: AsOf): DecisionResult {
  const { initiative } = facts;
  const { stage } = initiative;
  const closed = closedUpTo(facts.closedMonths, asOf.date);
  const totals = monthTotals(facts.lines, facts.values, closed);
  const gaps = scoreGaps(facts.assessments, stage, policy, asOf);
  const readiness = readinessOf(gaps, policy);
  const value = annualisedNet(totals);
  const fullMonths = countFullMonths(totals);
  const months = monthsInStage(initiative, asOf.date);
  const last3 = sumWindow(totals, 3);
  const figures = {
    initiativeId: initiative.id,
    stage,
    isPaused: initiative.isPaused,
    gaps: GAPS.map((gap) => gaps[gap].score),
    readiness,
    value,
    probability: PROBABILITY,
    benefitRealisation: BENEFIT_REALISATION,
    last3,
    last12: sumWindow(totals, 12),
    lifeToDate: sumWindow(totals),
    fullMonths,
    monthsInStage: months,
    timeBoxMonths: timeBoxMonths(initiative, policy),
    asOf: asOf.date,
    policyVersion: policy.version,
    engineVersion: ENGINE_VERSION,
  };
  if (stage === 'retired') {
    return {
      ...figures,
      verdict: null,
      rule: null,
      isAdvance: false,
      rules: [],
      gates: [],
      nextGates: [],
      neededMonths: 0,
      isDataOk: false,
      notes: [],
    };
  }

  const gateInputs: GateInputs = {
    initiative,
    gaps,
    closed,
    readings: facts.readings,
    tripwires: facts.tripwires,
    incidents: facts.incidents,
    policy,
    asOf,
  };
  const gates = evaluateGates(gateInputs, { stage, isNext: false });
  const next = nextStage(stage);
  const nextGates = next === undefined ? [] : evaluateGates(gateInputs, { stage: next, isNext: true });
  const neededMonths = policy.closedMonthsNeeded[stage];
  const isDataOk = fullMonths >= neededMonths;
  const rules = evaluateRules({
    initiative,
    stage,
    gates,
    gaps,
    tripwires: facts.tripwires,
    pastDecisions: facts.pastDecisions,
    policy,
    asOf,
    value,
    readiness,
    fullMonths,
    neededMonths,
    isDataOk,
    dataOkTerm: dataOkTerm(fullMonths, neededMonths),
    valueTerm: valueNotPositiveTerm(value),
    monthsInStage: months,
    timeBoxMonths: figures.timeBoxMonths,
  });
  const decisive = rules.find((rule) => rule.status === 'fires');
  // C1 fires when nothing else does, so there is always one; without it the rules themselves are broken.
  if (decisive === undefined) throw new TypeError(`no rule fired for initiative ${initiative.id}`);
  const canAdvance = stage === 'idea' || stage === 'pilot';
  return {
    ...figures,
    verdict: decisive.verdict,
    rule: decisive.rule,
    isAdvance: decisive.verdict === 'continue' && canAdvance && allPass(nextGates),
    rules,
    gates: outcomes(gates),
    nextGates: outcomes(nextGates),
    neededMonths,
    isDataOk,
    notes: notesFor(initiative, last3, totals),
  };
}

function outcomes(gates: readonly GateResult[]): DecisionResult['gates'] {
  return gates.map((gate) => gate.outcome);
}
