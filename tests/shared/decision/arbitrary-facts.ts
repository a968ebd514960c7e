import fc from 'fast-check';
import type { InitiativeFacts, PastDecision } from '#shared/decision/facts.ts';
import { EVIDENCE_KINDS, GAPS, LEVELS } from '#shared/domain/gap.ts';
import {
  type Assessment,
  BASELINE_SOURCES,
  type Initiative,
  type MonthValue,
  type Tripwire,
} from '#shared/domain/initiative.ts';
import { COMPARATORS, RISK_CLASSES } from '#shared/domain/risk.ts';
import { STAGES } from '#shared/domain/stage.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';
import { GATE_IDS, RULE_IDS, VERDICTS } from '#shared/domain/verdict.ts';
import {
  costLine,
  evidence,
  incident,
  initiative,
  LAST_MONTH,
  money,
  outcomeLine,
  tripwire,
} from './example-facts.ts';

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

const span = fc.record({ startsOn: orNull(anyMonth), endsOn: orNull(anyMonth) });
const anyMoney = fc
  .record({ costs: fc.array(span, { maxLength: 3 }), outcomes: fc.array(span, { maxLength: 3 }) })
  .chain(({ costs, outcomes }) => {
    const lines = [
      ...costs.map((s, i) => costLine(`c${i}`, s)),
      ...outcomes.map((s, i) => outcomeLine(`o${i}`, s)),
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
    })
    .map(({ money: { lines, values }, ...rest }) => ({ ...rest, lines, values }));
}

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

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
