import { beforeAll, describe, expect, it } from 'vitest';
import type { Simulated } from '#shared/decision/result.ts';
import { annuitiesOf } from '#shared/forward-model/annuities.ts';
import { evaluateAt } from '#shared/forward-model/deterministic.ts';
import type { ForwardModel } from '#shared/forward-model/model.ts';
import { simulate } from '#shared/forward-model/simulate.ts';
import { NONE_LATE, timelineOf } from '#shared/forward-model/timeline.ts';
import { fitThreePoint } from '#shared/uncertainty/three-point.ts';
import { MODEL_A, MODEL_B, request } from './example-facts.ts';

/*
 * Methodology 2.7. Exact figures to 1e-6 relative; simulated ones within 4 standard errors of ours and the printed
 * run's together (both are estimates, from different streams).
 */
const expectExact = (actual: number | null | undefined, printed: number) => {
  expect(actual).toBeDefined();
  expect(Math.abs((actual as number) - printed)).toBeLessThanOrEqual(1e-6 * Math.abs(printed));
};

describe('worked example A at P50', () => {
  const onTime = evaluateAt(MODEL_A);

  it.each([
    ['b_0', 0, 'benefit', 18_144],
    ['v_0', 0, 'variable', 3_430],
    ['f_0', 0, 'fixed', 8_500],
    ['b_1', 1, 'benefit', 60_582.816],
    ['v_1', 1, 'variable', 12_348],
    ['f_1', 1, 'fixed', 16_200],
    ['o_1', 1, 'once', 130_000],
  ] as const)('has the printed %s', (_, scope, kind, printed) => {
    expectExact(onTime.amounts[scope]?.[kind], printed);
  });

  it('has the printed figures with the connector on time', () => {
    const { timeline, scopes, step } = annuitiesOf(MODEL_A, timelineOf(MODEL_A, NONE_LATE));
    expect(timeline.goLive).toEqual([0, 2]);
    expectExact(scopes[0]?.full, 14.1472165098);
    expectExact(scopes[0]?.ramped, 14.1472165098);
    expectExact(scopes[1]?.full, 17.0392419325);
    expectExact(scopes[1]?.ramped, 16.4711457547);
    expectExact(onTime.benefit, 1_264_863.026);
    expectExact(onTime.cost, 725_979.6233);
    expectExact(onTime.delta, 556_883.4027);
    expectExact(onTime.bcr, 1.7422844716);
    expectExact(step?.rampAtPayback, 9);
    expect(step?.countAtPayback).toBe(10);
    expectExact(onTime.step?.atPayback, 94_687.344);
    expectExact(onTime.step?.atHorizon, 714_386.928);
    expect(onTime.step?.paysBack).toBe(true);
  });

  it('has the printed figures with the connector late', () => {
    const late = evaluateAt(MODEL_A, undefined, () => true);
    const { timeline, scopes } = annuitiesOf(
      MODEL_A,
      timelineOf(MODEL_A, () => true),
    );
    expect(timeline.goLive).toEqual([0, 5]);
    expectExact(scopes[0]?.full, 15.8425284437);
    expectExact(scopes[1]?.full, 15.3439299985);
    expectExact(scopes[1]?.ramped, 14.7892101624);
    expectExact(late.benefit, 1_193_483.6708);
    expectExact(late.cost, 697_926.2198);
    expectExact(late.delta, 513_557.4511);
    expectExact(late.bcr, 1.7100427481);
    expectExact(late.step?.atPayback, 17_224.896);
  });
});

describe('annuitiesOf()', () => {
  it('counts every month of a scope that stands alone: (1 - 1.1^-3) / r_m = 31.1864584422', () => {
    const alone = { ...MODEL_A, scopes: MODEL_A.scopes.slice(0, 1) };
    const { scopes, settled, step } = annuitiesOf(alone, timelineOf(alone, NONE_LATE));
    expectExact(scopes[0]?.full, 31.1864584422);
    expectExact(scopes[0]?.ramped, 31.1864584422);
    expect(settled).toBe(0);
    expect(step).toBeNull();
  });
});

describe('worked example B at P50', () => {
  it('has the printed figures', () => {
    const { timeline, scopes, settled } = annuitiesOf(MODEL_B, timelineOf(MODEL_B, NONE_LATE));
    const at = evaluateAt(MODEL_B);
    expect(timeline.goLive).toEqual([0, 6]);
    expectExact(scopes[0]?.full, 3.8177607636);
    expectExact(scopes[1]?.full, 7.6051252224);
    expectExact(scopes[1]?.ramped, 7.1817018879);
    expectExact(at.amounts[1]?.benefit, 13_776);
    expectExact(at.amounts[1]?.variable, 4_775);
    expectExact(at.benefit, 98_935.1252);
    expectExact(at.cost, 102_210.1594);
    expectExact(settled * MODEL_B.stopValue, -1_367.0357);
    expectExact(at.delta, -2_642.0699);
    expectExact(at.bcr, 0.9679578404);
    expect(at.step).toBeNull();
  });
});

