import type { EngineContext, InitiativeFacts } from '../decision/facts.ts';
import type { Initiative } from '../domain/initiative.ts';
import { DEFAULT_POLICY } from '../domain/policy.ts';
import { NO_STAGE_RECORD } from '../domain/stage-record.ts';
import type { Instant } from '../domain/units.ts';
import { AS_OF } from './example-records.ts';

/** An initiative in limited production of which nothing else is known. */
export const EXAMPLE_INITIATIVE: Initiative = {
  id: 'example',
  importBatchId: null,
  sourceRow: null,
  createdAt: '2026-01-01T00:00:00.000Z' as Instant,
  name: 'Example',
  purpose: '',
  unit: '',
  businessOwner: '',
  technicalOwner: '',
  financeValidator: '',
  stage: 'limited',
  stageEnteredOn: null,
  isPaused: false,
  pausedMonths: 0,
  plannedPilotMonths: null,
  metricName: '',
  metricUnit: '',
  baselineValue: null,
  baselineDataEnd: null,
  baselineSource: null,
  targetComparator: null,
  targetValue: null,
  targetDate: null,
  lawfulBasis: null,
  riskClass: null,
  oversight: '',
  evaluationRanOn: null,
  evaluationPassRate: null,
  evaluationPassMark: null,
};

/** The facts of {@link EXAMPLE_INITIATIVE}: none but those told. */
export function exampleFacts(over: Partial<InitiativeFacts>): InitiativeFacts {
  return {
    initiative: EXAMPLE_INITIATIVE,
    assessments: [],
    lines: [],
    values: [],
    closedMonths: [],
    readings: [],
    tripwires: [],
    incidents: [],
    pastDecisions: [],
    planVersions: [],
    forecasts: [],
    unitCounts: [],
    drivers: [],
    scopes: [],
    stopTerms: null,
    assetUses: [],
    checklist: [],
    ...over,
  };
}

/** The shipped policy on the as-of day, without plan, record or memory. */
export const EXAMPLE_CONTEXT: EngineContext = {
  policy: DEFAULT_POLICY,
  plan: null,
  stageRecord: NO_STAGE_RECORD,
  memory: new Map(),
  asOf: AS_OF,
  seed: '2026',
  minorPerUnit: 100,
};
