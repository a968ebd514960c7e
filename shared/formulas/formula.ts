/** What the formulas are grouped by, in the order in which a figure comes about. */
export const SUBJECTS = [
  'money',
  'returns',
  'payback',
  'unit_cost',
  'benefits',
  'staged_value',
  'scoring',
  'uncertainty',
  'information',
  'forward_model',
  'rules',
  'sensitivity',
] as const;
export type Subject = (typeof SUBJECTS)[number];

export const SUBJECT_NAMES: Readonly<Record<Subject, string>> = {
  money: 'Money over time',
  returns: 'Rates of return',
  payback: 'Payback',
  unit_cost: 'Unit cost and break-even',
  benefits: 'Benefits and realisation',
  staged_value: 'Staged value and waiting',
  scoring: 'Scores and evidence',
  uncertainty: 'Uncertainty',
  information: 'Value of information',
  forward_model: 'Forward model',
  rules: 'Hysteresis and rules',
  sensitivity: 'Sensitivity of a verdict',
};

/** What a formula answers: a number, or a text where the answer is a state, a list or a reason. */
export type Answer = number | string;

/** What happens at the edge of a formula. */
export interface EdgeCase {
  readonly when: string;
  /** What comes out: the typed reason where there is no figure. */
  readonly answer: string;
  /** The same from the code, so that a test can hold the sentence to it; absent where nothing can be run alone. */
  readonly run?: () => Answer;
}

/** Inputs in words, and the same inputs given to the code. */
export interface WorkedExample {
  readonly inputs: string;
  readonly compute: () => Answer;
  readonly expected: Answer;
  /** Largest difference allowed between a computed and the expected number; 0 for texts. */
  readonly tolerance: number;
  /** Of the answer: "EUR", "months", "fraction a year"; blank for a text. */
  readonly unit: string;
}

/** One formula as the documentation and the help screen show it. */
export interface Formula {
  /** Kebab-case, unique: the anchor of the page. */
  readonly id: string;
  readonly name: string;
  readonly subject: Subject;
  /** The equation in plain text, one line each. */
  readonly statement: string;
  /** Sign, timing, units and rounding. */
  readonly convention: string;
  readonly edgeCases: readonly EdgeCase[];
  readonly example: WorkedExample;
  /** Where the formula, or the number of the example, comes from. */
  readonly source: string;
  /** What in it is our own judgement; null when nothing is. */
  readonly judgement: string | null;
  /** File from the root of the project -> the exported names that hold the formula, separated by commas. */
  readonly code: Readonly<Record<string, string>>;
}

/** A formula in the file of its subject. */
export type FormulaEntry = Omit<Formula, 'subject'>;
