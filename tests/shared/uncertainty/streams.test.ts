import { describe, expect, it } from 'vitest';
import { openStream } from '#shared/uncertainty/streams.ts';
import { uniforms } from './draws.ts';

describe('openStream()', () => {
  // First numbers worked out by an independent program from the definition.
  it.each([
    ['initiative-a', 'tasks', [0.23677655509596002, 0.7805026402779496, 0.46356040035023854]],
    ['factor', '1', [0.7525625369058704, 0.08831834197211869, 0.2638133245313264]],
    ['asset', 'übergang-€-😀', [0.8037113772123621, 0.8746337674630194, 0.0339432795646209]],
  ])('gives the same bits for owner %s, variable %s on every machine', (owner, variable, first) => {
    const stream = openStream('2026', owner, variable);
    expect(first.map(() => stream.nextUniform())).toEqual(first);
  });

  it('is not changed by any other owner, variable or stream opened in between', () => {
    const alone = openStream('2026', 'a', 'tasks');
    const first = [alone.nextUniform(), alone.nextUniform()];

    const among = openStream('2026', 'a', 'tasks');
    openStream('2026', 'b', 'tasks').nextUniform();
    const mixed = [among.nextUniform()];
    openStream('2026', 'a', 'price').fill(new Float64Array(10));
    mixed.push(among.nextUniform());
    expect(mixed).toEqual(first);
  });

  it('differs by seed, by owner and by variable', () => {
    const first = [
      openStream('2026', 'a', 'x'),
      openStream('2027', 'a', 'x'),
      openStream('2026', 'b', 'x'),
      openStream('2026', 'a', 'y'),
    ].map((stream) => stream.nextUniform());
    expect(new Set(first).size).toBe(4);
  });

  it('reads on: draws 10,001 and later are those after the first 10,000', () => {
    const long = uniforms('any', 12_000);
    const stream = openStream('2026', 'tests', 'any');
    stream.skip(10_000);
    const rest = new Float64Array(2_000);
    stream.fill(rest);
    expect(rest).toEqual(long.subarray(10_000));
  });

  it('is uniform: means, spread and lag-1 correlation of 100,000 draws within 4 standard errors', () => {
    const u = uniforms('uniformity', 100_000);
    let mean = 0;
    let square = 0;
    let lag = 0;
    u.forEach((value, i) => {
      mean += value / u.length;
      square += (value - 0.5) ** 2 / u.length;
      lag += ((value - 0.5) * ((u[i + 1] ?? 0.5) - 0.5)) / u.length;
    });
    // Variances: u 1/12, (u - 1/2)^2 1/180, product of two 1/144.
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / u.length));
    expect(Math.abs(square - 1 / 12)).toBeLessThan(4 * Math.sqrt(1 / 180 / u.length));
    expect(Math.abs(lag)).toBeLessThan(4 * Math.sqrt(1 / 144 / u.length));
  });

  it.each([
    ['a|b', 'x'],
    ['a', 'b|x'],
  ])(
    'refuses the separator in a name (%s, %s), so that two names never share a stream',
    (owner, variable) => {
      expect(() => openStream('2026', owner, variable)).toThrow(RangeError);
    },
  );
});
