import type { InitiativeFields } from '#shared/domain/initiative.ts';
import { BASELINE_SOURCES, type BaselineSource } from '#shared/domain/initiative.ts';
import { COMPARATORS, RISK_CLASS_NAMES, RISK_CLASSES } from '#shared/domain/risk.ts';
import type { GateId } from '#shared/domain/verdict.ts';
import { type Option, optionsOf, optionsWithBlank } from '../options.ts';

export const BASELINE_SOURCE_NAMES: Readonly<Record<BaselineSource, string>> = {
  before: 'Measured before the pilot began',
  holdout: 'Holdout: a group without the agent',
  comparison_group: 'Comparison group',
};

export const COMPARATOR_NAMES: Readonly<Record<(typeof COMPARATORS)[number], string>> = {
  at_least: 'at least',
  at_most: 'at most',
};

/** How a fact is entered. */
export type FieldKind =
  | { readonly type: 'text'; readonly maxLength: number; readonly isRequired?: boolean }
  | { readonly type: 'long'; readonly maxLength: number }
  | { readonly type: 'number' }
  /** A share stored 0 to 1, written in per cent. */
  | { readonly type: 'percent' }
  | { readonly type: 'whole'; readonly min: number; readonly max: number; readonly isRequired: boolean }
  | { readonly type: 'date' }
  | { readonly type: 'choice'; readonly options: readonly Option[] };

export type FieldName = Exclude<keyof InitiativeFields, 'stage' | 'stageEnteredOn' | 'isPaused'>;

export interface FieldSpec {
  readonly name: FieldName;
  readonly label: string;
  readonly hint?: string;
  readonly kind: FieldKind;
}

export interface FieldGroup {
  readonly title: string;
  /** The gate that reads these facts; its state stands beside the title. */
  readonly gate: GateId | null;
  readonly fields: readonly FieldSpec[];
}

const text = (maxLength: number): FieldKind => ({ type: 'text', maxLength });

/** Every fact a gate or rule reads, grouped as the gates ask for them. */
export const FIELD_GROUPS: readonly FieldGroup[] = [
  {
    title: 'What it is',
    gate: null,
    fields: [
      { name: 'name', label: 'Name', kind: { type: 'text', maxLength: 500, isRequired: true } },
      {
        name: 'purpose',
        label: 'Purpose',
        hint: 'One line: who gets what from it',
        kind: { type: 'long', maxLength: 8000 },
      },
      { name: 'unit', label: 'Unit', kind: text(300) },
    ],
  },
  {
    title: 'Owners',
    gate: 'G1',
    fields: [
      { name: 'businessOwner', label: 'Business owner', kind: text(200) },
      { name: 'technicalOwner', label: 'Technical owner', kind: text(200) },
      { name: 'financeValidator', label: 'Finance validator', kind: text(200) },
    ],
  },
  {
    title: 'Success metric',
    gate: 'G2',
    fields: [
      { name: 'metricName', label: 'Metric', kind: text(300) },
      { name: 'metricUnit', label: 'Metric unit', kind: text(100) },
      { name: 'baselineValue', label: 'Baseline', kind: { type: 'number' } },
      { name: 'baselineDataEnd', label: 'Baseline data end', kind: { type: 'date' } },
      {
        name: 'baselineSource',
        label: 'Baseline from',
        kind: { type: 'choice', options: optionsWithBlank(BASELINE_SOURCES, BASELINE_SOURCE_NAMES) },
      },
      {
        name: 'targetComparator',
        label: 'Target is',
        kind: { type: 'choice', options: optionsWithBlank(COMPARATORS, COMPARATOR_NAMES, 'not set') },
      },
      { name: 'targetValue', label: 'Target', kind: { type: 'number' } },
      { name: 'targetDate', label: 'Target date', kind: { type: 'date' } },
    ],
  },
  {
    title: 'Data',
    gate: 'G3',
    fields: [
      {
        name: 'lawfulBasis',
        label: 'Lawful basis to use the data',
        kind: {
          type: 'choice',
          options: optionsWithBlank(['yes', 'no'] as const, { yes: 'Yes', no: 'No' }, 'not answered'),
        },
      },
    ],
  },
  {
    title: 'Evaluation run',
    gate: 'G5',
    fields: [
      { name: 'evaluationRanOn', label: 'Last run', kind: { type: 'date' } },
      { name: 'evaluationPassRate', label: 'Pass rate, %', kind: { type: 'percent' } },
      { name: 'evaluationPassMark', label: 'Pass mark, %', kind: { type: 'percent' } },
    ],
  },
  {
    title: 'Risk and oversight',
    gate: 'G6',
    fields: [
      {
        name: 'riskClass',
        label: 'Risk class',
        hint: 'A label you choose; Pilotage gives no legal verdict',
        kind: { type: 'choice', options: optionsWithBlank(RISK_CLASSES, RISK_CLASS_NAMES, 'not set') },
      },
      { name: 'oversight', label: 'Human oversight', kind: { type: 'long', maxLength: 2000 } },
    ],
  },
];

export const COMPARATOR_OPTIONS: readonly Option[] = optionsOf(COMPARATORS, COMPARATOR_NAMES);
