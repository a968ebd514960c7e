import fc from 'fast-check';
import type { EngineContext, InitiativeFacts, PastDecision } from '#shared/decision/facts.ts';
import { CHECKLIST_DIMENSIONS, type ChecklistRow } from '#shared/domain/checklist.ts';
import { SCOPE_STAGES } from '#shared/domain/forward-model.ts';
import { EVIDENCE_KINDS, GAPS, LEVELS } from '#shared/domain/gap.ts';
import {
  type Assessment,
  BASELINE_SOURCES,
  type Initiative,
  type MonthValue,
  type Tripwire,
} from '#shared/domain/initiative.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { COMPARATORS, RISK_CLASSES } from '#shared/domain/risk.ts';
import { STAGES } from '#shared/domain/stage.ts';
import type { PlanVersion, UnitCount } from '#shared/domain/tracking.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';
import { OUTCOME_KINDS } from '#shared/domain/value-lines.ts';
import { GATE_IDS, RULE_IDS, VERDICTS } from '#shared/domain/verdict.ts';
import {
  AS_OF,
  costLine,
  date,
  evidence,
  exampleContext,
  incident,
  initiative,
  LAST_MONTH,
  lastMonths,
  money,
  outcomeLine,
  planVersion,
  soundFacts,
  tripwire,
  unitCounts,
} from './example-facts.ts';
import { assetUse, exampleModel } from './example-model.ts';

/** Days around the as-of date, some after it. */
export const anyDate: fc.Arbitrary<IsoDate> = fc
  .record({
    year: fc.constantFrom(2025, 2026),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, day }) => `${year}-${pad(month)}-${pad(day)}` as IsoDate);
const anyMonth = fc.integer({ min: LAST_MONTH - 8, max: LAST_MONTH + 2 }) as fc.Arbitrary<MonthIndex>;
const someText = fc.constantFrom('', ' ', 'set');
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 3 });
const anyValue = fc.integer({ min: 0, max: 10 });

/** Mostly sound initiatives with some facts changed, so that every rule is reached and not H1 alone. */
const anyInitiative: fc.Arbitrary<Initiative> = fc
  .record({
    isSound: fc.boolean(),
    stage: fc.constantFrom(...STAGES),
    isPaused: fc.boolean(),
    pausedMonths: fc.integer({ min: 0, max: 4 }),
    plannedPilotMonths: orNull(fc.integer({ min: 1, max: 8 })),
    stageEnteredOn: orNull(anyDate),
    changed: fc.record({
      businessOwner: someText,
      technicalOwner: someText,
      metricName: someText,
      metricUnit: someText,
      baselineValue: orNull(anyValue),
      baselineDataEnd: orNull(anyDate),
      baselineSource: orNull(fc.constantFrom(...BASELINE_SOURCES)),
      targetComparator: orNull(fc.constantFrom(...COMPARATORS)),
      targetValue: orNull(anyValue),
      targetDate: orNull(anyDate),
      lawfulBasis: orNull(fc.constantFrom('yes' as const, 'no' as const)),
      riskClass: orNull(fc.constantFrom(...RISK_CLASSES)),
      oversight: someText,
      evaluationRanOn: orNull(anyDate),
      evaluationPassRate: orNull(fc.double({ min: 0, max: 1, noNaN: true })),
      evaluationPassMark: orNull(fc.double({ min: 0, max: 1, noNaN: true })),
    }),
  })
  .map(({ isSound, changed, ...rest }) => initiative({ ...rest, ...(isSound ? {} : changed) }));

const anyAssessment = (raters: readonly string[]): fc.Arbitrary<Assessment> =>
  fc.record({
    id: fc.uuid(),
    initiativeId: fc.constant('i1'),
    gap: fc.constantFrom(...GAPS),
    level: fc.constantFrom(...LEVELS, 3, 3, 3),
    rater: fc.constantFrom(...raters),
    ratedOn: anyDate,
    note: fc.constant(''),
    evidence: fc.array(
      fc
        .record({ kind: fc.constantFrom(...EVIDENCE_KINDS), day: anyDate, id: fc.uuid() })
        .map((e) => evidence(e.kind, e.day, e.id)),
      { maxLength: 3 },
    ),
  });

const anyTripwire: fc.Arbitrary<Tripwire> = fc
  .record({
    id: fc.uuid(),
    metric: fc.constantFrom('cost', ''),
    comparator: fc.constantFrom(...COMPARATORS),
    threshold: anyValue,
    dueOn: anyDate,
    committedOn: anyDate,
    measuredValue: orNull(anyValue),
  })
  .map(tripwire);

const anyIncident = fc
  .record({
    id: fc.uuid(),
    severity: fc.constantFrom(1 as const, 2 as const),
    openedOn: anyDate,
    deadline: anyDate,
    mitigatedOn: orNull(anyDate),
  })
  .map(incident);

