import type { ValueRule } from '../mapping-types.ts';
import type { Profile } from './profile.ts';

const to = (value: string, texts: readonly string[]): ValueRule[] => texts.map((text) => ({ text, value }));

/**
 * Stage words of lists in general use. Where a word allows two stages it means the smaller claim: "Deployed" and
 * "In production" say that something is in use, not how widely. "Testing" and "in progress" are left to the user.
 */
const STAGES: readonly ValueRule[] = [
  ...to('idea', [
    'ideation',
    'initiated',
    'proposed',
    'proposal',
    'planned',
    'planning',
    'concept',
    'backlog',
  ]),
  ...to('idea', ['intake', 'exploration', 'exploring', 'discovery', 'research', 'under consideration']),
  // Building and buying spend money: an initiative that does either has left the idea stage.
  ...to('pilot', ['pre-deployment', 'predeployment', 'pre deployment', 'acquisition and/or development']),
  ...to('pilot', ['development', 'in development', 'under development', 'acquisition', 'piloting']),
  ...to('pilot', ['proof of concept', 'poc', 'prototype', 'mvp', 'beta', 'trial', 'experiment']),
  ...to('limited', ['deployed', 'deployment', 'in production', 'production', 'live', 'limited']),
  ...to('limited', [
    'limited deployment',
    'limited rollout',
    'rollout',
    'rolling out',
    'in use',
    'in mission',
  ]),
  ...to('limited', ['implementation and assessment', 'implementation', 'implemented', 'operational']),
  ...to('scaled', ['operation and maintenance', 'operations and maintenance', 'operation & maintenance']),
  ...to('scaled', [
    'fully deployed',
    'full production',
    'enterprise-wide',
    'scale',
    'scaling',
    'sustainment',
  ]),
  ...to('retired', ['decommissioned', 'sunset', 'discontinued', 'cancelled', 'canceled', 'terminated']),
  ...to('retired', ['stopped', 'inactive', 'archived', 'withdrawn', 'closed', 'abandoned']),
];

/** Any list of initiatives: columns are found by the words people use for them, the rest is chosen by hand. */
export const GENERIC: Profile = {
  id: 'generic',
  name: 'Any list of initiatives',
  description: 'Finds columns by common words; check each one, and choose the rest by hand.',
  signature: [],
  fields: {
    name: {
      kind: 'column',
      header: {
        is: [
          'use case name',
          'initiative name',
          'initiative',
          'name',
          'project name',
          'agent name',
          'agent',
          'use case',
          'project',
          'title',
          'use case title',
          'solution',
          'product',
          'application',
          'tool',
        ],
        has: ['use case name', 'initiative name', 'project name', 'agent name', 'name of the'],
      },
    },
    stage: {
      kind: 'column',
      header: {
        is: [
          'stage',
          'stage of development',
          'development stage',
          'lifecycle stage',
          'life cycle stage',
          'phase',
          'status',
          'state',
          'maturity',
        ],
        has: ['stage of', 'lifecycle', 'life cycle', 'stage', 'status'],
      },
    },
    purpose: {
      kind: 'column',
      header: {
        is: [
          'purpose',
          'description',
          'summary',
          'objective',
          'goal',
          'problem',
          'short description',
          'abstract',
        ],
        has: [
          'problem is the ai intended to solve',
          'intended purpose',
          'purpose',
          'problem',
          'description',
          'summary',
          'objective',
        ],
      },
    },
    businessOwner: {
      kind: 'column',
      header: {
        is: [
          'business owner',
          'owner',
          'sponsor',
          'executive sponsor',
          'product owner',
          'responsible',
          'lead',
        ],
        has: ['business owner', 'sponsor'],
      },
    },
    technicalOwner: {
      kind: 'column',
      header: {
        is: ['technical owner', 'it owner', 'tech lead', 'technical lead', 'developer', 'engineering lead'],
        has: ['technical owner', 'technical lead', 'tech lead'],
      },
    },
    financeValidator: {
      kind: 'column',
      header: { is: ['finance validator', 'finance partner', 'controller', 'finance contact'] },
    },
    unit: {
      kind: 'join',
      headers: [
        {
          is: [
            'agency abbreviation',
            'agency',
            'company',
            'division',
            'department',
            'organization',
            'organisation',
          ],
        },
        {
          is: [
            'unit',
            'business unit',
            'bureau',
            'bureau/component',
            'bureau / component',
            'component',
            'team',
            'office',
            'area',
            'function',
            'country',
            'operating division',
          ],
          has: ['bureau', 'component', 'business unit', 'operating division', 'sub-agency'],
        },
      ],
      separator: ' / ',
    },
    stageEnteredOn: {
      kind: 'column',
      header: {
        is: [
          'stage entered on',
          'stage since',
          'in stage since',
          'start date',
          'started',
          'started on',
          'date started',
          'go-live date',
          'date',
        ],
        has: [
          'stage entered',
          'became operational',
          "pilot's start date",
          'start date',
          'go-live',
          'date implemented',
        ],
      },
    },
    metricName: {
      kind: 'column',
      header: { is: ['success metric', 'metric', 'kpi', 'key metric'], has: ['success metric', 'kpi'] },
    },
    metricUnit: { kind: 'column', header: { is: ['metric unit', 'kpi unit', 'unit of measure'] } },
    baselineValue: { kind: 'column', header: { is: ['baseline', 'baseline value'] } },
    targetValue: { kind: 'column', header: { is: ['target', 'target value'] } },
    targetDate: { kind: 'column', header: { is: ['target date', 'due date'] } },
    oversight: { kind: 'column', header: { is: ['human oversight', 'oversight'] } },
  },
  values: { stage: STAGES },
  questions: [],
  dateOrder: null,
  isOwnFormat: false,
  rater: 'Imported spreadsheet',
  evidenceDate: null,
  evidenceLink: '',
};
