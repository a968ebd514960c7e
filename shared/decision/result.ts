import type { ChecklistDimension, ChecklistState } from '../domain/checklist.ts';
import type { ScopeStage } from '../domain/forward-model.ts';
import type { EvidenceKind, Gap, Level } from '../domain/gap.ts';
import type { ActiveStage, Stage } from '../domain/stage.ts';
import type { IsoDate, MinorUnits, MonthIndex } from '../domain/units.ts';
import type { GateId, RuleId, Verdict } from '../domain/verdict.ts';
import type { Band, Override } from './facts.ts';

/** Bumped whenever the same inputs may give another result. */
export const ENGINE_VERSION = '1.0.0';

/** What is missing for a figure or a rule, named so that a person can supply it. */
export interface Missing {
  /** A stable code such as 'levels:data', 'closedMonths', 'owner:technical', 'forwardModel', 'plan'. */
  readonly code: string;
  /** The same in words, starting lower-case: "a level for Data readiness". */
  readonly text: string;
}

/** A number, or the typed reason why there is none. Never 0 or NaN in place of "unknown". */
export type Figure =
  | { readonly status: 'known'; readonly value: number }
  | { readonly status: 'unknown'; readonly missing: readonly Missing[] }
  | { readonly status: 'not_evaluated'; readonly missing: readonly Missing[] }
  /** The inputs are complete, the simulation is still running. */
  | { readonly status: 'computing' }
  | { readonly status: 'not_applicable'; readonly reason: string };

/** `ratio`: P, BCR, BRI and the like, printed as plain numbers; `percent`: a change, as per cent. */
export type TermUnit =
  | 'score'
  | 'share'
  | 'ratio'
  | 'percent'
  | 'money'
  | 'months'
  | 'days'
  | 'count'
  | 'level'
  | 'text'
  | 'metric';

/** One comparison a rule or gate made, so that it can be printed and checked. */
export interface Term {
  readonly quantity: string;
  readonly actual: number | string | null;
  readonly comparator: '<' | '<=' | '>' | '>=' | '=';
  readonly threshold: number | string | null;
  readonly unit: TermUnit;
  /** null = cannot be told. */
  readonly holds: boolean | null;
  /** Standard error of a simulated `actual`. */
  readonly se?: number;
}

/** A piece of evidence as it counts on the as-of date; `quality` = grade x 2^(-age/half-life). */
export interface EvidenceUsed {
  readonly kind: EvidenceKind;
  readonly datedOn: IsoDate;
  readonly ageDays: number;
  readonly quality: number;
}

/** Why a gate is in its state; texts are short clauses: "level 2, needs 3". */
export interface GateFinding {
  readonly state: GateState;
  readonly code: string;
  readonly text: string;
  readonly term?: Term;
}

export type GateState = 'pass' | 'fixable' | 'hard' | 'unknown' | 'not_required';

export interface GateOutcome {
  readonly gate: GateId;
  /** The column of the gate table that was read. */
  readonly stage: ActiveStage;
  readonly state: GateState;
  /** Worst first. A gate may be `unknown` and hold a `fixable` finding too: what is missing decides the state. */
  readonly findings: readonly GateFinding[];
  /** The evidence the gate rests on; null when it rests on none. */
  readonly evidence: EvidenceUsed | null;
}

export interface GapScore {
  readonly gap: Gap;
  /** Lower median of the latest rating per rater; null = never assessed. */
  readonly level: Level | null;
  /** Level after the limit of its evidence and its age; null = never assessed. */
  readonly effective: number | null;
  /** g x 2^(-age/6) of the best evidence; 0 when none is attached. */
  readonly quality: number;
  readonly isStale: boolean;
  readonly floor: Level | null;
  readonly evidence: EvidenceUsed | null;
  /** Latest level per rater, so that a difference shows. */
  readonly ratings: readonly { readonly rater: string; readonly level: Level; readonly ratedOn: IsoDate }[];
}

export interface RuleOutcome {
  readonly rule: RuleId;
  readonly verdict: Verdict;
  /** `fires`: its condition is true; `quiet`: false; `not_evaluated`: it cannot be told, `missing` names why. */
  readonly status: 'fires' | 'quiet' | 'not_evaluated';
  readonly terms: readonly Term[];
  /** What keeps the rule from being told; for a firing H1 the list of what to measure. Empty otherwise. */
  readonly missing: readonly Missing[];
}

export interface WindowSum {
  /** Months actually summed, oldest first. */
  readonly months: readonly MonthIndex[];
  /** False when the months are not adjacent: named beside the figure. */
  readonly isContiguous: boolean;
  readonly cost: MinorUnits;
  readonly benefit: MinorUnits;
  readonly net: MinorUnits;
  readonly measured: number;
  readonly expected: number;
}

/** Positive, unclear or negative: what E and the band of P say together (methodology 3.5). */
export type ValueClass = 'positive' | 'unclear' | 'negative';

/** The band of P after hysteresis, beside what a first look would say. */
export interface BandView {
  readonly band: Band;
  readonly pending: -1 | 0 | 1;
  /** Number of cuts at or below P: the band without memory. */
  readonly rawBand: Band;
  /** The band differs from the raw one because memory holds it. */
  readonly isHeld: boolean;
}

