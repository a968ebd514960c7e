import { formatMonth } from '../domain/calendar.ts';
import type { OutcomeLine } from '../domain/initiative.ts';
import type { Policy } from '../domain/policy.ts';
import { isUnattributedRevenue } from '../finance/claimed-share.ts';
import type { MonthTotals } from '../finance/tracking.ts';
import type { InitiativeFacts } from './facts.ts';
import type { Funding } from './funding.ts';
import type { BandView, DecisionResult, Missing, Simulated, WindowSum } from './result.ts';

type Note = DecisionResult['notes'][number];

/** What notes are made from. */
export interface NoteInputs {
  /** As known on the as-of date. */
  readonly facts: InitiativeFacts;
  readonly policy: Policy;
  readonly funding: Funding;
  readonly last3: WindowSum;
  readonly totals: readonly MonthTotals[];
  /** Inputs of the forward model that are used as they are but should be looked at. */
  readonly flags: readonly Missing[];
  readonly simulated: Simulated | null;
  readonly band: BandView | null;
}

const NO_PLAN_ADOPTED: Note = { code: 'noPlan', text: 'No plan adopted: every initiative counts as funded.' };
const NEWER: Note = {
  code: 'newerThanPlan',
  text: 'Newer than the adopted plan, which does not name it: it counts as funded.',
};
const PAUSED: Note = { code: 'paused', text: 'Paused: the time-box clock stands still, tripwires do not.' };
const LATE_BASELINE: Note = {
  code: 'lateBaseline',
  text: 'The baseline was taken after the stage began; it counts because it comes from a holdout or a group without the agent.',
};

/** Sentences that belong beside the verdict and its figures. */
export function notesFor(inputs: NoteInputs): readonly Note[] {
  const { facts, funding } = inputs;
  const notes: Note[] = [];
  if (!funding.isAdopted) notes.push(NO_PLAN_ADOPTED);
  else if (funding.isNewer) notes.push(NEWER);
  if (facts.initiative.isPaused) notes.push(PAUSED);
  if (isBaselineLate(facts)) notes.push(LATE_BASELINE);
  notes.push(...monthNotes(inputs), ...claimNotes(facts), ...simulationNotes(inputs));
  return notes;
}

function isBaselineLate({ initiative }: InitiativeFacts): boolean {
  const {
    stage,
    baselineValue,
    baselineDataEnd: dataEnd,
    baselineSource: source,
    stageEnteredOn,
  } = initiative;
  if (stage !== 'pilot' || baselineValue === null || stageEnteredOn === null || dataEnd === null)
    return false;
  return (source === 'holdout' || source === 'comparison_group') && dataEnd >= stageEnteredOn;
}

function monthNotes({ last3, totals }: NoteInputs): readonly Note[] {
  const notes: Note[] = [];
  if (!last3.isContiguous) {
    const months = last3.months.map(formatMonth).join(', ');
    notes.push({ code: 'monthsNotAdjacent', text: `The last 3 closed months are not adjacent: ${months}.` });
  }
  const unmeasured = totals.slice(-3).filter((total) => total.outcomeMeasured < total.outcomeExpected);
  if (unmeasured.length > 0) {
    const months = unmeasured.map((total) => formatMonth(total.month)).join(', ');
    notes.push({
      code: 'outcomesUnmeasured',
      text: `An outcome is unmeasured in ${months} and counts as no claimed benefit.`,
    });
  }
  return notes;
}

/** Outcome lines whose amounts count 0 in verdicts, whatever is entered. */
function claimNotes({ lines }: InitiativeFacts): readonly Note[] {
  const notes: Note[] = [];
  const outcomes = lines.filter((line) => line.kind === 'outcome');
  const revenue = outcomes.filter(isUnattributedRevenue);
  if (revenue.length > 0) {
    notes.push({
      code: 'revenueNotAttributed',
      text: `Counts 0 in verdicts until its attribution is stated and measured by a holdout: ${named(revenue)}.`,
    });
  }
  const risks = outcomes.filter((line) => line.outcomeKind === 'risk_avoided');
  if (risks.length > 0) {
    notes.push({
      code: 'riskIsForecast',
      text: `Risk avoided is a forecast; its actual amounts count 0: ${named(risks)}.`,
    });
  }
  return notes;
}

function named(lines: readonly OutcomeLine[]): string {
  return [...lines]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ name }) => name)
    .join(', ');
}

function simulationNotes({ flags, simulated, band, policy }: NoteInputs): readonly Note[] {
  const notes: Note[] = [];
  if (flags.length > 0) {
    const texts = flags.map(({ text }) => text).join('; ');
    notes.push({ code: 'modelFlags', text: `Look at the forward model: ${texts}.` });
  }
  if (simulated !== null && simulated.onTheLine.length > 0) {
    const figures = simulated.onTheLine.join(', ');
    notes.push({
      code: 'onTheLine',
      text: `On the line: chance alone could put ${figures} on the other side of a threshold. The verdict goes by the point value.`,
    });
  }
  if (band !== null && band.band !== band.rawBand) notes.push(bandNote(band, policy));
  return notes;
}

/** Why the band is not the one P alone gives: the memory of the last review, or the mercy of a first look. */
function bandNote({ band, rawBand, isHeld }: BandView, policy: Policy): Note {
  if (isHeld) {
    return {
      code: 'bandHeld',
      text: `Memory of the last closed review holds P in band ${band}; P alone would be band ${rawBand}.`,
    };
  }
  const [first] = policy.probabilityCuts;
  const clear = Math.round((first - policy.clearBreach) * 1e9) / 1e9;
  return {
    code: 'firstLook',
    text: `First look: P from ${clear} to ${first} starts in band 1; only a clear breach counts at once.`,
  };
}
