import { describe, expect, it } from 'vitest';
import { decide, decideAll } from '#shared/decision/decide.ts';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import type { InitiativeFields } from '#shared/domain/initiative.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { RuleId, Verdict } from '#shared/domain/verdict.ts';
import {
  AS_OF,
  date,
  lastMonths,
  losingFacts,
  month,
  soundFacts,
  tripwire,
  withLevel,
} from './example-facts.ts';

const run = (facts: InitiativeFacts) => decide(facts, DEFAULT_POLICY, AS_OF);
const fixed = { reviewId: 'r', recommendedRule: 'F1', decision: 'fix', causes: ['G5'] } as const;

/** The spec cases of methodology 8.5 that today's inputs can state; base state: limited production, nothing wrong. */
const specCases: readonly (readonly [string, InitiativeFacts, Verdict, RuleId])[] = [
  ['base state', soundFacts(), 'continue', 'C1'],
  ['prohibited use', soundFacts('limited', { riskClass: 'prohibited' }), 'kill', 'K1'],
  [
    'tripwire missed',
    { ...soundFacts(), tripwires: [tripwire({ dueOn: date('2026-06-30'), measuredValue: 4 })] },
    'kill',
    'K2',
  ],
  [
    'third FIX, gap open',
    { ...withLevel(soundFacts(), 'evaluation', 2), pastDecisions: [fixed, fixed] },
    'kill',
    'K5',
  ],
  ['late pilot, no value', losingFacts('pilot', { stageEnteredOn: date('2025-10-01') }), 'kill', 'K6'],
  ['pilot with one month of data', { ...losingFacts('pilot'), closedMonths: lastMonths(1) }, 'hold', 'H1'],
  ['evaluation floor missing, good value', withLevel(soundFacts(), 'evaluation', 2), 'fix', 'F1'],
  ['value unclear', losingFacts(), 'hold', 'H3'],
];

/** The others need the forward model, the plan, unit counts or shared assets: their rule says so. */
const openCases: readonly (readonly [string, RuleId])[] = [
  ['ready to grow', 'S1'],
  ['loses money per task', 'K3'],
  ['value gone', 'K4'],
  ['half the planned benefit', 'F2'],
  ['waits for a connector', 'H2'],
];

describe('decide()', () => {
  it.each(specCases)('$0: $2 by $3', (_, facts, verdict, rule) => {
    const result = run(facts);
    expect([result.verdict, result.rule]).toEqual([verdict, rule]);
  });

  it.each(openCases)('%s: %s says openly that it is not evaluated', (_, rule) => {
    const outcome = run(soundFacts()).rules.find((r) => r.rule === rule);
    expect(outcome?.status).toBe('not_evaluated');
    expect(outcome?.missing.length).toBeGreaterThan(0);
  });

  it('gives a retired initiative figures, but no verdict, gates or rules', () => {
    const result = run(soundFacts('retired'));
    expect(result).toMatchObject({
      verdict: null,
      rule: null,
      rules: [],
      gates: [],
      nextGates: [],
      readiness: { status: 'known', value: 75 },
      last3: { net: 150_000 },
    });
  });

  it('sums three months, twelve months and life to date', () => {
    const result = run(soundFacts());
    expect(result.value).toEqual({ status: 'known', value: 600_000 });
    expect(result.last3).toMatchObject({
      cost: 300_000,
      benefit: 450_000,
      net: 150_000,
      measured: 6,
      expected: 6,
    });
    expect(result.last12.months).toHaveLength(6);
    expect(result.lifeToDate.net).toBe(300_000);
    expect(result).toMatchObject({ fullMonths: 6, neededMonths: 3, isDataOk: true });
  });

  it('does not see months, ratings or tripwires after the as-of date', () => {
    const facts = soundFacts('limited', {
      stageEnteredOn: date('2026-01-15'),
      evaluationRanOn: date('2026-06-20'),
    });
    const earlier = decide(facts, DEFAULT_POLICY, date('2026-06-30'));
    expect(earlier.lifeToDate.months).toEqual(['2026-04', '2026-05', '2026-06'].map(month));
    expect(earlier.gaps.every((gap) => gap.level === null)).toBe(true);
    expect(earlier.rule).toBe('H1');
  });

  it('counts months in stage without the paused ones, and the time-box of a pilot', () => {
    const pilot: Partial<InitiativeFields> = {
      stageEnteredOn: date('2026-01-15'),
      pausedMonths: 2,
      plannedPilotMonths: 3,
    };
    expect(run(soundFacts('pilot', pilot))).toMatchObject({ monthsInStage: 6, timeBoxMonths: 6 });
    expect(run(soundFacts('limited'))).toMatchObject({ timeBoxMonths: null });
    expect(run(soundFacts('pilot', { stageEnteredOn: date('2026-10-01') })).monthsInStage).toBeNull();
  });

  it.each([
    ['an idea that meets the gates of a pilot', soundFacts('idea'), true],
    ['an idea without a technical owner', soundFacts('idea', { technicalOwner: '' }), false],
    ['a pilot that meets the gates of limited production', soundFacts('pilot'), true],
    ['a pilot with evaluation at 2', withLevel(soundFacts('pilot'), 'evaluation', 2), false],
    ['limited production, which only S1 lets grow', soundFacts('limited'), false],
    ['scaled', soundFacts('scaled'), false],
  ] as const)('ADVANCE for %s: %s', (_, facts, expected) => {
    const result = run(facts);
    expect(result.verdict).toBe('continue');
    expect(result.isAdvance).toBe(expected);
  });

  it('gives no ADVANCE with another verdict than CONTINUE', () => {
    expect(run(losingFacts('pilot'))).toMatchObject({ verdict: 'hold', isAdvance: false });
  });

  it('notes a pause, months that are not adjacent and outcomes not measured', () => {
    const facts = soundFacts('limited', { isPaused: true });
    const closedMonths = ['2026-04', '2026-05', '2026-06', '2026-07', '2026-09'].map(month);
    const values = facts.values.filter((v) => v.lineId === 'c1' || v.month !== month('2026-07'));
    const { notes, last3 } = run({ ...facts, closedMonths, values });
    expect(last3.isContiguous).toBe(false);
    expect(notes.map((n) => n.code)).toEqual(['noPlan', 'paused', 'monthsNotAdjacent', 'outcomesUnmeasured']);
    expect(notes[2]?.text).toBe('The last 3 closed months are not adjacent: 2026-06, 2026-07, 2026-09.');
  });

  it('leaves its inputs as they were', () => {
    const facts = deepFreeze(soundFacts());
    expect(() => decide(facts, deepFreeze(structuredClone(DEFAULT_POLICY)), AS_OF)).not.toThrow();
  });
});

describe('decideAll()', () => {
  it('decides each initiative as decide() does', () => {
    const all = [soundFacts('idea'), losingFacts('pilot'), soundFacts('retired')];
    expect(decideAll(all, DEFAULT_POLICY, AS_OF)).toEqual(all.map(run));
  });
});

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) deepFreeze(part);
    Object.freeze(value);
  }
  return value;
}
