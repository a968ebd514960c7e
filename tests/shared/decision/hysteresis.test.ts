import { describe, expect, it } from 'vitest';
import type { Band } from '#shared/decision/facts.ts';
import { type BandMemory, bandView, rawBand, stepBand } from '#shared/decision/hysteresis.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { normalQuantile } from '#shared/uncertainty/normal.ts';
import { openStream } from '#shared/uncertainty/streams.ts';

const step = (memory: BandMemory | null, p: number) => stepBand(memory, p, DEFAULT_POLICY);
const at = (band: Band, pending: BandMemory['pending'] = 0): BandMemory => ({ band, pending });

describe('stepBand() without memory', () => {
  // Methodology 3.5: the number of cuts <= P, but .20 <= P < .30 starts in band 1, pending -1 below .25.
  it.each<[number, Band, BandMemory['pending']]>([
    [0, 0, 0],
    [0.1999, 0, 0],
    [0.3 - 0.1, 1, -1],
    [0.2499, 1, -1],
    [0.25, 1, 0],
    [0.2999, 1, 0],
    [0.3, 1, 0],
    [0.5999, 1, 0],
    [0.6, 2, 0],
    [0.8, 3, 0],
    [0.8 - 1e-10, 3, 0],
    [1, 3, 0],
  ])('P %f starts in band %i, pending %i', (p, band, pending) => {
    expect(step(null, p)).toEqual({ band, pending });
  });
});

describe('stepBand() with memory', () => {
  it.each<[string, BandMemory, number, BandMemory]>([
    ['inside the dead-band nothing moves', at(2), 0.62, at(2)],
    ['and what was pending is forgotten', at(2, 1), 0.62, at(2)],
    ['just under cut + .05 is inside', at(1), 0.6499, at(1)],
    ['a rise waits', at(1), 0.65, at(1, 1)],
    ['the second look lifts', at(1, 1), 0.65, at(2)],
    ['over two cuts at once', at(1, 1), 0.9, at(3)],
    ['a rise after a pending fall only waits', at(1, -1), 0.7, at(1, 1)],
    ['a small fall waits', at(2), 0.54, at(2, -1)],
    ['the second look lowers', at(2, -1), 0.54, at(1)],
    ['exactly cut - .05 is no fall', at(2), 0.6 - 0.05, at(2)],
    ['a clear breach lowers at once', at(2), 0.4999, at(1)],
    ['exactly cut - .10 is not clear', at(2), 0.5, at(2, -1)],
    ['a clear breach of two cuts', at(2), 0.19, at(0)],
    ['a clear breach of one, the next pending', at(2), 0.22, at(1, -1)],
    ['the second look takes that too', at(1, -1), 0.22, at(0)],
    ['from the top, past both at once', at(3), 0.1, at(0)],
    ['a pending fall reads the nearer edge: .24 is below .25', at(3, -1), 0.24, at(0)],
  ])('%s', (_, memory, p, expected) => {
    expect(step(memory, p)).toEqual(expected);
  });

  it('never lets a higher P end in a lower band', () => {
    for (const band of [0, 1, 2, 3] as const) {
      for (const pending of [-1, 0, 1] as const) {
        let last = 0;
        for (let i = 0; i <= 1000; i += 1) {
          const next = step(at(band, pending), i / 1000).band;
          expect(next).toBeGreaterThanOrEqual(last);
          last = next;
        }
      }
    }
  });

  it('follows the cuts of the policy', () => {
    const policy = { probabilityCuts: [0.2, 0.5, 0.9] as const, deadBand: 0.02, clearBreach: 0.04 };
    expect(stepBand(null, 0.17, policy)).toEqual(at(1, -1));
    expect(stepBand(null, 0.159, policy)).toEqual(at(0));
    expect(stepBand(at(1), 0.52, policy)).toEqual(at(1, 1));
    expect(stepBand(at(2), 0.459, policy)).toEqual(at(1));
  });
});

describe('bandView()', () => {
  it('says when memory holds another band than P alone would give', () => {
    expect(bandView(at(2), 0.58, DEFAULT_POLICY)).toEqual({ band: 2, pending: 0, rawBand: 1, isHeld: true });
    expect(bandView(at(1), 0.58, DEFAULT_POLICY)).toMatchObject({ rawBand: 1, isHeld: false });
    expect(bandView(null, 0.22, DEFAULT_POLICY)).toMatchObject({ band: 1, rawBand: 0, isHeld: false });
  });
});

describe('stepBand() over quarters with noise of sd .07', () => {
  const RUNS = 20_000;
  const noisy = (name: string) => {
    const stream = openStream('2026', 'hysteresis', name);
    return (p: number) => Math.min(1, Math.max(0, p + 0.07 * normalQuantile(stream.nextUniform())));
  };

  /** Mean changes of band in the 7 transitions of 8 quarters in which the true P stays on a cut. */
  function changes(cut: number, next: (memory: BandMemory | null, p: number) => BandMemory): number {
    const draw = noisy(`on ${cut}`);
    let total = 0;
    for (let run = 0; run < RUNS; run += 1) {
      let memory = next(null, draw(cut));
      for (let quarter = 0; quarter < 7; quarter += 1) {
        const after = next(memory, draw(cut));
        if (after.band !== memory.band) total += 1;
        memory = after;
      }
    }
    return total / RUNS;
  }

  /** Mean quarters until the band reaches `target`, after the true P has stood at `from` for two years. */
  function quarters(from: number, to: number, target: Band): number {
    const draw = noisy(`${from} to ${to}`);
    let total = 0;
    for (let run = 0; run < RUNS; run += 1) {
      let memory: BandMemory | null = null;
      for (let quarter = 0; quarter < 8; quarter += 1) memory = step(memory, draw(from));
      do {
        memory = step(memory, draw(to));
        total += 1;
      } while (memory.band !== target);
    }
    return total / RUNS;
  }

  const withoutRules = (_: BandMemory | null, p: number) => at(rawBand(p, DEFAULT_POLICY));
  /** Over the edge of the dead-band is over the cut, at once. */
  const deadBandOnly = (memory: BandMemory | null, p: number) => {
    if (memory === null) return at(rawBand(p, DEFAULT_POLICY));
    const up = rawBand(p - 0.05, DEFAULT_POLICY);
    const down = rawBand(p + 0.05, DEFAULT_POLICY);
    return at(up > memory.band ? up : down < memory.band ? down : memory.band);
  };

  // Printed in methodology 3.5 to two digits. SE of a mean here: .006 changes, .01 quarters.
  it.each([
    ['on the .60 cut', () => changes(0.6, step), 0.45, 0.03],
    ['on the .80 cut', () => changes(0.8, step), 0.45, 0.03],
    ['on the .30 cut', () => changes(0.3, step), 0.58, 0.03],
    ['on a cut without rules', () => changes(0.6, withoutRules), 3.5, 0.05],
    ['on a cut with a dead-band only', () => changes(0.6, deadBandOnly), 1.65, 0.04],
    ['a fall .65 to .20 until the lowest band', () => quarters(0.65, 0.2, 0), 1.8, 0.06],
    ['a fall .65 to .10 until the lowest band', () => quarters(0.65, 0.1, 0), 1.1, 0.06],
    ['a rise .70 to .90 until the top', () => quarters(0.7, 0.9, 3), 3.0, 0.09],
  ])('%s', (_, simulateIt, printed, tolerance) => {
    const mean = simulateIt();
    expect(Math.abs(mean - printed), `got ${mean}`).toBeLessThan(tolerance);
  });
});
