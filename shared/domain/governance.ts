import type { IsoDate } from './units.ts';

/** How far an agent may go on its own, least first. */
export const AUTONOMY_LEVELS = ['suggests', 'drafts', 'acts_with_approval', 'acts_alone'] as const;
export type Autonomy = (typeof AUTONOMY_LEVELS)[number];

/** The organisation's role under the EU AI Act. */
export const EU_ROLES = ['provider', 'deployer'] as const;
export type EuRole = (typeof EU_ROLES)[number];

export const IMPACT_ASSESSMENTS = ['yes', 'no', 'not_needed'] as const;
export type ImpactAssessment = (typeof IMPACT_ASSESSMENTS)[number];

/** The functions of the NIST AI Risk Management Framework 1.0. */
export const FRAMEWORK_FUNCTIONS = ['govern', 'map', 'measure', 'manage'] as const;
export type FrameworkFunction = (typeof FRAMEWORK_FUNCTIONS)[number];

/** One function of the framework: 0 (nothing) to 4, with where to look. */
export interface FrameworkStatus {
  readonly function: FrameworkFunction;
  readonly status: 0 | 1 | 2 | 3 | 4;
  readonly link: string;
}

/** What is on record about an agent's powers and trials. Null and empty text = not recorded. */
export interface Governance {
  readonly autonomy: Autonomy | null;
  /** Tools it may use and what it may write. */
  readonly permissions: string;
  readonly dataClasses: string;
  readonly modelVersion: string;
  readonly vendor: string;
  readonly euRole: EuRole | null;
  readonly classifiedBy: string;
  readonly classifiedOn: IsoDate | null;
  readonly classificationReason: string;
  readonly impactAssessment: ImpactAssessment | null;
  readonly killSwitchTestedOn: IsoDate | null;
  readonly redTeamedOn: IsoDate | null;
  readonly framework: readonly FrameworkStatus[];
}
