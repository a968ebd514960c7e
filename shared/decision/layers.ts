import { addMonths, formatMonth, monthOf } from '../domain/calendar.ts';
import { GAP_NAMES, type Gap } from '../domain/gap.ts';
import type { GateId } from '../domain/verdict.ts';
import type { AsOf } from './evidence.ts';
import type { InitiativeFacts } from './facts.ts';
import type { Funding } from './funding.ts';
import type { GapViews } from './readiness.ts';
import type { GateOutcome, Layer, LayerItem, LayerOutcome, WindowSum } from './result.ts';

/** Share of the expected values of the last 3 closed months that must be measured. */
const MEASURED_SHARE = 0.5;

/** What the layers are read from. */
export interface LayerInputs {
  /** As known on the as-of date. */
  readonly facts: InitiativeFacts;
  readonly gaps: GapViews;
  readonly gates: readonly GateOutcome[];
  readonly last3: WindowSum;
  readonly funding: Funding;
  readonly asOf: AsOf;
}

/**
 * The three layers under every agent (6.3 of the content page): measurement, infrastructure, strategy. Solid when all
 * their items hold, missing when none does, else partial; what cannot be told does not hold. Skip any one and the
 * pilot stays a pilot.
 */
export function layerOutcomes(inputs: LayerInputs): readonly LayerOutcome[] {
  return [
    layer('measurement', [
      gatePasses('G2', 'the success metric passes its gate', inputs),
      measuredShare(inputs),
      lastMonthClosed(inputs),
    ]),
    layer('infrastructure', [
      atFloor('data', inputs),
      atFloor('integration', inputs),
      atFloor('evaluation', inputs),
      telemetry(inputs),
    ]),
    layer('strategy', [
      gatePasses('G1', 'owners are named', inputs),
      atFloor('change', inputs),
      {
        code: 'purpose',
        text: 'a problem worth solving is stated',
        holds: inputs.facts.initiative.purpose.trim() !== '',
      },
      inPlan(inputs),
    ]),
  ];
}

function layer(name: Layer, items: readonly LayerItem[]): LayerOutcome {
  const held = items.filter((item) => item.holds === true).length;
  return {
    layer: name,
    state: held === items.length ? 'solid' : held === 0 ? 'missing' : 'partial',
    items,
  };
}

function gatePasses(gate: GateId, text: string, { gates }: LayerInputs): LayerItem {
  const state = gates.find((outcome) => outcome.gate === gate)?.state;
  return { code: gate, text, holds: state === 'unknown' ? null : state === 'pass' };
}

function measuredShare({ last3 }: LayerInputs): LayerItem {
  const { measured, expected } = last3;
  return {
    code: 'measuredShare',
    text: 'at least half of the values of the last 3 closed months are measured',
    holds: expected === 0 ? null : measured / expected >= MEASURED_SHARE,
  };
}

function lastMonthClosed({ facts, asOf }: LayerInputs): LayerItem {
  const month = addMonths(monthOf(asOf.date), -1);
  return {
    code: 'lastMonth',
    text: `the last month, ${formatMonth(month)}, is closed`,
    holds: facts.closedMonths.includes(month),
  };
}

/** An idea has no floors: it needs a written plan for the gap, as its gates ask. */
function atFloor(gap: Gap, { gaps }: LayerInputs): LayerItem {
  const { score, plan } = gaps[gap];
  const name = GAP_NAMES[gap];
  if (score.floor === null) {
    return {
      code: `floor:${gap}`,
      text: `${name} has a written plan`,
      holds: score.level === null ? null : plan !== null,
    };
  }
  return {
    code: `floor:${gap}`,
    text: `${name} is at its floor, level ${score.floor}`,
    holds: score.level === null || score.isStale ? null : score.level >= score.floor,
  };
}

function telemetry({ facts }: LayerInputs): LayerItem {
  return {
    code: 'telemetry',
    text: 'production telemetry is evidence of at least one level',
    holds: facts.assessments.some(({ evidence }) => evidence.some(({ kind }) => kind === 'telemetry')),
  };
}

function inPlan({ funding }: LayerInputs): LayerItem {
  const isPlaced = funding.isAdopted && funding.isFunded && !funding.isNewer;
  return {
    code: 'plan',
    text: 'it has a place in the adopted plan',
    holds: isPlaced,
  };
}
