import type { Stage } from './stage.ts';
import type { IsoDate } from './units.ts';

/** An agent's entry into limited production, with what comparing launches needs. Null = not known. */
export interface Launch {
  readonly launchedOn: IsoDate;
  /** Its size in points that mean the same effort for every launch; above 0. */
  readonly effortPoints: number | null;
  /** Working days from the start of its pilot to the launch. */
  readonly workingDays: number | null;
  /** Paid out of the measured net value of earlier agents. */
  readonly isFundedFromReturns: boolean;
}

/** False for an idea and a pilot: they have not entered production. A retired one may have. */
export function mayHaveLaunched(stage: Stage): boolean {
  return stage !== 'idea' && stage !== 'pilot';
}
