import { describe, expect, it } from 'vitest';
import { stepBand } from '#shared/decision/hysteresis.ts';
import { decidingRule, ruleTruths, valueClassOf } from '#shared/decision/rules/conditions.ts';
import type { RuleState } from '#shared/decision/rules/rule-state.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { RULE_IDS, RULE_VERDICTS, type RuleId } from '#shared/domain/verdict.ts';
import { BASE_STATE } from './example-state.ts';

/** The base state with a change; the band follows P, without memory. */
function state(over: Partial<RuleState> = {}): RuleState {
  const next = { ...BASE_STATE, ...over };
  if (over.probability == null || over.band !== undefined) return next;
  return { ...next, band: stepBand(null, over.probability, DEFAULT_POLICY).band };
}
const decide = (over: Partial<RuleState> = {}) => decidingRule(state(over), DEFAULT_POLICY);
const truth = (rule: RuleId, over: Partial<RuleState> = {}) => ruleTruths(state(over), DEFAULT_POLICY)[rule];

/** Methodology 8.5. */
const SPEC_CASES: readonly (readonly [string, Partial<RuleState>, string])[] = [
  ['base state', {}, 'continue C1'],
  ['ready to grow', { probability: 0.86, readiness: 80, bcr50: 1.8, paybackProbability: 0.78 }, 'scale S1'],
  ['prohibited use', { hardFailure: true, probability: 0.95 }, 'kill K1'],
  ['tripwire missed', { tripwireMissed: true, probability: 0.65 }, 'kill K2'],
  ['loses money per task', { unitEconomics: 0.04, probability: 0.62 }, 'kill K3'],
  ['value gone', { value: -1, probability: 0.18 }, 'kill K4'],
  [
    'third FIX, gap open',
    { strikes: 2, isCauseOpen: true, fixableFailure: true, probability: 0.75 },
    'kill K5',
  ],
  ['late pilot, unclear', { stage: 'pilot', isLate: true, probability: 0.45 }, 'kill K6'],
  [
    'pilot with one month of data',
    { stage: 'pilot', isDataOk: false, value: -1, probability: 0.2 },
    'hold H1',
  ],
  ['evaluation floor missing, good value', { fixableFailure: true, probability: 0.85 }, 'fix F1'],
  ['half the planned benefit', { benefitRealisation: 0.55 }, 'fix F2'],
  ['waits for a connector', { isAssetMissing: true, probability: 0.8 }, 'hold H2'],
  ['value unclear', { probability: 0.45 }, 'hold H3'],
  ['good but unfunded', { isFunded: false }, 'hold H4'],
  ['strong value, readiness 72', { probability: 0.88, bcr50: 1.9, paybackProbability: 0.8 }, 'continue C1'],
  ['skewed upside', { value: 1, probability: 0.25 }, 'hold H3'],
];

