import { describe, expect, test } from 'vitest';
import { findingText } from '#renderer/features/initiative/summary/gate-table.tsx';
import { levelText } from '#renderer/features/initiative/summary/readiness-table.tsx';
import { ruleText } from '#renderer/features/initiative/summary/rule-table.tsx';
import { whyUnknown, windowNote } from '#renderer/features/initiative/summary/value-figures.tsx';
import { verdictReason } from '#renderer/features/initiative/summary/verdict-reason.ts';
import type { GapScore, GateOutcome, RuleOutcome, WindowSum } from '#shared/decision/result.ts';
import type { MinorUnits, MonthIndex } from '#shared/domain/units.ts';

describe('verdictReason()', () => {
  test.each([
    ['HOLD (H1): measure first: a level.', 'Measure first: a level.'],
    ['Retired: no verdict.', 'Retired: no verdict.'],
    ['', ''],
  ])('of %j is %j', (sentence, expected) => {
    expect(verdictReason(sentence)).toBe(expected);
  });
});

describe('findingText()', () => {
  const gate = (state: GateOutcome['state'], findings: GateOutcome['findings']): GateOutcome => ({
    gate: 'G5',
    stage: 'pilot',
    state,
    findings,
    evidence: null,
  });
  const low = { state: 'fixable', code: 'low', text: 'level 1, needs 3' } as const;
  const fine = { state: 'pass', code: 'ran', text: 'run 3 days ago' } as const;

  test('names only what stands against a gate that does not pass', () => {
    expect(findingText(gate('fixable', [low, fine]))).toBe('level 1, needs 3');
    expect(findingText(gate('pass', [fine]))).toBe('run 3 days ago');
  });
});

describe('ruleText()', () => {
  const rule = (change: Partial<RuleOutcome>): RuleOutcome => ({
    rule: 'K6',
    verdict: 'kill',
    status: 'quiet',
    terms: [],
    missing: [],
    ...change,
  });

  test('leaves out the status, which has its own column', () => {
    expect(ruleText(rule({}), 'EUR')).toBe('not a pilot');
    expect(
      ruleText(rule({ status: 'not_evaluated', missing: [{ code: 'plan', text: 'a locked plan' }] }), 'EUR'),
    ).toBe('missing a locked plan');
  });

  test('keeps the numbers compared', () => {
    const term = {
      quantity: 'months in pilot',
      actual: 11,
      comparator: '>',
      threshold: 9,
      unit: 'months',
      holds: true,
    } as const;
    expect(ruleText(rule({ status: 'fires', terms: [term] }), 'EUR')).toBe('months in pilot: 11, above 9');
  });
});

describe('levelText()', () => {
  const score = (change: Partial<GapScore>): GapScore => ({
    gap: 'data',
    level: 3,
    effective: 3,
    quality: 1,
    isStale: false,
    floor: 3,
    evidence: null,
    ratings: [],
    ...change,
  });
  test.each([
    [{}, 'level 3'],
    [{ level: 2 }, 'level 2, needs 3'],
    [{ level: null, effective: null }, 'not assessed, needs 3'],
    [{ level: null, effective: null, floor: null }, 'not assessed'],
    [{ isStale: true }, 'level 3, evidence stale or missing'],
  ] as const)('of %j is %j', (change, expected) => {
    expect(levelText(score(change))).toBe(expected);
  });
});

describe('windowNote()', () => {
  const sum = (change: Partial<WindowSum>): WindowSum => ({
    months: [24_318, 24_319, 24_320] as MonthIndex[],
    isContiguous: true,
    cost: 0 as MinorUnits,
    benefit: 0 as MinorUnits,
    net: 0 as MinorUnits,
    measured: 9,
    expected: 9,
    ...change,
  });
  test.each([
    [{}, 'actual, undiscounted, Jul to Sep 2026'],
    [
      { isContiguous: false, measured: 8 },
      'actual, undiscounted, Jul to Sep 2026, not adjacent, 8 of 9 measured',
    ],
  ])('of %j is %j', (change, expected) => {
    expect(windowNote(sum(change))).toBe(expected);
  });
});

describe('whyUnknown()', () => {
  const missing = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ code: `${i}`, text: `item ${i}` }));
  test.each([
    [{ status: 'known', value: 1 }, null],
    [{ status: 'unknown', missing: missing(1) }, 'missing item 0'],
    [{ status: 'unknown', missing: missing(3) }, 'missing item 0, item 1, item 2'],
    [{ status: 'not_evaluated', missing: missing(5) }, 'missing item 0, item 1 and 3 more'],
    [{ status: 'not_applicable', reason: 'retired' }, 'retired'],
  ] as const)('of %j is %j', (figure, expected) => {
    expect(whyUnknown(figure)).toBe(expected);
  });
});
