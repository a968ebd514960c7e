import { describe, expect, it } from 'vitest';
import { exactTables } from '#shared/uncertainty/exact-tables.ts';
import { bitsOf } from './bits.ts';

describe('exactTables()', () => {
  const tables = exactTables();

  it('splits ln 2 so that the first part has at most 32 digits after the point', () => {
    expect(tables.ln2High * 2 ** 32).toBe(Math.floor(Math.LN2 * 2 ** 32));
    expect(tables.ln2High + tables.ln2Low).toBe(Math.LN2);
  });

  it('holds the powers of two from the smallest number to the largest', () => {
    expect(tables.powersOfTwo[0]).toBe(Number.MIN_VALUE);
    expect(tables.powersOfTwo[tables.oneAt]).toBe(1);
    expect(tables.powersOfTwo.at(-1)).toBe(2 ** 1023);
  });

  it('takes exactly 1 for the interval around 1, where a difference of logarithms would lose digits', () => {
    const entry = ((0x3ff00000 - tables.lnFirstHighWord) >> 13) * 3;
    expect([...tables.lnTable.subarray(entry, entry + 3)]).toEqual([1, 0, 0]);
  });

  it('has the square root of 2 halfway through its doubling', () => {
    const [first = 0, rest = 0] = tables.expTable.subarray(64 * 2, 64 * 2 + 2);
    expect(bitsOf(first + rest)).toBe(bitsOf(Math.SQRT2));
  });
});