describe('decidingRule()', () => {
  it.each(SPEC_CASES)('%s: %o gives %s', (_, over, expected) => {
    const rule = decide(over);
    expect(`${RULE_VERDICTS[rule]} ${rule}`).toBe(expected);
  });

  it('watches before it kills: E below 0 and P .22 at a first look is H0', () => {
    expect(decide({ value: -1, probability: 0.22 })).toBe('H0');
  });

  it('kills after two kill watches in a row, even where memory keeps the band up', () => {
    const watched = { value: -1, probability: 0.22, band: 1 as const };
    expect(decide({ ...watched, killWatches: 1 })).toBe('H0');
    expect(decide({ ...watched, killWatches: 2 })).toBe('K4');
    expect(decide({ ...watched, killWatches: 2, isDataOk: false })).toBe('K4');
    expect(decide({ ...watched, killWatches: 2, value: 1 })).toBe('H3');
    expect(decide({ ...watched, killWatches: 2, probability: 0.3 })).toBe('H3');
  });

  const grow = { probability: 0.86, band: 3, readiness: 80, bcr50: 1.8, paybackProbability: 0.78 } as const;
  it.each<[string, Partial<RuleState>, RuleId]>([
    ['readiness 75 enters', { readiness: 75 }, 'S1'],
    ['74.9 does not', { readiness: 74.9 }, 'C1'],
    ['70 stays after SCALE', { readiness: 70, wasScale: true }, 'S1'],
    ['69.9 does not', { readiness: 69.9, wasScale: true }, 'C1'],
    ['BCR 1.5 is enough', { bcr50: 1.5 }, 'S1'],
    ['1.49 is not', { bcr50: 1.49 }, 'C1'],
    ['PB .70 is enough', { paybackProbability: 0.7 }, 'S1'],
    ['an unknown PB is not', { paybackProbability: null }, 'C1'],
    ['BRI .90 is enough', { benefitRealisation: 0.9 }, 'S1'],
    ['.89 is not', { benefitRealisation: 0.89 }, 'C1'],
    ['an unknown BRI is not', { benefitRealisation: null }, 'C1'],
    ['the band counts, not P: held at 3', { probability: 0.78 }, 'S1'],
    ['held at 2', { band: 2 }, 'C1'],
    ['floors of the next stage', { areNextFloorsMet: false }, 'C1'],
    ['a pilot never scales', { stage: 'pilot' }, 'C1'],
    ['scaled grows again', { stage: 'scaled' }, 'S1'],
  ])('S1: %s', (_, over, expected) => {
    expect(decide({ ...grow, ...over })).toBe(expected);
  });

  it.each<[string, Partial<RuleState>, RuleId]>([
    ['UE .10 is not below it', { unitEconomics: 0.1 }, 'C1'],
    ['an idea has no tasks', { stage: 'idea', unitEconomics: 0.04 }, 'C1'],
    ['BRI .70 is not below it', { benefitRealisation: 0.7 }, 'C1'],
    ['a sum of tenths is .7', { benefitRealisation: 0.1 + 0.2 + 0.4 - 1e-12 }, 'C1'],
    ['cost per success up 20 %', { costPerSuccessRise: 0.2 }, 'C1'],
    ['up 20.1 %', { costPerSuccessRise: 0.201 }, 'F2'],
    ['a pilot has no F2', { stage: 'pilot', benefitRealisation: 0.1 }, 'C1'],
    ['one strike', { strikes: 1, isCauseOpen: true }, 'C1'],
    ['E exactly 0', { value: 0 }, 'H3'],
    ['only a pilot has a time-box', { isLate: true, probability: 0.45 }, 'H3'],
    ['late, but its value is positive', { stage: 'pilot', isLate: true }, 'C1'],
    ['late and unfunded with positive value', { stage: 'pilot', isLate: true, isFunded: false }, 'H4'],
  ])('%s', (_, over, expected) => {
    expect(decide(over)).toBe(expected);
  });

  it('takes its thresholds from the policy', () => {
    const strict = { ...DEFAULT_POLICY, killUnitEconomics: 0.96, scaleBcr: 1.2 };
    expect(decidingRule(state(), strict)).toBe('K3');
  });
});

describe('ruleTruths()', () => {
  it('lists every rule that is true, and C1 only when no other is', () => {
    const truths = ruleTruths(
      state({ hardFailure: true, tripwireMissed: true, value: -1, probability: 0.1, fixableFailure: true }),
      DEFAULT_POLICY,
    );
    expect(RULE_IDS.filter((rule) => truths[rule] === true)).toEqual(['K1', 'K2', 'K4', 'F1']);
    expect(truth('C1')).toBe(true);
    expect(truth('C1', { isFunded: false })).toBe(false);
  });

  it('cannot tell what rests on something unknown, and fires on true alone', () => {
    const blank = {
      hardFailure: null,
      value: null,
      probability: null,
      band: null,
      unitEconomics: null,
      benefitRealisation: null,
      bcr50: null,
    } as const;
    const truths = ruleTruths(state(blank), DEFAULT_POLICY);
    expect(RULE_IDS.filter((rule) => truths[rule] === null)).toEqual(['K1', 'K3', 'K4', 'H0', 'F2', 'H3']);
    expect(decide(blank)).toBe('C1');
  });

  it('is false as soon as one known part is', () => {
    expect(truth('K3', { unitEconomics: null, isDataOk: false })).toBe(false);
    expect(truth('K4', { value: null, probability: null, band: null, isDataOk: false })).toBe(false);
    expect(truth('K6', { stage: 'pilot', isLate: null })).toBe(false);
    expect(truth('K6', { stage: 'pilot', isLate: null, value: -1 })).toBeNull();
    expect(truth('F2', { benefitRealisation: null, costPerSuccessRise: 0.3 })).toBe(true);
    expect(truth('F2', { benefitRealisation: 0.9, costPerSuccessRise: null })).toBeNull();
    expect(truth('S1', { paybackProbability: null, readiness: 60 })).toBe(false);
  });
});

describe('valueClassOf()', () => {
  it.each([
    [1, 2, 'positive'],
    [1, 3, 'positive'],
    [1, 1, 'unclear'],
    [1, 0, 'unclear'],
    [0, 3, 'unclear'],
    [-1, 1, 'unclear'],
    [0, 0, 'negative'],
    [-1, 0, 'negative'],
    [null, 1, 'unclear'],
    [null, 2, null],
    [1, null, null],
  ] as const)('E %s in band %s is %s', (value, band, expected) => {
    expect(valueClassOf(state({ value, band }))).toBe(expected);
  });
});
