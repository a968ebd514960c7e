import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionResult } from '#shared/decision/result.ts';
import type { Level } from '#shared/domain/gap.ts';
import {
  agreementSentence,
  ordinalAlpha,
  quadraticKappa,
  raterAgreement,
} from '#shared/portfolio/rater-agreement.ts';

/** Pairs of ratings from a table of how often rater A said i and rater B said j. */
function pairsOf(table: readonly (readonly number[])[]): [number, number][] {
  return table.flatMap((row, i) =>
    row.flatMap((n, j) => Array.from({ length: n }, (): [number, number] => [i, j])),
  );
}

describe('quadraticKappa()', () => {
  // benhamner/Metrics, Python/ml_metrics/test/test_kappa.py (BSD)
  it.each([
    [[1, 2, 3], [1, 2, 3], 1],
    [[1, 2, 3, 1, 2, 2, 3], [1, 2, 3, 1, 2, 3, 2], 0.75],
  ])('%j against %j is %d', (a, b, expected) => {
    const pairs = a.map((level, i): [number, number] => [level, b[i] as number]);
    expect(quadraticKappa(pairs)).toEqual({ status: 'known', value: expected });
  });

  // Data of the CohenKappa example of DescTools (Bortz 1990), values recomputed with scikit-learn 1.9.1
  it.each([
    [
      [
        [53, 5, 2],
        [11, 14, 5],
        [1, 6, 3],
      ],
      0.56666667,
    ],
    [
      [
        [5, 8, 1, 2, 4, 2],
        [3, 5, 3, 5, 5, 0],
        [1, 2, 6, 11, 2, 1],
        [0, 1, 5, 4, 3, 3],
        [0, 0, 1, 2, 5, 2],
        [0, 0, 1, 2, 1, 4],
      ],
      0.41349549,
    ],
  ])('agrees with a published table %#', (table, expected) => {
    const kappa = quadraticKappa(pairsOf(table));
    expect(kappa.status === 'known' && kappa.value).toBeCloseTo(expected, 8);
  });

  it('is undefined where nobody ever varied', () => {
    expect(
      quadraticKappa([
        [2, 2],
        [2, 2],
      ]),
    ).toMatchObject({ reason: { code: 'no_variation' } });
  });
});

describe('ordinalAlpha()', () => {
  it('agrees with the example of fast-krippendorff and Wikipedia, missing ratings included', () => {
    const coders = [
      '*    *    *    *    *    3    4    1    2    1    1    3    3    *    3',
      '1    *    2    1    3    3    4    3    *    *    *    *    *    *    *',
      '*    *    2    1    3    4    4    *    2    1    1    3    3    *    4',
    ].map((line) => line.split(/\s+/));
    const units = (coders[0] ?? []).map((_, unit) =>
      coders.flatMap((coder) => (coder[unit] === '*' ? [] : [Number(coder[unit])])),
    );
    const alpha = ordinalAlpha(units);
    expect(alpha.status === 'known' && alpha.value).toBeCloseTo(0.806721, 6);
  });

  it('is 1 where raters agree and never above, whatever the order of raters and units', () => {
    const unit = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2, maxLength: 30 }), (units) => {
        const alpha = ordinalAlpha(units);
        const turned = ordinalAlpha([...units].reverse().map((one) => [...one].reverse()));
        if (alpha.status !== 'known' || turned.status !== 'known') return turned.status === alpha.status;
        return alpha.value <= 1 + 1e-12 && Math.abs(alpha.value - turned.value) < 1e-9;
      }),
    );
    expect(
      ordinalAlpha([
        [1, 1],
        [3, 3, 3],
        [4, 4],
      ]),
    ).toEqual({ status: 'known', value: 1 });
  });
});

describe('raterAgreement()', () => {
  const rated = (...levels: Level[]) =>
    ({
      gaps: [{ ratings: levels.map((level, i) => ({ rater: `r${i}`, level, ratedOn: '2026-01-01' })) }],
    }) as unknown as DecisionResult;

  it('says how many double ratings there are and how many are needed', () => {
    const few = raterAgreement([rated(1, 2), rated(3), rated(2, 2)]);
    expect(few.doubleRatings).toBe(2);
    expect(few.alpha).toMatchObject({ reason: { code: 'too_few_ratings', have: 2, need: 30 } });
  });

  it('reads both coefficients from 30 double ratings on, single ratings left out', () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      rated((i % 5) as Level, ((i + (i % 3 === 0 ? 1 : 0)) % 5) as Level),
    );
    const agreement = raterAgreement([...many, rated(4)]);
    expect(agreement.doubleRatings).toBe(30);
    expect(agreement.alpha.status === 'known' && agreement.alpha.value).toBeGreaterThan(0.5);
    expect(agreement.kappa.status === 'known' && agreement.kappa.value).toBeLessThan(1);
  });
});

describe('agreementSentence()', () => {
  const known = (value: number) => ({ status: 'known', value }) as const;

  it.each([
    [0.85, 'alpha 0.85 (good)'],
    [0.7, 'alpha 0.70 (tentative)'],
    [0.4, 'alpha 0.40 (too low to rely on)'],
  ])('reads an alpha of %d', (alpha, expected) => {
    const sentence = agreementSentence({ doubleRatings: 34, alpha: known(alpha), kappa: known(0.5) });
    expect(sentence).toContain(expected);
    expect(sentence).toContain('34 gaps with two or more raters');
  });

  it('says what is missing, and nothing where nobody rated twice', () => {
    const few = raterAgreement([{ gaps: [] }]);
    expect(agreementSentence(few)).toBeNull();
    expect(agreementSentence({ ...few, doubleRatings: 1 })).toBe(
      'Rater agreement, 1 gap with two or more raters: not measured yet, 30 double ratings are needed, 0 so far.',
    );
  });
});
