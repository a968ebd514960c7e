import type { IsoDate } from '../../domain/units.ts';
import type { ValueRule } from '../mapping-types.ts';
import { FEDERAL_2024_QUESTIONS } from './federal-2024-questions.ts';
import type { Profile } from './profile.ts';

/** The day by which agencies had to publish: every answer is taken as given on it. */
export const FEDERAL_2024_DATE = '2024-12-16' as IsoDate;

/** Stage answers; the reasons are in docs/federal-inventory-2024.md, which a test compares with this list. */
export const FEDERAL_2024_STAGES: readonly ValueRule[] = [
  { text: 'Initiated', value: 'idea' },
  { text: 'Planned', value: 'idea' },
  { text: 'Ideation', value: 'idea' },
  { text: 'Acquisition and/or Development', value: 'pilot' },
  { text: 'Implementation and Assessment', value: 'limited' },
  { text: 'In production', value: 'limited' },
  { text: 'In mission', value: 'limited' },
  { text: 'Operation and Maintenance', value: 'scaled' },
  { text: 'Research or Administrative Action Complete', value: 'retired' },
  { text: 'Retired', value: 'retired' },
];

const DATE_INITIATED = { is: ['date initiated'], has: ['date initiated'] };
const DATE_DEVELOPED = {
  has: ['date when acquisition and/or development began', 'acquisition and/or development began'],
};
const DATE_IMPLEMENTED = { is: ['date implemented'], has: ['date implemented'] };
const DATE_RETIRED = { is: ['date retired'], has: ['date retired'] };

/** The consolidated 2024 inventory of AI use cases of the US federal government, and single agencies' files of it. */
export const FEDERAL_2024: Profile = {
  id: 'federal-2024',
  name: 'US federal AI inventory 2024',
  description:
    'The 2024 inventory of AI use cases of US federal agencies: stage, dates, unit and the documented answers as gap levels with their evidence.',
  signature: [
    { is: ['use case name'] },
    { has: ['bureau'] },
    { is: ['stage of development'] },
    { has: ['intended purpose and expected benefits'] },
    { has: ['rights-impacting, safety-impacting'] },
    DATE_INITIATED,
    DATE_DEVELOPED,
    DATE_IMPLEMENTED,
    DATE_RETIRED,
    ...FEDERAL_2024_QUESTIONS.map((question) => ({ has: [question.header] })),
  ],
  fields: {
    name: { kind: 'column', header: { is: ['use case name'] } },
    purpose: { kind: 'column', header: { has: ['intended purpose and expected benefits'] } },
    unit: {
      kind: 'join',
      headers: [
        { is: ['agency abbreviation', 'agency'] },
        { is: ['bureau', 'bureau / component', 'bureau/component'], has: ['bureau', 'component'] },
      ],
      separator: ' / ',
    },
    stage: { kind: 'column', header: { is: ['stage of development'] } },
    stageEnteredOn: {
      kind: 'byStage',
      headers: {
        idea: DATE_INITIATED,
        pilot: DATE_DEVELOPED,
        limited: DATE_IMPLEMENTED,
        scaled: DATE_IMPLEMENTED,
        retired: DATE_RETIRED,
      },
    },
  },
  values: { stage: FEDERAL_2024_STAGES },
  questions: FEDERAL_2024_QUESTIONS,
  dateOrder: 'mdy',
  isOwnFormat: false,
  rater: 'US federal AI inventory 2024 (self-reported)',
  evidenceDate: FEDERAL_2024_DATE,
  evidenceLink: 'https://github.com/ombegov/2024-Federal-AI-Use-Case-Inventory',
};
