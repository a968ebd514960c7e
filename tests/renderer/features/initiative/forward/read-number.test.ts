import { describe, expect, test } from 'vitest';
import { readNumber, understood } from '#renderer/features/initiative/forward/read-number.ts';

describe('readNumber()', () => {
  test.each([
    ['', null],
    ['  ', null],
    ['.8', 0.8],
    ['0,5', 0.5],
    ['1/60', 1 / 60],
    ['=1/60', 1 / 60],
    ['.8*.9', 0.72],
    ['(1+2)/4', 0.75],
    ['12 - 2', 10],
    ['-2', -2],
    ['4,000', 4000],
  ])('reads %j as %j', (text, value) => {
    expect(readNumber(text)).toEqual({ ok: true, value });
  });

  test('takes a per cent sign where the number is a share, without a binary tail', () => {
    expect(readNumber('7 %', 'share')).toEqual({ ok: true, value: 0.07 });
    expect(readNumber('84%', 'share')).toEqual({ ok: true, value: 0.84 });
    expect(readNumber('84 %', 'positive').ok).toBe(false);
  });

  test.each([
    ['x', /“x” is not a number/],
    ['1/0', /divides by zero/],
    ['1/x', /“1\/x” is not a number/],
    ['2026-03', /\d/],
  ])('says what is wrong with %j, or works it out', (text, message) => {
    const read = readNumber(text);
    expect(read.ok ? String(read.value) : read.problem.text).toMatch(message);
  });
});

describe('understood()', () => {
  test.each([
    ['1/60', '= 0.0166667'],
    ['=2*3', '= 6'],
    ['.8', null],
    ['', null],
    ['1/', null],
  ])('of %j is %j', (text, expected) => {
    expect(understood(text)).toBe(expected);
  });
});
