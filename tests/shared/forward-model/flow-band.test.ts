import { describe, expect, it } from 'vitest';
import { drawColumns } from '#shared/forward-model/draw-columns.ts';
import { flowBand, paybackByMonth } from '#shared/forward-model/flow-band.ts';
import type { ForwardModel } from '#shared/forward-model/model.ts';
import { monthlyFlows } from '#shared/forward-model/monthly-flows.ts';
import { paybackCurve } from '#shared/uncertainty/payback-probability.ts';
import { percentile } from '#shared/uncertainty/percentile.ts';
import { MODEL_A, MODEL_B, request } from './example-facts.ts';

const DRAWS = 300;

/** Every draw's cumulative line, made from the monthly flows at that draw's values: another way to the same numbers. */
function linesOf(model: ForwardModel, start = 0): Float64Array {
  const columns = drawColumns(request(model, 0), DRAWS);
  const points = model.horizon + 1;
  const lines = new Float64Array(DRAWS * points);
  for (let i = 0; i < DRAWS; i += 1) {
    const values = columns.values.map((column) => column[i] as number);
    const isLate = (a: number) =>
      ((columns.assets[a] as Float64Array)[i] as number) < (model.assets[a]?.lateProbability ?? 0);
    let sum = start;
    for (const { month, net } of monthlyFlows(model, { values, isLate })) {
      sum += net;
      lines[i * points + month] = sum;
    }
  }
  return lines;
}

describe('flowBand()', () => {
  it.each([
    ['A', MODEL_A],
    ['B', MODEL_B],
  ] as const)('%s: has the percentiles of the cumulated flows of every draw', (_, model) => {
    const lines = linesOf(model);
    const points = model.horizon + 1;
    const band = flowBand(drawColumns(request(model, 0), DRAWS));
    expect(band).toHaveLength(points);
    for (const { month, p10, p50, p90 } of band) {
      const column = Float64Array.from(
        { length: DRAWS },
        (_, i) => lines[i * points + month] as number,
      ).sort();
      [p10, p50, p90].forEach((value, q) => {
        const expected = percentile(column, [0.1, 0.5, 0.9][q] as number);
        expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(expected)));
      });
    }
  });

  it('cumulates the flows at P50 beside them', () => {
    const band = flowBand(drawColumns(request(MODEL_A, 0), DRAWS));
    // Month 0 pays the scaling: w_1 x 130,000 = 7/12 x 130,000. Month 1 runs scope 0: 18,144 - 3,430 - 8,500.
    expect(band[0]?.atP50).toBeCloseTo((-7 / 12) * 130_000, 6);
    expect(band[1]?.atP50).toBeCloseTo((-7 / 12) * 130_000 + 6_214, 6);
  });
});

describe('paybackByMonth()', () => {
  it.each([
    ['from nothing', 0],
    ['from money still out', -250_000],
    ['from money already back', 200_000],
  ])('is the share of draws back at 0 by the month and to the horizon, %s', (_, lifeToDate) => {
    const expected = paybackCurve(linesOf(MODEL_A, lifeToDate), MODEL_A.horizon + 1);
    const actual = paybackByMonth(drawColumns(request(MODEL_A, 0), DRAWS), lifeToDate);
    expect(actual.map(({ month }) => month)).toEqual(Array.from({ length: 37 }, (_, t) => t));
    actual.forEach(({ probability }, month) => {
      expect(probability).toBeCloseTo(expected[month] as number, 12);
    });
    expect(new Set(actual.map(({ probability }) => probability)).size).toBeGreaterThan(1);
  });

  it('is 0 throughout for what never comes back', () => {
    const curve = paybackByMonth(drawColumns(request(MODEL_A, 0), DRAWS), -1e9);
    expect(curve.every(({ probability }) => probability === 0)).toBe(true);
  });
});
