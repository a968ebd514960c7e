import type { ActiveStage } from '../domain/stage.ts';
import type { SimulatedFigures } from './figures.ts';
import { bandView } from './hysteresis.ts';
import type { Prepared } from './prepare.ts';
import type { BandView, Figure, Missing } from './result.ts';
import { judgeAssets } from './rules/assets.ts';
import { judgeData } from './rules/data-check.ts';
import { judgeFloors } from './rules/floors.ts';
import type { Judged } from './rules/judged.ts';
import type { RuleFigures } from './rules/rule-inputs.ts';
import type { RuleState } from './rules/rule-state.ts';
import { judgeStrikes } from './rules/strikes.ts';
import { judgeTimeBox } from './rules/time-box.ts';
import { judgeTripwires } from './rules/tripwires.ts';
import type { Truth } from './truth.ts';

/** What the ordered rules depend on, the figures they compare, with the questions about the facts it was judged from. */
export interface JudgedState {
  readonly state: RuleState;
  readonly figures: RuleFigures;
  readonly band: BandView | null;
  readonly data: Judged;
  readonly tripwires: Judged;
  readonly strikes: Judged;
  readonly timeBox: Judged;
  readonly assets: Judged;
  readonly floors: Judged;
}

/** Judges everything the rules ask of an active initiative. E stands in minor units. */
export function judgeState(prepared: Prepared, stage: ActiveStage, simulated: SimulatedFigures): JudgedState {
  const { facts, context, asOf, memory, gates, gaps, funding, model } = prepared;
  const { policy } = context;
  const { initiative, pastDecisions } = facts;
  const figures: RuleFigures = {
    readiness: prepared.readiness,
    value: simulated.value,
    probability: simulated.probability,
    bcr50: simulated.bcr50,
    unitEconomics: simulated.unitEconomics,
    paybackProbability: simulated.paybackProbability,
    benefitRealisation: prepared.record.realisation,
    costPerSuccessRise: prepared.unit.rise,
  };
  const data = judgeData(
    {
      stage,
      modelMissing: model.status === 'incomplete' ? model.missing : NOTHING,
      confidence: prepared.confidence,
      fullMonths: prepared.fullMonths,
    },
    policy,
  );
  const probability = knownValue(figures.probability);
  const band = probability === null ? null : bandView(memory, probability, policy);
  const tripwires = judgeTripwires(facts.tripwires, pastDecisions, policy, asOf);
  const performance = {
    strikes: prepared.strikes,
    benefitRealisation: knownValue(figures.benefitRealisation),
    costPerSuccessRise: knownValue(figures.costPerSuccessRise),
  };
  const strikes = judgeStrikes(pastDecisions, { gates, policy, state: performance, figures });
  const timeBox = judgeTimeBox(prepared.monthsInStage, prepared.timeBoxMonths, initiative.isPaused);
  const assets = judgeAssets(facts.assetUses, stage);
  const floors = stage === 'limited' || stage === 'scaled' ? judgeFloors(gaps, policy) : NOT_ASKED;
  const state: RuleState = {
    stage,
    hardFailure: hardFailure(prepared),
    isGateUnknown: gates.some(({ outcome }) => outcome.state === 'unknown'),
    fixableFailure: fixableFailure(prepared),
    tripwireMissed: tripwires.truth,
    isDataOk: data.truth === true,
    value: knownValue(figures.value),
    probability,
    band: band === null ? null : band.band,
    killWatches: memory?.killWatches ?? 0,
    unitEconomics: knownValue(figures.unitEconomics),
    bcr50: knownValue(figures.bcr50),
    paybackProbability: knownValue(figures.paybackProbability),
    benefitRealisation: performance.benefitRealisation,
    costPerSuccessRise: performance.costPerSuccessRise,
    strikes: performance.strikes,
    isCauseOpen: strikes.truth,
    isLate: timeBox.truth,
    isAssetMissing: assets.truth,
    isFunded: funding.isFunded,
    areNextFloorsMet: floors.truth,
    readiness: knownValue(figures.readiness),
    wasScale: memory?.wasScale ?? false,
  };
  return { state, figures, band, data, tripwires, strikes, timeBox, assets, floors };
}

const NOTHING: readonly Missing[] = [];
/** Before production S1 cannot fire, whatever the floors of scaled. */
const NOT_ASKED: Judged = { truth: null, terms: [], missing: [] };

function knownValue(figure: Figure): number | null {
  return figure.status === 'known' ? figure.value : null;
}

/** Unknown while a fact that could be a hard failure is not there: the lawful basis, the risk class. */
function hardFailure({ gates }: Prepared): Truth {
  if (gates.some(({ outcome }) => outcome.state === 'hard')) return true;
  return gates.some(({ hardMissing }) => hardMissing.length > 0) ? null : false;
}

/** Also true where the failure stands beside something unknown in the same gate. */
function fixableFailure({ gates }: Prepared): Truth {
  if (gates.some(({ outcome }) => outcome.findings.some(({ state }) => state === 'fixable'))) return true;
  return gates.some(({ outcome }) => outcome.state === 'unknown') ? null : false;
}
