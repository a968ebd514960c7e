import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bound,
  checkThreePoint,
  fitThreePoint,
  quantile,
  transform,
} from '#shared/uncertainty/three-point.ts';
import { uniforms } from './draws.ts';

const ok = { status: 'ok', isConstant: false, isHeavyTailed: false };
const constant = { status: 'ok', isConstant: true, isHeavyTailed: false };

describe('checkThreePoint()', () => {
  it.each<[Bound, number, number, number]>([
    ['free', -5, 0, 6],
    ['positive', 10, 14, 20],
    ['share', 0.2, 0.4, 0.7],
    ['share', 0.74, 0.84, 0.9],
  ])('accepts %s %d / %d / %d', (bound, p10, p50, p90) => {
    expect(checkThreePoint(bound, p10, p50, p90)).toEqual(ok);
  });

  it.each<[Bound, number]>([
    ['free', -3],
    ['free', 0],
    ['positive', 48],
    ['positive', 0],
    ['share', 0],
    ['share', 0.3],
    ['share', 1],
  ])('takes three equal %s numbers %d as a constant', (bound, value) => {
    expect(checkThreePoint(bound, value, value, value)).toEqual(constant);
  });

  it.each<[string, Bound, number, number, number]>([
    ['not_finite', 'free', Number.NaN, 1, 2],
    ['not_finite', 'positive', 1, 2, Infinity],
    ['not_finite', 'free', -1.7e308, 0, 1.7e308],
    ['not_ascending', 'free', 3, 2, 1],
    ['not_ascending', 'free', 1, 1, 2],
    ['not_ascending', 'positive', 1, 2, 2],
    ['not_ascending', 'share', 0.3, 0.2, 0.4],
    ['not_positive', 'positive', 0, 1, 2],
    ['not_positive', 'positive', -1, 1, 2],
    ['not_positive', 'positive', -1, -1, -1],
    ['not_share', 'share', 0, 0.5, 0.9],
    ['not_share', 'share', 0.1, 0.5, 1],
    ['not_share', 'share', 0.5, 0.8, 1.2],
    ['not_share', 'share', -0.1, 0.5, 0.9],
    ['not_share', 'share', 2, 2, 2],
  ])('says %s of %s %d / %d / %d', (reason, bound, p10, p50, p90) => {
    expect(checkThreePoint(bound, p10, p50, p90)).toEqual({ status: 'infeasible', reason });
  });

  it.each([
    [0.166577, 'infeasible'],
    [0.166579, 'ok'],
    [0.5, 'ok'],
    [0.833421, 'ok'],
    [0.833423, 'infeasible'],
  ])('judges a middle point at %d of the way as %s', (ratio, status) => {
    const check = checkThreePoint('free', 0, ratio, 1);
    expect(check.status).toBe(status);
    if (check.status === 'infeasible') expect(check).toMatchObject({ reason: 'metalog_infeasible', ratio });
  });

  it('judges the ratio on the scale of the bound', () => {
    // 1 / 2 / 100: r = 1/99 as values, ln 2 / ln 100 = .1505 as logarithms; 1 / 3 / 100: ln 3 / ln 100 = .2386.
    expect(checkThreePoint('positive', 1, 2, 100)).toMatchObject({ reason: 'metalog_infeasible' });
    expect(checkThreePoint('positive', 1, 3, 100).status).toBe('ok');
    expect(checkThreePoint('free', 1, 3, 100)).toMatchObject({ reason: 'metalog_infeasible' });
  });

  it('names no ratio for points too near each other to have one', () => {
    const next = 1e15 + 0.125;
    expect(checkThreePoint('positive', 1e15, next, next + 0.125)).toEqual({
      status: 'infeasible',
      reason: 'metalog_infeasible',
    });
  });

  it('flags a positive input with a2 + a3/2 >= .5 on the log scale', () => {
    // Symmetric on the log scale: a3 = 0 and a2 = ln(P90 / P10) / (2 ln 9) = .5 exactly at P90 / P10 = 9.
    expect(checkThreePoint('positive', 1, 3, 9.01)).toMatchObject({ isHeavyTailed: true });
    expect(checkThreePoint('positive', 1, 3, 8.99)).toMatchObject({ isHeavyTailed: false });
    // 10 / 20 / 60: a2 + a3/2 = .4077 + .1153 = .5231.
    expect(checkThreePoint('positive', 10, 20, 60)).toMatchObject({ isHeavyTailed: true });
    // 10 / 20 / 55: .3879 + .0906 = .4785.
    expect(checkThreePoint('positive', 10, 20, 55)).toMatchObject({ isHeavyTailed: false });
    expect(checkThreePoint('free', 10, 20, 60)).toMatchObject({ isHeavyTailed: false });
  });
});

describe('fitThreePoint()', () => {
  it.each([
    [35, 50, 75, 50, 9.102392266268373, 5.688995166417733],
    [10, 20, 60, 20, 11.377990332835466, 17.0669854992532],
  ])('gives %d / %d / %d free the coefficients %d, %d, %d', (p10, p50, p90, a1, a2, a3) => {
    const form = fitThreePoint('free', p10, p50, p90);
    expect(form.kind).toBe('free');
    expect(form.a1).toBe(a1);
    expect(form.a2).toBeCloseTo(a2, 13);
    expect(form.a3).toBeCloseTo(a3, 13);
  });

  it('keeps a constant as it is', () => {
    expect(fitThreePoint('share', 1, 1, 1)).toEqual({ kind: 'constant', a1: 1, a2: 0, a3: 0 });
  });

  it('refuses what does not fit, and says why', () => {
    expect(() => fitThreePoint('positive', 0, 1, 2)).toThrow(/not_positive/);
  });
});

