import { nextStage } from '../domain/stage.ts';
import type { IsoDate } from '../domain/units.ts';
import { countFullMonths, type MonthTotals, monthTotals, sumWindow } from '../finance/tracking.ts';
import { buildForwardModel } from '../forward-model/build.ts';
import type { ForwardModel, SimulationRequest } from '../forward-model/model.ts';
import { type BenefitRecord, benefitRecord } from './benefit-record.ts';
import { dataConfidence } from './confidence.ts';
import { type AsOf, asOfDay } from './evidence.ts';
import type { EngineContext, EngineMemory, InitiativeFacts } from './facts.ts';
import { type Funding, fundingOf, planOn } from './funding.ts';
import type { GateInputs, GateResult } from './gates/gate-result.ts';
import { evaluateGates } from './gates/gates.ts';
import { knownOn } from './known-facts.ts';
import { NO_FORWARD_MODEL } from './missing.ts';
import { type GapViews, readinessOf, scoreGaps } from './readiness.ts';
import type { Figure, Missing, WindowSum } from './result.ts';
import { countStrikes } from './rules/strikes.ts';
import { monthsInStage, timeBoxMonths } from './rules/time-box.ts';
import { simulationCuts } from './simulation-cuts.ts';
import { type UnitCost, unitCost } from './unit-cost.ts';

/** Everything a verdict rests on but the simulation: worked out at once, without waiting. */
export interface Prepared {
  /** As known on the as-of date. */
  readonly facts: InitiativeFacts;
  readonly context: EngineContext;
  readonly asOf: AsOf;
  readonly memory: EngineMemory | null;
  readonly totals: readonly MonthTotals[];
  readonly last3: WindowSum;
  readonly fullMonths: number;
  readonly gaps: GapViews;
  readonly readiness: Figure;
  /** Of the current column and the next one; none for a retired initiative. */
  readonly gates: readonly GateResult[];
  readonly nextGates: readonly GateResult[];
  readonly record: BenefitRecord;
  readonly unit: UnitCost;
  readonly confidence: number;
  readonly funding: Funding;
  readonly strikes: number;
  readonly monthsInStage: number | null;
  readonly timeBoxMonths: number | null;
  readonly model: ModelAnswer;
}

/** The forward model and what to ask the simulation; or what its inputs lack; or nothing, for a retired initiative. */
export type ModelAnswer =
  | {
      readonly status: 'complete';
      readonly model: ForwardModel;
      readonly flags: readonly Missing[];
      readonly request: SimulationRequest;
    }
  | { readonly status: 'incomplete'; readonly missing: readonly Missing[] }
  | { readonly status: 'retired' };

/**
 * Reads the facts known on the as-of date of the context into all that the rules need beside the simulation.
 * @throws RangeError when amounts of money add up beyond the range of exact whole numbers.
 */
export function prepare(allFacts: InitiativeFacts, given: EngineContext): Prepared {
  const context = knownContext(given);
  const { policy } = context;
  const asOf = dayOf(context);
  const facts = knownOn(allFacts, asOf.date);
  const { initiative, closedMonths } = facts;
  const totals = monthTotals(facts.lines, facts.values, closedMonths, policy);
  const gaps = scoreGaps(facts.assessments, initiative.stage, policy, asOf);
  const record = benefitRecord(facts, policy);
  const memory = context.memory.get(initiative.id) ?? null;
  return {
    facts,
    context,
    asOf,
    memory,
    totals,
    last3: sumWindow(totals, 3),
    fullMonths: countFullMonths(totals),
    gaps,
    readiness: readinessOf(gaps, policy),
    gates: gatesOf(facts, gaps, context, asOf, 'current'),
    nextGates: gatesOf(facts, gaps, context, asOf, 'next'),
    record,
    unit: unitCost(facts),
    confidence: dataConfidence(gaps, record.outcomeLines, record.months, policy),
    funding: fundingOf(initiative.id, context),
    strikes: countStrikes(facts.pastDecisions),
    monthsInStage: monthsInStage(initiative, asOf.date),
    timeBoxMonths: timeBoxMonths(initiative, policy),
    model: modelOf(facts, record.haircut, memory, context),
  };
}

function gatesOf(
  facts: InitiativeFacts,
  gaps: GapViews,
  { policy }: EngineContext,
  asOf: AsOf,
  column: 'current' | 'next',
): readonly GateResult[] {
  const { stage } = facts.initiative;
  const read = stage === 'retired' || column === 'current' ? stage : nextStage(stage);
  if (read === 'retired' || read === undefined) return NO_GATES;
  const inputs: GateInputs = {
    initiative: facts.initiative,
    gaps,
    closed: facts.closedMonths,
    readings: facts.readings,
    tripwires: facts.tripwires,
    incidents: facts.incidents,
    policy,
    asOf,
  };
  return evaluateGates(inputs, { stage: read, isNext: column === 'next' });
}

const NO_GATES: readonly GateResult[] = [];

function modelOf(
  facts: InitiativeFacts,
  haircut: Figure,
  memory: EngineMemory | null,
  context: EngineContext,
): ModelAnswer {
  if (facts.initiative.stage === 'retired') return RETIRED;
  if (facts.drivers.length === 0 && facts.scopes.length === 0) return NOTHING_ENTERED;
  const built = buildForwardModel(facts, haircut.status === 'known' ? haircut.value : null, context);
  if (built.status === 'incomplete') return built;
  const { policy, seed } = context;
  return {
    status: 'complete',
    model: built.model,
    flags: built.flags,
    request: {
      model: built.model,
      seed,
      draws: policy.draws,
      mostDraws: policy.mostDraws,
      cuts: simulationCuts(policy, memory),
    },
  };
}

const RETIRED: ModelAnswer = { status: 'retired' };
const NOTHING_ENTERED: ModelAnswer = { status: 'incomplete', missing: [NO_FORWARD_MODEL] };

/** A plan adopted after the as-of date is not there yet. */
function knownContext(context: EngineContext): EngineContext {
  const plan = planOn(context.plan, context.asOf);
  return plan === context.plan ? context : { ...context, plan };
}

const DAYS = new WeakMap<EngineContext['policy'], Map<IsoDate, AsOf>>();

/** The as-of day with its judge of evidence, one per policy and day: a portfolio shares a few dates of evidence. */
function dayOf({ policy, asOf }: EngineContext): AsOf {
  let days = DAYS.get(policy);
  if (days === undefined) {
    days = new Map();
    DAYS.set(policy, days);
  }
  let day = days.get(asOf);
  if (day === undefined) {
    day = asOfDay(asOf, policy);
    days.set(asOf, day);
  }
  return day;
}
