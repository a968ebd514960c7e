import {
  EVIDENCE_KIND_NAMES,
  EVIDENCE_KINDS,
  GAP_NAMES,
  GAPS,
  type Gap,
  LEVEL_NAMES,
  LEVELS,
} from '../domain/gap.ts';
import { BASELINE_SOURCES, type BaselineSource, type InitiativeFields } from '../domain/initiative.ts';
import { COMPARATORS, type Comparator, RISK_CLASS_NAMES, RISK_CLASSES } from '../domain/risk.ts';
import { STAGE_NAMES, STAGES } from '../domain/stage.ts';

export type GapField = `${Gap}Level` | `${Gap}EvidenceKind` | `${Gap}EvidenceDate`;
/** What a column of a spreadsheet can fill. */
export type TargetField = keyof InitiativeFields | GapField;

export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** How the text of a cell becomes a value. Limits are those of the contract; a test compares them. */
export type FieldKind =
  | { readonly kind: 'text'; readonly max: number; readonly isMultiLine: boolean }
  | { readonly kind: 'date' }
  | { readonly kind: 'number'; readonly min?: number; readonly max?: number; readonly isInteger?: boolean }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] };

export interface FieldDefinition {
  readonly field: TargetField;
  /** As on the screens and in our own export. */
  readonly name: string;
  readonly type: FieldKind;
  /** Without it a row cannot come in. */
  readonly isRequired: boolean;
}

const text = (max: number, isMultiLine = false): FieldKind => ({ kind: 'text', max, isMultiLine });
const date: FieldKind = { kind: 'date' };
const choice = <T extends string | number>(
  values: readonly T[],
  names: Readonly<Record<T, string>>,
): FieldKind => ({
  kind: 'choice',
  choices: values.map((value) => ({ value: String(value), name: names[value] })),
});
const yesNo: FieldKind = {
  kind: 'choice',
  choices: [
    { value: 'yes', name: 'Yes' },
    { value: 'no', name: 'No' },
  ],
};
const share: FieldKind = { kind: 'number', min: 0, max: 1 };

const BASELINE_SOURCE_NAMES: Readonly<Record<BaselineSource, string>> = {
  before: 'Before the pilot',
  holdout: 'Holdout',
  comparison_group: 'Comparison group',
};
const COMPARATOR_NAMES: Readonly<Record<Comparator, string>> = { at_least: 'At least', at_most: 'At most' };

const INITIATIVE_FIELDS: readonly FieldDefinition[] = (
  [
    ['name', 'Name', text(500)],
    ['purpose', 'Purpose', text(8000, true)],
    ['unit', 'Unit', text(300)],
    ['businessOwner', 'Business owner', text(200)],
    ['technicalOwner', 'Technical owner', text(200)],
    ['financeValidator', 'Finance validator', text(200)],
    ['stage', 'Stage', choice(STAGES, STAGE_NAMES)],
    ['stageEnteredOn', 'Stage entered on', date],
    ['isPaused', 'Paused', yesNo],
    ['pausedMonths', 'Months paused', { kind: 'number', min: 0, max: 600, isInteger: true }],
    ['plannedPilotMonths', 'Planned pilot months', { kind: 'number', min: 1, max: 120, isInteger: true }],
    ['metricName', 'Success metric', text(300)],
    ['metricUnit', 'Metric unit', text(100)],
    ['baselineValue', 'Baseline value', { kind: 'number' }],
    ['baselineDataEnd', 'Baseline data end', date],
    ['baselineSource', 'Baseline source', choice(BASELINE_SOURCES, BASELINE_SOURCE_NAMES)],
    ['targetComparator', 'Target comparison', choice(COMPARATORS, COMPARATOR_NAMES)],
    ['targetValue', 'Target value', { kind: 'number' }],
    ['targetDate', 'Target date', date],
    ['lawfulBasis', 'Lawful basis for the data', yesNo],
    ['riskClass', 'Risk class', choice(RISK_CLASSES, RISK_CLASS_NAMES)],
    ['oversight', 'Human oversight', text(2000, true)],
    ['evaluationRanOn', 'Evaluation ran on', date],
    ['evaluationPassRate', 'Evaluation pass rate', share],
    ['evaluationPassMark', 'Evaluation pass mark', share],
  ] as const satisfies readonly (readonly [keyof InitiativeFields, string, FieldKind])[]
).map(([field, name, type]) => ({ field, name, type, isRequired: field === 'name' || field === 'stage' }));

const GAP_FIELDS: readonly FieldDefinition[] = GAPS.flatMap((gap): FieldDefinition[] => [
  {
    field: `${gap}Level`,
    name: `${GAP_NAMES[gap]}: level`,
    type: choice(LEVELS, LEVEL_NAMES),
    isRequired: false,
  },
  {
    field: `${gap}EvidenceKind`,
    name: `${GAP_NAMES[gap]}: evidence`,
    type: choice(EVIDENCE_KINDS, EVIDENCE_KIND_NAMES),
    isRequired: false,
  },
  { field: `${gap}EvidenceDate`, name: `${GAP_NAMES[gap]}: evidence date`, type: date, isRequired: false },
]);

/** Every target, in the order screens and exports show them. */
export const FIELD_DEFINITIONS: readonly FieldDefinition[] = [...INITIATIVE_FIELDS, ...GAP_FIELDS];

const BY_FIELD: ReadonlyMap<string, FieldDefinition> = new Map(FIELD_DEFINITIONS.map((d) => [d.field, d]));

/** The definition of a target, or undefined for a name that is none. */
export function fieldDefinition(field: string): FieldDefinition | undefined {
  return BY_FIELD.get(field);
}
