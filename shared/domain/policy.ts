import { CHECKLIST_ANCHORS, type ChecklistDimension, type ChecklistState } from './checklist.ts';
import { ANCHORS, type EvidenceKind, type Gap, type Level } from './gap.ts';
import type { ActiveStage } from './stage.ts';
import type { MeasurementMethod, OutcomeKind } from './value-lines.ts';

/** Parameters of a Beta prior. */
export interface BetaPrior {
  readonly a: number;
  readonly b: number;
}

/**
 * Every threshold, weight, anchor, factor and prior the engine reads. Data, so that a portfolio can argue with it.
 * What each field means, its unit, range and reason: `shared/policy/fields.ts`.
 */
export interface Policy {
  readonly version: number;

  readonly discountRate: number;
  /** `mid` multiplies the flows of month 1 and later by (1+r)^(1/24). */
  readonly timing: 'end' | 'mid';
  readonly horizonMonths: number;

  /** The three cuts between the four bands of P. */
  readonly probabilityCuts: readonly [number, number, number];
  /** Half-width of the dead-band around a cut. */
  readonly deadBand: number;
  /** A fall this far below a cut counts at once. */
  readonly clearBreach: number;
  readonly scaleBcr: number;
  readonly fixBenefitRealisation: number;
  readonly scaleBenefitRealisation: number;
  readonly scalePaybackProbability: number;
  readonly paybackMonths: number;
  readonly killUnitEconomics: number;
  /** K4 also when the last so many closed reviews were a kill watch. */
  readonly killWatches: number;
  readonly confidenceNeeded: number;
  /** F2 when cost per success rises by more than this share, T3M on T3M. */
  readonly unitCostRise: number;
  readonly readinessEnter: number;
  readonly readinessLeave: number;
  readonly pilotTimeBoxMonths: number;
  readonly strikes: number;
  readonly closedMonthsNeeded: Readonly<Record<ActiveStage, number>>;
  readonly tripwireGraceDays: number;
  /** A target is on track when the way covered is at least this share of the time elapsed. */
  readonly onTrackShare: number;
  /** Oldest evaluation run that still proves anything, in days. */
  readonly evaluationMaxAgeDays: number;

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
  /** How much a measurement method counts in data confidence. */
  readonly methodQuality: Readonly<Record<MeasurementMethod, number>>;

  /** Share of an outcome that becomes money where the line states none. */
  readonly realisation: Readonly<Record<OutcomeKind, number>>;
  /** The same for deflected contacts where cost really falls. */
  readonly cashReleasingDeflection: number;
  /** TEI-style deductions from benefits by method, and additions to costs by what they rest on. */
  readonly benefitRisk: Readonly<Record<MeasurementMethod, number>>;
  readonly costRisk: Readonly<Record<'actual' | 'quote' | 'estimate', number>>;

  /** Prior of BRI*: its value, and how many months of own record it weighs. */
  readonly realisationPrior: { readonly value: number; readonly months: number };
  /** Chance to leave the stage upward, before own record. */
  readonly stagePriors: Readonly<Record<'idea' | 'pilot' | 'limited', BetaPrior>>;
  /** Loading of a volume on the shared assets it waits for, before division by the root of their number. */
  readonly assetLoading: number;
  readonly draws: number;
  /** Draws a simulation is extended to when a figure lies within 2 SE of a cut that counts. */
  readonly mostDraws: number;

  /** What each level of each gap means. */
  readonly anchors: Readonly<Record<Gap, Readonly<Record<Level, string>>>>;
  /** Both ends of each checklist row. */
  readonly checklist: Readonly<Record<ChecklistDimension, Readonly<Record<ChecklistState, string>>>>;
}

/** The shipped policy. Each default and its reason: methodology sections 1.4, 1.5, 2.2, 3.1, 3.2, 3.5, 8.2, 8.6. */
export const DEFAULT_POLICY: Policy = {
  version: 1,

  discountRate: 0.1,
  timing: 'end',
  horizonMonths: 36,

  probabilityCuts: [0.3, 0.6, 0.8],
  deadBand: 0.05,
  clearBreach: 0.1,
  scaleBcr: 1.5,
  fixBenefitRealisation: 0.7,
  scaleBenefitRealisation: 0.9,
  scalePaybackProbability: 0.7,
  paybackMonths: 12,
  killUnitEconomics: 0.1,
  killWatches: 2,
  confidenceNeeded: 0.5,
  unitCostRise: 0.2,
  readinessEnter: 75,
  readinessLeave: 70,
  pilotTimeBoxMonths: 9,
  strikes: 2,
  closedMonthsNeeded: { idea: 0, pilot: 2, limited: 3, scaled: 3 },
  tripwireGraceDays: 30,
  onTrackShare: 0.8,
  evaluationMaxAgeDays: 92,

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
  methodQuality: { holdout: 1, before_after: 0.8, log_count: 0.8, survey: 0.5, estimate: 0.3 },

  realisation: {
    deflected_contacts: 0.5,
    hours_saved: 0.5,
    cycle_time: 0.5,
    cost_avoided: 1,
    revenue: 1,
    quality: 0.5,
    risk_avoided: 1,
  },
  cashReleasingDeflection: 0.8,
  benefitRisk: { holdout: 0, before_after: 0.1, log_count: 0.1, survey: 0.2, estimate: 0.3 },
  costRisk: { actual: 0.05, quote: 0.15, estimate: 0.25 },

  realisationPrior: { value: 0.8, months: 3 },
  stagePriors: { idea: { a: 5, b: 5 }, pilot: { a: 3, b: 7 }, limited: { a: 6, b: 4 } },
  assetLoading: 0.5,
  draws: 10_000,
  mostDraws: 100_000,

  anchors: ANCHORS,
  checklist: CHECKLIST_ANCHORS,
};