/** A simulated estimate with its standard error. */
export interface Estimate {
  readonly value: number;
  readonly se: number;
}

/** A simulated percentile with its 95 % interval from order statistics. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Which simulated figures still lie within 2 SE of a cut after the extension. */
export type LineFigure = 'E' | 'P' | 'UE' | 'PB' | 'BCR50';

/** The quantities of methodology 2.6. Money in currency units (not minor), PV over the horizon, against stopping. */
export interface Simulated {
  readonly draws: number;
  readonly isExtended: boolean;
  readonly onTheLine: readonly LineFigure[];
  /** Mean and standard deviation of Delta. */
  readonly expected: Estimate;
  readonly deviation: number;
  readonly probability: Estimate;
  /** null when PV(C) is 0 in some draw, so that a ratio is undefined. */
  readonly bcr50: Interval | null;
  /** null when no scope from limited production on is stored. */
  readonly unitEconomics: Estimate | null;
  /** null when not applicable: before limited production, or scope 1 not stored; also when D_1 + 12 > H. */
  readonly payback: Estimate | null;
  readonly delta: { readonly p10: Interval; readonly p50: Interval; readonly p90: Interval };
  /** Largest over later scopes of max(0, -E[terms of that scope and after]): the right to stop later. */
  readonly optionValue: number;
}

export const LAYERS = ['measurement', 'infrastructure', 'strategy'] as const;
export type Layer = (typeof LAYERS)[number];

/** One thing a layer is made of, and whether it holds; null = cannot be told. */
export interface LayerItem {
  readonly code: string;
  readonly text: string;
  readonly holds: boolean | null;
}

export interface LayerOutcome {
  readonly layer: Layer;
  readonly state: 'solid' | 'partial' | 'missing';
  readonly items: readonly LayerItem[];
}

/** One row of the checklist: what is claimed, and what the gate beside it computes. */
export interface ChecklistOutcome {
  readonly dimension: ChecklistDimension;
  /** null = nothing claimed yet. */
  readonly claimed: ChecklistState | null;
  readonly gate: GateId;
  readonly gateState: GateState;
  /** Claimed production-ready beside a gate that does not pass, or the reverse: worth a look. */
  readonly isAtOdds: boolean;
  readonly proofAgeDays: number | null;
}

export interface DecisionResult {
  readonly initiativeId: string;
  readonly stage: Stage;
  readonly isPaused: boolean;
  /** null for retired initiatives, and while {@link isComputing}. */
  readonly verdict: Verdict | null;
  readonly rule: RuleId | null;
  /** The deciding rule waits for the simulation, which is running. */
  readonly isComputing: boolean;
  /** CONTINUE whose next column of gates passes already (idea and pilot only). */
  readonly isAdvance: boolean;
  readonly rules: readonly RuleOutcome[];
  readonly gates: readonly GateOutcome[];
  /** The gates of the next stage's column; empty for scaled and retired. */
  readonly nextGates: readonly GateOutcome[];
  readonly gaps: readonly GapScore[];
  readonly readiness: Figure;
  /** E: mean Delta in minor units. Forecast, PV over the horizon, simulated; going on against stopping today. */
  readonly value: Figure;
  /** P: share of draws with Delta above 0. */
  readonly probability: Figure;
  readonly bcr50: Figure;
  /** UE: share of draws in which a task earns more than it costs. */
  readonly unitEconomics: Figure;
  /** PB: share of draws in which the extra money of scaling is back within the payback months, and stays. */
  readonly paybackProbability: Figure;
  /** BRI: benefit measured against planned, last 3 closed months. */
  readonly benefitRealisation: Figure;
  /** BRI*: the haircut on promised benefits. */
  readonly benefitHaircut: Figure;
  /** Total cost without one-offs / successful tasks, last 3 closed months, in minor units; and its rise on the 3 before. */
  readonly costPerSuccess: Figure;
  readonly costPerSuccessRise: Figure;
  /** Data confidence C, 0 to 1. */
  readonly confidence: number;
  readonly band: BandView | null;
  readonly valueClass: ValueClass | null;
  /** null while unknown or computing. */
  readonly simulated: Simulated | null;
  /** Chance of reaching each later scope, in order; empty without a forward model. */
  readonly reach: readonly { readonly stage: ScopeStage; readonly probability: number }[];
  readonly strikes: number;
  readonly plan: { readonly isAdopted: boolean; readonly isFunded: boolean };
  readonly layers: readonly LayerOutcome[];
  readonly checklist: readonly ChecklistOutcome[];
  /** The override of the last closed review while it is in force. */
  readonly override: Override | null;
  readonly last3: WindowSum;
  readonly last12: WindowSum;
  readonly lifeToDate: WindowSum;
  /** Closed months with every active cost line valued and an outcome measured, since first spend. */
  readonly fullMonths: number;
  readonly neededMonths: number;
  readonly isDataOk: boolean;
  readonly monthsInStage: number | null;
  readonly timeBoxMonths: number | null;
  /** Sentences that belong beside the verdict: "no plan adopted". */
  readonly notes: readonly { readonly code: string; readonly text: string }[];
  readonly asOf: IsoDate;
  readonly policyVersion: number;
  readonly engineVersion: string;
  readonly seed: string;
}
