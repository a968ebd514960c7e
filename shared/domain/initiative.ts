import type { EvidenceKind, Gap, Level } from './gap.ts';
import type { Comparator, RiskClass } from './risk.ts';
import type { Stage } from './stage.ts';
import type { Instant, IsoDate, MinorUnits, MonthIndex } from './units.ts';
import type { CostCategory, MeasurementMethod, OutcomeKind } from './value-lines.ts';

/** How the baseline came about; decides whether a baseline taken after the pilot began still counts (gate G2). */
export const BASELINE_SOURCES = ['before', 'holdout', 'comparison_group'] as const;
export type BaselineSource = (typeof BASELINE_SOURCES)[number];

/** The facts of an initiative that a person enters on its Details tab. Blank text and null both mean: not known. */
export interface InitiativeFields {
  readonly name: string;
  readonly purpose: string;
  readonly unit: string;
  readonly businessOwner: string;
  readonly technicalOwner: string;
  readonly financeValidator: string;
  readonly stage: Stage;
  readonly stageEnteredOn: IsoDate | null;
  readonly isPaused: boolean;
  readonly pausedMonths: number;
  readonly plannedPilotMonths: number | null;
  readonly metricName: string;
  readonly metricUnit: string;
  readonly baselineValue: number | null;
  readonly baselineDataEnd: IsoDate | null;
  readonly baselineSource: BaselineSource | null;
  readonly targetComparator: Comparator | null;
  readonly targetValue: number | null;
  readonly targetDate: IsoDate | null;
  readonly lawfulBasis: 'yes' | 'no' | null;
  readonly riskClass: RiskClass | null;
  readonly oversight: string;
  readonly evaluationRanOn: IsoDate | null;
  readonly evaluationPassRate: number | null;
  readonly evaluationPassMark: number | null;
}

export interface Initiative extends InitiativeFields {
  readonly id: string;
  readonly importBatchId: string | null;
  readonly sourceRow: number | null;
  readonly createdAt: Instant;
}

export interface Evidence {
  readonly id: string;
  readonly assessmentId: string;
  readonly kind: EvidenceKind;
  readonly datedOn: IsoDate;
  readonly link: string;
  readonly note: string;
  /** The question of the source form this answer came from; blank when a person wrote it. */
  readonly sourceQuestion: string;
}

/** One rater's view of one gap on one day. Append-only: a new view is a new assessment. */
export interface Assessment {
  readonly id: string;
  readonly initiativeId: string;
  readonly gap: Gap;
  readonly level: Level;
  readonly rater: string;
  readonly ratedOn: IsoDate;
  readonly note: string;
  readonly evidence: readonly Evidence[];
}

interface LineCommon {
  readonly id: string;
  readonly initiativeId: string;
  readonly name: string;
  readonly sortOrder: number;
  /** First and last month in which the line is expected to have a value; null = open. */
  readonly startsOn: MonthIndex | null;
  readonly endsOn: MonthIndex | null;
}

export interface CostLine extends LineCommon {
  readonly kind: 'cost';
  readonly category: CostCategory;
  /** Marked as paid once whatever its category; absent = by category (integration build and retirement are). */
  readonly isOnce?: boolean;
}

/** How an outcome becomes money; null = not stated. */
export interface OutcomeTerms {
  /** "contacts", "hours". */
  readonly unit: string;
  /** Currency units per unit, and who in finance agreed it. */
  readonly valuePerUnit: number | null;
  readonly agreedBy: string;
  readonly baselineValue: number | null;
  readonly baselineOn: IsoDate | null;
  /** Share of the effect that is this initiative's doing, 0 to 1. */
  readonly attribution: number | null;
  /** Share that becomes money, 0 to 1; null = the policy's default for the kind. */
  readonly realisation: number | null;
}

export interface OutcomeLine extends LineCommon {
  readonly kind: 'outcome';
  readonly outcomeKind: OutcomeKind;
  readonly method: MeasurementMethod;
  readonly isCashReleasing: boolean;
  /** Absent = nothing stated. */
  readonly terms?: OutcomeTerms;
}

export type ValueLine = CostLine | OutcomeLine;

/** A measured month of a line. A month without one is unmeasured, which is not zero. */
export interface MonthValue {
  readonly lineId: string;
  readonly month: MonthIndex;
  readonly amount: MinorUnits;
}

/** A measured value of the success metric, in the metric's own unit. */
export interface MetricReading {
  readonly month: MonthIndex;
  readonly value: number;
}

/** A kill criterion, committed before the money was spent. */
export interface Tripwire {
  readonly id: string;
  readonly initiativeId: string;
  readonly metric: string;
  readonly comparator: Comparator;
  readonly threshold: number;
  readonly dueOn: IsoDate;
  readonly committedOn: IsoDate;
  /** Value measured on the last closed month at the due date; null = not measured. */
  readonly measuredValue: number | null;
}

export interface Incident {
  readonly id: string;
  readonly initiativeId: string;
  readonly severity: 1 | 2 | 3 | 4;
  readonly openedOn: IsoDate;
  /** By when it must be mitigated. */
  readonly deadline: IsoDate;
  readonly mitigatedOn: IsoDate | null;
  readonly note: string;
}
