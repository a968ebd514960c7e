import type { ActiveStage } from '../../domain/stage.ts';
import type { Band } from '../facts.ts';
import type { Truth } from '../truth.ts';

/**
 * What the ordered rules of methodology 8.4 depend on, and nothing else: one flat record, so that the rules can be run
 * on a million states and on every draw. null = unknown. Money in any one unit; shares as fractions.
 */
export interface RuleState {
  readonly stage: ActiveStage;
  /** Any gate of the current column failed hard. */
  readonly hardFailure: Truth;
  /** Any gate of the current column is unknown. */
  readonly isGateUnknown: boolean;
  /** Any gate of the current column has a fixable failure. */
  readonly fixableFailure: Truth;
  readonly tripwireMissed: Truth;
  readonly isDataOk: boolean;
  /** E. */
  readonly value: number | null;
  /** P as simulated, and its band after hysteresis. */
  readonly probability: number | null;
  readonly band: Band | null;
  /** Kill watches in a row by closed reviews. */
  readonly killWatches: number;
  /** UE. */
  readonly unitEconomics: number | null;
  readonly bcr50: number | null;
  /** PB; null also when not applicable. */
  readonly paybackProbability: number | null;
  readonly benefitRealisation: number | null;
  /** Rise of the cost per success, T3M on the T3M before: .2 = 20 % more. */
  readonly costPerSuccessRise: number | null;
  readonly strikes: number;
  /** A cause of the last FIX still holds. */
  readonly isCauseOpen: Truth;
  /** A pilot past its time-box. */
  readonly isLate: Truth;
  /** A shared asset needed in this stage or an earlier one is not live. */
  readonly isAssetMissing: Truth;
  readonly isFunded: boolean;
  /** The floors of the next stage (scaled: those of scaled) are met. */
  readonly areNextFloorsMet: Truth;
  readonly readiness: number | null;
  /** The last closed review recommended SCALE. */
  readonly wasScale: boolean;
}
