import { describe, expect, test } from 'vitest';
import {
  claimDraftOf,
  claimFromDraft,
  claimProblems,
  oddsText,
} from '#renderer/features/initiative/checklist/checklist-draft.ts';
import { checklistClaim } from '#shared/api/schemas/forward-model.ts';
import type { ChecklistRow } from '#shared/domain/checklist.ts';
import type { IsoDate } from '#shared/domain/units.ts';

const AS_OF = '2026-09-30' as IsoDate;
const READY: ChecklistRow = {
  dimension: 'evaluation',
  state: 'production_ready',
  proof: { kind: 'test', datedOn: '2026-09-01' as IsoDate, link: 'suite.html', note: '' },
};
const PILOT: ChecklistRow = { dimension: 'data', state: 'pilot_grade', proof: null };

describe('claimFromDraft()', () => {
  test.each([READY, PILOT])('gives back the row its form was made of: %j', (row) => {
    const made = claimFromDraft(row.dimension, claimDraftOf(row, AS_OF), AS_OF);
    expect(made).toEqual(row);
    expect(checklistClaim.safeParse(made).success).toBe(true);
  });

  test('says nothing of a row nobody has spoken about, and can take a claim back', () => {
    const blank = claimDraftOf(undefined, AS_OF);
    expect(claimFromDraft('data', blank, AS_OF)).toEqual({ dimension: 'data', state: 'unsaid', proof: null });
    const back = claimFromDraft('evaluation', { ...claimDraftOf(READY, AS_OF), state: 'unsaid' }, AS_OF);
    expect(checklistClaim.safeParse(back).success).toBe(true);
    expect(back).toMatchObject({ state: 'unsaid', proof: null });
  });
});

describe('claimProblems()', () => {
  test('asks production-ready for kind, date, and where or what', () => {
    const draft = { ...claimDraftOf(undefined, AS_OF), state: 'production_ready' } as const;
    expect(Object.keys(claimProblems(draft, AS_OF)).sort()).toEqual(['kind', 'note']);
    expect(claimFromDraft('data', draft, AS_OF)).toBeNull();
  });

  test('refuses a proof from after the as-of date', () => {
    const draft = claimDraftOf(READY, AS_OF);
    const late = { ...draft, proof: { ...draft.proof, datedOn: '2026-10-01' } };
    expect(Object.keys(claimProblems(late, AS_OF))).toEqual(['datedOn']);
  });

  test('asks nothing of pilot-grade', () => {
    const draft = { ...claimDraftOf(undefined, AS_OF), state: 'pilot_grade' } as const;
    expect(claimProblems(draft, AS_OF)).toEqual({});
  });
});

describe('oddsText()', () => {
  test.each([
    [{ claimed: 'production_ready', isAtOdds: true }, /claimed production-ready, but the gate does not pass/],
    [{ claimed: 'pilot_grade', isAtOdds: true }, /the gate passes, but/],
    [{ claimed: null, isAtOdds: true }, /the gate passes, but/],
  ] as const)('of %j', (outcome, message) => {
    expect(oddsText(outcome)).toMatch(message);
  });

  test('is silent when claim and gate agree', () => {
    expect(oddsText({ claimed: 'production_ready', isAtOdds: false })).toBeNull();
  });
});
