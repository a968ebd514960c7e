import type { EvidenceKind } from './gap.ts';
import type { IsoDate } from './units.ts';
import type { GateId } from './verdict.ts';

/** The six rows from the pilot to production. */
export const CHECKLIST_DIMENSIONS = [
  'data',
  'integration',
  'evaluation',
  'governance',
  'success_metric',
  'ownership',
] as const;
export type ChecklistDimension = (typeof CHECKLIST_DIMENSIONS)[number];

export const CHECKLIST_NAMES: Readonly<Record<ChecklistDimension, string>> = {
  data: 'Data',
  integration: 'Integration',
  evaluation: 'Evaluation',
  governance: 'Governance',
  success_metric: 'Success metric',
  ownership: 'Ownership',
};

/** The gate each row stands beside. A row is a claim with a proof, the gate is computed: neither sets the other. */
export const CHECKLIST_GATES: Readonly<Record<ChecklistDimension, GateId>> = {
  data: 'G3',
  integration: 'G4',
  evaluation: 'G5',
  governance: 'G6',
  success_metric: 'G2',
  ownership: 'G1',
};

export const CHECKLIST_STATES = ['pilot_grade', 'production_ready'] as const;
export type ChecklistState = (typeof CHECKLIST_STATES)[number];

/** What a claim of production readiness rests on. */
export interface ChecklistProof {
  readonly kind: EvidenceKind;
  readonly datedOn: IsoDate;
  readonly link: string;
  readonly note: string;
}

/** One row as claimed. No row = nobody has said anything. Production-ready only with a proof. */
export type ChecklistRow =
  | { readonly dimension: ChecklistDimension; readonly state: 'pilot_grade'; readonly proof: null }
  | {
      readonly dimension: ChecklistDimension;
      readonly state: 'production_ready';
      readonly proof: ChecklistProof;
    };

/** Shipped texts of both ends of each row; part of the policy. They describe what one meets, they are no thresholds. */
export const CHECKLIST_ANCHORS: Readonly<
  Record<ChecklistDimension, Readonly<Record<ChecklistState, string>>>
> = {
  data: {
    pilot_grade: 'Curated, static sample',
    production_ready: 'Live, governed, real-time access',
  },
  integration: {
    pilot_grade: 'Mocked or manual',
    production_ready: 'Authenticated, error-handled, deterministic',
  },
  evaluation: {
    pilot_grade: 'Demos judged by eye',
    production_ready: 'Automated evaluation suite that runs on every change',
  },
  governance: {
    pilot_grade: 'None',
    production_ready: 'Audit log, scoped access, human in the loop',
  },
  success_metric: {
    pilot_grade: '"It looks impressive"',
    production_ready: 'Measured cost per task and ROI against a baseline',
  },
  ownership: {
    pilot_grade: 'One enthusiast',
    production_ready: 'A defined team and workflow',
  },
};
