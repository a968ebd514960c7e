import type { IsoDate } from './units.ts';

/** The plan last adopted ("make this the plan"): the funded set and the price of people, frozen. An engine input. */
export interface AdoptedPlan {
  readonly id: string;
  readonly adoptedOn: IsoDate;
  /** Initiatives the plan decided about; one that is not named is newer than the plan and counts as funded. */
  readonly funded: readonly string[];
  readonly notFunded: readonly string[];
  /** Shadow price lambda of a role, currency units per person-month. A role not named has none: 0. */
  readonly rolePrices: Readonly<Record<string, number>>;
}
