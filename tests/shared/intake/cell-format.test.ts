import { describe, expect, it } from 'vitest';
import { builtInFormat, formatOfCode, numberText } from '#shared/intake/cell-format.ts';

describe('formatOfCode()', () => {
  it.each([
    ['yyyy-mm-dd', 'date'],
    ['mmm yy', 'date'],
    ['mmmm', 'date'],
    ['[$-409]m/d/yyyy h:mm AM/PM;@', 'datetime'],
    ['hh:mm', 'time'],
    ['[h]:mm', 'number'],
    ['0.00', 'number'],
    ['General', 'number'],
    ['#,##0 "days"', 'number'],
    ['0.0\\d', 'number'],
    ['[Red]#,##0', 'number'],
    ['0_d', 'number'],
  ])('reads %s as %s', (code, format) => {
    expect(formatOfCode(code)).toBe(format);
  });
});

describe('builtInFormat()', () => {
  it('knows the numbered date and time formats', () => {
    expect([0, 9, 14, 17, 20, 22, 46, 49, 50].map(builtInFormat)).toEqual([
      'number',
      'number',
      'date',
      'date',
      'time',
      'datetime',
      'time',
      'number',
      'date',
    ]);
  });
});

describe('numberText()', () => {
  it.each<[string, Parameters<typeof numberText>, string]>([
    ['the first day of the 1900 system', ['1', 'date', false], '1900-01-01'],
    ['the day before the one that never was', ['59', 'date', false], '1900-02-28'],
    ['the day that never was as a number', ['60', 'date', false], '60'],
    ['the day after it', ['61', 'date', false], '1900-03-01'],
    ['a year typed into a date cell', ['2024', 'date', false], '1905-07-16'],
    ['a day of our time', ['45658', 'date', false], '2025-01-01'],
    ['the same day in the 1904 system', ['44196', 'date', true], '2025-01-01'],
    ['the first day of the 1904 system', ['0', 'date', true], '1904-01-01'],
    ['the last day there is', ['2958465', 'date', false], '9999-12-31'],
    ['a serial beyond it as a number', ['2958466', 'date', false], '2958466'],
    ['a negative serial as a number', ['-1', 'date', false], '-1'],
    ['a day with its time', ['45658.75', 'datetime', false], '2025-01-01 18:00:00'],
    ['a time rounded up to the next day', ['45658.9999999', 'datetime', false], '2025-01-02'],
    ['a time alone', ['0.5', 'time', false], '12:00:00'],
    ['a number to 15 digits', ['0.30000000000000004', 'number', false], '0.3'],
    ['a whole number as it is', ['12', 'number', false], '12'],
    ['what is no number as it stands', ['abc', 'date', false], 'abc'],
  ])('shows %s', (_, input, expected) => {
    expect(numberText(...input)).toBe(expected);
  });
});
