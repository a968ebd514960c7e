import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  formatAmount,
  formatMoney,
  HIDDEN,
  hideAmounts,
  isMoneyUnit,
  veil,
  veilNumber,
} from '#renderer/components/money-words.ts';
import { usePreferences } from '#renderer/stores/preferences.ts';
import { formatMoney as writeMoney } from '#shared/report/format.ts';

const NBSP = '\u00a0';

describe('hideAmounts()', () => {
  it.each([
    [writeMoney(-4_800_000, 'EUR'), `${HIDDEN}${NBSP}EUR`],
    [writeMoney(231_000_000, 'KES', { compact: true }), `${HIDDEN}${NBSP}KES`],
    [
      `E +366${NBSP}k${NBSP}EUR (forecast, PV over 36 months)`,
      `E ${HIDDEN}${NBSP}EUR (forecast, PV over 36 months)`,
    ],
    ['saves 400k EUR a year', `saves ${HIDDEN}${NBSP}EUR a year`],
    ['saves EUR 5,000 or $1.2m, about 300 €', `saves ${HIDDEN} or ${HIDDEN}, about ${HIDDEN}`],
  ])('hides the amounts of %j', (text, expected) => {
    expect(hideAmounts(text)).toBe(expected);
  });

  it.each([
    'readiness 85 ≥ 70, P(value > 0) 0.99 (SE 0.0005), 10,000 draws',
    'policy version 4, 36 months, PV at 10 %',
    'Value at P10, EUR',
    'EUROPE 2026',
  ])('leaves %j as it is', (text) => {
    expect(hideAmounts(text)).toBe(text);
  });
});

describe('isMoneyUnit()', () => {
  it.each([
    ['EUR', true],
    ['EUR a month', true],
    ['cents per task', true],
    ['per month', false],
    ['share', false],
    ['European sites', false],
  ])('of %j is %j', (unit, expected) => {
    expect(isMoneyUnit(unit)).toBe(expected);
  });

  it('knows the currency of the portfolio, whatever it is', () => {
    expect(isMoneyUnit('KES per call', 'KES')).toBe(true);
  });
});

describe('discreet mode', () => {
  beforeEach(() => usePreferences.setState({ isDiscreet: true }));
  afterEach(() => usePreferences.setState({ isDiscreet: false }));

  it('writes every amount alike, whatever its length and sign', () => {
    const amounts = [1, -99_999_999, 0].map((minor) => formatAmount(minor, 'EUR', { isSigned: true }));
    expect(new Set(amounts)).toEqual(new Set([HIDDEN]));
    expect(formatMoney(-1, 'EUR', { compact: true })).toBe(`${HIDDEN}${NBSP}EUR`);
    expect(veilNumber('1,200')).toBe(HIDDEN);
    expect(veil('1,200 EUR')).toBe(`${HIDDEN}${NBSP}EUR`);
  });

  it('is off in a moment', () => {
    usePreferences.setState({ isDiscreet: false });
    expect(formatMoney(120_000, 'EUR')).toBe(writeMoney(120_000, 'EUR'));
    expect(veil('1,200 EUR')).toBe('1,200 EUR');
    expect(veilNumber('1,200')).toBe('1,200');
  });
});