const anyDecision: fc.Arbitrary<PastDecision> = fc.record({
  reviewId: fc.uuid(),
  endsOn: anyDate,
  recommendedRule: orNull(fc.constantFrom(...RULE_IDS)),
  decision: fc.constantFrom(...VERDICTS, 'fix' as const, 'fix' as const),
  causes: fc.subarray([...GATE_IDS, 'BRI', 'unit cost'], { maxLength: 3 }),
});

/** No model at all, one that pays, loses or lies between, one with a gap in it. */
const anyModel = (stage: InitiativeFacts['initiative']['stage']) =>
  fc
    .record({
      perTask: fc.constantFrom(1, 1.24, 1.25, 1.26, 2, 5),
      spread: fc.constantFrom(0, 0.2),
      withNext: fc.boolean(),
      state: fc.constantFrom('whole', 'whole', 'whole', 'none', 'no stop terms', 'no driver'),
    })
    .map(({ perTask, spread, withNext, state }) => {
      const model = exampleModel(stage, perTask, withNext);
      if (state === 'none') return { drivers: [], scopes: [], stopTerms: null };
      const drivers = model.drivers
        .filter(({ id }) => state !== 'no driver' || id !== 'value')
        .map((d) =>
          d.id === 'value' ? { ...d, p10: perTask * (1 - spread), p90: perTask * (1 + spread) } : d,
        );
      return { ...model, drivers, stopTerms: state === 'no stop terms' ? null : model.stopTerms };
    });

const anyPlan: fc.Arbitrary<PlanVersion> = fc
  .record({
    version: fc.integer({ min: 1, max: 9 }),
    inForceFrom: anyMonth,
    approvedOn: anyDate,
    amount: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ amount, ...plan }) => ({
    ...plan,
    id: `p${plan.version}`,
    approvedBy: 'CFO',
    values: ['o0', 'o1'].flatMap((lineId) =>
      Array.from({ length: 11 }, (_, i) => ({
        lineId,
        month: (LAST_MONTH - 8 + i) as MonthIndex,
        amount: money(amount),
      })),
    ),
  }));

const anyUnitCount: fc.Arbitrary<UnitCount> = fc.record({
  month: anyMonth,
  attempts: orNull(fc.integer({ min: 0, max: 500 })),
  successes: orNull(fc.integer({ min: 0, max: 400 })),
});

const anyAssetUse = fc
  .record({ neededFrom: fc.constantFrom(...SCOPE_STAGES), liveOn: orNull(anyDate) })
  .map(({ neededFrom, liveOn }) =>
    assetUse(neededFrom, {
      liveOn,
      plannedLiveMonth: (LAST_MONTH + 2) as MonthIndex,
      lateProbability: 0.25,
      monthsLate: 3,
    }),
  );

const anyRow: fc.Arbitrary<ChecklistRow> = fc
  .record({ dimension: fc.constantFrom(...CHECKLIST_DIMENSIONS), datedOn: orNull(anyDate) })
  .map(({ dimension, datedOn }) =>
    datedOn === null
      ? { dimension, state: 'pilot_grade', proof: null }
      : { dimension, state: 'production_ready', proof: { kind: 'test', datedOn, link: '', note: '' } },
  );

const span = fc.record({ startsOn: orNull(anyMonth), endsOn: orNull(anyMonth) });
const anyMoney = fc
  .record({ costs: fc.array(span, { maxLength: 3 }), outcomes: fc.array(span, { maxLength: 3 }) })
  .chain(({ costs, outcomes }) => {
    const lines = [
      ...costs.map((s, i) => costLine(`c${i}`, s)),
      ...outcomes.map((s, i) => outcomeLine(`o${i}`, { ...s, outcomeKind: OUTCOME_KINDS[i] ?? 'quality' })),
    ];
    const cells = lines.flatMap((line) =>
      Array.from({ length: 11 }, (_, i) => ({ lineId: line.id, month: (LAST_MONTH - 8 + i) as MonthIndex })),
    );
    const values: fc.Arbitrary<MonthValue[]> = fc
      .subarray(cells, { minLength: Math.floor(cells.length / 2) })
      .chain((kept) =>
        fc
          .array(fc.integer({ min: 0, max: 1000 }), { minLength: kept.length, maxLength: kept.length })
          .map((amounts) => kept.map((cell, i) => ({ ...cell, amount: money(amounts[i] ?? 0) }))),
      );
    return values.map((v) => ({ lines, values: v }));
  });