interface Printed {
  readonly model: ForwardModel;
  readonly expected: readonly [value: number, se: number];
  readonly quadrature: number;
  readonly probability: number;
  readonly bcr50: readonly [value: number, low: number, high: number];
  readonly unitEconomics: number;
  readonly payback: number | null;
  readonly percentiles: readonly [number, number, number];
}

const DRAWS = 200_000;
const PRINTED: Readonly<Record<'A' | 'B', Printed>> = {
  A: {
    model: MODEL_A,
    expected: [496_701, 783],
    quadrature: 496_784,
    probability: 0.947,
    bcr50: [1.5875, 1.5851, 1.5898],
    unitEconomics: 0.9996,
    payback: 0.6378,
    percentiles: [91_971, 463_317, 935_578],
  },
  B: {
    model: MODEL_B,
    expected: [-12_008, 126],
    quadrature: -12_024,
    probability: 0.3498,
    bcr50: [0.8254, 0.8229, 0.8277],
    unitEconomics: 0.9071,
    payback: null,
    percentiles: [-70_575, -18_227, 55_447],
  },
};

describe.each(['A', 'B'] as const)('worked example %s, 200,000 draws of seed 2026', (name) => {
  const printed = PRINTED[name];
  let result: Simulated;
  beforeAll(() => {
    const answer = simulate(request(printed.model, DRAWS));
    if (answer === 'cancelled') throw new Error('nobody cancelled');
    result = answer;
  });
  /** Printed figures are rounded: half a unit of the last digit is allowed on top. */
  const expectWithin = (actual: number, of: number, se: number, digit = 0) => {
    expect(Math.abs(actual - of)).toBeLessThanOrEqual(4 * se + digit / 2);
  };
  const bothErrors = (share: number) => Math.sqrt((2 * share * (1 - share)) / DRAWS);

  it('has E within 4 SE of the printed run and of the exact value', () => {
    const [value, se] = printed.expected;
    expectWithin(result.expected.se, se, 0.01 * se);
    expectWithin(result.expected.value, value, Math.hypot(se, result.expected.se), 1);
    expectWithin(result.expected.value, printed.quadrature, result.expected.se, 1);
  });

  it('has P, UE and PB within 4 SE', () => {
    expectWithin(result.probability.value, printed.probability, bothErrors(printed.probability), 1e-4);
    const { unitEconomics, payback } = result;
    expectWithin(unitEconomics?.value ?? -1, printed.unitEconomics, bothErrors(printed.unitEconomics), 1e-4);
    if (printed.payback === null) expect(payback).toBeNull();
    else expectWithin(payback?.value ?? -1, printed.payback, bothErrors(printed.payback), 1e-4);
  });

  it('has the percentiles and BCR50 within 4 SE', () => {
    const { p10, p50, p90 } = result.delta;
    [p10, p50, p90].forEach((interval, i) => {
      const se = (interval.high - interval.low) / (2 * 1.96);
      expectWithin(interval.value, printed.percentiles[i] as number, Math.SQRT2 * se, 1);
    });
    const [value, low, high] = printed.bcr50;
    expectWithin(result.bcr50?.value ?? -1, value, (Math.SQRT2 * (high - low)) / (2 * 1.96), 1e-4);
    expect(result.bcr50?.low).toBeLessThan(value + 0.001);
    expect(result.bcr50?.high).toBeGreaterThan(value - 0.001);
  });
});

describe('worked example with all inputs known', () => {
  const known = (model: ForwardModel): ForwardModel => ({
    ...model,
    assets: model.assets.map((asset) => ({ ...asset, lateProbability: 0 })),
    drivers: model.drivers.map((driver) => ({
      ...driver,
      form: fitThreePoint('free', driver.p50, driver.p50, driver.p50),
    })),
  });

  it.each([
    ['A', MODEL_A, 1],
    ['B', MODEL_B, 0],
  ] as const)('%s: E is Delta at P50, without error, and P is %d', (_, model, probability) => {
    const result = simulate(request(known(model), 10_000));
    expect(result).toMatchObject({
      expected: { value: evaluateAt(model).delta, se: 0 },
      deviation: 0,
      probability: { value: probability, se: 0 },
    });
  });
});
