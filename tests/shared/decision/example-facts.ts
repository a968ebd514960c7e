import { evaluate } from '#shared/decision/evaluate.ts';
import type { EngineContext, EngineMemory, InitiativeFacts } from '#shared/decision/facts.ts';
import type { DecisionResult } from '#shared/decision/result.ts';
import { monthOf } from '#shared/domain/calendar.ts';
import { type EvidenceKind, GAPS, type Gap, type Level } from '#shared/domain/gap.ts';
import type {
  Assessment,
  CostLine,
  Evidence,
  Incident,
  Initiative,
  InitiativeFields,
  MonthValue,
  OutcomeLine,
  Tripwire,
} from '#shared/domain/initiative.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { Stage } from '#shared/domain/stage.ts';
import { NO_STAGE_RECORD } from '#shared/domain/stage-record.ts';
import type { PlanVersion, UnitCount } from '#shared/domain/tracking.ts';
import type { Instant, IsoDate, MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { exampleModel } from './example-model.ts';

export const AS_OF = '2026-09-30' as IsoDate;
export const LAST_MONTH = monthOf(AS_OF);

export const date = (text: string): IsoDate => text as IsoDate;
export const month = (text: string): MonthIndex => monthOf(`${text}-01` as IsoDate);
export const money = (amount: number): MinorUnits => amount as MinorUnits;
/** The `count` months up to and including the as-of month, oldest first. */
export const lastMonths = (count: number): MonthIndex[] =>
  Array.from({ length: count }, (_, i) => (LAST_MONTH - count + 1 + i) as MonthIndex);

export function evidence(kind: EvidenceKind, datedOn: string, id = `e-${kind}-${datedOn}`): Evidence {
  return {
    id,
    assessmentId: 'a',
    kind,
    datedOn: date(datedOn),
    link: '',
    note: '',
    sourceQuestion: '',
  };
}

export function assessment(gap: Gap, level: Level, over: Partial<Assessment> = {}): Assessment {
  return {
    id: `a-${gap}`,
    initiativeId: 'i1',
    gap,
    level,
    rater: 'Ada',
    ratedOn: date('2026-09-01'),
    note: '',
    evidence: [evidence('test', '2026-09-01')],
    ...over,
  };
}

export function initiative(over: Partial<InitiativeFields> = {}): Initiative {
  return {
    id: 'i1',
    name: 'Claims triage',
    purpose: '',
    unit: '',
    businessOwner: 'B. Owner',
    technicalOwner: 'T. Owner',
    financeValidator: '',
    stage: 'limited',
    stageEnteredOn: date('2026-04-01'),
    isPaused: false,
    pausedMonths: 0,
    plannedPilotMonths: null,
    metricName: 'Share settled at once',
    metricUnit: 'share',
    baselineValue: 0.5,
    baselineDataEnd: date('2026-03-01'),
    baselineSource: 'before',
    targetComparator: 'at_least',
    targetValue: 0.8,
    targetDate: date('2026-12-31'),
    lawfulBasis: 'yes',
    riskClass: 'minimal',
    oversight: 'A clerk releases each payment',
    evaluationRanOn: date('2026-09-01'),
    evaluationPassRate: 0.95,
    evaluationPassMark: 0.9,
    importBatchId: null,
    sourceRow: null,
    createdAt: '2026-01-01T00:00:00.000Z' as Instant,
    ...over,
  };
}

export function costLine(id: string, over: Partial<CostLine> = {}): CostLine {
  return {
    id,
    initiativeId: 'i1',
    name: id,
    sortOrder: 0,
    startsOn: null,
    endsOn: null,
    kind: 'cost',
    category: 'inference',
    ...over,
  };
}

export function outcomeLine(id: string, over: Partial<OutcomeLine> = {}): OutcomeLine {
  return {
    id,
    initiativeId: 'i1',
    name: id,
    sortOrder: 0,
    startsOn: null,
    endsOn: null,
    kind: 'outcome',
    outcomeKind: 'cost_avoided',
    method: 'log_count',
    isCashReleasing: false,
    ...over,
  };
}

export function monthly(lineId: string, months: readonly MonthIndex[], amount: number): MonthValue[] {
  return months.map((m) => ({ lineId, month: m, amount: money(amount) }));
}

export function tripwire(over: Partial<Tripwire> = {}): Tripwire {
  return {
    id: 't1',
    initiativeId: 'i1',
    metric: 'cost per contact',
    comparator: 'at_most',
    threshold: 3,
    dueOn: date('2026-12-31'),
    committedOn: date('2026-01-15'),
    measuredValue: null,
    ...over,
  };
}

export function incident(over: Partial<Incident> = {}): Incident {
  return {
    id: 'n1',
    initiativeId: 'i1',
    severity: 1,
    openedOn: date('2026-09-01'),
    deadline: date('2026-10-15'),
    mitigatedOn: null,
    note: '',
    ...over,
  };
}

/** What the engine is given beside the facts: shipped policy, no plan, no memory, EUR. */
export function exampleContext(over: Partial<EngineContext> = {}): EngineContext {
  return {
    policy: DEFAULT_POLICY,
    plan: null,
    stageRecord: NO_STAGE_RECORD,
    memory: new Map(),
    asOf: AS_OF,
    seed: 'example',
    minorPerUnit: 100,
    ...over,
  };
}

/** The context with a memory of the last closed review for the example initiative. */
export function remembering(memory: Partial<EngineMemory>, over: Partial<EngineContext> = {}): EngineContext {
  const full: EngineMemory = { band: 2, pending: 0, killWatches: 0, wasScale: false, ...memory };
  return exampleContext({ ...over, memory: new Map([['i1', full]]) });
}

/** The result with the example context and its own simulation. */
export function decided(facts: InitiativeFacts, over: Partial<EngineContext> = {}): DecisionResult {
  return evaluate(facts, exampleContext(over));
}

/** A plan of one amount a month for line `o1`, approved long before. */
export function planVersion(amount: number, over: Partial<PlanVersion> = {}): PlanVersion {
  return {
    id: 'p1',
    version: 1,
    inForceFrom: month('2026-01'),
    approvedOn: date('2025-12-15'),
    approvedBy: 'CFO',
    values: monthly('o1', lastMonths(12), amount),
    ...over,
  };
}

export function unitCounts(months: readonly MonthIndex[], successes: number): UnitCount[] {
  return months.map((m) => ({ month: m, attempts: successes * 2, successes }));
}

/** Facts against which nothing stands: every gate passes, six closed months, 500.00 net a month, a paying forecast. */
export function soundFacts(stage: Stage = 'limited', over: Partial<InitiativeFields> = {}): InitiativeFacts {
  const months = lastMonths(6);
  return {
    initiative: initiative({ stage, ...over }),
    assessments: GAPS.map((gap) => assessment(gap, 3)),
    lines: [costLine('c1'), outcomeLine('o1')],
    values: [...monthly('c1', months, 100_000), ...monthly('o1', months, 150_000)],
    closedMonths: months,
    readings: months.map((m) => ({ month: m, value: 0.82 })),
    tripwires: [tripwire()],
    incidents: [],
    pastDecisions: [],
    planVersions: [],
    forecasts: [],
    unitCounts: [],
    ...exampleModel(stage),
    assetUses: [],
    checklist: [],
  };
}

/** {@link soundFacts} with all that SCALE asks for: a plan that is kept, and a next scope that pays back at once. */
export function scalableFacts(
  stage: 'limited' | 'scaled' = 'limited',
  over: Partial<InitiativeFields> = {},
): InitiativeFacts {
  return {
    ...soundFacts(stage, over),
    ...exampleModel(stage, 2, true),
    planVersions: [planVersion(150_000)],
  };
}

/** {@link soundFacts} whose outcomes bring 200.00 less a month than it costs, with a forecast that says the same. */
export function losingFacts(stage: Stage = 'limited', over: Partial<InitiativeFields> = {}): InitiativeFacts {
  const facts = soundFacts(stage, over);
  return {
    ...facts,
    values: facts.values.map((v) => (v.lineId === 'o1' ? { ...v, amount: money(80_000) } : v)),
    ...exampleModel(stage, 1),
  };
}

/** The facts with one gap rated anew. */
export function withLevel(facts: InitiativeFacts, gap: Gap, level: Level): InitiativeFacts {
  return {
    ...facts,
    assessments: facts.assessments.map((a) => (a.gap === gap ? { ...a, level } : a)),
  };
}