describe('quantile()', () => {
  // Closed forms evaluated independently (scipy 1.17.1 and the published formula), 6 decimals.
  it.each<[Bound, number, number, number, Readonly<Record<string, number>>]>([
    [
      'free',
      35,
      50,
      75,
      {
        '.01': 20.982808,
        '.05': 30.736466,
        '.25': 41.5625,
        '.75': 61.5625,
        '.95': 84.339343,
        '.99': 104.635975,
      },
    ],
    ['free', 10, 20, 60, { '.01': 6.144944, '.99': 110.711403 }],
    ['positive', 10, 20, 60, { '.01': 5.163058, '.99': 218.915938 }],
    ['share', 0.2, 0.4, 0.7, { '.01': 0.083729, '.99': 0.907077 }],
  ])('of %s %d / %d / %d has the published values', (bound, p10, p50, p90, values) => {
    const form = fitThreePoint(bound, p10, p50, p90);
    for (const [u, value] of Object.entries(values)) expect(quantile(form, Number(u))).toBeCloseTo(value, 6);
  });

  it('holds u inside .001 and .999', () => {
    const form = fitThreePoint('positive', 10, 20, 60);
    for (const u of [0, 1e-300, 0.0009]) expect(quantile(form, u)).toBe(quantile(form, 0.001));
    for (const u of [1, 0.9991]) expect(quantile(form, u)).toBe(quantile(form, 0.999));
    expect(quantile(form, 0.0011)).toBeGreaterThan(quantile(form, 0.001));
    expect(quantile(form, 0.9989)).toBeLessThan(quantile(form, 0.999));
  });

  it('passes through its three points, rises with u and stays within its bound', () => {
    fc.assert(
      fc.property(feasibleTriple(), fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (triple, us) => {
        const { bound, p10, p50, p90 } = triple;
        const form = fitThreePoint(bound, p10, p50, p90);
        const scale = bound === 'free' ? Math.max(Math.abs(p10), Math.abs(p90)) : 0;
        for (const [u, point] of [
          [0.1, p10],
          [0.5, p50],
          [0.9, p90],
        ] as const) {
          expect(Math.abs(quantile(form, u) - point)).toBeLessThanOrEqual(
            1e-12 * Math.max(Math.abs(point), scale),
          );
        }
        let before = quantile(form, 0);
        for (const u of us.sort((a, b) => a - b)) {
          const value = quantile(form, u);
          // Rising up to the rounding of the last digits.
          expect(value).toBeGreaterThanOrEqual(before - 1e-13 * Math.max(Math.abs(before), scale));
          if (bound !== 'free') expect(value).toBeGreaterThan(0);
          if (bound === 'share') expect(value).toBeLessThan(1);
          before = value;
        }
      }),
    );
  });

  it('rises strictly over a fine grid even at the ends of the feasible range', () => {
    for (const ratio of [0.16658, 0.83342]) {
      const form = fitThreePoint('free', 0, ratio, 1);
      let before = quantile(form, 0.001);
      for (let step = 2; step <= 999; step += 1) {
        const value = quantile(form, step / 1000);
        expect(value).toBeGreaterThan(before);
        before = value;
      }
    }
  });
});

/** Triples built on the scale of the bound, so that every one is feasible. */
function feasibleTriple() {
  const bounds = fc.constantFrom<Bound>('free', 'positive', 'share');
  const middle = fc.double({ min: -4, max: 4, noNaN: true });
  const width = fc.double({ min: 0.01, max: 4, noNaN: true });
  const ratio = fc.double({ min: 0.167, max: 0.833, noNaN: true });
  return fc.tuple(bounds, middle, width, ratio).map(([bound, m, w, r]) => {
    const onScale = [m - r * w, m, m + (1 - r) * w] as const;
    const [p10, p50, p90] =
      bound === 'free'
        ? onScale
        : onScale.map((x) => (bound === 'positive' ? Math.exp(x) : 1 / (1 + Math.exp(-x))));
    return { bound, p10: p10 ?? 0, p50: p50 ?? 0, p90: p90 ?? 0 };
  });
}

describe('transform()', () => {
  it.each<[Bound, number, number, number]>([
    ['free', 35, 50, 75],
    ['positive', 10, 20, 60],
    ['share', 0.2, 0.4, 0.7],
    ['positive', 48, 48, 48],
  ])(
    'gives the same bits as quantile() draw by draw (%s %d / %d / %d), also in place',
    (bound, p10, p50, p90) => {
      const form = fitThreePoint(bound, p10, p50, p90);
      const u = uniforms('transform', 1_000);
      const expected = u.map((one) => quantile(form, one));
      const out = new Float64Array(u.length);
      transform(form, u, out);
      expect(out).toEqual(expected);
      transform(form, u, u);
      expect(u).toEqual(expected);
    },
  );

  it('writes only the places asked for', () => {
    const form = fitThreePoint('free', 35, 50, 75);
    const out = new Float64Array(5).fill(-1);
    transform(form, new Float64Array(5).fill(0.5), out, 1, 2);
    expect([...out]).toEqual([-1, 50, 50, -1, -1]);
  });

  it.each([
    [4, 2],
    [-1, 2],
    [0, 9],
  ])('refuses places outside the lists (from %d, %d of them)', (from, count) => {
    const form = fitThreePoint('free', 35, 50, 75);
    expect(() => transform(form, new Float64Array(5), new Float64Array(5), from, count)).toThrow(RangeError);
  });
});
