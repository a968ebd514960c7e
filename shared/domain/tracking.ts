import type { IsoDate, MinorUnits, MonthIndex } from './units.ts';

/** A planned amount of a line in a month. */
export interface PlanValue {
  readonly lineId: string;
  readonly month: MonthIndex;
  readonly amount: MinorUnits;
}

/** A plan locked at approval. The version in force when a month began is what the month is held against. */
export interface PlanVersion {
  readonly id: string;
  readonly version: number;
  /** First month it applies to, until a later version does. */
  readonly inForceFrom: MonthIndex;
  readonly approvedOn: IsoDate;
  readonly approvedBy: string;
  readonly values: readonly PlanValue[];
}

/** The rolling forecast of a line for a month. */
export interface ForecastValue {
  readonly lineId: string;
  readonly month: MonthIndex;
  readonly amount: MinorUnits;
}

/** Tasks attempted and done successfully in a month; null = not counted. Activity, never value. */
export interface UnitCount {
  readonly month: MonthIndex;
  readonly attempts: number | null;
  readonly successes: number | null;
}
