import type { AdoptedPlan } from '../domain/adopted-plan.ts';
import type { ChecklistRow } from '../domain/checklist.ts';
import type { AssetUse, Driver, Scope, StopTerms } from '../domain/forward-model.ts';
import type {
  Assessment,
  Incident,
  Initiative,
  MetricReading,
  MonthValue,
  Tripwire,
  ValueLine,
} from '../domain/initiative.ts';
import type { Policy } from '../domain/policy.ts';
import type { StageRecord } from '../domain/stage-record.ts';
import type { ForecastValue, PlanVersion, UnitCount } from '../domain/tracking.ts';
import type { IsoDate, MonthIndex } from '../domain/units.ts';
import type { RuleId, Verdict } from '../domain/verdict.ts';

/** People decided otherwise than the engine recommended. The verdict stays visible; this stands beside it. */
export interface Override {
  readonly decidedBy: string;
  readonly reason: string;
  /** The override holds until this day: one review. */
  readonly expiresOn: IsoDate;
  /** Of an override of K2: the tripwire set in place of the missed one; null otherwise. */
  readonly newTripwireId: string | null;
}

/** What a closed review left behind for one initiative, latest last. */
export interface PastDecision {
  readonly reviewId: string;
  /** Last day of the review. Absent: nobody can tell which tripwires an override settled, so it settles none. */
  readonly endsOn?: IsoDate;
  readonly recommendedRule: RuleId | null;
  readonly decision: Verdict;
  /** Causes of a FIX: gate ids, 'BRI' or 'unit cost'. */
  readonly causes: readonly string[];
  /** Absent when the decision followed the recommendation, or was recorded before overrides were. */
  readonly override?: Override;
}

/**
 * What the last closed review stored for the hysteresis of methodology 3.5. The engine starts from it and never
 * writes it.
 */
export interface EngineMemory {
  readonly band: Band;
  /** A step waiting to be confirmed by the next review. */
  readonly pending: -1 | 0 | 1;
  /** Kill watches (H0) in a row up to that review. */
  readonly killWatches: number;
  /** That review recommended SCALE: readiness may then fall to the lower mark. */
  readonly wasScale: boolean;
}

/** Band of P: 0 below the first cut, 3 from the last cut on. */
export type Band = 0 | 1 | 2 | 3;

/** Everything the engine may know about one initiative. No clock, no database: the as-of date comes beside it. */
export interface InitiativeFacts {
  readonly initiative: Initiative;
  readonly assessments: readonly Assessment[];
  readonly lines: readonly ValueLine[];
  readonly values: readonly MonthValue[];
  readonly closedMonths: readonly MonthIndex[];
  readonly readings: readonly MetricReading[];
  readonly tripwires: readonly Tripwire[];
  readonly incidents: readonly Incident[];
  readonly pastDecisions: readonly PastDecision[];
  readonly planVersions: readonly PlanVersion[];
  readonly forecasts: readonly ForecastValue[];
  readonly unitCounts: readonly UnitCount[];
  readonly drivers: readonly Driver[];
  readonly scopes: readonly Scope[];
  /** null = not entered. */
  readonly stopTerms: StopTerms | null;
  readonly assetUses: readonly AssetUse[];
  readonly checklist: readonly ChecklistRow[];
}

/** What the engine is given beside the facts of one initiative: the same for the whole portfolio but the memory. */
export interface EngineContext {
  readonly policy: Policy;
  /** The plan last adopted; null = none. */
  readonly plan: AdoptedPlan | null;
  readonly stageRecord: StageRecord;
  /** What the last closed review stored, by initiative; none for an initiative's first look. */
  readonly memory: ReadonlyMap<string, EngineMemory>;
  readonly asOf: IsoDate;
  /** Seeds every stream; printed with the result so that it can be replayed. */
  readonly seed: string;
  /** Minor units in one unit of the portfolio currency: 100 for EUR, 1 for JPY. */
  readonly minorPerUnit: number;
}
