import { describe, expect, it } from 'vitest';
import { npv, spreadsheetNpv } from '#shared/finance/npv.ts';
import { payback } from '#shared/finance/payback.ts';
import { benefitCostRatio, profitabilityIndex, roi } from '#shared/finance/ratios.ts';
import { amountOf, undefinedFor } from './computed.ts';

/*
 * Forrester TEI of SalesLoft, financial summary p. 19-20: 10 %, initial undiscounted, years at their end,
 * risk-adjusted.
 */
const TEI = {
  costs: [53_150, 666_715, 636_772, 647_783],
  benefits: [0, 1_606_511, 3_061_331, 4_229_760],
  net: [-53_150, 939_796, 2_424_560, 3_581_976],
};

describe('a published TEI study', () => {
  it('gives its printed present values, NPV 5,496,170 and ROI 329 %', () => {
    const costs = amountOf(npv(0.1, TEI.costs));
    const benefits = amountOf(npv(0.1, TEI.benefits));
    // The printed net row is rounded from unrounded amounts: up to 1 off the difference of the printed rows.
    for (const [t, net] of TEI.net.entries()) {
      expect(Math.abs((TEI.benefits[t] ?? 0) - (TEI.costs[t] ?? 0) - net)).toBeLessThanOrEqual(1);
    }
    expect(costs).toBeCloseTo(1672201.3523666414, 8);
    expect(benefits).toBeCloseTo(7168371.457550712, 8);
    expect([Math.round(costs), Math.round(benefits)]).toEqual([1_672_201, 7_168_371]);
    expect(benefits - costs).toBeCloseTo(5496170.105184071, 8);
    expect(Math.round(amountOf(npv(0.1, TEI.net)))).toBe(5_496_170);
    expect(amountOf(roi(benefits, costs))).toBeCloseTo(3.2867872624342898, 12);
    expect(Math.round(amountOf(roi(benefits, costs)) * 100)).toBe(329);
  });

  it('pays back after 0.68 months of year 1, printed as "<6 months"', () => {
    // 53150 / 939796 of a year
    expect(amountOf(payback(TEI.net).sustained) * 12).toBeCloseTo(0.6786579215063695, 12);
  });

  it('is worth half a year more with mid-year discounting', () => {
    expect(amountOf(npv(0.1, TEI.benefits, 'mid'))).toBeCloseTo(7518251.411649553, 8);
    expect(amountOf(npv(0.1, TEI.costs, 'mid'))).toBeCloseTo(1751225.3840039833, 8);
  });
});

/*
 * OMB Circular A-94 (1992), appendix B, sample format: 7 %, first year discounted once. The table is recalled and its
 * transcription unverified; its totals were derived again and agree.
 */
describe('the sample table of OMB A-94', () => {
  const costs = [10, 20, 30, 30, 20, 10, 5, 5, 5, 5];
  const benefits = [0, 0, 5, 10, 30, 40, 40, 40, 40, 25];
  const pv = (flows: readonly number[]) => amountOf(spreadsheetNpv(0.07, flows));
  const midYear = (flows: readonly number[]) => amountOf(npv(0.07, [0, ...flows], 'mid'));

  it('gives present values 106.40 and 142.41, NPV 36.01, BCR 1.338', () => {
    expect(pv(costs)).toBeCloseTo(106.39871685981987, 11);
    expect(pv(benefits)).toBeCloseTo(142.41015170681908, 11);
    expect(pv(benefits) - pv(costs)).toBeCloseTo(36.01143484699921, 11);
    expect([pv(costs).toFixed(2), pv(benefits).toFixed(2)]).toEqual(['106.40', '142.41']);
    expect(amountOf(benefitCostRatio(pv(benefits), pv(costs)))).toBeCloseTo(1.3384574166852428, 12);
  });

  it('gives 110.06, 147.31 and 37.25 with mid-year factors', () => {
    expect(midYear(costs)).toBeCloseTo(110.05968851434773, 11);
    expect(midYear(benefits)).toBeCloseTo(147.31020637009632, 11);
    expect(midYear(benefits) - midYear(costs)).toBeCloseTo(37.250517855748605, 11);
  });
});

describe('roi()', () => {
  it('is benefit cost ratio less 1', () => {
    expect(amountOf(roi(150, 60))).toBe(1.5);
    expect(amountOf(benefitCostRatio(150, 60))).toBe(2.5);
    expect(amountOf(roi(0, 60))).toBe(-1);
  });

  it.each([0, -5, Number.NaN])('is undefined, not infinite, for a cost of %d', (cost) => {
    expect(roi(100, cost)).toEqual(undefinedFor({ code: 'no_cost' }));
    expect(benefitCostRatio(100, cost)).toEqual(undefinedFor({ code: 'no_cost' }));
  });
});

describe('profitabilityIndex()', () => {
  it('is 1 + NPV / outlay (tubedude/xirr tests): 1.041322', () => {
    expect(Math.abs(amountOf(profitabilityIndex(0.1, [-1000, 600, 600])) - 1.041322)).toBeLessThan(1e-6);
  });

  it('is undefined without an outlay in period 0, and passes on what npv() refuses', () => {
    expect(profitabilityIndex(0.1, [0, -5, 9])).toEqual(undefinedFor({ code: 'no_outlay' }));
    expect(profitabilityIndex(0.1, [10, 9])).toEqual(undefinedFor({ code: 'no_outlay' }));
    expect(profitabilityIndex(0.1, [-10, null])).toEqual(undefinedFor({ code: 'blank', positions: [1] }));
  });
});
