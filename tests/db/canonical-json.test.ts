import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectJson, rowJson, storedJson } from '#db/canonical-json.ts';

describe('storedJson()', () => {
  it.each([
    [null, 'null'],
    ['', '""'],
    ['a"b\\c\n\u0001€', '"a\\"b\\\\c\\n\\u0001€"'],
    [0, '0'],
    [-0, '0'],
    [1e21, '1e+21'],
    [0.1, '0.1'],
    [-9007199254740991, '-9007199254740991'],
  ])('writes %j as RFC 8785 does', (value, text) => {
    expect(storedJson(value)).toBe(text);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 'half \ud800'])('refuses %j', (value) => {
    expect(() => storedJson(value)).toThrow(RangeError);
  });
});

describe('objectJson()', () => {
  it('sorts keys by UTF-16 code units and puts no spaces', () => {
    expect(objectJson({ b: 1, '\u{1f600}': 2, a: null, '\ufb33': 3 })).toBe(
      '{"a":null,"b":1,"\u{1f600}":2,"\ufb33":3}',
    );
  });

  it('gives one text for one content, and agrees with rowJson on sorted rows', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null));
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), value), (row) => {
        const shuffled = Object.fromEntries(Object.entries(row).reverse());
        const sorted = Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
        expect(objectJson(shuffled)).toBe(objectJson(row));
        expect(rowJson(sorted)).toBe(objectJson(row));
      }),
    );
  });
});
