import { addMonths, parseMonth } from '#shared/domain/calendar.ts';
import { type EvidenceKind, GAPS, type Gap, type Level } from '#shared/domain/gap.ts';
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
  /** Fields entered later than with the initiative, in the order of their days. */
  readonly changes: readonly ScriptChange[];
  readonly levels: readonly ScriptLevel[];
  readonly lines: readonly ScriptLine[];
  /** Closed months, first and last; null = none was ever closed. */
  readonly closed: readonly [MonthIndex, MonthIndex] | null;
  /** Months in between that nobody closed. */
  readonly leftOpen: readonly MonthIndex[];
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

/** Fields of an initiative as they were entered on a day. */
export interface ScriptChange {
  readonly on: IsoDate;
  readonly fields: Partial<InitiativeFields>;
}

/** People decided otherwise than recommended. */
export interface ScriptOverride {
  readonly decidedBy: string;
  readonly reason: string;
  readonly expiresOn: IsoDate;
  /** Of an override of K2: metric and due date of the tripwire set in place of the missed one. */
  readonly newTripwire?: readonly [metric: string, dueOn: string];
}

export interface ScriptDecision {
  readonly key: string;
  /** What the engine must have recommended from what was known on the review's last day. */
  readonly expectedRule: RuleId;
  readonly decision: Verdict;
  readonly reason: string;
  readonly causes?: readonly string[];
  readonly override?: ScriptOverride;
}

/** A review that was held, by keys of the script. */
export interface ScriptReview {
  readonly name: string;
  readonly endsOn: IsoDate;
  readonly heldOn: IsoDate;
  readonly decisions: readonly ScriptDecision[];
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
  changes: [],
  levels: [],
  lines: [],
  closed: null,
  leftOpen: [],
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

/** What the program office wrote when it looked again and found a gap as it was. */
const LOOKED_AGAIN: Readonly<Record<Gap, string>> = {
  data: 'Sources and permissions gone through again, a sample checked.',
  integration: 'Interfaces gone through with the technical owner.',
  evaluation: 'Test set and last results read.',
  governance: 'Permissions, logs and risk class checked.',
  change: 'Talked to the teams that work with it.',
};

/** The round of the program office before a review: all five gaps on one day, in the order of the gap map. */
export function round(
  on: string,
  levels: readonly [Level, Level, Level, Level, Level],
  kind: EvidenceKind = 'test',
): ScriptLevel[] {
  return GAPS.map((gap, index) => rated(gap, levels[index] as Level, kind, on, LOOKED_AGAIN[gap]));
}

/** A run of the evaluation suite, entered on the day it ran. */
export const evaluated = (on: string, rate: number, mark: number): ScriptChange => ({
  on: day(on),
  fields: { evaluationRanOn: day(on), evaluationPassRate: rate, evaluationPassMark: mark },
});

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
