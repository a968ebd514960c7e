import { describe, expect, test } from 'vitest';
import {
  COLUMN_IDS,
  compareSortValues,
  gatesSortValue,
  numberSortValue,
  REGISTER_COLUMNS,
  stageSortValue,
  textSortValue,
  verdictSortValue,
} from '#renderer/features/register/register-columns.ts';
import { registerRow } from './rows.ts';

describe('REGISTER_COLUMNS', () => {
  test('are the column ids, each once', () => {
    expect(REGISTER_COLUMNS.map((column) => column.id)).toEqual([...COLUMN_IDS]);
  });
});

describe('compareSortValues()', () => {
  test.each([
    [1, 2, -1],
    [7, 7, 0],
    ['b', 'A', 1],
    ['Pilot 2', 'Pilot 10', -1],
    ['résumé', 'Resume', 0],
    ['', 'a', -1],
    ['constructor', 'toString', -1],
  ] as const)('orders %j and %j as %d', (a, b, expected) => {
    expect(Math.sign(compareSortValues(a, b))).toBe(expected);
  });
});

describe('numberSortValue()', () => {
  test.each([
    [null, undefined],
    [undefined, undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [0, 0],
    [-3, -3],
  ])('of %j is %j', (value, expected) => {
    expect(numberSortValue(value)).toBe(expected);
  });
});

describe('textSortValue()', () => {
  test.each([
    ['', undefined],
    ['  ', undefined],
    ['a', 'a'],
  ])('of %j is %j', (value, expected) => {
    expect(textSortValue(value)).toBe(expected);
  });
});

describe('verdictSortValue()', () => {
  test('puts the worst verdict first, then the rules in their order', () => {
    const order = [
      registerRow({ verdict: 'kill', rule: 'K1' }),
      registerRow({ verdict: 'kill', rule: 'K6' }),
      registerRow({ verdict: 'fix', rule: 'F1' }),
      registerRow({ verdict: 'hold', rule: 'H1' }),
      registerRow({ verdict: 'hold', rule: null }),
      registerRow({ verdict: 'scale', rule: 'S1' }),
    ].map((row) => Number(verdictSortValue(row)));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(order).size).toBe(order.length);
    expect(verdictSortValue(registerRow({ verdict: null, rule: null }))).toBeUndefined();
  });
});

describe('stageSortValue()', () => {
  test('follows the road, paused after running', () => {
    const values = [
      registerRow({ stage: 'idea' }),
      registerRow({ stage: 'pilot' }),
      registerRow({ stage: 'pilot', isPaused: true }),
      registerRow({ stage: 'retired' }),
    ].map((row) => Number(stageSortValue(row)));
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });
});

describe('gatesSortValue()', () => {
  test('is the share of the asked gates, and missing when none is asked', () => {
    expect(gatesSortValue(registerRow({ gatesPassed: 3, gatesAsked: 8 }))).toBe(0.375);
    expect(gatesSortValue(registerRow({ gatesPassed: 0, gatesAsked: 0 }))).toBeUndefined();
  });
});
