import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, evaluateAll } from '#shared/decision/evaluate.ts';
import type { EngineContext, InitiativeFacts } from '#shared/decision/facts.ts';
import { inputHash } from '#shared/decision/input-hash.ts';
import { knownOn } from '#shared/decision/known-facts.ts';
import type { DecisionResult } from '#shared/decision/result.ts';
import { decisionResultSchema } from '#shared/decision/schema.ts';
import type { Driver } from '#shared/domain/forward-model.ts';
import type { InitiativeFields } from '#shared/domain/initiative.ts';
import { RULE_IDS, RULE_VERDICTS, type Verdict } from '#shared/domain/verdict.ts';
import { verdictSentence } from '#shared/report/words.ts';
import { anyContext, anyFacts, measuredFacts, soundishFacts } from './arbitrary-facts.ts';
import {
  AS_OF,
  costLine,
  date,
  exampleContext,
  LAST_MONTH,
  money,
  soundFacts,
  tripwire,
} from './example-facts.ts';

const run = (facts: InitiativeFacts, context: EngineContext = exampleContext()) => evaluate(facts, context);
const RANK: Readonly<Record<Verdict, number>> = { kill: 0, hold: 1, fix: 1, continue: 2, scale: 3 };
const either = fc.oneof(anyFacts(), measuredFacts, soundishFacts);

