import { describe, expect, it } from 'vitest';
import { pertMean, pertQuantile, pertSd } from '#shared/uncertainty/pert.ts';

// scipy 1.17.1, beta.
describe.each([
  [10, 20, 60, 25, 8.660254037844387, 14.495107, 23.833613, 37.266703],
  [0, 5, 10, 5, 1.889822365046136, 2.466365, 5, 7.533635],
  [100, 120, 200, 130, 17.320508075688775, 108.990213, 127.667226, 154.533405],
])('PERT %d / %d / %d', (lowest, mode, highest, mean, sd, p10, p50, p90) => {
  const values = { lowest, mode, highest };

  it('has the published mean and standard deviation', () => {
    expect(pertMean(values)).toBeCloseTo(mean, 12);
    expect(pertSd(values)).toBeCloseTo(sd, 12);
  });

  it('has the published percentiles', () => {
    expect(pertQuantile(values, 0.1)).toBeCloseTo(p10, 6);
    expect(pertQuantile(values, 0.5)).toBeCloseTo(p50, 6);
    expect(pertQuantile(values, 0.9)).toBeCloseTo(p90, 6);
  });
});

describe('pertQuantile()', () => {
  it('runs from the lowest to the highest value', () => {
    const values = { lowest: 10, mode: 20, highest: 60 };
    expect(pertQuantile(values, 0)).toBe(10);
    expect(pertQuantile(values, 1)).toBe(60);
  });

  it('refuses values out of order and probabilities outside 0 to 1', () => {
    expect(() => pertQuantile({ lowest: 2, mode: 1, highest: 3 }, 0.5)).toThrow(RangeError);
    expect(() => pertQuantile({ lowest: 1, mode: 2, highest: 3 }, -0.1)).toThrow(RangeError);
  });
});
