import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTriple, tripleText } from '#renderer/features/initiative/forward/triple.ts';
import { driver } from './drivers.ts';

const text = (p10: string, p50: string, p90: string) => ({ p10, p50, p90 });

describe('readTriple()', () => {
  // The drivers of the worked example (methodology 2.7).
  test.each([
    ['positive', '4,000', '5,000', '5,800', [4000, 5000, 5800]],
    ['share', '.74', '84 %', '.90', [0.74, 0.84, 0.9]],
    ['positive', '48', '48', '48', [48, 48, 48]],
    ['positive', '0', '0', '0', [0, 0, 0]],
    ['free', '-35', '50', '75', [-35, 50, 75]],
  ] as const)('takes %s %s / %s / %s', (bound, p10, p50, p90, [a, b, c]) => {
    expect(readTriple(text(p10, p50, p90), bound)).toMatchObject({
      ok: true,
      triple: { p10: a, p50: b, p90: c },
    });
  });

  test('leaves blank fields not entered, and asks nothing of an incomplete triple', () => {
    expect(readTriple(text('9', '', '1'), 'positive')).toEqual({
      ok: true,
      triple: { p10: 9, p50: null, p90: 1 },
      isHeavyTailed: false,
    });
  });

  test.each([
    ['positive', '1', 'x', '3', ['p50'], /“x” is not a number/],
    ['positive', '5', '4', '6', ['p10', 'p50', 'p90'], /P10 must be below P50/],
    ['positive', '-1', '4', '6', ['p10', 'p50', 'p90'], /P10 must be more than 0/],
    ['share', '.5', '.7', '1.2', ['p10', 'p50', 'p90'], /between 0 and 1/],
    // Free: 0 + .167 x 100 and 0 + .833 x 100.
    ['free', '0', '90', '100', ['p50'], /P50 must lie between 16\.7 and 83\.3/],
  ] as const)('refuses %s %s / %s / %s', (bound, p10, p50, p90, fields, message) => {
    const read = readTriple(text(p10, p50, p90), bound);
    expect(read).toMatchObject({ ok: false, fields });
    expect(read.ok ? '' : read.text).toMatch(message);
  });

  test('names a range whose both ends are accepted, on every bound', () => {
    const between = (min: number, max: number) => fc.integer({ min, max }).map((n) => n / 100);
    const ranges = {
      free: fc.tuple(between(-1e8, 1e8), between(1, 1e8)),
      positive: fc.tuple(between(1, 1e7), between(1, 1e7)),
      share: fc.tuple(between(1, 40), between(1, 50)),
    } as const;
    for (const bound of ['free', 'positive', 'share'] as const) {
      fc.assert(
        fc.property(ranges[bound], ([low, width]) => {
          const high = low + width;
          const refused = readTriple(text(String(low), String(low + width / 1e4), String(high)), bound);
          fc.pre(!refused.ok && refused.fields.length === 1);
          const named = [...(refused.ok ? '' : refused.text).matchAll(/between (\S+) and (\S+)\./g)][0];
          for (const end of [named?.[1], named?.[2]]) {
            const plain = (end ?? '').replaceAll(',', '').replace('−', '-');
            expect(
              readTriple(text(String(low), plain, String(high)), bound),
              `${bound} ${end}`,
            ).toMatchObject({
              ok: true,
            });
          }
        }),
        { numRuns: 200 },
      );
    }
  });

  test('flags a heavy upper tail of a positive driver only', () => {
    expect(readTriple(text('1', '5', '100'), 'positive')).toMatchObject({ ok: true, isHeavyTailed: true });
    expect(readTriple(text('4', '5', '6'), 'positive')).toMatchObject({ ok: true, isHeavyTailed: false });
  });
});

describe('tripleText()', () => {
  test('shows what is stored, blank for not entered', () => {
    expect(tripleText(driver('a', { p10: 0.5, p50: 0 }))).toEqual(text('0.5', '0', ''));
  });
});
