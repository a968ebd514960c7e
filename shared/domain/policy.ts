import type { EvidenceKind, Gap, Level } from './gap.ts';
import type { ActiveStage } from './stage.ts';

/** Every threshold and weight the engine reads. Data, so that a portfolio can argue with it; versioned with the file later. */
export interface Policy {
  readonly version: number;
  /** Weights of the gaps in readiness, fractions that sum to 1. */
  readonly gapWeights: Readonly<Record<Gap, number>>;
  /** Lowest raw level a gap may have while in the stage. Ideas have no floors: they need a plan. */
  readonly floors: Readonly<Record<Exclude<ActiveStage, 'idea'>, Readonly<Record<Gap, Level>>>>;
  readonly evidenceGrade: Readonly<Record<EvidenceKind, number>>;
  /** Highest level an evidence kind can support. */
  readonly evidenceLimit: Readonly<Record<EvidenceKind, Level>>;
  readonly evidenceHalfLifeMonths: number;
  readonly evidenceFreshMonths: number;
  /** Below this quality a level counts as unknown. */
  readonly evidenceStaleBelow: number;
  /** Oldest evaluation run that still proves anything, in days. */
  readonly evaluationMaxAgeDays: number;
  /** A target is on track when the way covered is at least this share of the time elapsed. */
  readonly onTrackShare: number;
  readonly pilotTimeBoxMonths: number;
  readonly strikes: number;
  /** Closed months needed before a stage's figures count. */
  readonly closedMonthsNeeded: Readonly<Record<ActiveStage, number>>;
  readonly tripwireGraceDays: number;
  readonly readinessEnter: number;
  readonly readinessLeave: number;
}

/** The shipped policy. Each default and its reason: methodology sections 3.1, 3.2, 8.2, 8.6. */
export const DEFAULT_POLICY: Policy = {
  version: 1,
  gapWeights: { data: 0.2, integration: 0.2, evaluation: 0.2, governance: 0.2, change: 0.2 },
  floors: {
    pilot: { data: 2, integration: 1, evaluation: 1, governance: 1, change: 1 },
    limited: { data: 3, integration: 2, evaluation: 3, governance: 3, change: 2 },
    scaled: { data: 3, integration: 3, evaluation: 3, governance: 3, change: 3 },
  },
  evidenceGrade: { opinion: 0.4, document: 0.6, test: 0.8, telemetry: 1, audit: 1 },
  evidenceLimit: { opinion: 2, document: 3, test: 3, telemetry: 4, audit: 4 },
  evidenceHalfLifeMonths: 6,
  evidenceFreshMonths: 3,
  evidenceStaleBelow: 0.25,
  evaluationMaxAgeDays: 92,
  onTrackShare: 0.8,
  pilotTimeBoxMonths: 9,
  strikes: 2,
  closedMonthsNeeded: { idea: 0, pilot: 2, limited: 3, scaled: 3 },
  tripwireGraceDays: 30,
  readinessEnter: 75,
  readinessLeave: 70,
};
