import { describe, expect, it } from 'vitest';
import { returnFigures } from '#shared/report/statement/return-figures.ts';
import { baseOf, factsOf } from './flows.ts';

const figureOf = (id: string, nets: readonly number[]) =>
  returnFigures(baseOf(factsOf(nets))).find((figure) => figure.id === id);

describe('returnFigures()', () => {
  it('lists every rate where several bring the present value to 0, and calls none the return', () => {
    // -1,000 + 3,000 x - 2,160 x^2 = -1,000 (1 - 1.2 x)(1 - 1.8 x) with x = 1/(1 + i): 20 % and 80 % a month.
    const irr = figureOf('irr', [-1000, 3000, -2160]);
    expect(irr).toMatchObject({
      value: null,
      reason: '2 rates bring the present value to zero',
      note: 'none of them is the return: read the modified rate',
    });
    expect(irr?.also).toHaveLength(2);
    expect(irr?.also[0]).toBeCloseTo(1.2 ** 12 - 1, 8);
    expect(irr?.also[1]).toBeCloseTo(1.8 ** 12 - 1, 6);
    expect(figureOf('xirr', [-1000, 3000, -2160])?.also).toHaveLength(2);
    expect(figureOf('mirr', [-1000, 3000, -2160])?.value).not.toBeNull();
  });

  it.each([
    // -1,000, 2,000, -1,500: the present value of the flows is below 0 at every rate (2,000^2 < 4 x 1,000 x 1,500).
    ['irr', [-1000, 2000, -1500], 'no rate brings the present value to zero'],
    ['irr', [-1000, -10], 'the flows never change sign'],
    ['mirr', [-1000, -10], 'the flows never change sign'],
    // Nothing was ever spent: there is no month of first spend to count from, and no cost to divide by.
    ['roi', [10, 20], 'no cost was recorded, so no ratio to cost exists'],
    ['roi_risk_adjusted', [10, 20], 'no cost was recorded, so no ratio to cost exists'],
    ['npv', [10, 20], 'there are no values'],
    ['bcr', [10, 20], 'there are no values'],
    ['irr', [], 'there are no values'],
  ] as const)('says why %s of %j has no value', (id, nets, reason) => {
    expect(figureOf(id, nets)).toMatchObject({ value: null, also: [], reason });
  });

  it('counts from first spend: what came before is not discounted, and is in the net value', () => {
    // 50 came a month before the first 100 were spent; 10 % a year.
    const nets = [50, -100, 120];
    expect(figureOf('npv', nets)?.value).toBeCloseTo(100 * (-100 + 120 * 1.1 ** (-1 / 12)), 6);
    expect(figureOf('net_value', nets)?.value).toBe(7000);
  });
});
