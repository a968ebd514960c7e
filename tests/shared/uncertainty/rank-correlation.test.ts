import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageRanks, rankCorrelation } from '#shared/uncertainty/rank-correlation.ts';

const list = (...values: number[]) => Float64Array.from(values);

describe('averageRanks()', () => {
  it.each([
    [
      [30, 10, 20],
      [3, 1, 2],
    ],
    [
      [1, 2, 2, 3],
      [1, 2.5, 2.5, 4],
    ],
    [
      [5, 5, 5],
      [2, 2, 2],
    ],
    [
      [-1, -1, 0, 7, 7, 7],
      [1.5, 1.5, 3, 5, 5, 5],
    ],
    [[], []],
  ])('of %o are %o', (values, ranks) => {
    expect([...averageRanks(list(...values))]).toEqual(ranks);
  });

  it('always sum to n (n + 1) / 2, with ties too', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (values) => {
        const sum = averageRanks(list(...values)).reduce((total, rank) => total + rank, 0);
        expect(sum).toBe((values.length * (values.length + 1)) / 2);
      }),
    );
  });
});

describe('rankCorrelation()', () => {
  it.each([
    [[1, 2, 3, 4], [10, 20, 30, 1000], 1],
    [[1, 2, 3, 4], [5, 3, 2, 1], -1],
    // 1 - 6 x (1 + 1 + 1 + 1) / (4 x 15) = .6
    [[1, 2, 3, 4], [2, 1, 4, 3], 0.6],
    // Ranks 1, 2.5, 2.5, 4 against 1 to 4: products 4.5, squares 4.5 and 5, 4.5 / sqrt(22.5) = .948683.
    [[1, 2, 2, 3], [1, 2, 3, 4], 0.9486832980505138],
  ])('of %o and %o is %d', (x, y, expected) => {
    const result = rankCorrelation(averageRanks(list(...x)), averageRanks(list(...y)));
    expect(result).toEqual({ status: 'known', value: expect.closeTo(expected, 14) });
  });

  it('is undefined where one side never changes or there are fewer than two pairs', () => {
    const ranks = averageRanks(list(1, 2));
    expect(rankCorrelation(ranks, averageRanks(list(7, 7)))).toEqual({
      status: 'undefined',
      reason: 'constant',
    });
    expect(rankCorrelation(list(1), list(1))).toEqual({ status: 'undefined', reason: 'too_few' });
  });

  it('refuses lists of different length', () => {
    expect(() => rankCorrelation(list(1, 2), list(1))).toThrow(RangeError);
  });
});