/** Any facts at all: any stage, gaps in the data, dates on both sides of the as-of day. */
export function anyFacts(raters: readonly string[] = ['Ada', 'Bo', 'Cy']): fc.Arbitrary<InitiativeFacts> {
  return fc
    .record({
      initiative: anyInitiative,
      assessments: fc.array(anyAssessment(raters), { maxLength: 12 }),
      money: anyMoney,
      closedMonths: fc.uniqueArray(anyMonth),
      readings: fc.uniqueArray(fc.record({ month: anyMonth, value: anyValue }), { selector: (r) => r.month }),
      tripwires: fc.array(anyTripwire, { maxLength: 3 }),
      incidents: fc.array(anyIncident, { maxLength: 2 }),
      pastDecisions: fc.array(anyDecision, { maxLength: 3 }),
      planVersions: fc.uniqueArray(anyPlan, { selector: (plan) => plan.version, maxLength: 2 }),
      unitCounts: fc.uniqueArray(anyUnitCount, { selector: (count) => count.month }),
      assetUses: fc.array(anyAssetUse, { maxLength: 1 }),
      checklist: fc.uniqueArray(anyRow, { selector: (row) => row.dimension }),
    })
    .chain((rest) => anyModel(rest.initiative.stage).map((model) => ({ ...rest, ...model })))
    .map(({ money: { lines, values }, ...rest }) => ({ ...rest, lines, values, forecasts: [] }));
}

/** Few draws: these tests ask about rules, not about estimates. */
const QUICK_POLICY = { ...DEFAULT_POLICY, draws: 60, mostDraws: 60 };

/** Any plan and any memory of the example initiative. */
export const anyContext: fc.Arbitrary<EngineContext> = fc
  .record({
    plan: fc.constantFrom('none', 'funded', 'not funded', 'newer'),
    memory: fc.option(
      fc.record({
        band: fc.constantFrom(0, 1, 2, 3),
        pending: fc.constantFrom(-1, 0, 1),
        killWatches: fc.integer({ min: 0, max: 2 }),
        wasScale: fc.boolean(),
      }),
      { nil: null },
    ),
  })
  .map(({ plan, memory }) =>
    exampleContext({
      policy: QUICK_POLICY,
      plan:
        plan === 'none'
          ? null
          : {
              id: 'plan',
              adoptedOn: date('2026-07-01'),
              funded: plan === 'funded' ? ['i1'] : [],
              notFunded: plan === 'not funded' ? ['i1'] : [],
              rolePrices: {},
            },
      memory: new Map(memory === null ? [] : [['i1', memory as never]]),
      asOf: AS_OF,
    }),
  );

/** Near-sound facts: every gap rated 1 to 4 on fresh evidence, all months closed; the rules below H1 are reached. */
export const measuredFacts: fc.Arbitrary<InitiativeFacts> = fc
  .record({
    facts: anyFacts(['Ada']),
    levels: fc.array(fc.constantFrom(1, 2, 3, 4), { minLength: 5, maxLength: 5 }),
  })
  .map(({ facts, levels }) => ({
    ...facts,
    assessments: GAPS.map((gap, i) => ({
      id: `a-${gap}`,
      initiativeId: 'i1',
      gap,
      level: (levels[i] ?? 3) as Assessment['level'],
      rater: 'Ada',
      ratedOn: '2026-09-01' as IsoDate,
      note: '',
      evidence: [evidence('telemetry', '2026-09-01')],
    })),
  }));

/** The example with everything in order but a few things: the rules at the end of the list are reached. */
export const soundishFacts: fc.Arbitrary<InitiativeFacts> = fc
  .record({
    stage: fc.constantFrom('idea', 'pilot', 'limited', 'limited', 'scaled', 'scaled'),
    planned: fc.constantFrom(0, 120_000, 150_000, 250_000),
    now: fc.constantFrom(300, 500),
    perTask: fc.constantFrom(0.5, 1, 1.12, 1.14, 1.25, 1.26, 2),
    withNext: fc.boolean(),
    asset: fc.constantFrom('none', 'none', 'live', 'missing'),
    level: fc.constantFrom(2, 3, 4),
    entered: fc.constantFrom('2025-09-01', '2026-04-01'),
    decisions: fc.array(anyDecision, { maxLength: 2 }),
  })
  .map(({ stage, planned, now, perTask, withNext, asset, level, entered, decisions }) => {
    const facts = soundFacts(stage as 'idea', { stageEnteredOn: date(entered) });
    const model = exampleModel(stage as 'idea', perTask, withNext);
    return {
      ...facts,
      ...model,
      drivers: model.drivers.map((d) => (d.id === 'tasks' ? { ...d, p10: 500, p90: 1500 } : d)),
      assessments: facts.assessments.map((a) => (a.gap === 'change' ? { ...a, level: level as 2 } : a)),
      planVersions: planned === 0 ? [] : [planVersion(planned)],
      unitCounts: [...unitCounts(lastMonths(6), 500).slice(0, 3), ...unitCounts(lastMonths(3), now)],
      assetUses: asset === 'none' ? [] : [assetUse('pilot', { liveOn: asset === 'live' ? AS_OF : null })],
      pastDecisions: decisions,
    };
  });

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
