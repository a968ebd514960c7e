import { describe, expect, it } from 'vitest';
import { formatRatio, formatStandardError } from '#shared/report/format-ratio.ts';
import { termClause, termInequality, termPhrase } from '#shared/report/term-words.ts';
import { valueLabel, valueLabelShort } from '#shared/report/value-basis.ts';
import { term } from './example-result.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');

describe('formatRatio()', () => {
  it.each([
    [0.86, '0.86'],
    [1.8, '1.80'],
    [1, '1.00'],
    [0, '0.00'],
    // .29 x 100 is 28.999... in binary.
    [0.29, '0.29'],
    [-0.4, '-0.40'],
    [1234.5, '1,234.50'],
  ])('of %d is %s', (ratio, text) => {
    expect(plain(formatRatio(ratio))).toBe(text);
  });
  it('rounds down, so that a ratio just under a mark never reads as having reached it', () => {
    expect(formatRatio(0.7999)).toBe('0.79');
  });
  it('never shows something as nothing', () => {
    expect(formatRatio(0.0004)).toBe('<0.01');
  });
  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (ratio) => {
    expect(() => formatRatio(ratio)).toThrow(RangeError);
  });
});

describe('formatStandardError()', () => {
  it.each([
    [0.0035, '0.004'],
    [0.005, '0.005'],
    [0.00045, '0.0004'],
    [0, '0'],
  ])('of %d is %s', (se, text) => {
    expect(formatStandardError(se)).toBe(text);
  });
  it.each([-0.1, Number.NaN])('refuses %d', (se) => {
    expect(() => formatStandardError(se)).toThrow(RangeError);
  });
});

describe('termPhrase(), termClause(), termInequality()', () => {
  const bri = term('benefit realisation (BRI)', 0.97, '>=', 0.9, { se: 0.002 });

  it('say one comparison for a table, a sentence and a row of marks', () => {
    expect(termPhrase(bri, 'EUR')).toBe('benefit realisation (BRI): 0.97 (SE 0.002), at least 0.90');
    expect(termClause(bri, 'EUR')).toBe('benefit realisation (BRI) is 0.97 (SE 0.002), at least 0.90');
    expect(termInequality(bri, 'EUR')).toBe('BRI 0.97 (SE 0.002) ≥ 0.90');
  });
  it('leave the limit out where the comparison cannot be told', () => {
    expect(termPhrase({ ...bri, actual: null, holds: null }, 'EUR')).toBe(
      'benefit realisation (BRI): unknown',
    );
  });
  it('say that a comparison does not hold', () => {
    expect(termPhrase({ ...bri, holds: false }, 'EUR')).toContain('not at least 0.90');
    expect(termInequality({ ...bri, holds: false }, 'EUR')).toBe('BRI 0.97 (SE 0.002)');
  });
  it('print as many decimals of a per cent as it takes to tell it from its limit', () => {
    const rise = (actual: number) =>
      plain(termPhrase(term('rise', actual, '>', 0.2, { unit: 'percent' }), 'EUR'));
    expect(rise(0.241)).toBe('rise: 24.1 %, above 20 %');
    expect(rise(0.2004)).toBe('rise: 20.04 %, above 20 %');
    expect(rise(-0.007)).toBe('rise: -0.7 %, above 20 %');
  });
  it('sign net amounts, and call zero zero', () => {
    const net = (actual: number) =>
      plain(termPhrase(term('expected value', actual, '>', 0, { unit: 'money' }), 'EUR'));
    expect(net(1_200_000)).toBe('expected value: +12 k EUR, above 0');
    expect(net(-1_200_000)).toBe('expected value: -12 k EUR, above 0');
  });
});

describe('valueLabel()', () => {
  it('names rate and horizon of the policy in force', () => {
    expect(plain(valueLabel({ discountRate: 0.1, horizonMonths: 36 }))).toBe(
      'forecast, PV at 10 %, simulated, next 36 months, against stopping',
    );
    expect(plain(valueLabel({ discountRate: 0.075, horizonMonths: 24 }))).toContain(
      'PV at 7.5 %, simulated, next 24',
    );
    expect(valueLabelShort({ discountRate: 0.1, horizonMonths: 12 })).toBe('forecast, PV over 12 months');
  });
});
