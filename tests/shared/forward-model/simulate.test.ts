import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Simulated } from '#shared/decision/result.ts';
import { drawColumns } from '#shared/forward-model/draw-columns.ts';
import type { ForwardModel, SimulationRequest } from '#shared/forward-model/model.ts';
import { simulate } from '#shared/forward-model/simulate.ts';
import { percentile } from '#shared/uncertainty/percentile.ts';
import { fitThreePoint } from '#shared/uncertainty/three-point.ts';
import { anyModel } from './arbitrary-model.ts';
import {
  CONTEXT_A,
  factsOfA,
  HAIRCUT_A,
  MODEL_A,
  MODEL_B,
  modelOf,
  NO_CUTS,
  request,
} from './example-facts.ts';

function run(of: SimulationRequest): Simulated {
  const result = simulate(of);
  if (result === 'cancelled') throw new Error('nobody cancelled');
  return result;
}

const reversed = <T>(list: readonly T[]): T[] => [...list].reverse();
const scaled = (model: ForwardModel, factor: number): ForwardModel => ({
  ...model,
  stopValue: model.stopValue * factor,
  scopes: model.scopes.map((scope) => ({
    ...scope,
    lines: scope.lines.map((line) => ({ ...line, constant: line.constant * factor })),
  })),
});

