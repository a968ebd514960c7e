import { describe, expect, it } from 'vitest';
import type { Flip, Measurement, SinceReview } from '#shared/decision/explanation.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import {
  changeEffect,
  flipCondition,
  flipDistance,
  flipNow,
  flipSentence,
  measurementAdvice,
  pointText,
  readinessMoveText,
  stabilitySentence,
  thenAndNow,
} from '#shared/report/explanation-words.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');

const flip = (over: Partial<Flip> = {}): Flip => ({
  input: 'driver:s',
  kind: 'driver',
  name: 'success rate',
  unit: 'share',
  now: 0.76,
  to: 0.81,
  direction: 'up',
  relative: 0.066,
  deviations: 0.42,
  verdict: 'scale',
  rule: 'S1',
  ...over,
});

describe('flipSentence()', () => {
  it('says the verdict, the input, how far and from where', () => {
    expect(plain(flipSentence(flip(), 'EUR'))).toBe(
      'becomes SCALE (S1) if success rate (share) at least 0.81 (now 0.76), 0.4 sd',
    );
  });
});

describe('flipCondition()', () => {
  it('prints a number that does flip the verdict: away from now, whatever the rounding', () => {
    expect(flipCondition(flip({ to: 0.80741 }), 'EUR')).toContain('at least 0.808');
    expect(flipCondition(flip({ to: 0.80759, direction: 'down' }), 'EUR')).toContain('at most 0.807');
    // 1.11 / .01 is a little more than 111 in binary.
    expect(flipCondition(flip({ to: 1.11 }), 'EUR')).toMatch(/at least 1\.11$/);
    expect(flipCondition(flip({ to: 23_612, direction: 'down', unit: 'per month' }), 'EUR')).toContain(
      'at most 23,600',
    );
    expect(plain(flipCondition(flip({ to: -12.345, direction: 'down' }), 'EUR'))).toContain('at most -12.4');
  });
  it.each([
    [
      { kind: 'level', name: 'Evaluation', unit: 'level', to: 3, direction: 'up' },
      'Evaluation at least level 3',
    ],
    [
      { kind: 'month', name: 'Scaled: build months', unit: 'months', to: 4, direction: 'down' },
      'Scaled: build months at most 4',
    ],
    [
      { kind: 'figure', name: 'Stopping: exit cost', unit: 'money', to: 1_234_567, direction: 'up' },
      'Stopping: exit cost at least 12.4 k EUR',
    ],
    [
      { kind: 'figure', name: 'Pass rate', unit: 'share', to: 0.899, direction: 'down' },
      'Pass rate at most 89.9 %',
    ],
    [
      { kind: 'date', name: 'Connector: live', unit: 'month', to: '2027-03', direction: 'up' },
      'Connector: live: 2027-03 or later',
    ],
    [{ kind: 'yes_no', name: 'Lawful basis', unit: '', to: 'no', direction: 'other' }, 'Lawful basis: no'],
    [{ unit: '', to: 0.81 }, 'success rate at least 0.81'],
  ] as const)('of %j', (over, expected) => {
    expect(plain(flipCondition(flip(over), 'EUR'))).toBe(expected);
  });
});

describe('flipNow() and flipDistance()', () => {
  it('says where the input is, in its own unit', () => {
    expect(flipNow(flip({ kind: 'level', now: 2 }), 'EUR')).toBe('now level 2');
    expect(flipNow(flip({ kind: 'yes_no', now: 'yes' }), 'EUR')).toBe('now yes');
  });
  it.each([
    [{ deviations: -1.94 }, '1.9 sd'],
    [{ deviations: 0.03 }, '0.03 sd'],
    [{ deviations: 0.001 }, '<0.01 sd'],
    [{ deviations: null }, '+6.6 %'],
    [{ deviations: null, relative: -0.124 }, '-12 %'],
    [{ deviations: null, relative: null }, ''],
  ])('of %j is %j', (over, expected) => {
    expect(plain(flipDistance(flip(over)))).toBe(expected);
  });
});

describe('stabilitySentence()', () => {
  it.each([
    [
      { value: 0.31, label: 'fragile', input: 'driver:s' },
      'Fragile: the nearest turn is 0.3 sd away, by success rate.',
    ],
    [{ value: null, label: 'firm', input: null }, 'Firm: no input with a spread turns it within its range.'],
    [{ value: null, label: null, input: null }, 'No input with a spread could be tried.'],
  ] as const)('of %j', (stability, expected) => {
    expect(plain(stabilitySentence(stability, [flip()]))).toBe(expected);
  });
});

describe('measurementAdvice()', () => {
  const item = (over: Partial<Measurement>): Measurement => ({
    code: 'driver:m',
    text: 'review minutes',
    kind: 'driver',
    unblocks: [],
    evppi: 4_100_000,
    cost: 300_000,
    days: 2,
    advice: 'measure',
    ...over,
  });
  it.each([
    [{}, 'worth 41 k EUR, costs 3 k EUR and 2 days: measure it'],
    [{ days: 1, cost: 0 }, 'worth 41 k EUR, costs nothing and 1 day: measure it'],
    [
      { days: null, advice: 'not_worth_it', evppi: 10_000 },
      'worth 100 EUR, costs 3 k EUR: not worth its cost',
    ],
    [{ advice: 'price_it', cost: null }, 'worth 41 k EUR: price the measurement'],
    [{ advice: 'enter_it', evppi: null, unblocks: ['H1', 'S1'] }, 'enter it: rules H1, S1 wait for it'],
    [{ advice: 'enter_it', evppi: null, unblocks: ['F2'] }, 'enter it: rule F2 waits for it'],
  ] as const)('of %j', (over, expected) => {
    expect(plain(measurementAdvice(item(over), 'EUR'))).toBe(expected);
  });
});

describe('thenAndNow() and changeEffect()', () => {
  const since: SinceReview = {
    reviewName: '2026-Q2',
    endsOn: '2026-06-30' as IsoDate,
    verdictThen: 'fix',
    ruleThen: 'F1',
    changes: [],
  };
  const change = {
    input: 'x',
    name: 'x',
    was: 'a',
    is: 'b',
    verdictWithOld: 'fix',
    ruleWithOld: 'F1',
  } as const;

  it('name both verdicts', () => {
    expect(thenAndNow(since, { verdict: 'continue', rule: 'C1' })).toBe('FIX (F1) then, CONTINUE (C1) now.');
    expect(thenAndNow({ ...since, verdictThen: null, ruleThen: null }, { verdict: null, rule: null })).toBe(
      'no verdict then, no verdict now.',
    );
  });
  it('tell a change that turns the verdict from one that does not', () => {
    expect(changeEffect({ ...change, mattered: true })).toBe('with the old one: FIX (F1)');
    expect(changeEffect({ ...change, mattered: false })).toBe('alone it changes nothing');
  });
});

describe('pointText()', () => {
  it.each([
    [0.0829, '0.0829'],
    [23_612, '23,600'],
    [1 / 3, '0.333'],
  ])('of %d is %s', (point, text) => {
    expect(pointText(point)).toBe(text);
  });
});

describe('readinessMoveText()', () => {
  it.each([
    [{ toLevel: 4, weight: 0.125 }, 'level 4, or its weight +\u00a00.13'],
    [{ toLevel: 1, weight: -0.2 }, 'level 1, or its weight \u2212\u00a00.20'],
    [{ toLevel: null, weight: null }, 'no level does it'],
    [{ toLevel: 3, weight: null }, 'level 3'],
  ] as const)('says %j', (move, expected) => {
    expect(readinessMoveText(move)).toBe(expected);
  });
});
