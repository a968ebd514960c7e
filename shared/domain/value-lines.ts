/** Kinds of cost line. The stored enumeration: add, never rename. */
export const COST_CATEGORIES = [
  'inference',
  'platform',
  'integration_build',
  'integration_maintenance',
  'data_upkeep',
  'evaluation',
  'oversight',
  'error_correction',
  'change_training',
  'governance_security',
  'retirement',
] as const;
export type CostCategory = (typeof COST_CATEGORIES)[number];

export const COST_CATEGORY_NAMES: Readonly<Record<CostCategory, string>> = {
  inference: 'Inference',
  platform: 'Platform and licences',
  integration_build: 'Integration build',
  integration_maintenance: 'Integration maintenance',
  data_upkeep: 'Data preparation and upkeep',
  evaluation: 'Evaluation',
  oversight: 'Human oversight and review',
  error_correction: 'Error correction',
  change_training: 'Change and training',
  governance_security: 'Governance and security',
  retirement: 'Retirement',
};

/** Kinds of outcome line. */
export const OUTCOME_KINDS = [
  'deflected_contacts',
  'hours_saved',
  'cycle_time',
  'cost_avoided',
  'revenue',
  'quality',
  'risk_avoided',
] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

export const OUTCOME_KIND_NAMES: Readonly<Record<OutcomeKind, string>> = {
  deflected_contacts: 'Deflected contacts',
  hours_saved: 'Hours saved',
  cycle_time: 'Cycle time',
  cost_avoided: 'Cost avoided',
  revenue: 'Revenue at contribution margin',
  quality: 'Quality (errors avoided)',
  risk_avoided: 'Risk avoided',
};

/** How an outcome is measured, strongest first. */
export const MEASUREMENT_METHODS = ['holdout', 'before_after', 'log_count', 'survey', 'estimate'] as const;
export type MeasurementMethod = (typeof MEASUREMENT_METHODS)[number];

export const MEASUREMENT_METHOD_NAMES: Readonly<Record<MeasurementMethod, string>> = {
  holdout: 'A/B or holdout',
  before_after: 'Before and after',
  log_count: 'Log count',
  survey: 'Survey',
  estimate: 'Estimate',
};
