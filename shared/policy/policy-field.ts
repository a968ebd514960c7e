/** What a field of the policy holds. */
export type PolicyValue = number | string;

/** Subjects of the policy, in the order the screen shows them. */
export const POLICY_GROUPS = [
  'money',
  'chance',
  'rules',
  'clocks',
  'readiness',
  'evidence',
  'benefits',
  'stages',
  'anchors',
  'checklist',
] as const;
export type PolicyGroup = (typeof POLICY_GROUPS)[number];

export const POLICY_GROUP_NAMES: Readonly<Record<PolicyGroup, string>> = {
  money: 'Money and time',
  chance: 'Chance and simulation',
  rules: 'Marks of the rules',
  clocks: 'Time-boxes and clocks',
  readiness: 'Readiness and floors',
  evidence: 'Evidence and confidence',
  benefits: 'Benefits in money',
  stages: 'Steps between stages',
  anchors: 'Anchors of the gaps',
  checklist: 'Anchors of the checklist',
};

/** The same in one word, for a line that leads to all of them. */
export const POLICY_GROUP_WORDS: Readonly<Record<PolicyGroup, string>> = {
  money: 'Money',
  chance: 'Chance',
  rules: 'Rules',
  clocks: 'Clocks',
  readiness: 'Readiness',
  evidence: 'Evidence',
  benefits: 'Benefits',
  stages: 'Stages',
  anchors: 'Anchors',
  checklist: 'Checklist',
};

/** Fields that belong together and share one reason: the weights, the floors of one stage. */
export interface PolicyFamily {
  readonly name: string;
  readonly reason: string;
  /** The members only make sense together (they sum to 1): an old value is put back for all of them at once. */
  readonly isOneSetting: boolean;
}

interface FieldBase {
  /** Where the value stands in the policy: `horizonMonths`, `floors.pilot.data`, `probabilityCuts.0`. */
  readonly path: string;
  /** Names the field by itself: "Floors in pilot: Data readiness". */
  readonly name: string;
  /** Names it under its family: "Data readiness"; equal to the name without one. */
  readonly label: string;
  readonly family: PolicyFamily | null;
  readonly group: PolicyGroup;
  /** Why the default is what it is, in plain words. */
  readonly reason: string;
  /** Section of the methodology the default comes from. */
  readonly source: string;
}

export interface NumberField extends FieldBase {
  readonly type: 'number';
  readonly default: number;
  /** As it follows the value: "months", "% a year". */
  readonly unit: string;
  /** A fraction that people read and type as percent. Range and step are stored values all the same. */
  readonly isPercent: boolean;
  readonly isWhole: boolean;
  readonly min: number;
  readonly max: number;
  /** What one press of an arrow key changes. */
  readonly step: number;
}

export interface ChoiceField extends FieldBase {
  readonly type: 'choice';
  readonly default: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
}

export interface TextField extends FieldBase {
  readonly type: 'text';
  readonly default: string;
  readonly maxLength: number;
}

/** One thing in the policy that can be edited. */
export type PolicyField = NumberField | ChoiceField | TextField;
