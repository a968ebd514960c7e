import { addMonths, monthOf } from '../../domain/calendar.ts';
import { evaluateAt } from '../../forward-model/deterministic.ts';
import type { DrawColumns } from '../../forward-model/draw-columns.ts';
import { flowBand, paybackByMonth } from '../../forward-model/flow-band.ts';
import { simulate } from '../../forward-model/simulate.ts';
import { evpi } from '../../uncertainty/value-of-information.ts';
import { evaluate, type Simulate } from '../evaluate.ts';
import type { Explanation } from '../explanation.ts';
import type { EngineContext, InitiativeFacts } from '../facts.ts';
import { inputHash } from '../input-hash.ts';
import { knownOn } from '../known-facts.ts';
import { prepare } from '../prepare.ts';
import type { DecisionResult } from '../result.ts';
import { readinessMark } from '../rules/conditions.ts';
import type { RuleState } from '../rules/rule-state.ts';
import { allFlips } from './all-flips.ts';
import { driverEffects } from './driver-effects.ts';
import { type Engine, openEngine, Stopped } from './engine.ts';
import type { EngineInputs, Recommendation } from './engine-inputs.ts';
import { cheapestTest, measureNext } from './measure-next.ts';
import { readinessMoves } from './readiness-moves.ts';
import { sinceReview } from './since-review.ts';
import { verdictShares } from './verdict-shares.ts';

/** What the last closed review kept of an initiative: the inputs of then, and what came of them. */
export interface PreviousInputs extends Recommendation {
  readonly reviewName: string;
  readonly endsOn: Explanation['asOf'];
  readonly facts: InitiativeFacts;
  readonly context: EngineContext;
}

export interface ExplainOptions {
  /** Answers the simulation of the inputs as they are, if somebody has it already. */
  readonly simulate?: Simulate;
  /** Asked before every run of the engine; true ends the explanation. */
  readonly shouldStop?: () => boolean;
}

/**
 * Why the initiative has its verdict and what would change it (methodology 3.4, 4.3, 8.7): drivers, flips, stability,
 * verdict shares, what changed since the last closed review and which change mattered, what to measure next. Pure and
 * deterministic. All variations run on the draws of the verdict itself, so they differ from it by their inputs alone.
 * 'cancelled' when told to stop. Money in minor units.
 */
export function explain(
  facts: InitiativeFacts,
  context: EngineContext,
  previous: PreviousInputs | null,
  options: ExplainOptions = {},
): Explanation | 'cancelled' {
  try {
    return explained({ facts: knownOn(facts, context.asOf), context }, previous, options);
  } catch (error) {
    if (error instanceof Stopped) return 'cancelled';
    throw error;
  }
}

function explained(
  inputs: EngineInputs,
  previous: PreviousInputs | null,
  { simulate: given, shouldStop = () => false }: ExplainOptions,
): Explanation {
  const { facts, context } = inputs;
  const result = evaluate(facts, context, simulationOf(given, shouldStop));
  const draws = result.simulated?.draws ?? null;
  const engine = openEngine(draws ?? context.policy.draws, shouldStop);
  const state = engine.stateAt(inputs);
  const base = engine.recommend(inputs);
  const simulated = simulatedPart(inputs, result, state, engine);
  const measurements = measureNext(result.rules, facts.drivers, simulated.drivers);
  return {
    initiativeId: facts.initiative.id,
    asOf: context.asOf,
    engineVersion: result.engineVersion,
    policyVersion: result.policyVersion,
    seed: result.seed,
    inputHash: inputHash(facts, context),
    draws,
    ...simulated,
    ...(state === null ? NO_FLIPS : allFlips(inputs, result, state, base, engine.recommend)),
    readinessMoves: movesOf(inputs, result, state, engine),
    measureNext: measurements,
    cheapestTest: cheapestTest(measurements),
    sinceReview: previous === null ? null : reviewPart(inputs, previous, result, base, engine),
  };
}

const NO_FLIPS: Pick<Explanation, 'flips' | 'stability'> = {
  flips: [],
  stability: { value: null, label: null, input: null },
};

/** Without an answer at hand the simulation runs here, and can be stopped. */
function simulationOf(given: Simulate | undefined, shouldStop: () => boolean): Simulate {
  return (request) => {
    const answer = given?.(request) ?? 'computing';
    if (answer !== 'computing') return answer;
    const simulated = simulate(request, shouldStop);
    if (simulated === 'cancelled') throw new Stopped('the simulation was stopped');
    return simulated;
  };
}

type SimulatedPart = Pick<
  Explanation,
  'deltaAtP50' | 'drivers' | 'verdictShares' | 'evpi' | 'flow' | 'paybackBy'
>;

const NOT_SIMULATED: SimulatedPart = {
  deltaAtP50: null,
  drivers: [],
  verdictShares: [],
  evpi: null,
  flow: [],
  paybackBy: [],
};

/** Everything that is read off the draws of the inputs as they are. */
function simulatedPart(
  { facts, context }: EngineInputs,
  result: DecisionResult,
  state: RuleState | null,
  engine: Engine,
): SimulatedPart {
  const { model } = prepare(facts, context);
  if (model.status !== 'complete' || state === null) return NOT_SIMULATED;
  const columns = engine.replay(context.seed).columns(model.model);
  const { minorPerUnit } = context;
  const deltaAt = (values: readonly number[]): number => evaluateAt(model.model, values).delta;
  const { deltaAtP50, effects } = driverEffects(facts.drivers, columns, deltaAt, minorPerUnit);
  return {
    deltaAtP50,
    drivers: effects,
    verdictShares: verdictShares(state, columns, context.policy),
    evpi: Math.round(evpi(columns.delta) * minorPerUnit),
    flow: flowBand(columns).map(({ month, atP50, p10, p50, p90 }) => ({
      month,
      atP50: atP50 * minorPerUnit,
      p10: p10 * minorPerUnit,
      p50: p50 * minorPerUnit,
      p90: p90 * minorPerUnit,
    })),
    paybackBy: paybackOf(columns, result, context),
  };
}

function paybackOf(
  columns: DrawColumns,
  { lifeToDate }: DecisionResult,
  { asOf, minorPerUnit }: EngineContext,
): Explanation['paybackBy'] {
  const points = paybackByMonth(columns, lifeToDate.net / minorPerUnit);
  return points.map(({ month, probability }) => ({ month: addMonths(monthOf(asOf), month), probability }));
}

function movesOf(
  inputs: EngineInputs,
  { gaps }: DecisionResult,
  state: RuleState | null,
  engine: Engine,
): Explanation['readinessMoves'] {
  if (state === null || state.readiness === null) return [];
  const readiness = { now: state.readiness, mark: readinessMark(state, inputs.context.policy) };
  return readinessMoves(inputs, gaps, readiness, (varied) => engine.stateAt(varied)?.readiness ?? null);
}

function reviewPart(
  now: EngineInputs,
  previous: PreviousInputs,
  { gaps }: DecisionResult,
  base: Recommendation,
  engine: Engine,
): Explanation['sinceReview'] {
  const { context } = previous;
  const old: EngineInputs = { facts: knownOn(previous.facts, context.asOf), context };
  const before = prepare(old.facts, context).gaps;
  const scores = { old: Object.values(before).map(({ score }) => score), now: gaps };
  return sinceReview(previous, { old, now }, scores, base, engine.recommend);
}
