import type {
  Assessment,
  Incident,
  Initiative,
  MetricReading,
  MonthValue,
  Tripwire,
  ValueLine,
} from '../domain/initiative.ts';
import type { IsoDate, MonthIndex } from '../domain/units.ts';
import type { RuleId, Verdict } from '../domain/verdict.ts';

/** What a closed review left behind for one initiative, latest last. */
export interface PastDecision {
  readonly reviewId: string;
  /** Last day of the review. Absent: nobody can tell which tripwires an override settled, so it settles none. */
  readonly endsOn?: IsoDate;
  readonly recommendedRule: RuleId | null;
  readonly decision: Verdict;
  /** Causes of a FIX: gate ids, 'BRI' or 'unit cost'. */
  readonly causes: readonly string[];
}

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
}
