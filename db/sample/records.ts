import type { Governance } from '#shared/domain/governance.ts';
import type { RestatedFigure } from '#shared/domain/restatement.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';
import { day, month } from './script.ts';

/** Something owed by a day; met later, or not. */
export interface ScriptCondition {
  readonly key: string;
  readonly setOn: IsoDate;
  readonly what: string;
  readonly owner: string;
  readonly dueOn: IsoDate;
  readonly metOn: IsoDate | null;
}

/** A correction of a closed month: euros by line, and figures. */
export interface ScriptRestatement {
  readonly key: string;
  readonly on: IsoDate;
  readonly month: MonthIndex;
  readonly reason: string;
  readonly euros: Readonly<Record<string, number>>;
  readonly figures: readonly { readonly figure: RestatedFigure; readonly value: number }[];
}

/** What is on record about an agent's powers, and when it was entered. */
export interface ScriptGovernance {
  readonly key: string;
  readonly on: IsoDate;
  readonly governance: Governance;
}

/** One met, one overdue, one still to come. */
export const CONDITIONS: readonly ScriptCondition[] = [
  {
    key: 'claims-triage',
    setOn: day('2026-04-16'),
    what: 'Train the triage staff of all regions',
    owner: 'Head of claims',
    dueOn: day('2026-08-31'),
    metOn: day('2026-08-25'),
  },
  {
    key: 'customer-chat',
    setOn: day('2026-07-15'),
    what: 'A model contract at less than half the price of a conversation',
    owner: 'Head of customer service',
    dueOn: day('2026-08-31'),
    metOn: null,
  },
  {
    key: 'document-intake',
    setOn: day('2026-09-30'),
    what: 'The evaluation suite starts by itself on each change',
    owner: 'Lead engineer, document services',
    dueOn: day('2026-11-15'),
    metOn: null,
  },
];

export const RESTATEMENTS: readonly ScriptRestatement[] = [
  {
    key: 'invoice-check',
    on: day('2026-08-12'),
    month: month('2026-06'),
    reason: 'Two garage groups won back reductions of June in arbitration.',
    euros: { 'Invoice reductions paid out': 21_900 },
    figures: [],
  },
  {
    key: 'document-intake',
    on: day('2026-07-27'),
    month: month('2026-05'),
    reason: 'Test documents of the archive move had been counted.',
    euros: {},
    figures: [
      { figure: 'attempts', value: 26_600 },
      { figure: 'successes', value: 20_500 },
    ],
  },
];

const NOT_STATED: Governance = {
  autonomy: null,
  permissions: '',
  dataClasses: '',
  modelVersion: '',
  vendor: '',
  euRole: null,
  classifiedBy: '',
  classifiedOn: null,
  classificationReason: '',
  impactAssessment: null,
  killSwitchTestedOn: null,
  redTeamedOn: null,
  framework: [],
};

export const GOVERNANCE: readonly ScriptGovernance[] = [
  {
    key: 'claims-triage',
    on: day('2026-08-26'),
    governance: {
      autonomy: 'acts_with_approval',
      permissions: 'Reads claims and photos; sets severity and handler; may not pay.',
      dataClasses: 'Claims data, photos, in injury claims health data',
      modelVersion: 'Triage 3.2',
      vendor: 'Own build on a hosted model',
      euRole: 'deployer',
      classifiedBy: 'Data protection officer',
      classifiedOn: day('2026-01-15'),
      classificationReason: 'Routes claims and decides nothing about cover or amount; customers are told.',
      impactAssessment: 'yes',
      killSwitchTestedOn: day('2026-08-24'),
      redTeamedOn: day('2026-05-11'),
      framework: [
        { function: 'govern', status: 3, link: '' },
        { function: 'map', status: 3, link: '' },
        { function: 'measure', status: 4, link: '' },
        { function: 'manage', status: 3, link: '' },
      ],
    },
  },
  {
    key: 'customer-chat',
    on: day('2026-07-27'),
    governance: {
      ...NOT_STATED,
      autonomy: 'acts_alone',
      permissions: 'Reads contracts of the customer who is signed in; opens tickets.',
      dataClasses: 'Contract data',
      modelVersion: 'Chat 2.8',
      vendor: 'Hosted chat platform',
      euRole: 'deployer',
      classifiedBy: 'Data protection officer',
      classifiedOn: day('2025-10-20'),
      classificationReason: 'Talks to customers, who are told that it is a machine.',
      impactAssessment: 'yes',
      killSwitchTestedOn: day('2026-03-09'),
      framework: [
        { function: 'govern', status: 3, link: '' },
        { function: 'measure', status: 2, link: '' },
      ],
    },
  },
  {
    key: 'call-mood',
    on: day('2026-07-20'),
    governance: {
      ...NOT_STATED,
      autonomy: 'suggests',
      dataClasses: 'Voice recordings of staff',
      vendor: 'Vendor trial',
      euRole: 'deployer',
      classifiedBy: 'Data protection officer',
      classifiedOn: day('2026-07-20'),
      classificationReason: 'Infers emotions of staff at work.',
      impactAssessment: 'no',
    },
  },
];
