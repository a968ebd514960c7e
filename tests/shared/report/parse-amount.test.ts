import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_MINOR_UNITS, type MinorUnits } from '#shared/domain/units.ts';
import { amountText, parseAmount, parseReading, provenMark } from '#shared/report/parse-amount.ts';

const CURRENCIES = ['EUR', 'JPY', 'KWD'] as const;
const amounts = fc.integer({ min: -MAX_MINOR_UNITS, max: MAX_MINOR_UNITS }).map((v) => (v === 0 ? 0 : v));

/** `1234567.89` -> `1,234,567.89` with the given marks; independent of the code under test. */
function grouped(plain: string, group: string, mark: string): string {
  const [whole = '', fraction] = plain.replace('-', '').split('.');
  let out = '';
  for (let i = 0; i < whole.length; i += 1) {
    if (i > 0 && (whole.length - i) % 3 === 0) out += group;
    out += whole[i];
  }
  return (plain.startsWith('-') ? '-' : '') + out + (fraction === undefined ? '' : mark + fraction);
}

describe('parseAmount()', () => {
  test.each([
    ['', 'EUR', null],
    ['   ', 'EUR', null],
    ['·', 'EUR', null],
    ['0', 'EUR', 0],
    ['-0', 'EUR', 0],
    ['1200', 'EUR', 120_000],
    ['1,200', 'EUR', 120_000],
    ['1,234,567.89', 'EUR', 123_456_789],
    ['1.234.567,89', 'EUR', 123_456_789],
    ['1 234 567,89', 'EUR', 123_456_789],
    ['1\u202f234\u00a0567,89', 'EUR', 123_456_789],
    ["1'234.50", 'CHF', 123_450],
    ['1’234.50', 'CHF', 123_450],
    ['12,34,567.00', 'INR', 123_456_700],
    ['12,5', 'EUR', 1250],
    ['12.5', 'EUR', 1250],
    ['.5', 'EUR', 50],
    ['5.', 'EUR', 500],
    ['0.125', 'EUR', 12],
    ['0.135', 'EUR', 14],
    ['0,125', 'EUR', 12],
    ['1234.567', 'EUR', 123_457],
    ['0.005', 'EUR', 0],
    ['0.015', 'EUR', 2],
    ['1.2345', 'EUR', 123],
    ['(1,234.50)', 'EUR', -123_450],
    ['(€1,234.50)', 'EUR', -123_450],
    ['€(1,234.50)', 'EUR', -123_450],
    ['-€1,234.50', 'EUR', -123_450],
    ['€-1,234.50', 'EUR', -123_450],
    ['€ 1.234,50', 'EUR', 123_450],
    ['1.234,50 €', 'EUR', 123_450],
    ['1.234,50- €', 'EUR', -123_450],
    ['1234-', 'EUR', -123_400],
    ['−12', 'EUR', -1200],
    ['+12', 'EUR', 1200],
    ['EUR 12', 'EUR', 1200],
    ['12 eur', 'EUR', 1200],
    ['US$12', 'USD', 1200],
    ['$12', 'CAD', 1200],
    ['1 200 kr', 'SEK', 120_000],
    ['1 200 zł', 'PLN', 120_000],
    ['¥1,200', 'JPY', 1200],
    ['1200.5', 'JPY', 1200],
    ['1.234', 'KWD', 1234],
    ['1,234', 'KWD', 1_234_000],
    ['=1200*1.1', 'EUR', 132_000],
    ['= 1,200 * 1.1', 'EUR', 132_000],
    ['=(3+4)/2', 'EUR', 350],
    ['=1/3', 'EUR', 33],
    ['=2/3', 'EUR', 67],
    ['=1500*10%', 'EUR', 15_000],
    ['=-5+2', 'EUR', -300],
    ['=2-3-4', 'EUR', -500],
    ['=8/2/2', 'EUR', 200],
    ['=2+3*4', 'EUR', 1400],
    ['=0.1+0.2', 'EUR', 30],
    ['=1.234*1000', 'EUR', 123_400],
    ['=3×4', 'EUR', 1200],
    ['=12÷4−1', 'EUR', 200],
    ['=1/-4', 'EUR', -25],
  ] as const)('reads %j in %s as %j', (text, currency, expected) => {
    expect(parseAmount(text, currency)).toEqual({ ok: true, value: expected });
  });

  test.each([
    ['1.234', 'EUR', 'ambiguous'],
    ['-1.234', 'EUR', 'ambiguous'],
    ['1.234', 'JPY', 'ambiguous'],
    ['-', 'EUR', 'dash'],
    ['– €', 'EUR', 'dash'],
    ['€ -', 'EUR', 'dash'],
    ['#N/A', 'EUR', 'error_value'],
    ['$12', 'EUR', 'other_currency'],
    ['12 USD', 'EUR', 'other_currency'],
    ['€12 €', 'EUR', 'not_a_number'],
    ['€12 EUR', 'EUR', 'not_a_number'],
    ['(-12)', 'EUR', 'not_a_number'],
    ['-12-', 'EUR', 'not_a_number'],
    ['12%', 'EUR', 'not_a_number'],
    ['1,23,4', 'EUR', 'not_a_number'],
    ['1,2345,678', 'EUR', 'not_a_number'],
    ['1.2.3', 'EUR', 'not_a_number'],
    ['1,234.567.8', 'EUR', 'not_a_number'],
    ['12 34', 'EUR', 'not_a_number'],
    ['twelve', 'EUR', 'not_a_number'],
    ['1E+05', 'EUR', 'not_a_number'],
    ['Infinity', 'EUR', 'not_a_number'],
    ['NaN', 'EUR', 'not_a_number'],
    ['2026-03', 'EUR', 'not_a_number'],
    ['=', 'EUR', 'formula'],
    ['=1+', 'EUR', 'formula'],
    ['=(1', 'EUR', 'formula'],
    ['=1)', 'EUR', 'formula'],
    ['=SUM(1,2)', 'EUR', 'formula'],
    ['=A1*2', 'EUR', 'formula'],
    ['=1 2.3.4', 'EUR', 'formula'],
    ['=1/0', 'EUR', 'division_by_zero'],
    ['=1/(2-2)', 'EUR', 'division_by_zero'],
    ['100000000000.01', 'EUR', 'too_large'],
    ['=99999999999*99999999999', 'EUR', 'too_large'],
    ['1'.repeat(201), 'EUR', 'too_long'],
  ] as const)('refuses %j in %s as %s', (text, currency, code) => {
    expect(parseAmount(text, currency)).toMatchObject({ ok: false, problem: { code } });
  });

  test('reads a doubtful number by the mark of its block', () => {
    expect(parseAmount('1.234', 'EUR', { mark: ',' })).toEqual({ ok: true, value: 123_400 });
    expect(parseAmount('1.234', 'EUR', { mark: '.' })).toEqual({ ok: true, value: 123 });
    expect(parseAmount('1,234', 'EUR', { mark: ',' })).toEqual({ ok: true, value: 123 });
    expect(parseAmount('1,234.5', 'EUR', { mark: ',' })).toMatchObject({ ok: false });
  });

  test('says in whole sentences what to write instead', () => {
    expect(parseAmount('1.234', 'EUR')).toEqual({
      ok: false,
      problem: { code: 'ambiguous', text: '“1.234” can be read in two ways; write 1234 or 1.23.' },
    });
  });

  test('reads back every amount it writes, in every exponent', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom(...CURRENCIES), (amount, currency) => {
        const text = amountText(amount as MinorUnits, currency);
        expect(parseAmount(text, currency, { mark: '.' })).toEqual({ ok: true, value: amount });
        if (currency !== 'JPY') expect(parseAmount(text, currency)).toEqual({ ok: true, value: amount });
      }),
      { numRuns: 2000 },
    );
  });

  test('reads the same amount grouped in any convention, in brackets or with its sign', () => {
    const styles = [
      [',', '.'],
      ['.', ','],
      [' ', ','],
      ['\u202f', ','],
      ["'", '.'],
    ] as const;
    fc.assert(
      fc.property(amounts, fc.constantFrom(...styles), (amount, [group, mark]) => {
        const text = grouped(amountText(amount as MinorUnits, 'EUR'), group, mark);
        expect(parseAmount(text, 'EUR')).toEqual({ ok: true, value: amount });
        expect(parseAmount(`€ ${text}`, 'EUR')).toEqual({ ok: true, value: amount });
        const size = grouped(amountText(Math.abs(amount) as MinorUnits, 'EUR'), group, mark);
        expect(parseAmount(`(${size})`, 'EUR')).toEqual({
          ok: true,
          value: amount === 0 ? 0 : -Math.abs(amount),
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('works out sums and products without binary drift', () => {
    const part = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(part, part, (a, b) => {
        const text = (v: number) => amountText(v as MinorUnits, 'EUR');
        expect(parseAmount(`=${text(a)}+${text(b)}`, 'EUR')).toEqual({ ok: true, value: a + b });
        expect(parseAmount(`=${text(a)}-(${text(b)})`, 'EUR')).toEqual({ ok: true, value: a - b });
        expect(parseAmount(`=${text(a)}*${b}`, 'EUR')).toEqual(
          Math.abs(a * b) <= MAX_MINOR_UNITS
            ? { ok: true, value: a * b === 0 ? 0 : a * b }
            : { ok: false, problem: expect.anything() },
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('answers any text with an amount, unmeasured or a problem', () => {
    const noise = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'0123456789.,()+-*/=% €$kKE#'), maxLength: 30 }),
    );
    fc.assert(
      fc.property(noise, (text) => {
        const read = parseAmount(text, 'EUR');
        if (!read.ok) expect(read.problem.text).toMatch(/\.$/);
        else if (read.value !== null) expect(Number.isSafeInteger(read.value)).toBe(true);
        else expect(['', '·']).toContain(text.trim());
      }),
      { numRuns: 5000 },
    );
  });

  test('gives up on brackets nested beyond reason', () => {
    expect(parseAmount(`=${'('.repeat(90)}1${')'.repeat(90)}`, 'EUR')).toMatchObject({
      ok: false,
      problem: { code: 'formula' },
    });
  });
});

describe('parseReading()', () => {
  test.each([
    ['', null],
    ['0.84', 0.84],
    ['1.234', 1.234],
    ['1,234', 1234],
    ['(3)', -3],
    ['=1/8', 0.125],
    ['=1/3', 1 / 3],
  ] as const)('reads %j as %j', (text, expected) => {
    expect(parseReading(text)).toEqual({ ok: true, value: expected });
  });

  test.each(['€3', 'n/a', '-', '1e400', '9'.repeat(17)])('refuses %j', (text) => {
    expect(parseReading(text)).toMatchObject({ ok: false });
  });
});

describe('provenMark()', () => {
  test.each([
    [['1200', '1,234'], null],
    [['1.234', '12,5'], ','],
    [['€ 1.234,50', ''], ','],
    [['1,234.5', '=1.5*2'], '.'],
    [['12.5', '12,5'], 'conflict'],
    [['abc', '#N/A'], null],
  ] as const)('of %j is %j', (cells, expected) => {
    expect(provenMark(cells)).toBe(expected);
  });
});

describe('amountText()', () => {
  test.each([
    [0, 'EUR', '0.00'],
    [5, 'EUR', '0.05'],
    [-123_450, 'EUR', '-1234.50'],
    [1200, 'JPY', '1200'],
    [1234, 'KWD', '1.234'],
  ] as const)('writes %d in %s as %s', (amount, currency, expected) => {
    expect(amountText(amount as MinorUnits, currency)).toBe(expected);
  });
});
