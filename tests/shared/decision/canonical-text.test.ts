import { describe, expect, it } from 'vitest';
import { canonicalText, exactNumber, roundedNumber } from '#shared/decision/canonical-text.ts';

describe('canonicalText()', () => {
  it('orders keys, keeps lists, leaves undefined members out and writes text as JSON', () => {
    const value = { b: [2, 1], a: { d: null, c: true }, e: undefined, f: 'x"\n\u2212' };
    expect(canonicalText(value, roundedNumber)).toBe(
      '{"a":{"c":true,"d":null},"b":[2,1],"f":"x\\"\\n\u2212"}',
    );
  });
});

describe('roundedNumber()', () => {
  it.each([
    [0.1 + 0.2, '0.3'],
    [-0, '0'],
    [1 / 3, '0.333333333333333'],
    [123456789012345680, '123456789012346000'],
    [1e21, '1e+21'],
    [-2.5, '-2.5'],
  ])('writes %f as %s', (value, text) => {
    expect(roundedNumber(value)).toBe(text);
  });

  it.each([NaN, Infinity])('refuses %f', (value) => {
    expect(() => roundedNumber(value)).toThrow(RangeError);
    expect(() => exactNumber(value)).toThrow(RangeError);
  });
});

describe('exactNumber()', () => {
  it('tells numbers that differ in their last bit apart, and 0 from -0', () => {
    expect(exactNumber(0.1 + 0.2)).not.toBe(exactNumber(0.3));
    expect([exactNumber(0), exactNumber(-0)]).toEqual(['0', '-0']);
  });
});
