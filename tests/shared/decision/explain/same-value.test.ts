import { describe, expect, test } from 'vitest';
import { isSame, isSameSet } from '#shared/decision/explain/same-value.ts';

describe('isSame()', () => {
  test.each([
    [1, 1, true],
    [1, '1', false],
    [0, null, false],
    [null, undefined, false],
    [{ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: undefined }, true],
    [{ a: 1 }, { a: 1, b: null }, false],
    [{ a: 1 }, { b: 1 }, false],
    [[1, 2], [2, 1], false],
    [[1], { 0: 1 }, false],
    [{ a: { b: 1 } }, { a: { b: 2 } }, false],
    [Number.NaN, Number.NaN, true],
  ])('of %j and %j is %s', (a, b, same) => {
    expect(isSame(a, b)).toBe(same);
    expect(isSame(b, a)).toBe(same);
  });
});

describe('isSameSet()', () => {
  test('says nothing of the order, but of everything else', () => {
    const key = ({ id }: { readonly id: number }): number => id;
    expect(isSameSet([{ id: 2 }, { id: 1 }], [{ id: 1 }, { id: 2 }], key)).toBe(true);
    expect(isSameSet([{ id: 1 }], [{ id: 1 }, { id: 1 }], key)).toBe(false);
    expect(isSameSet([{ id: 1, x: 1 }], [{ id: 1, x: 2 }], key)).toBe(false);
  });
});
