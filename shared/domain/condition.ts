import type { IsoDate } from './units.ts';

/** What a decision was made to depend on: somebody owes something by a day. */
export interface DecisionCondition {
  readonly id: string;
  readonly initiativeId: string;
  /** The review that set it; null when it was set between reviews. */
  readonly reviewId: string | null;
  readonly what: string;
  readonly owner: string;
  readonly dueOn: IsoDate;
  /** The day it was met; null while it is open. */
  readonly metOn: IsoDate | null;
  readonly note: string;
}
