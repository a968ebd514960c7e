import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, type Policy } from '#shared/domain/policy.ts';
import { POLICY_FIELDS } from '#shared/policy/fields.ts';
import { withValue } from '#shared/policy/policy-path.ts';
import { parsePolicy, validatePolicy } from '#shared/policy/validate.ts';

/** Paths and messages of what is wrong; empty when nothing is. */
function problems(candidate: unknown): readonly (readonly [string, string])[] {
  const validated = validatePolicy(candidate);
  return validated.ok ? [] : validated.problems.map(({ path, message }) => [path, message]);
}

function changed(...changes: readonly (readonly [string, number | string])[]): Policy {
  return changes.reduce((policy, [path, value]) => withValue(policy, path, value), DEFAULT_POLICY);
}

describe('validatePolicy()', () => {
  it('accepts the shipped policy and gives back the same values', () => {
    expect(validatePolicy(DEFAULT_POLICY)).toEqual({ ok: true, policy: DEFAULT_POLICY });
  });

  it('names every number just outside its range, alone', () => {
    for (const field of POLICY_FIELDS) {
      if (field.type !== 'number') continue;
      const low = field.isWhole ? field.min - 1 : field.min - field.step;
      const high = field.isWhole ? field.max + 1 : field.max + field.step;
      for (const value of [low, high]) {
        const paths = problems(changed([field.path, value])).map(([path]) => path);
        expect(paths, `${field.path} = ${value}`).toContain(field.path);
      }
    }
  });

  it('refuses a fraction where only whole numbers count', () => {
    expect(problems(changed(['strikes', 2.5]))).toEqual([
      [
        'strikes',
        'FIX decisions in a row, the next is a kill (K5) must be a whole number from 1 to 6\u00a0reviews.',
      ],
    ]);
    expect(problems(changed(['floors.pilot.data', 2.5])).map(([path]) => path)).toEqual([
      'floors.pilot.data',
    ]);
  });

  it('refuses a fraction that only the field table calls whole', () => {
    expect(problems(changed(['readinessEnter', 75.5])).map(([path]) => path)).toEqual(['readinessEnter']);
    expect(problems(changed(['scaleBcr', 1.55]))).toEqual([]);
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['0.1'], [null]])('refuses %j as a number', (value) => {
    expect(problems({ ...DEFAULT_POLICY, discountRate: value })).toEqual([
      ['discountRate', 'Discount rate must be a number from 0 to 50\u00a0% a year.'],
    ]);
  });

  it('asks for the weights to add up to 1, to 1e-9', () => {
    expect(problems(changed(['gapWeights.data', 0.25]))).toEqual([
      ['gapWeights', 'The weights of the gaps must add up to 100 %; these add up to 105 %.'],
    ]);
    expect(problems(changed(['gapWeights.data', 0.2 + 5e-10]))).toEqual([]);
    expect(problems(changed(['gapWeights.data', 0.2 + 2e-9]))).toHaveLength(1);
    // 0.1 + 0.3 + 0.2 + 0.3 + 0.1 is not exactly 1 in binary.
    const uneven = changed(
      ['gapWeights.data', 0.1],
      ['gapWeights.integration', 0.3],
      ['gapWeights.governance', 0.3],
      ['gapWeights.change', 0.1],
    );
    expect(problems(uneven)).toEqual([]);
  });

  it.each([
    [
      'a cut not above the one below',
      [['probabilityCuts.1', 0.3]],
      'probabilityCuts.1',
      'Cuts of P: Middle, positive from must be above Cuts of P: Lowest, kill below (30\u00a0%).',
    ],
    ['a highest cut below the middle one', [['probabilityCuts.2', 0.5]], 'probabilityCuts.2', /above/],
    [
      'readiness to stay above readiness to enter',
      [['readinessLeave', 76]],
      'readinessLeave',
      'Readiness to stay at SCALE must be at most Readiness to scale (75\u00a0of 100).',
    ],
    [
      'a floor that falls from stage to stage',
      [['floors.limited.integration', 0]],
      'floors.limited.integration',
      'Floors in limited production: Integration must be at least Floors in pilot: Integration (level\u00a01).',
    ],
    ['a floor of scaled below limited', [['floors.scaled.data', 2]], 'floors.scaled.data', /at least/],
    ['fewer draws near a cut than elsewhere', [['mostDraws', 5000]], 'mostDraws', /at least/],
    ['a dead-band as wide as a clear breach', [['deadBand', 0.1]], 'deadBand', /half the distance/],
    ['a clear breach inside the dead-band', [['clearBreach', 0.05]], 'clearBreach', /above/],
    ['a clear breach that no P can show', [['clearBreach', 0.3]], 'clearBreach', /below/],
    ['a payback beyond the horizon', [['paybackMonths', 37]], 'paybackMonths', /at most Horizon/],
    ['fix above scale', [['fixBenefitRealisation', 0.95]], 'scaleBenefitRealisation', /at least/],
    ['months needed that fall', [['closedMonthsNeeded.pilot', 4]], 'closedMonthsNeeded.limited', /at least/],
    ['an opinion above a document', [['evidenceGrade.opinion', 0.7]], 'evidenceGrade.document', /at least/],
    [
      'a test that shows more than telemetry',
      [['evidenceLimit.telemetry', 2]],
      'evidenceLimit.telemetry',
      /3/,
    ],
    [
      'an estimate better than a survey',
      [['methodQuality.estimate', 0.6]],
      'methodQuality.survey',
      /at least/,
    ],
    ['less risk in an estimate', [['benefitRisk.estimate', 0.1]], 'benefitRisk.estimate', /at least/],
    ['less risk in a quote than in actuals', [['costRisk.quote', 0.01]], 'costRisk.quote', /at least/],
    [
      'released cash counting less than hours',
      [['cashReleasingDeflection', 0.4]],
      'cashReleasingDeflection',
      /at least/,
    ],
    ['evidence stale on its first day', [['evidenceStaleBelow', 0.45]], 'evidenceStaleBelow', /first day/],
    ['an unknown timing', [['timing', 'weekly']], 'timing', /one of/],
    ['an empty anchor', [['anchors.data.0', ' ']], 'anchors.data.0', /needs a text/],
    ['an anchor with a control character', [['anchors.data.0', 'a\u0007']], 'anchors.data.0', /needs a text/],
    ['a prior of nothing', [['stagePriors.idea.a', 0]], 'stagePriors.idea.a', /from 0.5/],
  ] as const)('refuses %s', (_what, changes, path, message) => {
    const found = problems(changed(...changes)).find(([at]) => at === path);
    expect(found?.[1]).toMatch(message);
  });

  it('takes a dead-band just below half the distance between cuts, and not one at half', () => {
    const cuts = [
      ['probabilityCuts.0', 0.3],
      ['probabilityCuts.1', 0.38],
    ] as const;
    expect(problems(changed(...cuts, ['deadBand', 0.0399]))).toEqual([]);
    expect(problems(changed(...cuts, ['deadBand', 0.04]))).toEqual([
      [
        'deadBand',
        'Dead-band around a cut must be below half the distance between two cuts (4\u00a0points), or P could lie in two dead-bands at once.',
      ],
    ]);
  });

  it('refuses a highest cut whose dead-band reaches past certainty', () => {
    expect(problems(changed(['probabilityCuts.2', 0.96])).map(([path]) => path)).toEqual(['deadBand']);
    expect(problems(changed(['probabilityCuts.2', 0.95]))).toEqual([]);
  });

  it('reports one problem a field, with the first cause', () => {
    const paths = problems(changed(['probabilityCuts.1', 7])).map(([path]) => path);
    expect(paths).toEqual([...new Set(paths)]);
  });

  it.each([
    ['a missing value', { ...DEFAULT_POLICY, deadBand: undefined }, 'deadBand'],
    ['a missing part', { ...DEFAULT_POLICY, floors: undefined }, 'floors'],
    ['an unknown key', { ...DEFAULT_POLICY, luck: 7 }, ''],
    ['no version', { ...DEFAULT_POLICY, version: 0 }, 'version'],
    ['nothing', null, ''],
    ['a list', [], ''],
  ])('refuses %s', (_what, candidate, path) => {
    expect(problems(candidate).map(([at]) => at)).toEqual([path]);
  });
});

describe('parsePolicy()', () => {
  it('reads back what JSON made of a policy', () => {
    expect(parsePolicy(JSON.stringify(DEFAULT_POLICY))).toEqual({ ok: true, policy: DEFAULT_POLICY });
  });

  it('answers text that is no JSON with a problem', () => {
    expect(parsePolicy('{')).toEqual({
      ok: false,
      problems: [{ path: '', message: 'The stored policy is not valid JSON.' }],
    });
  });

  it('checks what it read', () => {
    expect(parsePolicy(JSON.stringify({ ...DEFAULT_POLICY, strikes: 0 })).ok).toBe(false);
  });
});
