import type { EvidenceKind, Gap, Level } from '../domain/gap.ts';
import type { InitiativeFields } from '../domain/initiative.ts';
import type { Stage } from '../domain/stage.ts';
import type { IsoDate } from '../domain/units.ts';
import type { DateOrder, OrderEvidence } from './date-text.ts';
import type { TargetField } from './fields.ts';

/** Columns are 0-based positions throughout; rows are the 1-based numbers of the source table. */
export type FieldSource =
  | { readonly kind: 'column'; readonly column: number }
  /** Several columns joined, blank ones left out: "HHS / NIH". */
  | { readonly kind: 'join'; readonly columns: readonly number[]; readonly separator: string }
  /** Another column for each stage: the day the stage was entered. */
  | { readonly kind: 'byStage'; readonly columns: Readonly<Partial<Record<Stage, number>>> };

/** What a text of the file becomes; null leaves the field unmeasured. Texts are compared loosely. */
export interface ValueRule {
  readonly text: string;
  readonly value: string | null;
}

/**
 * What one answer to a question says about a gap.
 * `shows`: the answer meets the anchor of this level, at most; null = no level.
 * `limitsTo`: the answer contradicts every anchor above this level; null = it contradicts none.
 */
export interface AnswerRule {
  /** The answer up to its first colon; compared without case, line ends, typographic signs and a final stop. */
  readonly answer: string;
  readonly shows: Level | null;
  readonly limitsTo: Level | null;
  readonly kind: EvidenceKind;
  /** Why, in a clause for the documentation. */
  readonly why: string;
}

/** A question of the source form that speaks to one gap. */
export interface GapQuestion {
  readonly gap: Gap;
  /** Words that its header contains and no other header does. */
  readonly header: string;
  /** Short name for documentation. */
  readonly topic: string;
  /** The cell may hold several answers: a list with commas or line ends, or in JSON brackets. */
  readonly isMultiple: boolean;
  readonly answers: readonly AnswerRule[];
}

/** How one table becomes records: made by a profile, changed by the user. */
export interface ImportMapping {
  readonly profileId: string;
  readonly fields: Readonly<Partial<Record<TargetField, FieldSource>>>;
  readonly values: Readonly<Partial<Record<TargetField, readonly ValueRule[]>>>;
  readonly questions: readonly { readonly column: number; readonly question: GapQuestion }[];
  /** Stated order of all date columns; null = taken from each column where it proves itself. */
  readonly dateOrder: DateOrder | null;
  /** Our own export: texts are taken as they stand, only a blank cell is missing, apostrophes come off. */
  readonly isOwnFormat: boolean;
  /** Who rated, for the assessments: "2024 federal inventory (self-reported)". */
  readonly rater: string;
  /**
   * The day the answers were given or published. Assessments without a date of their own carry it, and no
   * initiative can have entered its stage after it (our own export excepted: it may hold later entries).
   */
  readonly evidenceDate: IsoDate;
  readonly evidenceLink: string;
}

/** A cell the user set right by hand, before mapping. */
export interface Correction {
  readonly row: number;
  readonly column: number;
  readonly value: string;
}

export interface ImportEvidence {
  readonly kind: EvidenceKind;
  readonly datedOn: IsoDate;
  readonly link: string;
  /** The answer as given. */
  readonly note: string;
  readonly sourceQuestion: string;
}

export interface ImportAssessment {
  readonly gap: Gap;
  readonly level: Level;
  readonly rater: string;
  readonly ratedOn: IsoDate;
  readonly note: string;
  readonly evidence: readonly ImportEvidence[];
}

export interface ImportRecord {
  readonly row: number;
  readonly fields: InitiativeFields;
  readonly assessments: readonly ImportAssessment[];
  /** See `rowIdentity`. */
  readonly identity: string;
  /** See `rowFingerprint`: of the cells as they stand in the file, before corrections. */
  readonly fingerprint: string;
  /** Other rows of this file with the same name and unit but other content. */
  readonly sameNameAs: readonly number[];
}

export const PROBLEM_CODES = [
  'name_missing',
  'stage_missing',
  'stage_unknown',
  'text_too_long',
  'row_too_wide',
  'row_too_short',
  'duplicate_row',
  'in_register',
  'same_name_in_register',
  'value_unknown',
  'date_ambiguous',
  'date_year_only',
  'date_implausible',
  'date_unreadable',
  'date_in_future',
  'number_ambiguous',
  'number_unreadable',
  'number_out_of_range',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Something a person should look at. `blocked` and `duplicate` rows do not come in; a `warning` loses one cell. */
export interface ImportProblem {
  readonly severity: 'blocked' | 'duplicate' | 'warning';
  readonly code: ProblemCode;
  readonly row: number;
  /** Header of the cell; null when the whole row is meant. */
  readonly column: string | null;
  readonly columnIndex: number | null;
  readonly cell: string;
  /** What is wrong, what happens, what to do. */
  readonly message: string;
}

/** A text met in a column that nothing maps yet. */
export interface UnmappedValue {
  readonly columnIndex: number;
  readonly column: string;
  readonly text: string;
  readonly count: number;
}

/** A column of dates and how it is read. */
export interface DateColumn {
  readonly columnIndex: number;
  readonly column: string;
  readonly evidence: OrderEvidence['kind'];
  /** The order used; null where none was stated or proven. */
  readonly order: DateOrder | null;
}

export interface ImportResult {
  readonly records: readonly ImportRecord[];
  /** Blocked, duplicate and warnings, in row order. Each data row is a record or has one blocking entry here. */
  readonly problems: readonly ImportProblem[];
  /** Answers to gap questions that no rule knows: their gaps stay unknown. */
  readonly unmapped: readonly UnmappedValue[];
  readonly dateColumns: readonly DateColumn[];
}
