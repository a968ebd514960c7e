import { describe, expect, test } from 'vitest';
import { explanation as explanationSchema } from '#shared/api/schemas/explanation.ts';
import { evaluate, simulateNow } from '#shared/decision/evaluate.ts';
import { openEngine } from '#shared/decision/explain/engine.ts';
import { type ExplainOptions, explain, type PreviousInputs } from '#shared/decision/explain/explain.ts';
import { scaledFlips } from '#shared/decision/explain/flips.ts';
import { driverInputs } from '#shared/decision/explain/inputs/driver-inputs.ts';
import type { Explanation } from '#shared/decision/explanation.ts';
import type { EngineContext, InitiativeFacts } from '#shared/decision/facts.ts';
import { inputHash } from '#shared/decision/input-hash.ts';
import { monthOf } from '#shared/domain/calendar.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { AS_OF, date, money, withLevel } from '../example-facts.ts';
import { contextOf, SCALABLE_CONTEXT, scalable, unclearPilot } from './worked-example.ts';

const FEW: EngineContext = {
  ...SCALABLE_CONTEXT,
  policy: { ...DEFAULT_POLICY, draws: 500, mostDraws: 500 },
};

function explained(
  facts: InitiativeFacts,
  context: EngineContext,
  previous: PreviousInputs | null = null,
  options?: ExplainOptions,
): Explanation {
  const answer = explain(facts, context, previous, options);
  if (answer === 'cancelled') throw new TypeError('nobody stopped it');
  return answer;
}

// Methodology 2.7 A: "scaling about 13 % cheaper, or a success worth about 7 % more, flips it", at 200,000 draws.
describe('the nearest flips of worked example A', () => {
  test('are a cheaper scaling and a success worth more', () => {
    const inputs = { facts: scalable(), context: SCALABLE_CONTEXT };
    const engine = openEngine(200_000, () => false);
    const base = engine.recommend(inputs);
    expect(base).toEqual({ verdict: 'continue', rule: 'C1' });
    const flipsOf = (id: string) => {
      const input = driverInputs(inputs).find((one) => one.input === `driver:${id}`);
      return input === undefined ? [] : scaledFlips(input, base, engine.recommend);
    };
    const cheaper = flipsOf('scaling').find(({ direction }) => direction === 'down');
    expect(cheaper).toMatchObject({ verdict: 'scale', rule: 'S1' });
    // Other draws than those of the methodology: one SE of PB there is .0011, a quarter of a percent of either input.
    expect(cheaper?.relative).toBeGreaterThan(-0.14);
    expect(cheaper?.relative).toBeLessThan(-0.12);
    const dearer = flipsOf('value').find(({ direction }) => direction === 'up');
    expect(dearer).toMatchObject({ verdict: 'scale', rule: 'S1' });
    expect(dearer?.relative).toBeGreaterThan(0.06);
    expect(dearer?.relative).toBeLessThan(0.08);
  });
});

