import { describe, expect, it } from 'vitest';
import { paybackCurve, paybackProbability } from '#shared/uncertainty/payback-probability.ts';

/** Four cumulative lines over months 0 to 4. */
const LINES = Float64Array.from([
  // Paid back between months 1 and 2, for good.
  ...[-10, -4, 2, 8, 14],
  // First back in month 1, below 0 again in month 2, for good from month 4 (touching 0 counts).
  ...[-3, 1, -1, -2, 0],
  // Never.
  ...[-10, -9, -8, -7, -6],
  // Positive from the start.
  ...[0, 1, 2, 3, 4],
]);

describe('paybackProbability()', () => {
  it.each([
    [0, 0.25],
    [1, 0.25],
    [2, 0.5],
    [3, 0.5],
    [4, 0.75],
  ])('counts the lines that stay at 0 or above from month %d on: %d', (month, share) => {
    expect(paybackProbability(LINES, 5, month).estimate).toBe(share);
  });

  it('has the standard error of a share: sqrt(.5 x .5 / 4) = .25', () => {
    expect(paybackProbability(LINES, 5, 2)).toEqual({ estimate: 0.5, se: 0.25 });
  });

  it('counts a line that is back only for a while, or in the red at the end, as no', () => {
    expect(paybackProbability(Float64Array.from([-1, 5, 5, -1]), 4, 3).estimate).toBe(0);
  });

  it.each([
    [5, 5],
    [5, -1],
    [5, 1.5],
    [3, 1],
    [0, 0],
  ])('refuses lines of %d months at month %d', (points, month) => {
    expect(() => paybackProbability(LINES, points, month)).toThrow(RangeError);
  });

  it('refuses no lines', () => {
    expect(() => paybackProbability(new Float64Array(0), 5, 2)).toThrow(RangeError);
  });
});

describe('paybackCurve()', () => {
  it('is the probability of every month; what is missing to 1 is never paid back', () => {
    expect([...paybackCurve(LINES, 5)]).toEqual([0.25, 0.25, 0.5, 0.5, 0.75]);
  });
});
