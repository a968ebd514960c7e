import { describe, expect, it } from 'vitest';
import { headlineRate } from '#shared/finance/headline-rate.ts';
import { mirr } from '#shared/finance/mirr.ts';
import { annualRate, monthlyRate } from '#shared/finance/rates.ts';
import { amountOf, undefinedFor } from './computed.ts';

const FIVE_YEARS = [-120_000, 39_000, 30_000, 21_000, 37_000, 46_000];

describe('mirr()', () => {
  it.each([
    // numpy-financial test_financial.py, printed to four digits; recomputed in full
    ['np 1', [-4500, -800, 800, 800, 600, 600, 800, 800, 700, 3000], 0.08, 0.055, 0.06659717503155349, 1e-12],
    ['np 1, printed', [-4500, -800, 800, 800, 600, 600, 800, 800, 700, 3000], 0.08, 0.055, 0.0666, 1e-4],
    ['np 2', [100, 200, -50, 300, -200], 0.05, 0.06, 0.3428233878421767, 1e-12],
    ['np 2, printed', [100, 200, -50, 300, -200], 0.05, 0.06, 0.3428, 1e-4],
    // formulajs test/financial.js
    ['formulajs', [-75_000, 12_000, 15_000, 18_000, 21_000, 24_000], 0.1, 0.12, 0.07971710360838036, 1e-9],
    // a Go spreadsheet test; three-year case of the Excel MIRR help
    ['Excel help, three years', [-120_000, 39_000, 30_000, 21_000], 0.1, 0.12, -0.0480446552, 1e-9],
    // finance = reinvest = IRR: the MIRR is the IRR
    ['at the internal rate', [-1000, 300, 400, 500], 0.0889633947, 0.0889633947, 0.0889633947, 1e-6],
  ])('%s', (_, flows, finance, reinvest, expected, tolerance) => {
    expect(Math.abs(amountOf(mirr(flows, { finance, reinvest })) - expected)).toBeLessThanOrEqual(tolerance);
  });

  // the same Go test: nothing but the first flow is borrowed
  it.each([0, 0.1, 0.2, 0.3, 0.4])(
    'does not depend on the finance rate (%d) with one outlay at t = 0',
    (finance) => {
      expect(Math.abs(amountOf(mirr(FIVE_YEARS, { finance, reinvest: 0.14 })) - 0.13475911082)).toBeLessThan(
        1e-10,
      );
    },
  );

  it('is undefined without an outflow (numpy-financial prints NaN) or an inflow', () => {
    const rates = { finance: 0.1, reinvest: 0.12 };
    const noChange = undefinedFor({ code: 'no_sign_change' });
    expect(mirr([39_000, 30_000, 21_000, 37_000, 46_000], rates)).toEqual(noChange);
    expect(mirr([-1, -2], rates)).toEqual(noChange);
    expect(mirr([-1, null, 5], rates)).toEqual(undefinedFor({ code: 'blank', positions: [1] }));
  });

  it.each([
    [{ finance: -1, reinvest: 0 }, 'finance rate'],
    [{ finance: 0, reinvest: -1 }, 'reinvestment rate'],
  ])('refuses a rate of -100 %: case %#', (rates, name) => {
    expect(mirr([-1, 2], rates)).toEqual(undefinedFor({ code: 'out_of_range', name, value: -1 }));
  });
});

describe('headlineRate()', () => {
  it('is the IRR a year where there is one', () => {
    expect(headlineRate([-1000, 0, 1100], 0.1)).toEqual({
      basis: 'irr',
      // 1.1^(1/2) a month, twelve of them: 1.1^6 - 1
      rate: expect.closeTo(0.771561, 10),
    });
  });

  it('is the MIRR at the discount rate where there are several, which are named beside it', () => {
    const flows = [-100, 100, 0, -7];
    const rate = monthlyRate(0.1);
    const headline = headlineRate(flows, 0.1);
    expect(headline).toEqual({
      basis: 'mirr',
      rate: annualRate(amountOf(mirr(flows, { finance: rate, reinvest: rate }))),
      irrRoots: [
        expect.closeTo((1 - 0.678894373632) ** 12 - 1, 9),
        expect.closeTo((1 - 0.0832996661849) ** 12 - 1, 9),
      ],
    });
  });

  it.each([
    [[-1000, 3000, -2500], { code: 'no_root' }],
    [[5, 6], { code: 'no_sign_change' }],
    [[-5, null], { code: 'blank', positions: [1] }],
  ] as const)('says why there is none: case %#', (flows, reason) => {
    expect(headlineRate(flows, 0.1)).toEqual({ basis: 'none', reason });
  });
});
