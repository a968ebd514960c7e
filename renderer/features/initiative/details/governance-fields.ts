import {
  AUTONOMY_LEVELS,
  type Autonomy,
  EU_ROLES,
  type EuRole,
  FRAMEWORK_FUNCTIONS,
  type FrameworkFunction,
  type Governance,
  IMPACT_ASSESSMENTS,
  type ImpactAssessment,
} from '#shared/domain/governance.ts';
import { optionsWithBlank } from '../options.ts';
import type { FieldValue } from './field-value.ts';
import type { FieldKind } from './initiative-fields.ts';

/** Nothing on record yet. */
export const NO_GOVERNANCE: Governance = {
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

const AUTONOMY_NAMES: Readonly<Record<Autonomy, string>> = {
  suggests: 'Suggests; a person does it',
  drafts: 'Drafts; a person sends it',
  acts_with_approval: 'Acts after approval',
  acts_alone: 'Acts alone',
};
const ROLE_NAMES: Readonly<Record<EuRole, string>> = { provider: 'Provider', deployer: 'Deployer' };
const ASSESSMENT_NAMES: Readonly<Record<ImpactAssessment, string>> = {
  yes: 'Done',
  no: 'Not done',
  not_needed: 'Not needed',
};
const FUNCTION_NAMES: Readonly<Record<FrameworkFunction, string>> = {
  govern: 'Govern',
  map: 'Map',
  measure: 'Measure',
  manage: 'Manage',
};
const STATUSES = ['0', '1', '2', '3', '4'] as const;
const STATUS_NAMES: Readonly<Record<(typeof STATUSES)[number], string>> = {
  0: '0 nothing',
  1: '1 begun',
  2: '2 partly',
  3: '3 mostly',
  4: '4 in place',
};

/** One field of the panel: what it shows and the record it makes of a new value. */
export interface GovernanceField {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: FieldKind;
  readonly isWide: boolean;
  readonly read: (governance: Governance) => FieldValue;
  readonly write: (governance: Governance, value: FieldValue) => Governance;
}

type PlainField = Exclude<keyof Governance, 'framework'>;

function plain(key: PlainField, label: string, kind: FieldKind, hint?: string): GovernanceField {
  return {
    key,
    label,
    kind,
    isWide: kind.type === 'long',
    ...(hint === undefined ? {} : { hint }),
    read: (governance) => governance[key],
    // Each field's kind gives the values its property takes; the contract checks them again.
    write: (governance, value) => ({ ...governance, [key]: value }) as Governance,
  };
}

/** A function of the framework: its status, and where to look. Without a status there is nothing to link. */
function framework(which: FrameworkFunction): readonly GovernanceField[] {
  const find = (governance: Governance) => governance.framework.find((one) => one.function === which);
  const replace = (governance: Governance, next: Governance['framework'][number] | null): Governance => ({
    ...governance,
    framework: [
      ...governance.framework.filter((one) => one.function !== which),
      ...(next === null ? [] : [next]),
    ],
  });
  return [
    {
      key: `${which}-status`,
      label: `${FUNCTION_NAMES[which]}, status`,
      kind: { type: 'choice', options: optionsWithBlank(STATUSES, STATUS_NAMES) },
      isWide: false,
      read: (governance) => find(governance)?.status.toString() ?? null,
      write: (governance, value) =>
        replace(
          governance,
          value === null
            ? null
            : {
                function: which,
                status: Number(value) as 0 | 1 | 2 | 3 | 4,
                link: find(governance)?.link ?? '',
              },
        ),
    },
    {
      key: `${which}-link`,
      label: `${FUNCTION_NAMES[which]}, evidence`,
      kind: { type: 'text', maxLength: 2000 },
      isWide: false,
      read: (governance) => find(governance)?.link ?? '',
      write: (governance, value) =>
        replace(governance, {
          function: which,
          status: find(governance)?.status ?? 0,
          link: String(value ?? ''),
        }),
    },
  ];
}

/** What an agent may do and what was tried on it, in the order a risk officer asks. */
export const GOVERNANCE_FIELDS: readonly GovernanceField[] = [
  plain('autonomy', 'Autonomy', {
    type: 'choice',
    options: optionsWithBlank(AUTONOMY_LEVELS, AUTONOMY_NAMES),
  }),
  plain('killSwitchTestedOn', 'Kill switch tested on', { type: 'date' }),
  plain('redTeamedOn', 'Last red-team exercise', { type: 'date' }),
  plain('impactAssessment', 'Data protection impact assessment', {
    type: 'choice',
    options: optionsWithBlank(IMPACT_ASSESSMENTS, ASSESSMENT_NAMES),
  }),
  plain('permissions', 'Tools and write permissions', { type: 'long', maxLength: 4000 }),
  plain('dataClasses', 'Data classes', { type: 'long', maxLength: 2000 }, 'Personal, health, payment, ...'),
  plain('modelVersion', 'Model and prompt version', { type: 'text', maxLength: 300 }),
  plain('vendor', 'Vendor', { type: 'text', maxLength: 300 }),
  plain('euRole', 'Role under the EU AI Act', {
    type: 'choice',
    options: optionsWithBlank(EU_ROLES, ROLE_NAMES),
  }),
  plain('classifiedOn', 'Risk class given on', { type: 'date' }),
  plain('classifiedBy', 'Risk class given by', { type: 'text', maxLength: 200 }),
  plain('classificationReason', 'Reason for the risk class', { type: 'long', maxLength: 4000 }),
  ...FRAMEWORK_FUNCTIONS.flatMap(framework),
];
