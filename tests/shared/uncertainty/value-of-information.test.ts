import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '#shared/uncertainty/normal.ts';
import { evpi, evppi, normalEvpi, payoffTableEvpi } from '#shared/uncertainty/value-of-information.ts';
import { uniforms } from './draws.ts';

const list = (...values: number[]) => Float64Array.from(values);

describe('evpi()', () => {
  it.each([
    // Mean 25: go on. Knowing, one stops in the draw at -100: (50 + 150) / 4 - 25 = 25.
    [[-100, 50, 150, 0], 25],
    // Mean -25: stop. Knowing, one goes on in the draw at 50: 50 / 4 - 0 = 12.5.
    [[-100, 50, -50, 0], 12.5],
    [[1, 2, 3], 0],
    [[-1, -2, -3], 0],
  ])('of %o is %d', (deltas, expected) => {
    expect(evpi(list(...deltas))).toBe(expected);
  });

  it.each([
    [100, 200],
    [-50, 300],
    [0, 10],
  ])('of simulated normal draws with mean %d and sd %d agrees with its closed form', (mu, sigma) => {
    const n = 100_000;
    const deltas = uniforms('evpi', n).map((u) => mu + sigma * normalQuantile(u));
    // The spread of max(0, Delta) less that of Delta is below sigma: 4 standard errors are 4 sigma / sqrt(n).
    expect(Math.abs(evpi(deltas) - normalEvpi(mu, sigma))).toBeLessThan((4 * sigma) / Math.sqrt(n));
  });

  it('is never negative and not above the mean distance from 0', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 }), (deltas) => {
        const value = evpi(list(...deltas));
        const mean = deltas.reduce((sum, delta) => sum + Math.abs(delta) / deltas.length, 0);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(mean * (1 + 1e-12));
      }),
    );
  });

  it('refuses no draws', () => {
    expect(() => evpi(list())).toThrow(RangeError);
  });
});

describe('evppi()', () => {
  it('decides by the mean of each group: (0, 1 | 2, 3) with (-5, 1 | 3, 9): (0 + 12) / 4 - 8 / 4 = 1', () => {
    expect(evppi(list(2, 0, 3, 1), list(3, -5, 9, 1), 2)).toBe(1);
  });

  it('is EVPI when every draw is its own group', () => {
    const deltas = uniforms('evppi delta', 1_000).map((u) => u - 0.6);
    expect(evppi(uniforms('evppi input', 1_000), deltas, 1_000)).toBeCloseTo(evpi(deltas), 14);
  });

  it('is 0 in a single group', () => {
    expect(evppi(list(1, 2, 3), list(-5, 1, 3), 1)).toBe(0);
  });

  it('of the input that carries the share rho^2 of a normal Delta agrees with the closed form', () => {
    // Delta = 100 + 200 (.8 X + .6 Y): knowing X leaves a decision by 100 + 160 X, worth normalEvpi(100, 160).
    const x = uniforms('evppi x', 100_000).map(normalQuantile);
    const y = uniforms('evppi y', 100_000).map(normalQuantile);
    const deltas = x.map((value, i) => 100 + 200 * (0.8 * value + 0.6 * (y[i] ?? 0)));
    const sampling = (4 * 200) / Math.sqrt(100_000);
    expect(Math.abs(evppi(x, deltas) - normalEvpi(100, 160))).toBeLessThan(sampling);
    expect(Math.abs(evppi(y, deltas) - normalEvpi(100, 120))).toBeLessThan(sampling);
  });

  it('of an input that has nothing to do with the result is next to nothing, and falls with more draws', () => {
    const noise = (n: number) =>
      evppi(uniforms('unrelated', n), uniforms('evppi delta', n).map(normalQuantile));
    // Groups of n / 50 draws have means of sd sqrt(50 / n), so the estimate errs by .4 sqrt(50 / n) around mean 0.
    expect(noise(10_000)).toBeLessThan(0.6 * Math.sqrt(50 / 10_000));
    expect(noise(100_000)).toBeLessThan(noise(10_000) / 2);
  });

  it('of an input that never changes is 0, though groups of draws differ by chance', () => {
    const deltas = uniforms('evppi delta', 1_000).map((u) => u - 0.5);
    expect(evppi(new Float64Array(1_000).fill(7), deltas)).toBe(0);
  });

  it('keeps equal values in one group: an asset that is late or not has two', () => {
    // Late in 3 of 10 draws: -4 each; else 2. Knowing it: 14 / 10 - max(0, 2 / 10) = 1.2, for any number of groups.
    const late = list(1, 0, 0, 1, 0, 0, 0, 1, 0, 0);
    const deltas = late.map((isLate) => (isLate === 1 ? -4 : 2));
    for (const bins of [4, 5, 10]) expect(evppi(late, deltas, bins)).toBeCloseTo(1.2, 14);
  });

  it.each([
    [2, 3, 2],
    [3, 3, 4],
    [3, 3, 0],
  ])('refuses %d input draws with %d results in %d groups', (inputs, results, bins) => {
    expect(() => evppi(new Float64Array(inputs), new Float64Array(results), bins)).toThrow(RangeError);
  });
});

describe('normalEvpi()', () => {
  it('of mean 100 and sd 200 is 39.56', () => {
    expect(normalEvpi(100, 200)).toBeCloseTo(39.56, 2);
  });

  it('of mean 0 is sigma / sqrt(2 pi), and does not depend on the sign of the mean', () => {
    expect(normalEvpi(0, 10)).toBeCloseTo(10 / Math.sqrt(2 * Math.PI), 13);
    expect(normalEvpi(-100, 200)).toBe(normalEvpi(100, 200));
  });

  it('of no spread is 0, and refuses a negative one', () => {
    expect(normalEvpi(0, 0)).toBe(0);
    expect(() => normalEvpi(1, -1)).toThrow(RangeError);
  });
});

describe('payoffTableEvpi()', () => {
  const stock = [1500, 300, -800];
  const fund = [900, 600, -200];
  const deposit = [500, 500, 500];

  it('of the textbook investment is 1,030 - 680 = 350', () => {
    // .5 x 1,500 + .3 x 600 + .2 x 500 = 1,030; best single action: .5 x 1,500 + .3 x 300 - .2 x 800 = 680.
    expect(payoffTableEvpi([0.5, 0.3, 0.2], [stock, fund, deposit])).toBeCloseTo(350, 10);
  });

  it('is 0 when one action is best in every state', () => {
    expect(
      payoffTableEvpi(
        [0.4, 0.6],
        [
          [2, 3],
          [1, 3],
        ],
      ),
    ).toBe(0);
  });

  it.each([
    [[0.5, 0.3], [stock]],
    [[0.5, 0.3, 0.3], [stock]],
    [[1.2, -0.2], [[1, 2]]],
    [[1], []],
    [[Number.NaN], [[1]]],
  ])('refuses probabilities %o with payoffs %o', (probabilities, payoffs) => {
    expect(() => payoffTableEvpi(probabilities, payoffs)).toThrow(RangeError);
  });
});
