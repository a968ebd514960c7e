import { describe, expect, test } from 'vitest';
import { findingText } from '#renderer/features/initiative/summary/gate-table.tsx';
import { levelText } from '#renderer/features/initiative/summary/readiness-table.tsx';
import { ruleText } from '#renderer/features/initiative/summary/rule-table.tsx';
import { verdictReason } from '#renderer/features/initiative/summary/verdict-reason.ts';
import type { GapScore, GateOutcome, RuleOutcome } from '#shared/decision/result.ts';

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
