import { describe, expect, it } from 'vitest';
import { triangularMean, triangularQuantile, triangularSd } from '#shared/uncertainty/triangular.ts';

// scipy 1.17.1, triang.
describe.each([
  [10, 20, 60, 30, 10.801234497346433, 17.071068, 28.377223, 45.857864],
  [0, 5, 10, 5, 2.0412414523193148, 2.236068, 5, 7.763932],
  [100, 120, 200, 140, 21.602468994692867, 114.142136, 136.754447, 171.715729],
])('triangular %d / %d / %d', (lowest, mode, highest, mean, sd, p10, p50, p90) => {
  const values = { lowest, mode, highest };

  it('has the published mean and standard deviation', () => {
    expect(triangularMean(values)).toBeCloseTo(mean, 12);
    expect(triangularSd(values)).toBeCloseTo(sd, 12);
  });

  it('has the published percentiles', () => {
    expect(triangularQuantile(values, 0.1)).toBeCloseTo(p10, 6);
    expect(triangularQuantile(values, 0.5)).toBeCloseTo(p50, 6);
    expect(triangularQuantile(values, 0.9)).toBeCloseTo(p90, 6);
  });

  it('runs from the lowest value over the mode to the highest', () => {
    expect(triangularQuantile(values, 0)).toBe(lowest);
    expect(triangularQuantile(values, (mode - lowest) / (highest - lowest))).toBeCloseTo(mode, 12);
    expect(triangularQuantile(values, 1)).toBe(highest);
  });
});

describe('triangularQuantile()', () => {
  it.each([
    [{ lowest: 2, mode: 1, highest: 3 }, 0.5],
    [{ lowest: 1, mode: 4, highest: 3 }, 0.5],
    [{ lowest: 1, mode: 1, highest: 1 }, 0.5],
    [{ lowest: 1, mode: Number.NaN, highest: 3 }, 0.5],
    [{ lowest: -Infinity, mode: 1, highest: 3 }, 0.5],
    [{ lowest: 1, mode: 2, highest: 3 }, 1.5],
  ])('refuses %o at %d', (values, u) => {
    expect(() => triangularQuantile(values, u)).toThrow(RangeError);
  });
});
