import { describe, expect, it } from 'vitest';
import { allOf, anyOf } from '#shared/decision/truth.ts';

describe('allOf()', () => {
  it.each([
    [[], true],
    [[true, true], true],
    [[true, null], null],
    [[null, false], false],
    [[false, null], false],
  ] as const)('%j is %s', (parts, expected) => {
    expect(allOf(...parts)).toBe(expected);
  });
});

describe('anyOf()', () => {
  it.each([
    [[], false],
    [[false, false], false],
    [[false, null], null],
    [[null, true], true],
    [[true, null], true],
  ] as const)('%j is %s', (parts, expected) => {
    expect(anyOf(...parts)).toBe(expected);
  });
});
