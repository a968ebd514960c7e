import { describe, expect, it } from 'vitest';
import { asOfDay } from '#shared/decision/evidence.ts';
import { readinessOf, scoreGaps } from '#shared/decision/readiness.ts';
import { GAPS, type Level } from '#shared/domain/gap.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { AS_OF, assessment, date, evidence } from './example-facts.ts';

const asOf = asOfDay(AS_OF, DEFAULT_POLICY);
const score = (assessments: Parameters<typeof scoreGaps>[0]) =>
  scoreGaps(assessments, 'pilot', DEFAULT_POLICY, asOf);
const dataOf = (assessments: Parameters<typeof scoreGaps>[0]) => score(assessments).data.score;

describe('scoreGaps()', () => {
  it.each([
    [[3], 3],
    [[1, 3], 1],
    [[1, 2, 4], 2],
    [[4, 1, 3, 2], 2],
  ] as [Level[], Level][])('takes the lower median of one rating per rater: %j is %i', (levels, expected) => {
    const ratings = levels.map((level, i) => assessment('data', level, { id: `a${i}`, rater: `R${i}` }));
    expect(dataOf(ratings).level).toBe(expected);
  });

  it('takes the latest rating of a rater; of one day the greater id', () => {
    const ratings = [
      assessment('data', 1, { id: 'a1', ratedOn: date('2026-08-02') }),
      assessment('data', 3, { id: 'a3', ratedOn: date('2026-09-02') }),
      assessment('data', 2, { id: 'a4', ratedOn: date('2026-09-02') }),
    ];
    expect(dataOf(ratings).level).toBe(2);
    expect(dataOf([...ratings].reverse())).toEqual(dataOf(ratings));
  });

  it('ignores assessments and evidence dated after the as-of date', () => {
    const late = assessment('data', 4, { id: 'z', ratedOn: date('2026-10-01') });
    const early = assessment('data', 2, { evidence: [evidence('audit', '2026-10-01')] });
    expect(dataOf([late, early])).toMatchObject({ level: 2, evidence: null, quality: 0 });
  });

  it('rests a level on the best evidence of the latest ratings that carry it', () => {
    const ratings = [
      assessment('data', 2, {
        id: 'a0',
        ratedOn: date('2026-01-01'),
        evidence: [evidence('audit', '2026-09-29')],
      }),
      assessment('data', 2, { id: 'a1', evidence: [evidence('opinion', '2026-09-30')] }),
      assessment('data', 2, { id: 'a2', rater: 'Bo', evidence: [evidence('document', '2026-09-30')] }),
      assessment('data', 4, { id: 'a3', rater: 'Cy', evidence: [evidence('audit', '2026-09-30')] }),
    ];
    expect(dataOf(ratings)).toMatchObject({ level: 2, quality: 0.6, evidence: { kind: 'document' } });
  });

  // q = g x 2^(-age/6); 183 days are 6.0123 months, so one half-life and a little.
  it.each([
    ['opinion', '2026-09-30', 0.4, false],
    ['test', '2026-03-31', 0.8 * 2 ** (-183 / 30.4375 / 6), false],
    ['opinion', '2026-05-30', 0.4 * 2 ** (-123 / 30.4375 / 6), false],
    ['opinion', '2026-05-28', 0.4 * 2 ** (-125 / 30.4375 / 6), true],
    ['document', '2026-02-10', 0.6 * 2 ** (-232 / 30.4375 / 6), true],
    ['telemetry', '2025-09-30', 2 ** (-365 / 30.4375 / 6), false],
    ['telemetry', '2025-09-29', 2 ** (-366 / 30.4375 / 6), true],
  ] as const)('%s of %s has quality %f, stale %s', (kind, day, quality, isStale) => {
    const result = dataOf([assessment('data', 2, { evidence: [evidence(kind, day)] })]);
    expect(result.quality).toBeCloseTo(quality, 12);
    expect(result.isStale).toBe(isStale);
  });

  // s_c = min(s, limit); f = 1 to 3 months, then 2^(-(age-3)/6); s_eff = f s_c + (1-f) min(s_c, 1).
  const sixMonths = 2 ** (-(183 / 30.4375 - 3) / 6);
  it.each([
    [4, 'opinion', '2026-09-30', 2],
    [4, 'document', '2026-07-15', 3],
    [4, 'test', '2026-07-15', 3],
    [4, 'telemetry', '2026-07-15', 4],
    [3, 'test', '2026-03-31', sixMonths * 3 + (1 - sixMonths)],
    [0, 'test', '2026-03-31', 0],
  ] as [Level, 'opinion' | 'document' | 'test' | 'telemetry', string, number][])(
    'level %i on %s of %s counts as %f',
    (level, kind, day, effective) => {
      const result = dataOf([assessment('data', level, { evidence: [evidence(kind, day)] })]);
      expect(result.effective).toBeCloseTo(effective, 12);
    },
  );

  it('counts a level without evidence as ad hoc at most, and as stale', () => {
    expect(dataOf([assessment('data', 3, { evidence: [] })])).toMatchObject({
      level: 3,
      effective: 1,
      quality: 0,
      isStale: true,
    });
    expect(dataOf([assessment('data', 0, { evidence: [] })]).effective).toBe(0);
  });

  it('knows nothing of a gap never assessed', () => {
    expect(dataOf([])).toMatchObject({ level: null, effective: null, isStale: false, floor: 2 });
  });
});

describe('readinessOf()', () => {
  it('is 75 when all five gaps stand at 3, exactly', () => {
    const gaps = score(GAPS.map((gap) => assessment(gap, 3)));
    expect(readinessOf(gaps, DEFAULT_POLICY)).toEqual({ status: 'known', value: 75 });
  });

  it('weighs the gaps: 25 x (.4 x 3 + .15 x (0 + 1 + 2 + 3)) = 52.5', () => {
    const policy = {
      ...DEFAULT_POLICY,
      gapWeights: { data: 0.4, integration: 0.15, evaluation: 0.15, governance: 0.15, change: 0.15 },
    };
    const levels = [3, 0, 1, 2, 3] as const;
    const gaps = score(GAPS.map((gap, i) => assessment(gap, levels[i] as Level)));
    expect(readinessOf(gaps, policy)).toEqual({ status: 'known', value: 52.5 });
  });

  it('is unknown and names every gap never assessed', () => {
    const figure = readinessOf(score([assessment('data', 3), assessment('change', 3)]), DEFAULT_POLICY);
    expect(figure).toMatchObject({
      status: 'unknown',
      missing: [
        { code: 'levels:integration', text: 'a level for Integration' },
        { code: 'levels:evaluation' },
        { code: 'levels:governance' },
      ],
    });
  });
});
