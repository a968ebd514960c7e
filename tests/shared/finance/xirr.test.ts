import { describe, expect, it } from 'vitest';
import type { DatedFlow } from '#shared/finance/dated-flows.ts';
import { xirr } from '#shared/finance/xirr.ts';
import { xnfv, xnpv } from '#shared/finance/xnpv.ts';
import { date } from '../decision/example-facts.ts';
import { amountOf, undefinedFor } from './computed.ts';
import { DATED_SERIES } from './published-series.ts';

const dated = (dates: readonly string[], flows: readonly (number | null)[]): DatedFlow[] =>
  dates.map((day, i) => ({ date: date(day), amount: flows[i] ?? null }));

const LIBREOFFICE_FLOWS = [-10_000, 2000, 2500, 5000, 1000];
const LIBREOFFICE_PRINTED = ['2001-01-01', '2001-01-02', '2001-03-15', '2001-05-12', '2001-08-10'];
const LIBREOFFICE_MEANT = ['2001-01-01', '2001-02-01', '2001-03-15', '2001-05-12', '2001-08-10'];
const GO = dated(['2024-01-01', '2024-06-01', '2024-12-01', '2025-06-01'], [-1000, 300, 400, 500]);

describe('xirr()', () => {
  it.each(DATED_SERIES)('$name', ({ dates, flows, roots, published, tolerance }) => {
    const result = xirr(dated(dates, flows));
    const found = 'roots' in result ? result.roots : [];
    expect(result.status).toBe(roots.length === 1 ? 'ok' : 'multiple');
    expect(found).toHaveLength(roots.length);
    for (const [i, root] of roots.entries()) {
      expect(Math.abs((found[i] as number) - root)).toBeLessThan(2e-11 * Math.max(1, Math.abs(root)));
    }
    if (published !== null) {
      expect(Math.min(...found.map((root) => Math.abs(root - published)))).toBeLessThanOrEqual(tolerance);
    }
  });

  it('does not fall for the date misprinted in the LibreOffice help: that one gives 19.48 %, not 18.28 %', () => {
    const printed = xirr(dated(LIBREOFFICE_PRINTED, LIBREOFFICE_FLOWS));
    expect(printed).toMatchObject({ status: 'ok', rate: expect.closeTo(0.194818, 6) });
  });

  it('does not depend on the order, and adds up flows of one day', () => {
    const flows = dated(
      ['2015-06-11', '2015-07-21', '2018-06-10', '2015-10-17'],
      [-1000, -9000, 20_000, -3000],
    );
    // pyxirr tests/samples/unordered.csv
    expect(xirr(flows)).toMatchObject({ status: 'ok', rate: expect.closeTo(0.16353715844, 10) });
    expect(xirr(flows.toReversed())).toEqual(xirr(flows));
    const split = [...flows.slice(1), ...dated(['2015-06-11', '2015-06-11'], [-400, -600])];
    expect(xirr(split)).toEqual(xirr(flows));
  });

  it('finds no rate where there is none, nor on a single day', () => {
    const years = ['2021-01-01', '2022-01-01', '2023-01-01'];
    expect(xirr(dated(years, [-1000, 3000, -2500]))).toEqual({ status: 'none' });
    expect(xirr(dated(['2024-01-01', '2024-01-01'], [-5, 9]))).toEqual({
      status: 'not_applicable',
      reason: { code: 'no_sign_change' },
    });
  });

  it('refuses a blank with its position', () => {
    expect(xirr(dated(['2024-01-01', '2024-02-01', '2024-03-01'], [-5, null, 9]))).toEqual({
      status: 'not_applicable',
      reason: { code: 'blank', positions: [1] },
    });
  });
});

describe('xnpv()', () => {
  it.each([
    // pyxirr tests/samples/unordered.csv: discounted to the earliest day, wherever it stands
    [
      'pyxirr, unordered',
      0.1,
      dated(['2015-06-11', '2015-07-21', '2018-06-10', '2015-10-17'], [-1000, -9000, 20_000, -3000]),
      2218.42566365675,
      1e-8,
    ],
    ['LibreOffice help', 0.06, dated(LIBREOFFICE_MEANT, LIBREOFFICE_FLOWS), 323.02, 0.005],
    [
      'LibreOffice help, recomputed',
      0.06,
      dated(LIBREOFFICE_MEANT, LIBREOFFICE_FLOWS),
      323.0168935873028,
      1e-9,
    ],
    ['LibreOffice help as printed', 0.06, dated(LIBREOFFICE_PRINTED, LIBREOFFICE_FLOWS), 332.57, 0.005],
    ['a Go test', 0.1, GO, 91.67965910738792, 1e-9],
  ])('%s', (_, rate, flows, expected, tolerance) => {
    expect(Math.abs(amountOf(xnpv(rate, flows)) - expected)).toBeLessThanOrEqual(tolerance);
  });

  it('is zero at the internal rate, and the sum at rate 0', () => {
    const result = xirr(GO);
    const rate = result.status === 'ok' ? result.rate : Number.NaN;
    expect(Math.abs(amountOf(xnpv(rate, GO)))).toBeLessThan(1e-10);
    expect(amountOf(xnpv(0, GO))).toBe(200);
  });

  it('refuses a rate of -100 % and blanks', () => {
    expect(xnpv(-1, GO)).toEqual(undefinedFor({ code: 'out_of_range', name: 'discount rate', value: -1 }));
    expect(xnpv(0.1, [])).toEqual(undefinedFor({ code: 'empty' }));
  });
});

describe('xnfv()', () => {
  it('is XNPV brought to the last day (pyxirr tests, data of westclintech)', () => {
    const dates = [
      '2011-11-30',
      '2012-03-15',
      '2012-07-18',
      '2012-11-30',
      '2013-01-23',
      '2013-04-30',
      '2014-02-06',
    ];
    const flows = dated(dates, [-100_000, -50_000, -2500, 12_500, 37_500, 75_000, 90_000]);
    expect(Math.abs(amountOf(xnfv(0.025, flows)) - 57238.1249299303)).toBeLessThanOrEqual(1e-8);
  });

  it('refuses what xnpv() refuses', () => {
    expect(xnfv(0.1, dated(['2024-01-01'], [null]))).toEqual(undefinedFor({ code: 'blank', positions: [0] }));
  });
});
