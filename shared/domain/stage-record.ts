/** Own initiatives that left a stage before the as-of date, and how many of them left it upward. */
export interface StepRecord {
  readonly trials: number;
  readonly successes: number;
}

/** The portfolio's own record of steps; the stage probabilities learn from it. */
export interface StageRecord {
  readonly idea: StepRecord;
  readonly pilot: StepRecord;
  readonly limited: StepRecord;
}

export const NO_STAGE_RECORD: StageRecord = {
  idea: { trials: 0, successes: 0 },
  pilot: { trials: 0, successes: 0 },
  limited: { trials: 0, successes: 0 },
};