describe('evaluate() for any facts', () => {
  it('gives exactly one verdict, that of the first rule that fires; none when retired', () => {
    fc.assert(
      fc.property(either, anyContext, (facts, context) => {
        const result = run(facts, context);
        if (facts.initiative.stage === 'retired') {
          expect([result.verdict, result.rule]).toEqual([null, null]);
          return;
        }
        expect(result.rules.map((r) => r.rule)).toEqual(RULE_IDS);
        const firing = result.rules.filter((r) => r.status === 'fires').map((r) => r.rule);
        expect(result.rule).toBe(firing[0]);
        expect(result.verdict).toBe(result.rule === null ? null : RULE_VERDICTS[result.rule]);
        expect(firing.includes('C1')).toBe(firing.length === 1 && firing[0] === 'C1');
        for (const rule of result.rules) {
          expect(rule.status !== 'not_evaluated' || rule.missing.length > 0, rule.rule).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reaches every rule', () => {
    const reached = new Set<string | null>();
    for (const [facts, context] of fc.sample(
      fc.tuple(fc.oneof(anyFacts(), soundishFacts, soundishFacts), anyContext),
      { numRuns: 2000, seed: 1 },
    )) {
      reached.add(run(facts, context).rule);
    }
    expect([...reached].sort()).toEqual([...RULE_IDS, null].sort());
  });

  it('makes a result of the stated shape, and a sentence without a hole in it', () => {
    fc.assert(
      fc.property(either, anyContext, (facts, context) => {
        const result = run(facts, context);
        expect(decisionResultSchema.parse(result)).toEqual(result);
        expect(verdictSentence(result, 'EUR', context.policy)).toMatch(
          /^(Retired: no verdict\.|[A-Z]+ \([A-Z]\d\): \S.*\S\.)$/,
        );
        expect(verdictSentence(result, 'EUR', context.policy)).not.toMatch(
          /undefined|null|NaN|: \.|; ;|\.\./,
        );
      }),
    );
  });

  it('does not depend on the order of anything but the reviews', () => {
    const withOrder = either.chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc.record({
          assessments: shuffled(facts.assessments),
          lines: shuffled(facts.lines),
          values: shuffled(facts.values),
          closedMonths: shuffled(facts.closedMonths),
          readings: shuffled(facts.readings),
          tripwires: shuffled(facts.tripwires),
          incidents: shuffled(facts.incidents),
          planVersions: shuffled(facts.planVersions),
          unitCounts: shuffled(facts.unitCounts),
          drivers: shuffled(facts.drivers),
          scopes: shuffled(facts.scopes),
          assetUses: shuffled(facts.assetUses),
          checklist: shuffled(facts.checklist),
        }),
        anyContext,
      ),
    );
    fc.assert(
      fc.property(withOrder, ([facts, order, context]) => {
        const assessments = order.assessments.map((a) => ({ ...a, evidence: [...a.evidence].reverse() }));
        const turned = { ...facts, ...order, assessments };
        expect(run(turned, context)).toEqual(run(facts, context));
        expect(inputHash(turned, context)).toBe(inputHash(facts, context));
      }),
    );
  });

  it('gives the same result and hash for the same input', () => {
    fc.assert(
      fc.property(either, anyContext, (facts, context) => {
        expect(run(structuredClone(facts), structuredClone(context))).toEqual(run(facts, context));
        expect(inputHash(structuredClone(facts), structuredClone(context))).toBe(inputHash(facts, context));
      }),
    );
  });

  it('reads nothing but what is known on the day', () => {
    fc.assert(
      fc.property(either, anyContext, (facts, context) => {
        const known = knownOn(facts, AS_OF);
        expect(run(known, context)).toEqual(run(facts, context));
        expect(inputHash(known, context)).toBe(inputHash(facts, context));
        expect(knownOn(known, AS_OF)).toEqual(known);
      }),
    );
  });

  it('decides each initiative alone: adding one changes no other', () => {
    fc.assert(
      fc.property(fc.array(either, { maxLength: 3 }), either, anyContext, (facts, added, context) => {
        const alone = evaluateAll(facts, context);
        expect(evaluateAll([added, ...facts], context).slice(1)).toEqual(alone);
      }),
      { numRuns: 50 },
    );
  });

  it('waits for the simulation only where it matters: no result decides otherwise than the wait says', () => {
    fc.assert(
      fc.property(either, anyContext, (facts, context) => {
        const waiting = evaluate(facts, context, () => 'computing');
        if (waiting.isComputing) expect([waiting.verdict, waiting.rule]).toEqual([null, null]);
        else expect(waiting.rule).toBe(run(facts, context).rule);
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing but the counts when a cost line is split in two', () => {
    fc.assert(
      fc.property(either, anyContext, fc.integer({ min: -50, max: 1500 }), (facts, context, part) => {
        const split = facts.lines.find((line) => line.kind === 'cost');
        fc.pre(split !== undefined);
        const second = costLine('second', { startsOn: split.startsOn, endsOn: split.endsOn });
        const values = facts.values.flatMap((v) =>
          v.lineId === split.id
            ? [
                { ...v, amount: money(part) },
                { ...v, lineId: second.id, amount: money(v.amount - part) },
              ]
            : [v],
        );
        const result = run({ ...facts, lines: [...facts.lines, second], values }, context);
        expect(withoutCounts(result)).toEqual(withoutCounts(run(facts, context)));
      }),
    );
  });
});

describe('evaluate() never punishes an improvement', () => {
  const set = (facts: InitiativeFacts, over: Partial<InitiativeFields>): InitiativeFacts => ({
    ...facts,
    initiative: { ...facts.initiative, ...over },
  });
  const improvements: Readonly<Record<string, (facts: InitiativeFacts) => InitiativeFacts>> = {
    'owners named': (f) => set(f, { businessOwner: 'A', technicalOwner: 'B' }),
    'metric named': (f) => set(f, { metricName: 'm', metricUnit: 'u' }),
    'lawful basis confirmed': (f) => set(f, { lawfulBasis: 'yes' }),
    'risk class minimal': (f) => set(f, { riskClass: 'minimal' }),
    'oversight set': (f) => set(f, { oversight: 'a person decides' }),
    'evaluation passed today': (f) =>
      set(f, { evaluationRanOn: AS_OF, evaluationPassRate: 1, evaluationPassMark: 0.9 }),
    'less late': (f) => set(f, { pausedMonths: f.initiative.pausedMonths + 3 }),
    'every gap a level higher': (f) => ({
      ...f,
      assessments: f.assessments.map((a) => ({ ...a, level: Math.min(4, a.level + 1) as typeof a.level })),
    }),
    'incidents mitigated': (f) => ({
      ...f,
      incidents: f.incidents.map((i) => ({ ...i, mitigatedOn: i.openedOn })),
    }),
    'tripwires met': (f) => ({
      ...f,
      tripwires: f.tripwires.map((t) => ({ ...t, measuredValue: t.threshold })),
    }),
    'a tripwire more': (f) => ({
      ...f,
      tripwires: [...f.tripwires, tripwire({ id: 'new', dueOn: date('2027-06-30') })],
    }),
    'more benefit where it is measured': (f) => ({
      ...f,
      values: f.values.map((v) => (v.lineId.startsWith('o') ? { ...v, amount: money(v.amount + 500) } : v)),
    }),
    'more value per task': (f) => ({
      ...f,
      drivers: f.drivers.map((d) => (d.id === 'value' ? raised(d, 1.2) : d)),
    }),
    'a lower cost per task': (f) => ({
      ...f,
      drivers: f.drivers.map((d) => (d.id === 'cost' ? raised(d, 0.5) : d)),
    }),
    'more successes lately': (f) => ({
      ...f,
      unitCounts: f.unitCounts.map((c) =>
        c.month > LAST_MONTH - 3 && c.successes !== null ? { ...c, successes: c.successes + 200 } : c,
      ),
    }),
    'no strikes': (f) => ({
      ...f,
      pastDecisions: f.pastDecisions.map((d) => (d.decision === 'fix' ? { ...d, decision: 'continue' } : d)),
    }),
  };

  it.each(Object.keys(improvements))('%s', (name) => {
    const improve = improvements[name] as (facts: InitiativeFacts) => InitiativeFacts;
    fc.assert(
      fc.property(fc.oneof(measuredFacts, soundishFacts), anyContext, (facts, context) => {
        fc.pre(facts.initiative.stage !== 'retired');
        const before = run(facts, context);
        const after = run(improve(facts), context);
        if (before.verdict === null || after.verdict === null) throw new Error('no verdict');
        expect(RANK[after.verdict]).toBeGreaterThanOrEqual(RANK[before.verdict]);
      }),
      { numRuns: 200 },
    );
  });

  it('funding it', () => {
    fc.assert(
      fc.property(soundishFacts, anyContext, (facts, context) => {
        const funded = { ...context, plan: null };
        const rank = (given: EngineContext) => RANK[run(facts, given).verdict ?? 'kill'];
        expect(rank(funded)).toBeGreaterThanOrEqual(rank(context));
      }),
    );
  });

  it('is a claim with substance: repairing the one thing wrong lifts FIX to CONTINUE', () => {
    const broken = set(soundFacts(), { technicalOwner: '' });
    expect(run(broken).verdict).toBe('fix');
    expect(run(improvements['owners named']?.(broken) ?? broken).verdict).toBe('continue');
  });
});

function shuffled<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

function withoutCounts(result: DecisionResult) {
  const drop = ({ measured: _, expected: __, ...sum }: DecisionResult['last3']) => sum;
  return {
    ...result,
    last3: drop(result.last3),
    last12: drop(result.last12),
    lifeToDate: drop(result.lifeToDate),
    // One of their items is the share of values that is measured.
    layers: [],
  };
}

function raised(driver: Driver, by: number): Driver {
  const times = (value: number | null) => (value === null ? null : value * by);
  return { ...driver, p10: times(driver.p10), p50: times(driver.p50), p90: times(driver.p90) };
}
