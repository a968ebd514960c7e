import { describe, expect, it } from 'vitest';
import { type NumberReading, readNumberText } from '#shared/intake/number-text.ts';

const value = (n: number): NumberReading => ({ kind: 'number', value: n });

describe('readNumberText()', () => {
  it.each<[string, NumberReading]>([
    ['12', value(12)],
    ['-12.5', value(-12.5)],
    ['\u22123', value(-3)],
    ['0.125', value(0.125)],
    ['1,234.5', value(1234.5)],
    ['1.234,5', value(1234.5)],
    ['1,234,567', value(1_234_567)],
    ['85 %', value(0.85)],
    ['1.5e3', { kind: 'unreadable' }],
    ['1,5', { kind: 'ambiguous' }],
    ['1.234', { kind: 'ambiguous' }],
    ['1,234', { kind: 'ambiguous' }],
    ['1.2.3', { kind: 'unreadable' }],
    ['about 5', { kind: 'unreadable' }],
    ['', { kind: 'unreadable' }],
    ['.', { kind: 'unreadable' }],
    ['1234.567', value(1234.567)],
  ])('reads %s', (text, expected) => {
    expect(readNumberText(text, false)).toEqual(expected);
  });

  it('has no doubt about a point that a program wrote', () => {
    expect(readNumberText('1.234', true)).toEqual(value(1.234));
    expect(readNumberText('1.5e3', true)).toEqual(value(1500));
    expect(readNumberText('-5e-7', true)).toEqual(value(-5e-7));
  });

  it('refuses what is too large to be a number', () => {
    expect(readNumberText('1e999', true)).toEqual({ kind: 'unreadable' });
  });
});
