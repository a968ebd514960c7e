import type { EvidenceKind, Gap, Level } from '../domain/gap.ts';
import type { ActiveStage, Stage } from '../domain/stage.ts';
import type { IsoDate, MinorUnits, MonthIndex } from '../domain/units.ts';
import type { GateId, RuleId, Verdict } from '../domain/verdict.ts';

/** Bumped whenever the same inputs may give another result. */
export const ENGINE_VERSION = '0.1.0';

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
  | { readonly status: 'not_applicable'; readonly reason: string };

/** One comparison a rule or gate made, so that it can be printed and checked. */
export interface Term {
  readonly quantity: string;
  readonly actual: number | string | null;
  readonly comparator: '<' | '<=' | '>' | '>=' | '=';
  readonly threshold: number | string | null;
  readonly unit: 'score' | 'share' | 'money' | 'months' | 'days' | 'count' | 'level' | 'text' | 'metric';
  /** null = cannot be told. */
  readonly holds: boolean | null;
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

export interface DecisionResult {
  readonly initiativeId: string;
  readonly stage: Stage;
  readonly isPaused: boolean;
  /** null only for retired initiatives. */
  readonly verdict: Verdict | null;
  readonly rule: RuleId | null;
  /** CONTINUE whose next column of gates passes already (idea and pilot only). */
  readonly isAdvance: boolean;
  readonly rules: readonly RuleOutcome[];
  readonly gates: readonly GateOutcome[];
  /** The gates of the next stage's column; empty for scaled and retired. */
  readonly nextGates: readonly GateOutcome[];
  readonly gaps: readonly GapScore[];
  readonly readiness: Figure;
  /** Value a year in minor units: net of the last 3 closed months x 4 (actual, undiscounted, annualised). */
  readonly value: Figure;
  readonly probability: Figure;
  readonly benefitRealisation: Figure;
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
}
