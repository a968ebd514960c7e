import type { EngineMemory } from '#shared/decision/facts.ts';
import { stepBand } from '#shared/decision/hysteresis.ts';
import type { RuleState } from '#shared/decision/rules/rule-state.ts';
import type { Truth } from '#shared/decision/truth.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { ActiveStage } from '#shared/domain/stage.ts';
import type { Stream } from '#shared/uncertainty/streams.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** `maybe_hard`: unknown, and what is missing could be a hard failure. */
export type Gate = 'hard' | 'fixable' | 'unknown' | 'maybe_hard' | 'pass';

/** What the engine reads a rule state from, so far as an improvement of one input can be told from it. */
export interface RandomInputs {
  readonly gates: [Gate, Gate];
  /** What the last FIX was decided for: one of the gates, BRI, the unit cost. */
  cause: 0 | 1 | 'BRI' | 'unit cost';
  memory: EngineMemory | null;
  /** Everything the gates, the cause and the memory do not decide. */
  readonly state: Mutable<RuleState>;
}

const STAGES: readonly ActiveStage[] = ['idea', 'pilot', 'limited', 'scaled'];
const GATES: readonly Gate[] = ['hard', 'fixable', 'unknown', 'maybe_hard'];
const EDGES = [0.15, 0.2, 0.25, 0.3, 0.35, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9];

/** Works gates, cause and memory into the state, as the engine does. In place: this runs millions of times. */
export function derive({ gates, cause, memory, state }: RandomInputs): RuleState {
  const [a, b] = gates;
  const isUnknown = isUnknownGate(a) || isUnknownGate(b);
  const isFixable = a === 'fixable' || b === 'fixable';
  const isHard = a === 'hard' || b === 'hard';
  state.hardFailure = isHard ? true : a === 'maybe_hard' || b === 'maybe_hard' ? null : false;
  state.isGateUnknown = isUnknown;
  state.fixableFailure = isFixable ? true : isUnknown ? null : false;
  state.isCauseOpen = causeOpen(cause, gates, state);
  state.band = state.probability === null ? null : stepBand(memory, state.probability, DEFAULT_POLICY).band;
  state.killWatches = memory === null ? 0 : memory.killWatches;
  state.wasScale = memory === null ? false : memory.wasScale;
  return state;
}

/** Overwrites `to` with what stands in `from`; what {@link derive} works in is left to it. */
export function copyInputs(from: RandomInputs, to: RandomInputs): void {
  to.gates[0] = from.gates[0];
  to.gates[1] = from.gates[1];
  to.cause = from.cause;
  to.memory = from.memory;
  to.state.stage = from.state.stage;
  to.state.isDataOk = from.state.isDataOk;
  to.state.tripwireMissed = from.state.tripwireMissed;
  to.state.value = from.state.value;
  to.state.probability = from.state.probability;
  to.state.unitEconomics = from.state.unitEconomics;
  to.state.bcr50 = from.state.bcr50;
  to.state.paybackProbability = from.state.paybackProbability;
  to.state.benefitRealisation = from.state.benefitRealisation;
  to.state.costPerSuccessRise = from.state.costPerSuccessRise;
  to.state.strikes = from.state.strikes;
  to.state.isLate = from.state.isLate;
  to.state.isAssetMissing = from.state.isAssetMissing;
  to.state.isFunded = from.state.isFunded;
  to.state.areNextFloorsMet = from.state.areNextFloorsMet;
  to.state.readiness = from.state.readiness;
}

function isUnknownGate(gate: Gate): boolean {
  return gate === 'unknown' || gate === 'maybe_hard';
}

function causeOpen(cause: RandomInputs['cause'], gates: RandomInputs['gates'], state: RuleState): Truth {
  if (cause === 'BRI') return state.benefitRealisation === null ? null : state.benefitRealisation < 0.7;
  if (cause === 'unit cost') return state.costPerSuccessRise === null ? null : state.costPerSuccessRise > 0.2;
  const gate = gates[cause];
  return isUnknownGate(gate) ? null : gate !== 'pass';
}

