import { addMonths, parseMonth } from '#shared/domain/calendar.ts';
import type { EvidenceKind, Gap, Level } from '#shared/domain/gap.ts';
import type { InitiativeFields, OutcomeTerms } from '#shared/domain/initiative.ts';
import type { Comparator } from '#shared/domain/risk.ts';
import type { Stage } from '#shared/domain/stage.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';
import type { CostCategory, MeasurementMethod, OutcomeKind } from '#shared/domain/value-lines.ts';
import type { RuleId, Verdict } from '#shared/domain/verdict.ts';

/** One rating of one gap, with the evidence it rests on. */
export interface ScriptLevel {
  readonly gap: Gap;
  readonly level: Level;
  readonly kind: EvidenceKind;
  readonly on: IsoDate;
  readonly note: string;
  readonly rater: string;
}

/** Whole euros by month, from `from` on; null = nobody measured that month. */
export interface ScriptSeries {
  readonly from: MonthIndex;
  readonly euros: readonly (number | null)[];
}

type ScriptLineKind =
  | { readonly kind: 'cost'; readonly category: CostCategory }
  | {
      readonly kind: 'outcome';
      readonly outcomeKind: OutcomeKind;
      readonly method: MeasurementMethod;
      readonly isCashReleasing: boolean;
      readonly terms?: OutcomeTerms;
    };
export type ScriptLine = ScriptLineKind & { readonly name: string; readonly series: ScriptSeries };

/** The story of one initiative, as a person would have entered it over a year and a half. */
export interface ScriptInitiative {
  /** Finds it in tests and in the history. */
  readonly key: string;
  /** What the engine must say about it on the sample's last day; null for a retired one. */
  readonly expectedRule: RuleId | null;
  readonly isAdvance?: boolean;
  readonly addedOn: IsoDate;
  /** Stages in order, each with the day it was entered; the first one is entered with the initiative. */
  readonly stages: readonly (readonly [Stage, IsoDate | null])[];
  readonly fields: Partial<InitiativeFields> & Pick<InitiativeFields, 'name'>;
  readonly levels: readonly ScriptLevel[];
  readonly lines: readonly ScriptLine[];
  /** Closed months, first and last; null = none was ever closed. */
  readonly closed: readonly [MonthIndex, MonthIndex] | null;
  readonly readings: { readonly from: MonthIndex; readonly values: readonly (number | null)[] } | null;
  readonly tripwires: readonly {
    readonly metric: string;
    readonly comparator: Comparator;
    readonly threshold: number;
    readonly committedOn: IsoDate;
    readonly dueOn: IsoDate;
    readonly measured: number | null;
  }[];
  readonly incidents: readonly {
    readonly severity: 1 | 2 | 3 | 4;
    readonly openedOn: IsoDate;
    readonly deadline: IsoDate;
    readonly mitigatedOn: IsoDate | null;
    readonly note: string;
  }[];
}

/** A review that was held, by keys of the script. */
export interface ScriptReview {
  readonly name: string;
  readonly endsOn: IsoDate;
  readonly heldOn: IsoDate;
  readonly decisions: readonly {
    readonly key: string;
    /** What was recommended; 'engine' = worked out from what was known on the review's last day, and kept. */
    readonly recommendedRule: RuleId | 'engine';
    readonly decision: Verdict;
    readonly reason: string;
    readonly causes?: readonly string[];
  }[];
}

/** A day written in the script. */
export const day = (text: string): IsoDate => text as IsoDate;

/** A month written in the script as `YYYY-MM`. @throws RangeError on a slip of the pen. */
export function month(text: string): MonthIndex {
  const found = parseMonth(text);
  if (found === undefined) throw new RangeError(`not a month: ${text}`);
  return found;
}

/** The parts of a story that most initiatives do without. */
export const NOTHING_YET = {
  levels: [],
  lines: [],
  closed: null,
  readings: null,
  tripwires: [],
  incidents: [],
} as const;

const OFFICE = 'AI program office';

/** A rating by the program office, or by `rater`. */
export function rated(
  gap: Gap,
  level: Level,
  kind: EvidenceKind,
  on: string,
  note: string,
  rater: string = OFFICE,
): ScriptLevel {
  return { gap, level, kind, on: day(on), note, rater };
}

/** What makes two months of the same size differ; a fixed pattern, so that the sample is the same every time. */
const WOBBLE = [0, 0.03, -0.02, 0.05, -0.04, 0.01, -0.03] as const;

/**
 * A series that starts at `start` euros and changes by `step` a month, with a fixed wobble, rounded to 10 euros.
 * Months named in `unmeasured` stay blank.
 */
export function trend(
  from: string,
  to: string,
  start: number,
  step: number,
  unmeasured: readonly string[] = [],
): ScriptSeries {
  const [first, last] = [month(from), month(to)];
  const blank = new Set(unmeasured.map(month));
  const euros = Array.from({ length: last - first + 1 }, (_, index) => {
    if (blank.has(addMonths(first, index))) return null;
    const wobble = WOBBLE[(index + (start % 7)) % 7] ?? 0;
    return Math.round(((start + step * index) * (1 + wobble)) / 10) * 10;
  });
  return { from: first, euros };
}

/** Amounts written out one by one. */
export function amounts(from: string, ...euros: readonly (number | null)[]): ScriptSeries {
  return { from: month(from), euros };
}

export const cost = (category: CostCategory, name: string, series: ScriptSeries): ScriptLine => ({
  kind: 'cost',
  category,
  name,
  series,
});

export const outcome = (
  outcomeKind: OutcomeKind,
  method: MeasurementMethod,
  name: string,
  series: ScriptSeries,
  isCashReleasing = false,
  terms?: OutcomeTerms,
): ScriptLine => ({
  kind: 'outcome',
  outcomeKind,
  method,
  isCashReleasing,
  name,
  series,
  ...(terms && { terms }),
});
