import type { Instant, MinorUnits, MonthIndex } from './units.ts';

/** Figures of a month that are not amounts of a line. */
export const RESTATED_FIGURES = ['reading', 'attempts', 'successes'] as const;
export type RestatedFigure = (typeof RESTATED_FIGURES)[number];

/** A correction of a closed month: what stood there, what stands there now, and why. Null = unmeasured. */
export interface Restatement {
  readonly id: string;
  readonly initiativeId: string;
  readonly month: MonthIndex;
  readonly reason: string;
  readonly restatedAt: Instant;
  readonly actor: string;
  readonly amounts: readonly {
    readonly lineId: string;
    readonly before: MinorUnits | null;
    readonly after: MinorUnits | null;
  }[];
  readonly figures: readonly {
    readonly figure: RestatedFigure;
    readonly before: number | null;
    readonly after: number | null;
  }[];
}
