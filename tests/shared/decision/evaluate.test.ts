import { describe, expect, it } from 'vitest';
import { evaluate, evaluateAll, simulateNow } from '#shared/decision/evaluate.ts';
import type { InitiativeFacts, Override } from '#shared/decision/facts.ts';
import type { InitiativeFields } from '#shared/domain/initiative.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { SimulationRequest } from '#shared/forward-model/model.ts';
import {
  date,
  decided,
  exampleContext,
  lastMonths,
  losingFacts,
  month,
  monthly,
  outcomeLine,
  planVersion,
  remembering,
  scalableFacts,
  soundFacts,
  withLevel,
} from './example-facts.ts';
import { simulatedAs } from './example-model.ts';

const base = (facts: InitiativeFacts) => evaluate(facts, exampleContext(), () => simulatedAs());
const computing = (facts: InitiativeFacts, context = exampleContext()) =>
  evaluate(facts, context, () => 'computing');

describe('evaluate()', () => {
  it.each([
    ['idea', soundFacts('idea'), 'continue', 'C1'],
    ['pilot', soundFacts('pilot'), 'continue', 'C1'],
    ['limited production without a next scope', soundFacts(), 'continue', 'C1'],
    ['limited production, ready to grow', scalableFacts(), 'scale', 'S1'],
    ['scaled, ready to grow', scalableFacts('scaled'), 'scale', 'S1'],
    ['a losing forecast', losingFacts(), 'kill', 'K4'],
    ['a losing pilot', losingFacts('pilot'), 'kill', 'K4'],
  ] as const)('with its own simulation, %s: %s', (_, facts, verdict, rule) => {
    const result = decided(facts);
    expect([result.verdict, result.rule]).toEqual([verdict, rule]);
  });

  it('gives E in minor units, P, the reach and the class of value', () => {
    const result = decided(soundFacts('pilot'));
    const simulated = result.simulated;
    if (simulated === null || result.value.status !== 'known') throw new Error('not simulated');
    expect(result.value.value).toBe(simulated.expected.value * 100);
    expect(decided(soundFacts('pilot'), { minorPerUnit: 1 }).value).toEqual({
      status: 'known',
      value: simulated.expected.value,
    });
    expect(result.probability).toEqual({ status: 'known', value: 1 });
    expect(result.band).toEqual({ band: 3, pending: 0, rawBand: 3, isHeld: false });
    expect(result.valueClass).toBe('positive');
    expect(result.reach).toEqual([{ stage: 'limited', probability: 0.3 }]);
    expect(result.paybackProbability).toEqual({
      status: 'not_applicable',
      reason: 'asked from limited production on',
    });
  });

  it('cuts promised benefits by BRI*: .8 without record, less after half the plan was reached', () => {
    expect(decided(soundFacts()).benefitHaircut).toEqual({ status: 'known', value: 0.8 });
    const half = { ...soundFacts(), planVersions: [planVersion(300_000)] };
    const result = decided(half);
    expect(result.benefitRealisation).toEqual({ status: 'known', value: 0.5 });
    // (6 x .5 + 3 x .8) / 9
    expect(result.benefitHaircut).toEqual({ status: 'known', value: 5.4 / 9 });
    expect(value(result)).toBeLessThan(value(decided(soundFacts())));
  });

  it('sums three months, twelve months and life to date as claimed', () => {
    const hours = {
      ...soundFacts(),
      lines: [...soundFacts().lines.slice(0, 1), outcomeLine('o1', { outcomeKind: 'hours_saved' })],
    };
    expect(decided(soundFacts()).last3).toMatchObject({ cost: 300_000, benefit: 450_000, net: 150_000 });
    expect(decided(hours).last3).toMatchObject({ cost: 300_000, benefit: 225_000, net: -75_000 });
    expect(decided(soundFacts()).last12.months).toHaveLength(6);
    expect(decided(soundFacts()).lifeToDate.net).toBe(300_000);
    expect(decided(soundFacts())).toMatchObject({ fullMonths: 6, neededMonths: 3, isDataOk: true });
  });

  it('gives a retired initiative figures, but no verdict, gates or rules, and simulates nothing', () => {
    const result = evaluate(soundFacts('retired'), exampleContext(), () => {
      throw new Error('simulated');
    });
    expect(result).toMatchObject({
      verdict: null,
      rule: null,
      isComputing: false,
      rules: [],
      gates: [],
      nextGates: [],
      checklist: [],
      readiness: { status: 'known', value: 75 },
      last3: { net: 150_000 },
      value: { status: 'not_applicable', reason: 'retired' },
    });
  });

  it('asks the simulation once, with seed, draws and cuts', () => {
    const asked: SimulationRequest[] = [];
    evaluate(soundFacts(), remembering({ band: 2 }), (request) => {
      asked.push(request);
      return 'computing';
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      seed: 'example',
      draws: 10_000,
      mostDraws: 100_000,
      cuts: { P: [0.2, 0.25, 0.3, 0.5, 0.55, 0.85] },
      model: { initiativeId: 'i1', benefitHaircut: 0.8 },
    });
  });

  it('asks nothing while inputs are missing, and names them', () => {
    const result = computing({ ...soundFacts(), stopTerms: null });
    expect(result).toMatchObject({ verdict: 'hold', rule: 'H1', isComputing: false, simulated: null });
    expect(result.value).toMatchObject({ status: 'unknown', missing: [{}] });
  });

  it('has no verdict while it waits for the simulation, and says so in every rule that waits', () => {
    const result = computing(soundFacts());
    expect(result).toMatchObject({ verdict: null, rule: null, isComputing: true, isAdvance: false });
    expect(result.value).toEqual({ status: 'computing' });
    const waiting = result.rules.filter((r) => r.missing.some((m) => m.code === 'simulation'));
    expect(waiting.map((r) => r.rule)).toEqual(['K3', 'K4', 'H0', 'H3', 'S1', 'C1']);
  });

  it('decides at once where the simulation cannot matter', () => {
    expect(computing(soundFacts('limited', { riskClass: 'prohibited' }))).toMatchObject({
      verdict: 'kill',
      rule: 'K1',
      isComputing: false,
      value: { status: 'computing' },
    });
    expect(computing({ ...soundFacts(), closedMonths: lastMonths(2) })).toMatchObject({ rule: 'H1' });
  });

  it('does not see months, ratings, plans or reviews after the as-of date', () => {
    const facts = soundFacts('limited', {
      stageEnteredOn: date('2026-01-15'),
      evaluationRanOn: date('2026-06-20'),
    });
    const fixed = { reviewId: 'r', recommendedRule: 'F1', decision: 'fix', causes: ['G5'] } as const;
    const later = {
      ...facts,
      planVersions: [planVersion(1, { approvedOn: date('2026-07-01') })],
      pastDecisions: [{ ...fixed, endsOn: date('2026-07-31') }],
    };
    const earlier = decided(later, { asOf: date('2026-06-30') });
    expect(earlier.lifeToDate.months).toEqual(['2026-04', '2026-05', '2026-06'].map(month));
    expect(earlier.gaps.every((gap) => gap.level === null)).toBe(true);
    expect(earlier.benefitRealisation.status).toBe('unknown');
    expect(earlier.strikes).toBe(0);
    expect(earlier.rule).toBe('H1');
    expect(decided(later).strikes).toBe(1);
  });

  it('counts months in stage without the paused ones, and the time-box of a pilot', () => {
    const pilot: Partial<InitiativeFields> = {
      stageEnteredOn: date('2026-01-15'),
      pausedMonths: 2,
      plannedPilotMonths: 3,
    };
    expect(base(soundFacts('pilot', pilot))).toMatchObject({ monthsInStage: 6, timeBoxMonths: 6 });
    expect(base(soundFacts('limited'))).toMatchObject({ timeBoxMonths: null });
    expect(base(soundFacts('pilot', { stageEnteredOn: date('2026-10-01') })).monthsInStage).toBeNull();
  });

  it.each([
    ['an idea that meets the gates of a pilot', soundFacts('idea'), true],
    ['an idea without a technical owner', soundFacts('idea', { technicalOwner: '' }), false],
    ['a pilot that meets the gates of limited production', soundFacts('pilot'), true],
    ['a pilot with evaluation at 2', withLevel(soundFacts('pilot'), 'evaluation', 2), false],
    ['limited production, which only S1 lets grow', soundFacts('limited'), false],
    ['scaled', soundFacts('scaled'), false],
  ] as const)('ADVANCE for %s: %s', (_, facts, expected) => {
    const result = base(facts);
    expect(result.verdict).toBe('continue');
    expect(result.isAdvance).toBe(expected);
  });

  it('gives no ADVANCE with another verdict than CONTINUE', () => {
    const unclear = evaluate(soundFacts('pilot'), exampleContext(), () => simulatedAs({ P: 0.4 }));
    expect(unclear).toMatchObject({ verdict: 'hold', isAdvance: false });
  });

  it('starts from memory and leaves it as it was', () => {
    const context = remembering({ band: 1, pending: 0 });
    const result = evaluate(soundFacts(), context, () => simulatedAs({ P: 0.7 }));
    expect(result).toMatchObject({
      verdict: 'hold',
      rule: 'H3',
      valueClass: 'unclear',
      band: { band: 1, pending: 1, rawBand: 2, isHeld: true },
    });
    expect(context.memory.get('i1')).toEqual({ band: 1, pending: 0, killWatches: 0, wasScale: false });
  });

  it('shows the override of the last review until its last day, beside the verdict', () => {
    const override: Override = {
      decidedBy: 'Ada',
      reason: 'contract runs on',
      expiresOn: date('2026-09-30'),
      newTripwireId: null,
    };
    const past = { reviewId: 'r', endsOn: date('2026-06-30'), recommendedRule: 'K4', causes: [] } as const;
    const facts = {
      ...losingFacts(),
      pastDecisions: [{ ...past, decision: 'continue', override } as const],
    };
    expect(decided(facts)).toMatchObject({ verdict: 'kill', override });
    expect(decided(facts, { asOf: date('2026-10-01') }).override).toBeNull();
    const next = {
      reviewId: 'r2',
      endsOn: date('2026-09-30'),
      recommendedRule: 'K4',
      decision: 'kill',
      causes: [],
    } as const;
    expect(decided({ ...facts, pastDecisions: [...facts.pastDecisions, next] }).override).toBeNull();
  });

  it('leaves its inputs as they were', () => {
    const facts = deepFreeze(scalableFacts());
    const context = exampleContext({ policy: deepFreeze(structuredClone(DEFAULT_POLICY)) });
    expect(() => evaluate(facts, context)).not.toThrow();
  });
});