describe('explain()', () => {
  const a = explained(scalable(), SCALABLE_CONTEXT);
  const resultOfA = evaluate(scalable(), SCALABLE_CONTEXT);

  test('names what the result was made from', () => {
    expect(a).toMatchObject({
      initiativeId: 'i1',
      asOf: AS_OF,
      engineVersion: resultOfA.engineVersion,
      policyVersion: 1,
      seed: '2026',
      draws: resultOfA.simulated?.draws,
      inputHash: inputHash(scalable(), SCALABLE_CONTEXT),
    });
    expect(explanationSchema.parse(a)).toEqual(a);
  });

  test('is the same every time', () => {
    expect(explained(scalable(), FEW)).toEqual(explained(scalable(), FEW));
  });

  test('orders drivers by their bars around the value at P50', () => {
    // Methodology 2.7: Delta 556,883.4027 with all at P50, connector on time.
    expect(a.deltaAtP50).toBeCloseTo(55_688_340.27, 1);
    const ranges = a.drivers.map(({ deltaAtP10, deltaAtP90 }) => Math.abs(deltaAtP90 - deltaAtP10));
    expect(ranges).toEqual([...ranges].sort((x, y) => y - x));
    expect(a.drivers.slice(0, 3).map(({ driverId }) => driverId)).toEqual([
      'value',
      'tasks-scaled',
      'success',
    ]);
    expect(a.drivers).toHaveLength(14);
    for (const { driverId, rankCorrelation, evppi, p10, p90 } of a.drivers) {
      expect([driverId, rankCorrelation === null, evppi === null]).toEqual([
        driverId,
        p10 === p90,
        p10 === p90,
      ]);
      expect(evppi ?? 0).toBeLessThanOrEqual(a.evpi ?? 0);
    }
    const by = (id: string) => a.drivers.find(({ driverId }) => driverId === id);
    expect(by('value')?.rankCorrelation).toBeGreaterThan(0.7);
    expect(by('scaling')?.rankCorrelation).toBeLessThan(0);
    expect(by('value')?.crossesZero).toBe(false);
    // One-offs of month 0 count with 7/12: 20,000 less at P10, 50,000 more at P90.
    const base = a.deltaAtP50 ?? Number.NaN;
    expect(by('scaling')?.deltaAtP10).toBeCloseTo(base + (2_000_000 * 7) / 12, 2);
    expect(by('scaling')?.deltaAtP90).toBeCloseTo(base - (5_000_000 * 7) / 12, 2);
  });

  test('marks the bars that cross zero', () => {
    const b = explained(unclearPilot(), contextOf({ policy: FEW.policy }));
    const crossing = b.drivers.filter(({ crossesZero }) => crossesZero);
    // -2,642 at P50: a little more of anything good turns it.
    expect(b.deltaAtP50).toBeCloseTo(-264_206.99, 1);
    for (const { deltaAtP10, deltaAtP90 } of crossing) {
      expect(Math.max(deltaAtP10, deltaAtP90)).toBeGreaterThan(0);
    }
    expect(crossing.length).toBeGreaterThan(4);
    expect(crossing.length).toBeLessThan(b.drivers.length);
  });

  test('shares the draws out to the verdicts', () => {
    expect(a.verdictShares.map(({ verdict }) => verdict)).toEqual(['scale', 'continue', 'kill']);
    const positive = a.verdictShares
      .filter(({ verdict }) => verdict !== 'kill')
      .reduce((sum, { share }) => sum + share, 0);
    expect(positive).toBeCloseTo(resultOfA.simulated?.probability.value ?? Number.NaN, 12);
  });

  test('draws the flows to the horizon and the chance of payback by month', () => {
    expect(a.flow.map(({ month }) => month)).toEqual(Array.from({ length: 37 }, (_, i) => i));
    for (const { p10, p50, p90 } of a.flow) expect(p10 <= p50 && p50 <= p90).toBe(true);
    // Month 0: the scaling is paid with the chance of getting there, 7/12 of 130,000.
    expect(a.flow[0]?.atP50).toBeCloseTo((-130_000 * 100 * 7) / 12, 4);
    expect(a.paybackBy[0]?.month).toBe(monthOf(AS_OF));
    expect(a.paybackBy).toHaveLength(37);
    const chances = a.paybackBy.map(({ probability }) => probability);
    expect(chances).toEqual([...chances].sort((x, y) => x - y));
    expect(chances.at(-1)).toBeGreaterThan(0.9);
  });

  test('is fragile as its nearest flip', () => {
    expect(a.flips[0]).toMatchObject({ input: 'driver:value', direction: 'up', verdict: 'scale' });
    expect(a.stability).toEqual({ value: a.flips[0]?.deviations, label: 'fragile', input: 'driver:value' });
  });

  // What each kind of input would do to A, beside its drivers.
  test.each([
    ['level:data', 2, 'fix', 'F1'],
    ['level:change', 1, 'fix', 'F1'],
    ['lawfulBasis', 'no', 'kill', 'K1'],
    ['riskClass', 'yes', 'kill', 'K1'],
    ['businessOwner', 'blank', 'fix', 'F1'],
    ['technicalOwner', 'blank', 'fix', 'F1'],
    ['oversight', 'blank', 'fix', 'F1'],
    ['evaluationPassRate', 0.899, 'fix', 'F1'],
    ['asOf', '2026-12-31', 'hold', 'H1'],
    ['scope:scaled:rampMonths', 1, 'scale', 'S1'],
  ])('flips %s to %s: %s by %s', (input, to, verdict, rule) => {
    expect(a.flips).toContainEqual(expect.objectContaining({ input, to, verdict, rule }));
  });

  test('flips measured money where promises or costs per success leave their band', () => {
    const cut = a.flips.find(({ input, direction }) => input === 'recent:outcome' && direction === 'down');
    // BRI .97 falls below .70.
    expect(cut).toMatchObject({ kind: 'figure', unit: 'money', now: 2_910_000, rule: 'F2' });
    expect(Number(cut?.to) / 3_000_000).toBeCloseTo(0.7, 2);
    const dear = a.flips.find(({ input, direction }) => input === 'recent:cost' && direction === 'up');
    expect(dear).toMatchObject({ rule: 'F2' });
    expect(dear?.relative).toBeCloseTo(0.2, 2);
  });

  test('finds what holds a verdict back: assets, tripwires, funding, weights, evidence', () => {
    const facts = withLevel(scalable(), 'change', 3);
    const plan = {
      id: 'p',
      adoptedOn: date('2026-07-01'),
      funded: [],
      notFunded: ['i1'],
      rolePrices: {},
    };
    const unfunded = explained(facts, { ...FEW, plan });
    expect(unfunded.flips).toContainEqual(
      expect.objectContaining({ input: 'funded', now: 'not funded', to: 'funded', verdict: 'continue' }),
    );
    const uses = facts.assetUses.map((use) => ({ ...use, neededFrom: 'limited' as const }));
    expect(explained({ ...facts, assetUses: uses }, FEW).flips).toContainEqual(
      expect.objectContaining({ input: 'asset:connector:live', to: 'live', kind: 'yes_no' }),
    );
    const missed = facts.tripwires.map((one) => ({ ...one, dueOn: date('2026-09-15'), measuredValue: 9 }));
    expect(explained({ ...facts, tripwires: missed }, FEW).flips).toContainEqual(
      expect.objectContaining({ input: 'tripwire:t1', now: 'missed', to: 'met', verdict: 'continue' }),
    );
  });

  test('flips by the weight of a gap when readiness alone stands against SCALE', () => {
    // Levels 4 3 3 3 3 on test results count 3 each: R 75. A mark of 80 needs a 4 proven in production.
    const policy = { ...FEW.policy, readinessEnter: 80, scalePaybackProbability: 0.5 };
    const proven = scalable();
    const facts = {
      ...proven,
      assessments: proven.assessments.map((one) =>
        one.gap === 'data'
          ? {
              ...one,
              level: 4 as const,
              evidence: one.evidence.map((e) => ({ ...e, kind: 'audit' as const })),
            }
          : one,
      ),
    };
    // R = 25 (.2 x 4 + .8 x 3) = 80: lower it by giving data less weight.
    const now = explained(facts, { ...FEW, policy });
    const down = now.flips.find(({ input }) => input === 'weight:data');
    expect(down).toMatchObject({ direction: 'down', verdict: 'continue', rule: 'C1', now: 0.2 });
    // And the other way round, from below.
    const gapWeights = { data: 0.1, integration: 0.225, evaluation: 0.225, governance: 0.225, change: 0.225 };
    const light = explained(facts, { ...FEW, policy: { ...policy, gapWeights } });
    const up = light.flips.find(({ input }) => input === 'weight:data');
    expect(up).toMatchObject({ direction: 'up', verdict: 'scale', rule: 'S1' });
    expect(up?.to).toBeCloseTo(0.2, 9);
    expect(light.readinessMoves.find(({ gap }) => gap === 'data')).toMatchObject({
      mark: 80,
      toLevel: null,
      weight: expect.closeTo(0.1, 9),
    });
  });

  test('looks at nothing of a retired initiative', () => {
    const retired = scalable();
    const answer = explained({ ...retired, initiative: { ...retired.initiative, stage: 'retired' } }, FEW);
    expect(answer).toMatchObject({
      draws: null,
      deltaAtP50: null,
      drivers: [],
      flips: [],
      stability: { value: null, label: null, input: null },
      verdictShares: [],
      readinessMoves: [],
      measureNext: [],
    });
  });

  test('without a forward model says what is missing, most wanted first', () => {
    const answer = explained(scalable({ drivers: [], scopes: [] }), FEW);
    expect(answer).toMatchObject({ draws: null, drivers: [], verdictShares: [], evpi: null, flow: [] });
    expect(answer.measureNext[0]).toMatchObject({
      code: 'forwardModel',
      advice: 'enter_it',
      kind: 'missing',
    });
    expect(answer.measureNext[0]?.unblocks).toContain('H1');
    expect(answer.flips.find(({ input }) => input === 'lawfulBasis')).toMatchObject({ verdict: 'kill' });
  });

  test('names the cheapest test that is worth its cost', () => {
    const pilot = unclearPilot();
    const drivers = pilot.drivers.map((one) =>
      one.id === 'minutes-saved'
        ? { ...one, measureCost: money(100_000), measureDays: 20 }
        : one.id === 'documents'
          ? { ...one, measureCost: money(90_000_000) }
          : one,
    );
    const answer = explained({ ...pilot, drivers }, contextOf());
    expect(evaluate(pilot, contextOf()).rule).toBe('H3');
    expect(answer.cheapestTest).toBe('driver:minutes-saved');
    const advice = Object.fromEntries(answer.measureNext.map((one) => [one.code, one.advice]));
    expect(advice).toMatchObject({
      'driver:minutes-saved': 'measure',
      'driver:documents': 'not_worth_it',
      'driver:adoption': 'price_it',
    });
    expect(advice).not.toHaveProperty('driver:rate');
  });

  test('uses the simulation it is given, and makes its own when there is none yet', () => {
    let asked = 0;
    const given = explained(scalable(), FEW, null, {
      simulate: (request) => {
        asked += 1;
        return simulateNow(request);
      },
    });
    expect(asked).toBe(1);
    expect(explained(scalable(), FEW, null, { simulate: () => 'computing' })).toEqual(given);
  });

  test('varies as many draws as the verdict was made of', () => {
    const policy = { ...DEFAULT_POLICY, draws: 200, mostDraws: 900, scalePaybackProbability: 0.64 };
    const context = { ...SCALABLE_CONTEXT, policy };
    const { simulated } = evaluate(scalable(), context);
    expect(simulated?.isExtended).toBe(true);
    const answer = explained(scalable(), context);
    expect(answer.draws).toBe(900);
    const kill = answer.verdictShares.find(({ verdict }) => verdict === 'kill');
    expect(1 - (kill?.share ?? 0)).toBeCloseTo(simulated?.probability.value ?? Number.NaN, 12);
  });

  test.each([0, 3, 40, 200])('stops when told to, at question %i', (polls) => {
    let asked = 0;
    const shouldStop = (): boolean => {
      asked += 1;
      return asked > polls;
    };
    expect(explain(scalable(), FEW, null, { shouldStop })).toBe('cancelled');
    expect(asked).toBe(polls + 1);
  });

  test('passes other errors on', () => {
    const simulate = (): never => {
      throw new RangeError('broken');
    };
    expect(() => explain(scalable(), FEW, null, { simulate })).toThrow('broken');
  });

  test('says what changed since the last closed review and which change mattered', () => {
    const then: PreviousInputs = {
      reviewName: 'Q2 2026',
      endsOn: date('2026-06-30'),
      facts: withLevel(scalable(), 'data', 2),
      context: FEW,
      verdict: 'fix',
      rule: 'F1',
    };
    expect(explained(scalable(), FEW).sinceReview).toBeNull();
    expect(explained(scalable(), FEW, then).sinceReview).toEqual({
      reviewName: 'Q2 2026',
      endsOn: '2026-06-30',
      verdictThen: 'fix',
      ruleThen: 'F1',
      changes: [
        {
          input: 'level:data',
          name: 'Data readiness',
          was: 'level 2, test result of 2026-09-01',
          is: 'level 3, test result of 2026-09-01',
          verdictWithOld: 'fix',
          ruleWithOld: 'F1',
          mattered: true,
        },
      ],
    });
  });
});
