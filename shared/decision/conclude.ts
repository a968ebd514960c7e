import { GAPS } from '../domain/gap.ts';
import type { ActiveStage } from '../domain/stage.ts';
import { RULE_VERDICTS } from '../domain/verdict.ts';
import { sumWindow } from '../finance/tracking.ts';
import { reachByStage } from '../forward-model/weights.ts';
import { checklistOutcomes } from './checklist-outcomes.ts';
import { type Answer, type SimulatedFigures, simulatedFigures } from './figures.ts';
import type { GateResult } from './gates/gate-result.ts';
import { allPass } from './gates/gates.ts';
import { layerOutcomes } from './layers.ts';
import { SIMULATION } from './missing.ts';
import { notesFor } from './notes.ts';
import { overrideInForce } from './override.ts';
import type { Prepared } from './prepare.ts';
import { type DecisionResult, ENGINE_VERSION, type RuleOutcome, type Simulated } from './result.ts';
import { type JudgedState, judgeState } from './rule-state-of.ts';
import { decidingRule, ruleTruths, valueClassOf } from './rules/conditions.ts';
import { describeRules } from './rules/rules.ts';
import { isWaiting } from './rules/waiting.ts';

/** The part of a result that a retired initiative has none of. */
type Decided = Pick<
  DecisionResult,
  | 'verdict'
  | 'rule'
  | 'isComputing'
  | 'isAdvance'
  | 'rules'
  | 'gates'
  | 'nextGates'
  | 'band'
  | 'valueClass'
  | 'simulated'
  | 'reach'
  | 'layers'
  | 'checklist'
  | 'override'
  | 'neededMonths'
  | 'isDataOk'
  | 'notes'
>;

/**
 * The verdict from what was prepared and what the simulation said (methodology 8.1, steps 4 to 7).
 * @param simulated null when there was nothing to simulate
 */
export function conclude(prepared: Prepared, simulated: Simulated | 'computing' | null): DecisionResult {
  const { stage } = prepared.facts.initiative;
  const figures = figuresOf(prepared, simulated);
  if (stage === 'retired') return resultOf(prepared, figures, NOTHING_DECIDED);
  const judged = judgeState(prepared, stage, figures);
  return resultOf(prepared, figures, decide(prepared, stage, judged, simulated));
}

/** The state the rules run on, for an active initiative; null for a retired one. What explanations vary. */
export function stateOf(prepared: Prepared, simulated: Simulated | 'computing' | null): JudgedState | null {
  const { stage } = prepared.facts.initiative;
  return stage === 'retired' ? null : judgeState(prepared, stage, figuresOf(prepared, simulated));
}

function figuresOf(
  { model, context }: Prepared,
  simulated: Simulated | 'computing' | null,
): SimulatedFigures {
  return simulatedFigures(answerOf(model, simulated), context.minorPerUnit);
}

function answerOf(model: Prepared['model'], simulated: Simulated | 'computing' | null): Answer {
  if (model.status !== 'complete') return model;
  if (simulated === null || simulated === 'computing') return { status: 'computing', model: model.model };
  return { status: 'done', model: model.model, simulated };
}