describe('evaluate() notes', () => {
  it('names a pause, months that are not adjacent, outcomes not measured and lines that count 0', () => {
    const facts = soundFacts('limited', { isPaused: true });
    const closedMonths = ['2026-04', '2026-05', '2026-06', '2026-07', '2026-09'].map(month);
    const values = facts.values.filter((v) => v.lineId === 'c1' || v.month !== month('2026-07'));
    const lines = [
      ...facts.lines,
      outcomeLine('r', { name: 'Upsell', outcomeKind: 'revenue', endsOn: month('2026-01') }),
      outcomeLine('s', { name: 'Fines', outcomeKind: 'risk_avoided', endsOn: month('2026-01') }),
    ];
    const { notes, last3 } = base({ ...facts, closedMonths, values, lines });
    expect(last3.isContiguous).toBe(false);
    expect(notes.map((n) => n.code)).toEqual([
      'noPlan',
      'paused',
      'monthsNotAdjacent',
      'outcomesUnmeasured',
      'revenueNotAttributed',
      'riskIsForecast',
    ]);
    expect(notes[2]?.text).toBe('The last 3 closed months are not adjacent: 2026-06, 2026-07, 2026-09.');
    expect(notes[4]?.text).toContain('Upsell');
  });

  it('says what is on the line, what a first look holds, and which input has too heavy a tail', () => {
    const codes = (simulated: ReturnType<typeof simulatedAs>, facts = soundFacts()) =>
      evaluate(facts, exampleContext(), () => simulated).notes.map((n) => n.code);
    expect(codes(simulatedAs({ onTheLine: ['P'] }))).toEqual(['noPlan', 'onTheLine']);
    expect(codes(simulatedAs({ P: 0.22 }))).toEqual(['noPlan', 'firstLook']);
    const facts = soundFacts();
    const wide = facts.drivers.map((d) => (d.id === 'value' ? { ...d, p10: 0.2, p50: 2, p90: 30 } : d));
    expect(codes(simulatedAs(), { ...facts, drivers: wide })).toEqual(['noPlan', 'modelFlags']);
  });

  it('marks a baseline taken late, of a pilot only', () => {
    const late = { baselineDataEnd: date('2026-08-01'), baselineSource: 'holdout' } as const;
    const codes = (facts: InitiativeFacts) => base(facts).notes.map((n) => n.code);
    expect(codes(soundFacts('pilot', late))).toContain('lateBaseline');
    expect(codes(soundFacts('pilot', { ...late, baselineDataEnd: date('2026-01-01') }))).toEqual(['noPlan']);
    expect(codes(soundFacts('limited', late))).toEqual(['noPlan']);
  });
});

