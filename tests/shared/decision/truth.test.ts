import { describe, expect, it } from 'vitest';
import { allOf, anyOf, both, either, not, type Truth } from '#shared/decision/truth.ts';

describe('both()', () => {
  it.each([
    [true, true, true],
    [true, null, null],
    [null, null, null],
    [null, false, false],
    [true, false, false],
  ] as const)('%s and %s is %s, either way round', (a, b, expected) => {
    expect([both(a, b), both(b, a)]).toEqual([expected, expected]);
  });
});

describe('either()', () => {
  it.each([
    [false, false, false],
    [false, null, null],
    [null, null, null],
    [null, true, true],
    [true, false, true],
  ] as const)('%s or %s is %s, either way round', (a, b, expected) => {
    expect([either(a, b), either(b, a)]).toEqual([expected, expected]);
  });
});

describe('not()', () => {
  it('turns what is told and leaves what is not', () => {
    expect(([true, false, null] as const).map(not)).toEqual([false, true, null]);
  });
});

describe('allOf()', () => {
  it.each<[Truth[], Truth]>([
    [[], true],
    [[true, true], true],
    [[true, null], null],
    [[null, false], false],
    [[false, null], false],
  ])('%j is %s', (parts, expected) => {
    expect(allOf(parts)).toBe(expected);
  });
});

describe('anyOf()', () => {
  it.each<[Truth[], Truth]>([
    [[], false],
    [[false, false], false],
    [[false, null], null],
    [[null, true], true],
    [[true, null], true],
  ])('%j is %s', (parts, expected) => {
    expect(anyOf(parts)).toBe(expected);
  });
});
