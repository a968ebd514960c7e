import { describe, expect, test } from 'vitest';
import { cheapestTest, measureNext } from '#shared/decision/explain/measure-next.ts';
import type { DriverEffect } from '#shared/decision/explanation.ts';
import type { RuleOutcome } from '#shared/decision/result.ts';
import { RULE_VERDICTS, type RuleId } from '#shared/domain/verdict.ts';
import { money } from '../example-facts.ts';
import { driver } from './worked-example.ts';

const rule = (id: RuleId, ...codes: string[]): RuleOutcome => ({
  rule: id,
  verdict: RULE_VERDICTS[id],
  status: 'not_evaluated',
  terms: [],
  missing: codes.map((code) => ({ code, text: `text of ${code}` })),
});

const effect = (driverId: string, evppi: number | null): DriverEffect => ({
  driverId,
  name: driverId,
  unit: '',
  p10: 1,
  p50: 2,
  p90: 3,
  deltaAtP10: 0,
  deltaAtP90: 0,
  crossesZero: false,
  rankCorrelation: null,
  evppi,
});

const priced = (id: string, cost: number | null) =>
  driver(id, 'positive', [1, 2, 3], { measureCost: cost === null ? null : money(cost), measureDays: 5 });

describe('measureNext()', () => {
  test('puts what blocks most rules on top, then the earliest rule, then the code', () => {
    const items = measureNext(
      [rule('K1', 'b'), rule('K4', 'model', 'd'), rule('H1', 'model'), rule('H3', 'model', 'c', 'b2')],
      [],
      [],
    );
    expect(items.map(({ code, unblocks }) => [code, unblocks])).toEqual([
      ['model', ['K4', 'H1', 'H3']],
      ['b', ['K1']],
      ['d', ['K4']],
      ['b2', ['H3']],
      ['c', ['H3']],
    ]);
    expect(items.every(({ advice, kind }) => advice === 'enter_it' && kind === 'missing')).toBe(true);
  });

  test('names an item once per rule, however often the rule does', () => {
    expect(measureNext([rule('S1', 'x', 'x')], [], [])[0]?.unblocks).toEqual(['S1']);
  });

  test('weighs each driver by its EVPPI against the cost of measuring it', () => {
    const drivers = [priced('cheap', 10), priced('dear', 100), priced('even', 50), priced('unpriced', null)];
    const effects = [
      effect('cheap', 11),
      effect('dear', 99),
      effect('even', 50),
      effect('unpriced', 70),
      effect('known', null),
    ];
    const items = measureNext([rule('K1', 'x')], drivers, effects);
    expect(items.map(({ code, advice, cost }) => [code, advice, cost])).toEqual([
      ['x', 'enter_it', null],
      ['driver:dear', 'not_worth_it', 100],
      ['driver:unpriced', 'price_it', null],
      ['driver:even', 'not_worth_it', 50],
      ['driver:cheap', 'measure', 10],
    ]);
    expect(items.at(-1)?.days).toBe(5);
  });
});

describe('cheapestTest()', () => {
  test('is the cheapest measurement worth its cost, the more telling of equals', () => {
    const drivers = [priced('a', 30), priced('b', 20), priced('c', 20), priced('d', 5)];
    const items = measureNext([], drivers, [
      effect('a', 90),
      effect('b', 40),
      effect('c', 50),
      effect('d', 4),
    ]);
    expect(cheapestTest(items)).toBe('driver:c');
  });

  test('is none where nothing is worth it, and an unpriced one is never chosen', () => {
    const items = measureNext([], [priced('a', 30), priced('b', null)], [effect('a', 9), effect('b', 900)]);
    expect(cheapestTest(items)).toBeNull();
  });
});