describe('simulate()', () => {
  it('gives the same result, bit for bit, whatever was simulated before', () => {
    const first = run(request(MODEL_A, 10_000));
    run(request(MODEL_B, 25_000));
    run(request(MODEL_B, 1_500, { seed: 'other' }));
    expect(run(request(MODEL_A, 10_000))).toEqual(first);
  });

  it('depends on the seed and on the id of the initiative', () => {
    const first = run(request(MODEL_A, 2_000)).expected.value;
    expect(run(request(MODEL_A, 2_000, { seed: '2027' })).expected.value).not.toBe(first);
    expect(run(request({ ...MODEL_A, initiativeId: 'other' }, 2_000)).expected.value).not.toBe(first);
  });

  it('does not depend on the order in which drivers, scopes, lines and assets were entered', () => {
    const facts = factsOfA();
    const shuffled = factsOfA({
      drivers: reversed(facts.drivers),
      scopes: reversed(facts.scopes).map((scope) => ({
        ...scope,
        lines: reversed(scope.lines).map((line) => ({ ...line, driverIds: reversed(line.driverIds) })),
      })),
      assetUses: reversed(facts.assetUses),
    });
    const model = modelOf(shuffled, HAIRCUT_A, CONTEXT_A);
    expect(model).toEqual(MODEL_A);
    expect(run(request(model, 10_000))).toEqual(run(request(MODEL_A, 10_000)));
  });

  it('changes by no more than rounding when a line is split in two halves with the same drivers', () => {
    const halves: ForwardModel = {
      ...MODEL_A,
      scopes: MODEL_A.scopes.map((scope) => ({
        ...scope,
        lines: scope.lines.flatMap((line) => {
          const half = { ...line, constant: line.constant / 2 };
          return [half, half];
        }),
      })),
    };
    const [whole, split] = [run(request(MODEL_A, 10_000)), run(request(halves, 10_000))];
    const expectNear = (a: number | undefined, b: number | undefined) =>
      expect(Math.abs((a ?? NaN) - (b ?? NaN))).toBeLessThanOrEqual(1e-12 * Math.abs(b ?? NaN));
    expectNear(split.expected.value, whole.expected.value);
    expectNear(split.delta.p90.value, whole.delta.p90.value);
    expectNear(split.bcr50?.value, whole.bcr50?.value);
    expect(split.probability).toEqual(whole.probability);
  });

  it.each([2, 7, 100])('scales with the currency: x %d scales E and keeps P, BCR50, UE and PB', (factor) => {
    const [one, many] = [run(request(MODEL_A, 10_000)), run(request(scaled(MODEL_A, factor), 10_000))];
    expect(many.expected.value / (factor * one.expected.value)).toBeCloseTo(1, 12);
    expect(many.deviation / (factor * one.deviation)).toBeCloseTo(1, 12);
    expect((many.bcr50?.value ?? 0) / (one.bcr50?.value ?? NaN)).toBeCloseTo(1, 12);
    expect(many.probability).toEqual(one.probability);
    expect(many.unitEconomics).toEqual(one.unitEconomics);
    expect(many.payback).toEqual(one.payback);
  });

  it('never gains from more cost, draw by draw', () => {
    const cost = fc.record({
      kind: fc.constantFrom<'variable' | 'fixed' | 'once'>('variable', 'fixed', 'once'),
      constant: fc.double({ min: 0, max: 100, noNaN: true }),
      scope: fc.nat(3),
      driver: fc.nat(4),
    });
    fc.assert(
      fc.property(anyModel, cost, (model, { kind, constant, scope, driver }) => {
        const dearer: ForwardModel = {
          ...model,
          scopes: model.scopes.map((old, k) =>
            k === scope % model.scopes.length
              ? { ...old, lines: [...old.lines, { kind, constant, drivers: [driver] }] }
              : old,
          ),
        };
        const before = drawColumns({ model, seed: 's' }, 50);
        const after = drawColumns({ model: dearer, seed: 's' }, 50);
        after.delta.forEach((delta, i) => {
          const old = before.delta[i] as number;
          const size = Math.abs(before.benefit[i] as number) + Math.abs(after.cost[i] as number);
          expect(delta).toBeLessThanOrEqual(old + 1e-12 * size);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('draws the same first draws whether or not more follow, and extends only near a cut', () => {
    const far = run(request(MODEL_A, 10_000, { mostDraws: 30_000, cuts: { ...NO_CUTS, P: [0.5] } }));
    expect(far).toMatchObject({ draws: 10_000, isExtended: false, onTheLine: [] });
    expect(far).toEqual(run(request(MODEL_A, 10_000)));

    const near = run(
      request(MODEL_A, 10_000, { mostDraws: 30_000, cuts: { ...NO_CUTS, P: [far.probability.value] } }),
    );
    expect(near).toMatchObject({ draws: 30_000, isExtended: true });
    const { isExtended, onTheLine, ...figures } = near;
    const { isExtended: _, onTheLine: __, ...straight } = run(request(MODEL_A, 30_000));
    expect(figures).toEqual(straight);
    expect(onTheLine.length).toBeLessThanOrEqual(1);
    expect(drawColumns(request(MODEL_A, 0), 30_000).delta.subarray(0, 10_000)).toEqual(
      drawColumns(request(MODEL_A, 0), 10_000).delta,
    );
  });

  it.each([
    ['E', (s: Simulated) => s.expected.value],
    ['P', (s: Simulated) => s.probability.value],
    ['UE', (s: Simulated) => s.unitEconomics?.value],
    ['PB', (s: Simulated) => s.payback?.value],
    ['BCR50', (s: Simulated) => s.bcr50?.value],
  ] as const)('says that %s is on the line when its cut is still there after all draws', (figure, pick) => {
    const cut = pick(run(request(MODEL_A, 20_000))) as number;
    const result = run(
      request(MODEL_A, 10_000, { mostDraws: 20_000, cuts: { ...NO_CUTS, [figure]: [cut] } }),
    );
    expect(result).toMatchObject({ draws: 20_000, isExtended: true, onTheLine: [figure] });
  });

  it('answers cancelled when told to stop, between blocks and in the extension too', () => {
    expect(simulate(request(MODEL_A, 10_000), () => true)).toBe('cancelled');
    let asked = 0;
    expect(simulate(request(MODEL_A, 10_000), () => ++asked > 4)).toBe('cancelled');
    expect(asked).toBe(5);
    asked = 0;
    const near = request(MODEL_A, 10_000, { mostDraws: 100_000, cuts: { ...NO_CUTS, E: [496_000] } });
    expect(simulate(near, () => ++asked > 12)).toBe('cancelled');
    expect(asked).toBe(13);
    expect(run(request(MODEL_A, 10_000))).toMatchObject({ draws: 10_000 });
  });

  it('draws a late asset at the stated rate, the same draws in every initiative that waits for it', () => {
    const one = drawColumns(request(MODEL_A, 0), 10_000);
    const two = drawColumns(request({ ...MODEL_A, initiativeId: 'other' }, 0), 10_000);
    expect(one.rowOf).toEqual(two.rowOf);
    const lateRow = one.combinations.rows.findIndex(({ timeline }) => timeline.goLive[1] === 5);
    const share = one.rowOf.filter((row) => row === lateRow).length / 10_000;
    expect(Math.abs(share - 0.25)).toBeLessThan(4 * Math.sqrt((0.25 * 0.75) / 10_000));
  });

  it('lets volumes that wait for one asset move together by the square of their loading', () => {
    const tasks = MODEL_A.drivers.findIndex(({ id }) => id === 'tasks scaled');
    const one = drawColumns(request(MODEL_A, 0), 10_000).values[tasks] as Float64Array;
    const two = drawColumns(request({ ...MODEL_A, initiativeId: 'other' }, 0), 10_000).values[
      tasks
    ] as Float64Array;
    const mean = (x: Float64Array) => x.reduce((sum, value) => sum + value, 0) / x.length;
    const [m1, m2] = [mean(one), mean(two)];
    let [xy, xx, yy] = [0, 0, 0];
    one.forEach((x, i) => {
      const y = two[i] as number;
      xy += (x - m1) * (y - m2);
      xx += (x - m1) ** 2;
      yy += (y - m2) ** 2;
    });
    // Loadings .5 and .5: correlation .25 of the normal scores, nearly the same of these near-normal volumes.
    expect(xy / Math.sqrt(xx * yy)).toBeGreaterThan(0.21);
    expect(xy / Math.sqrt(xx * yy)).toBeLessThan(0.29);
  });

  it('has no BCR50 when some draw costs nothing, no PB before limited production, no UE without a scope for it', () => {
    const free: ForwardModel = {
      ...MODEL_B,
      scopes: MODEL_B.scopes.map((scope) => ({
        ...scope,
        lines: scope.lines.filter(({ kind }) => kind === 'benefit'),
      })),
    };
    expect(run(request(free, 1_000)).bcr50).toBeNull();
    expect(run(request(MODEL_B, 1_000)).payback).toBeNull();
    const pilotOnly = { ...MODEL_B, scopes: MODEL_B.scopes.slice(0, 1) };
    expect(run(request(pilotOnly, 1_000)).unitEconomics).toBeNull();
    const tooLate = {
      ...MODEL_A,
      scopes: MODEL_A.scopes.map((scope, k) => (k === 1 ? { ...scope, decisionMonth: 25 } : scope)),
    };
    expect(run(request(tooLate, 1_000)).payback).toBeNull();
  });

  it('values the right to stop later as the largest expected loss of a scope and all after it', () => {
    // B: E = terms of the pilot + terms of limited production - X. Dropping the step leaves the pilot's own terms.
    const draws = 20_000;
    const { expected, optionValue } = run(request(MODEL_B, draws));
    const never = {
      ...MODEL_B,
      scopes: MODEL_B.scopes.map((scope, k) => (k === 1 ? { ...scope, stepProbability: 0 } : scope)),
    };
    // With p = 0 the pilot stops in month 3 too; it settles X for all instead of 70 %, 30 % x -2,000 x d_3 more.
    const settledMore = 0.3 * -2_000 * 1.1 ** (-3 / 12);
    const pilot = run(request(never, draws)).expected.value - settledMore;
    // While it waits for the build (months 4 to 6) the pilot's run cost goes on with weight .3.
    const columns = drawColumns(request(MODEL_B, 0), draws);
    const runCost = columns.amounts[2] as Float64Array;
    const mean = runCost.reduce((sum, cost) => sum + cost, 0) / draws;
    const waiting = 0.3 * [4, 5, 6].reduce((sum, t) => sum + mean * 1.1 ** (-t / 12), 0);
    const ofLimited = expected.value - (pilot - waiting);
    expect(optionValue).toBeCloseTo(Math.max(0, -ofLimited), 4);
  });

  it('counts what later scopes settle to the right to stop before them', () => {
    // One driver that is 1, no discounting, X = -100: pilot from month 1, limited from month 3, none passes.
    const one = { id: 'one', form: fitThreePoint('free', 1, 1, 1), p10: 1, p50: 1, p90: 1, loadings: [] };
    const common = { isMeasured: false, buildMonths: 0, rampMonths: 1, assets: [] };
    const idea: ForwardModel = {
      ...MODEL_B,
      discountRate: 0,
      stopValue: -100,
      drivers: [one],
      scopes: [
        { ...common, stage: 'idea', decisionMonth: 0, stepProbability: 1, lines: [] },
        {
          ...common,
          stage: 'pilot',
          decisionMonth: 1,
          stepProbability: 0.5,
          lines: [{ kind: 'once', constant: 40, drivers: [0] }],
        },
        {
          ...common,
          stage: 'limited',
          decisionMonth: 3,
          stepProbability: 0.2,
          lines: [{ kind: 'fixed', constant: 10, drivers: [0] }],
        },
      ],
    };
    // Limited: .5 x .2 x 10 x 33 months = 33. Pilot: .5 x 40 = 20, and .5 x .8 x 100 = 40 settled. 33 + 20 + 40.
    expect(run(request(idea, 100)).optionValue).toBeCloseTo(93, 9);
    // Free of charge, limited production alone is what one would rather leave: 33.
    const grant = { ...idea, stopValue: 0, scopes: idea.scopes.map((s) => ({ ...s })) };
    const paid = grant.scopes.map((s, k) =>
      k === 1 ? { ...s, lines: [{ kind: 'once' as const, constant: -40, drivers: [0] }] } : s,
    );
    expect(run(request({ ...grant, scopes: paid }, 100)).optionValue).toBeCloseTo(33, 9);
  });

  it('keeps the percentiles of sorted draws', () => {
    const columns = drawColumns(request(MODEL_A, 0), 10_000);
    const sorted = columns.delta.slice().sort();
    const { delta } = run(request(MODEL_A, 10_000));
    expect(delta.p10).toEqual({ value: percentile(sorted, 0.1), low: sorted[940], high: sorted[1058] });
    expect(delta.p50.value).toBe(percentile(sorted, 0.5));
    expect(delta.p90.value).toBe(percentile(sorted, 0.9));
  });

  it('refuses fewer than two draws', () => {
    expect(() => simulate(request(MODEL_A, 1))).toThrow(RangeError);
  });

  it('keeps many assets apart without listing all their combinations', () => {
    const many: ForwardModel = {
      ...MODEL_A,
      assets: Array.from({ length: 40 }, (_, a) => ({
        id: `asset ${a}`,
        liveMonth: a % 5,
        lateProbability: 0.5,
        monthsLate: 1,
      })),
      scopes: MODEL_A.scopes.map((scope, k) => ({
        ...scope,
        assets: k === 0 ? [] : Array.from({ length: 40 }, (_, a) => a),
      })),
    };
    const { combinations } = drawColumns(request(many, 0), 2_000);
    // The last ones are due in month 4; at least one of eight is late in nearly every draw.
    expect(combinations.rows.map(({ timeline }) => timeline.goLive[1]).sort()).toEqual([4, 5]);
    expect(run(request(many, 2_000)).draws).toBe(2_000);
  });
});