/** Member by member rather than by spreading: this runs for every initiative at every look at the portfolio. */
function resultOf(prepared: Prepared, figures: SimulatedFigures, decided: Decided): DecisionResult {
  const { facts, context, asOf, record, unit, totals, funding, gaps } = prepared;
  const { initiative } = facts;
  return {
    initiativeId: initiative.id,
    stage: initiative.stage,
    isPaused: initiative.isPaused,
    verdict: decided.verdict,
    rule: decided.rule,
    isComputing: decided.isComputing,
    isAdvance: decided.isAdvance,
    rules: decided.rules,
    gates: decided.gates,
    nextGates: decided.nextGates,
    gaps: GAPS.map((gap) => gaps[gap].score),
    readiness: prepared.readiness,
    value: figures.value,
    probability: figures.probability,
    bcr50: figures.bcr50,
    unitEconomics: figures.unitEconomics,
    paybackProbability: figures.paybackProbability,
    benefitRealisation: record.realisation,
    benefitHaircut: record.haircut,
    costPerSuccess: unit.costPerSuccess,
    costPerSuccessRise: unit.rise,
    confidence: prepared.confidence,
    band: decided.band,
    valueClass: decided.valueClass,
    simulated: decided.simulated,
    reach: decided.reach,
    strikes: prepared.strikes,
    plan: { isAdopted: funding.isAdopted, isFunded: funding.isFunded },
    layers: decided.layers,
    checklist: decided.checklist,
    override: decided.override,
    last3: prepared.last3,
    last12: sumWindow(totals, 12),
    lifeToDate: sumWindow(totals),
    fullMonths: prepared.fullMonths,
    neededMonths: decided.neededMonths,
    isDataOk: decided.isDataOk,
    monthsInStage: prepared.monthsInStage,
    timeBoxMonths: prepared.timeBoxMonths,
    notes: decided.notes,
    asOf: asOf.date,
    policyVersion: context.policy.version,
    engineVersion: ENGINE_VERSION,
    seed: context.seed,
  };
}

const NOTHING_DECIDED: Decided = {
  verdict: null,
  rule: null,
  isComputing: false,
  isAdvance: false,
  rules: [],
  gates: [],
  nextGates: [],
  band: null,
  valueClass: null,
  simulated: null,
  reach: [],
  layers: [],
  checklist: [],
  override: null,
  neededMonths: 0,
  isDataOk: false,
  notes: [],
};

function decide(
  prepared: Prepared,
  stage: ActiveStage,
  judged: JudgedState,
  answer: Simulated | 'computing' | null,
): Decided {
  const { facts, context, gates, nextGates, funding, model, asOf, last3, totals } = prepared;
  const { policy } = context;
  const { state, band } = judged;
  const flags = model.status === 'complete' ? model.flags : [];
  const simulated = answer === 'computing' || model.status !== 'complete' ? null : answer;
  const isComputing = answer === 'computing' && model.status === 'complete' && isWaiting(state, policy);
  const rule = isComputing ? null : decidingRule(state, policy);
  const verdict = rule === null ? null : RULE_VERDICTS[rule];
  const outcomes = gates.map(outcomeOf);
  const truths = ruleTruths(state, policy);
  const rules = describeRules({ ...judged, truths, policy, simulated, gates });
  return {
    verdict,
    rule,
    isComputing,
    isAdvance: verdict === 'continue' && isBeforeProduction(stage) && allPass(nextGates),
    rules: isComputing ? rules.map(undecided) : rules,
    gates: outcomes,
    nextGates: nextGates.map(outcomeOf),
    band,
    valueClass: valueClassOf(state),
    simulated,
    reach: model.status === 'complete' ? reachByStage(model.model) : [],
    layers: layerOutcomes({ facts, gaps: prepared.gaps, gates: outcomes, last3, funding, asOf }),
    checklist: checklistOutcomes(facts.checklist, outcomes, asOf.date),
    override: overrideInForce(facts.pastDecisions, asOf.date),
    neededMonths: policy.closedMonthsNeeded[stage],
    isDataOk: state.isDataOk,
    notes: notesFor({ facts, policy, funding, last3, totals, flags, simulated, band }),
  };
}

function outcomeOf({ outcome }: GateResult): GateResult['outcome'] {
  return outcome;
}

function isBeforeProduction(stage: ActiveStage): boolean {
  return stage === 'idea' || stage === 'pilot';
}

/** While the simulation runs nobody knows whether nothing else fires. */
function undecided(outcome: RuleOutcome): RuleOutcome {
  if (outcome.rule !== 'C1' || outcome.status !== 'fires') return outcome;
  return { ...outcome, status: 'not_evaluated', missing: [SIMULATION] };
}
