import { describe, expect, test } from 'vitest';
import { ageText, evidenceAge } from '#renderer/features/initiative/gaps/evidence-age.ts';
import {
  emptyEvidence,
  evidenceFromDraft,
  evidenceProblems,
  isBlankEvidence,
} from '#renderer/features/initiative/gaps/evidence-draft.ts';
import { newEvidence } from '#shared/api/schemas/initiative.ts';
import type { Evidence } from '#shared/domain/initiative.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { IsoDate } from '#shared/domain/units.ts';

const AS_OF = '2026-09-30' as IsoDate;
const evidence = (kind: Evidence['kind'], datedOn: string): Evidence => ({
  id: 'e',
  assessmentId: 'a',
  kind,
  datedOn: datedOn as IsoDate,
  link: '',
  note: '',
  sourceQuestion: '',
});

describe('evidenceAge()', () => {
  test.each([
    ['audit', '2026-09-30', 1, false, 'today'],
    ['opinion', '2026-09-29', 0.4, false, '1 day old'],
    // 183 days are 6.01 months: the half-life, so half of .8.
    ['test', '2026-03-31', 0.4, false, '183 days old'],
    ['opinion', '2026-03-31', 0.2, true, '183 days old'],
    ['telemetry', '2024-09-30', 0.06, true, '2.0 years old'],
    ['audit', '2026-10-01', 0, true, 'dated after the as-of date'],
  ] as const)('of %s from %s', (kind, datedOn, quality, isStale, text) => {
    const age = evidenceAge(evidence(kind, datedOn), AS_OF, DEFAULT_POLICY);
    expect(age.quality).toBeCloseTo(quality, 2);
    expect(age).toMatchObject({ isStale, text });
  });
});

describe('ageText()', () => {
  test.each([
    [0, 'today'],
    [1, '1 day'],
    [365, '365 days'],
    [366, '1.0 years'],
  ])('of %d is %s', (days, expected) => {
    expect(ageText(days)).toBe(expected);
  });
});

describe('evidenceFromDraft()', () => {
  const draft = { ...emptyEvidence(0, AS_OF), kind: 'test' as const, note: ' Passed ' };

  test('makes what the contract takes', () => {
    const made = evidenceFromDraft(draft, AS_OF);
    expect(made).toEqual({ kind: 'test', datedOn: AS_OF, link: '', note: 'Passed' });
    expect(newEvidence.safeParse(made).success).toBe(true);
  });

  test.each([
    [{ kind: '' }, 'kind'],
    [{ datedOn: '' }, 'datedOn'],
    [{ datedOn: '2026-02-30' }, 'datedOn'],
    [{ datedOn: '2026-10-01' }, 'datedOn'],
  ] as const)('refuses %j at %s', (change, field) => {
    const bad = { ...draft, ...change };
    expect(evidenceFromDraft(bad, AS_OF)).toBeNull();
    expect(Object.keys(evidenceProblems(bad, AS_OF))).toEqual([field]);
  });

  test('knows a row in which nothing was entered', () => {
    expect(isBlankEvidence(emptyEvidence(0, AS_OF))).toBe(true);
    expect(isBlankEvidence(draft)).toBe(false);
  });
});
