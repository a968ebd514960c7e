import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, decideAll } from '#shared/decision/decide.ts';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import type { DecisionResult } from '#shared/decision/result.ts';
import { decisionResultSchema } from '#shared/decision/schema.ts';
import type { InitiativeFields } from '#shared/domain/initiative.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { RULE_IDS, RULE_VERDICTS, type Verdict } from '#shared/domain/verdict.ts';
import { verdictSentence } from '#shared/report/words.ts';
import { anyFacts, measuredFacts } from './arbitrary-facts.ts';
import { AS_OF, costLine, date, money, soundFacts, tripwire } from './example-facts.ts';

const run = (facts: InitiativeFacts) => decide(facts, DEFAULT_POLICY, AS_OF);
const RANK: Readonly<Record<Verdict, number>> = { kill: 0, hold: 1, fix: 1, continue: 2, scale: 3 };
const either = fc.oneof(anyFacts(), measuredFacts);

describe('decide() for any facts', () => {
  it('gives exactly one verdict, that of the first rule that fires; none when retired', () => {
    fc.assert(
      fc.property(either, (facts) => {
        const result = run(facts);
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

  it('reaches every rule that can fire today', () => {
    const reached = new Set<string | null>();
    for (const facts of fc.sample(either, { numRuns: 2000, seed: 1 })) reached.add(run(facts).rule);
    expect([...reached].sort()).toEqual(['C1', 'F1', 'H1', 'H3', 'K1', 'K2', 'K5', 'K6', null].sort());
  });

  it('makes a result of the stated shape, and a sentence without a hole in it', () => {
    fc.assert(
      fc.property(either, (facts) => {
        const result = run(facts);
        expect(decisionResultSchema.parse(result)).toEqual(result);
        expect(verdictSentence(result, 'EUR')).toMatch(
          /^(Retired: no verdict\.|[A-Z]+ \([A-Z]\d\): \S.*\S\.)$/,
        );
        expect(verdictSentence(result, 'EUR')).not.toMatch(/undefined|null|NaN|: \.|; ;|\.\./);
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
        }),
      ),
    );
    fc.assert(
      fc.property(withOrder, ([facts, order]) => {
        const assessments = order.assessments.map((a) => ({ ...a, evidence: [...a.evidence].reverse() }));
        expect(run({ ...facts, ...order, assessments })).toEqual(run(facts));
      }),
    );
  });

  it('gives the same result for the same input', () => {
    fc.assert(
      fc.property(either, (facts) => {
        expect(run(structuredClone(facts))).toEqual(run(facts));
      }),
    );
  });

  it('decides each initiative alone: adding one changes no other', () => {
    fc.assert(
      fc.property(fc.array(either, { maxLength: 3 }), either, (facts, added) => {
        const alone = decideAll(facts, DEFAULT_POLICY, AS_OF);
        expect(decideAll([added, ...facts], DEFAULT_POLICY, AS_OF).slice(1)).toEqual(alone);
      }),
      { numRuns: 50 },
    );
  });

  it('changes nothing but the counts when a cost line is split in two', () => {
    fc.assert(
      fc.property(either, fc.integer({ min: -50, max: 1500 }), (facts, part) => {
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
        const result = run({ ...facts, lines: [...facts.lines, second], values });
        expect(withoutCounts(result)).toEqual(withoutCounts(run(facts)));
      }),
    );
  });
});

describe('decide() never punishes an improvement', () => {
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
    'no strikes': (f) => ({
      ...f,
      pastDecisions: f.pastDecisions.map((d) => (d.decision === 'fix' ? { ...d, decision: 'continue' } : d)),
    }),
  };

  it.each(Object.keys(improvements))('%s', (name) => {
    const improve = improvements[name] as (facts: InitiativeFacts) => InitiativeFacts;
    fc.assert(
      fc.property(measuredFacts, (facts) => {
        fc.pre(facts.initiative.stage !== 'retired');
        const before = run(facts);
        const after = run(improve(facts));
        if (before.verdict === null || after.verdict === null) throw new Error('no verdict');
        expect(RANK[after.verdict]).toBeGreaterThanOrEqual(RANK[before.verdict]);
      }),
      { numRuns: 300 },
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
  };
}
