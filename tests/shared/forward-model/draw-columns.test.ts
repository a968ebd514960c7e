import { describe, expect, it } from 'vitest';
import { drawColumns, rerun } from '#shared/forward-model/draw-columns.ts';
import type { ForwardModel } from '#shared/forward-model/model.ts';
import { simulate } from '#shared/forward-model/simulate.ts';
import { fitThreePoint } from '#shared/uncertainty/three-point.ts';
import { MODEL_A, MODEL_B, request } from './example-facts.ts';

const DRAWS = 5_000;
const COLUMNS = drawColumns(request(MODEL_A, 0), DRAWS);

function withDriver(id: string, points: readonly [number, number, number]): ForwardModel {
  return {
    ...MODEL_A,
    drivers: MODEL_A.drivers.map((driver) =>
      driver.id === id ? { ...driver, form: fitThreePoint('positive', ...points) } : driver,
    ),
  };
}

describe('drawColumns()', () => {
  it('has the figures of a simulation of as many draws, bit for bit', () => {
    expect(simulate(request(MODEL_A, DRAWS))).toMatchObject({ ...COLUMNS.figures });
    expect(simulate(request(MODEL_B, 2_345))).toMatchObject({
      ...drawColumns(request(MODEL_B, 0), 2_345).figures,
    });
  });

  it('keeps the value of every driver, a known one as it is', () => {
    const hourly = MODEL_A.drivers.findIndex(({ id }) => id === 'hourly rate');
    expect(COLUMNS.values[hourly]).toEqual(new Float64Array(DRAWS).fill(48));
    const value = MODEL_A.drivers.findIndex(({ id }) => id === 'value');
    const below = (COLUMNS.values[value] as Float64Array).filter((x) => x < 5.4).length / DRAWS;
    expect(Math.abs(below - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / DRAWS));
  });

  it('marks the draws whose step pays back by its two ends', () => {
    COLUMNS.paysBack.forEach((flag, i) => {
      const ends = Math.min(COLUMNS.atPayback[i] as number, COLUMNS.atHorizon[i] as number);
      expect(flag).toBe(ends >= 0 ? 1 : 0);
    });
  });
});

describe('rerun()', () => {
  it('repeats the figures, bit for bit, when nothing is changed', () => {
    expect(rerun(COLUMNS, MODEL_A)).toEqual(COLUMNS.figures);
    expect(rerun(COLUMNS, { ...MODEL_A, scopes: [...MODEL_A.scopes] })).toEqual(COLUMNS.figures);
  });

  it.each([
    ['a driver', withDriver('value', [4.5, 5.9, 7.7])],
    ['a volume that follows an asset', withDriver('tasks scaled', [10_000, 12_000, 15_000])],
    ['stop terms and BRI*', { ...MODEL_A, stopValue: -5_000, benefitHaircut: 0.7 }],
    [
      'months',
      {
        ...MODEL_A,
        scopes: MODEL_A.scopes.map((s, k) => (k === 1 ? { ...s, decisionMonth: 4, rampMonths: 6 } : s)),
      },
    ],
    [
      'lateness',
      { ...MODEL_A, assets: MODEL_A.assets.map((a) => ({ ...a, lateProbability: 0.8, monthsLate: 6 })) },
    ],
    [
      'a driver that becomes known',
      {
        ...MODEL_A,
        drivers: MODEL_A.drivers.map((d) =>
          d.id === 'value' ? { ...d, form: fitThreePoint('positive', 6, 6, 6) } : d,
        ),
      },
    ],
  ] as const)('of %s equals a simulation of the changed model', (_, changed) => {
    const result = rerun(COLUMNS, changed);
    expect(simulate(request(changed, DRAWS))).toMatchObject({ ...result });
    expect(result.expected.value).not.toBe(COLUMNS.figures.expected.value);
  });

  it('leaves the columns as they were', () => {
    const before = COLUMNS.delta.slice();
    rerun(COLUMNS, withDriver('value', [1, 2, 3]));
    expect(COLUMNS.delta).toEqual(before);
    expect(rerun(COLUMNS, MODEL_A)).toEqual(COLUMNS.figures);
  });

  it.each([
    ['another initiative', { ...MODEL_A, initiativeId: 'other' }],
    ['other drivers', { ...MODEL_A, drivers: MODEL_A.drivers.slice(1) }],
    ['another asset', { ...MODEL_A, assets: MODEL_A.assets.map((a) => ({ ...a, id: 'other' })) }],
    ['other loadings', { ...MODEL_A, drivers: MODEL_A.drivers.map((d) => ({ ...d, loadings: [] })) }],
    [
      'a known driver that is no longer known',
      {
        ...MODEL_A,
        drivers: MODEL_A.drivers.map((d) =>
          d.id === 'hourly rate' ? { ...d, form: fitThreePoint('positive', 40, 48, 60) } : d,
        ),
      },
    ],
  ] as const)('refuses %s, whose random numbers were not drawn', (_, changed) => {
    expect(() => rerun(COLUMNS, changed)).toThrow(RangeError);
  });
});
