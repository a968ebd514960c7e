/** The five gaps between a pilot and production. */
export const GAPS = ['data', 'integration', 'evaluation', 'governance', 'change'] as const;
export type Gap = (typeof GAPS)[number];

export const GAP_NAMES: Readonly<Record<Gap, string>> = {
  data: 'Data readiness',
  integration: 'Integration',
  evaluation: 'Evaluation',
  governance: 'Governance',
  change: 'Organizational change',
};

export const LEVELS = [0, 1, 2, 3, 4] as const;
export type Level = (typeof LEVELS)[number];

/** 0 absent, 1 ad hoc, 2 partial, 3 in place and tested, 4 proven in production. */
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  0: 'absent',
  1: 'ad hoc',
  2: 'partial',
  3: 'in place and tested',
  4: 'proven in production',
};

/** What a level was based on, weakest first. `telemetry` is production telemetry. */
export const EVIDENCE_KINDS = ['opinion', 'document', 'test', 'telemetry', 'audit'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const EVIDENCE_KIND_NAMES: Readonly<Record<EvidenceKind, string>> = {
  opinion: 'Opinion',
  document: 'Document',
  test: 'Test result',
  telemetry: 'Production telemetry',
  audit: 'Audit',
};

/**
 * What each level of each gap means. A level may be claimed only if every lower one holds.
 * Shipped texts; part of the policy, so a portfolio may word them anew.
 */
export const ANCHORS: Readonly<Record<Gap, Readonly<Record<Level, string>>>> = {
  data: {
    0: 'Nobody has checked whether the data the agent needs exists or may be used.',
    1: 'Data was hand-picked for a demo; gaps and permissions are unknown.',
    2: 'Sources are named, lawful to use and sampled; freshness and quality are known but not monitored.',
    3: 'Live, governed, access-controlled data with quality checks and an owner; tested with real volumes.',
    4: 'In production: drift and freshness are alarmed, lineage is traceable for any answer.',
  },
  integration: {
    0: 'No access to any real system; inputs are pasted by hand.',
    1: 'One-off scripts or exports; credentials belong to a person.',
    2: 'Reads real systems with service credentials; writes are manual or mocked; errors are noticed by people.',
    3: 'Authenticated read and write with error handling, retries, idempotent actions and deterministic state, tested against the real systems.',
    4: 'In production: availability and error budgets are met for a quarter; changes in the other systems have been survived.',
  },
  evaluation: {
    0: 'No definition of a correct result.',
    1: 'Results are eyeballed by the team that built it.',
    2: 'A written definition and a fixed test set exist; run by hand before changes.',
    3: 'Automated evaluation with a pass mark runs on each change; failures block release.',
    4: 'In production: online evaluation and sampled human review agree with the offline suite; regressions were caught by it.',
  },
  governance: {
    0: 'No risk class, no owner of risk, no record of what the agent does.',
    1: 'Risk discussed informally; permissions broader than the task needs.',
    2: 'Risk class and human oversight set; actions logged; security review open.',
    3: 'Least-privilege permissions, complete audit log, human in the loop where the risk class asks, kill switch tested, approval given.',
    4: 'In production: audits passed, incidents handled inside their deadlines, permissions reviewed each quarter.',
  },
  change: {
    0: 'Nobody whose work changes has been told.',
    1: 'An enthusiast uses it; the workflow around it is as before.',
    2: 'The team that will own it is named; the new workflow is drafted and tried with some users.',
    3: 'Trained users, changed procedures, a support path, and a manager accountable for adoption.',
    4: 'In production: adoption target met for a quarter, the old way is switched off, roles and incentives adjusted.',
  },
};