/** Any inputs at all, those that turn something more often than chance would have it. */
export function randomInputs(stream: Stream): RandomInputs {
  const below = (n: number) => Math.floor(stream.nextUniform() * n);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const isRare = () => stream.nextUniform() < 0.12;
  const truth = (): Truth => (isRare() ? (stream.nextUniform() < 0.6 ? true : null) : false);
  const gate = (): Gate => (isRare() ? pick(GATES) : 'pass');
  const around = (cut: number, spread: number) => cut + spread * (stream.nextUniform() - 0.5);
  const orNull = (value: number) => (isRare() ? null : value);
  const isSimulated = !isRare();
  const simulated = (value: number) => (isSimulated ? orNull(value) : null);
  return {
    gates: [gate(), gate()],
    cause: pick([0, 1, 'BRI', 'unit cost'] as const),
    memory:
      stream.nextUniform() < 0.3
        ? null
        : {
            band: pick([0, 1, 2, 3] as const),
            pending: pick([-1, 0, 1] as const),
            killWatches: below(4),
            wasScale: stream.nextUniform() < 0.3,
          },
    state: {
      stage: pick(STAGES),
      hardFailure: false,
      isGateUnknown: false,
      fixableFailure: false,
      tripwireMissed: truth(),
      // Data are in order only when there was something to simulate.
      isDataOk: isSimulated && !isRare(),
      value: isSimulated ? pick([-5, -1, 0, 1, 3, 5]) : null,
      probability: isSimulated ? probability(stream) : null,
      band: null,
      killWatches: 0,
      unitEconomics: simulated(isRare() ? around(0.1, 0.1) : stream.nextUniform()),
      bcr50: simulated(around(1.6, 0.6)),
      paybackProbability: simulated(around(0.75, 0.3)),
      benefitRealisation: orNull(around(0.95, 0.6)),
      costPerSuccessRise: orNull(around(0.05, 0.4)),
      strikes: below(4),
      isCauseOpen: false,
      isLate: truth(),
      isAssetMissing: isRare(),
      isFunded: !isRare(),
      areNextFloorsMet: isRare() ? pick([false, null]) : true,
      readiness: orNull(around(76, 20)),
      wasScale: false,
    },
  };
}

function probability(stream: Stream): number {
  const u = stream.nextUniform();
  if (u < 0.5) return stream.nextUniform();
  const edge = EDGES[Math.floor(stream.nextUniform() * EDGES.length)] as number;
  if (u < 0.75) return edge;
  return edge + (stream.nextUniform() - 0.5) * 0.02;
}

/** Improves one input named in methodology 8.4, in place; false where there is nothing to improve. */
export type Improvement = (inputs: RandomInputs, stream: Stream) => boolean;

/** A figure moved up by part of `most`; unknown stays unknown. */
function raised(figure: number | null, most: number, stream: Stream): number | null {
  return figure === null ? null : figure + most * stream.nextUniform();
}

/** hard < fixable = unknown < pass: the step up may go anywhere above. */
function betterGate(place: 0 | 1): Improvement {
  return ({ gates }, stream) => {
    const now = gates[place];
    if (now === 'pass') return false;
    const better = now === 'hard' ? ABOVE_HARD : ABOVE_OTHERS;
    gates[place] = better[Math.floor(stream.nextUniform() * better.length)] as Gate;
    return true;
  };
}

const ABOVE_HARD: readonly Gate[] = ['fixable', 'unknown', 'maybe_hard', 'pass'];
const ABOVE_OTHERS: readonly Gate[] = ['pass'];

export const IMPROVEMENTS: Readonly<Record<string, Improvement>> = {
  E: ({ state }, stream) => {
    state.value = raised(state.value, 6, stream);
    return state.value !== null;
  },
  P: ({ state }, stream) => {
    if (state.probability === null) return false;
    state.probability = Math.max(state.probability, probability(stream));
    return true;
  },
  UE: ({ state }, stream) => {
    state.unitEconomics = raised(state.unitEconomics, 0.5, stream);
    return state.unitEconomics !== null;
  },
  BCR50: ({ state }, stream) => {
    state.bcr50 = raised(state.bcr50, 0.5, stream);
    return state.bcr50 !== null;
  },
  PB: ({ state }, stream) => {
    state.paybackProbability = raised(state.paybackProbability, 0.3, stream);
    return state.paybackProbability !== null;
  },
  BRI: ({ state }, stream) => {
    state.benefitRealisation = raised(state.benefitRealisation, 0.5, stream);
    return state.benefitRealisation !== null;
  },
  R: ({ state }, stream) => {
    state.readiness = raised(state.readiness, 12, stream);
    return state.readiness !== null;
  },
  'cost per success': ({ state }, stream) => {
    if (state.costPerSuccessRise === null) return false;
    state.costPerSuccessRise -= stream.nextUniform() * 0.4;
    return true;
  },
  'one gate': betterGate(0),
  'another gate': betterGate(1),
  tripwire: ({ state }) => {
    const was = state.tripwireMissed;
    state.tripwireMissed = false;
    return was !== false;
  },
  strikes: ({ state }) => {
    if (state.strikes === 0) return false;
    state.strikes -= 1;
    return true;
  },
  lateness: ({ state }) => {
    const was = state.isLate;
    state.isLate = false;
    return was !== false;
  },
  'asset live': ({ state }) => {
    const was = state.isAssetMissing;
    state.isAssetMissing = false;
    return was !== false;
  },
  funded: ({ state }) => {
    const was = state.isFunded;
    state.isFunded = true;
    return !was;
  },
};