describe('evaluateAll()', () => {
  const named = (facts: InitiativeFacts, id: string): InitiativeFacts => ({
    ...facts,
    initiative: { ...facts.initiative, id },
    ...widened(facts),
  });
  const widened = (facts: InitiativeFacts) => ({
    drivers: facts.drivers.map((d) => (d.id === 'value' ? { ...d, p10: 1, p90: 3.5 } : d)),
  });
  const some = [
    named(soundFacts('idea'), 'a'),
    named(losingFacts('pilot'), 'b'),
    named(scalableFacts(), 'c'),
    named(soundFacts('retired'), 'd'),
  ];

  it('decides each initiative as evaluate() does', () => {
    expect(evaluateAll(some, exampleContext())).toEqual(some.map((one) => evaluate(one, exampleContext())));
  });

  it('leaves every other result bit-identical when an initiative is added, simulated ones too', () => {
    const alone = evaluateAll(some, exampleContext());
    const added = named({ ...scalableFacts(), values: monthly('c1', lastMonths(6), 7) }, 'aa');
    const after = evaluateAll([added, ...some], exampleContext());
    expect(after.slice(1)).toEqual(alone);
    expect(JSON.stringify(after.slice(1))).toBe(JSON.stringify(alone));
    expect(alone.some((r) => (r.simulated?.deviation ?? 0) > 0)).toBe(true);
  });

  it('gives the same bits on a repeated run', () => {
    expect(JSON.stringify(evaluateAll(some, exampleContext(), simulateNow))).toBe(
      JSON.stringify(evaluateAll(structuredClone(some), exampleContext(), simulateNow)),
    );
  });
});

function value(result: ReturnType<typeof decided>): number {
  if (result.value.status !== 'known') throw new Error('no value');
  return result.value.value;
}

function deepFreeze<T>(item: T): T {
  if (typeof item === 'object' && item !== null) {
    for (const part of Object.values(item)) deepFreeze(part);
    Object.freeze(item);
  }
  return item;
}
