import { describe, expect, test } from 'vitest';
import {
  emptyScope,
  onTheRoad,
  openStages,
  placeOnRoad,
  roadText,
  scopeDraftOf,
  scopeFromDraft,
  scopeProblems,
} from '#renderer/features/initiative/forward/scope-draft.ts';
import {
  emptyScopeLine,
  scopeLineDraftOf,
  scopeLineFromDraft,
  scopeLineProblems,
} from '#renderer/features/initiative/forward/scope-line-draft.ts';
import { newScope, newScopeLine } from '#shared/api/schemas/forward-model.ts';
import { scope, scopeLine } from './drivers.ts';

describe('scopeFromDraft()', () => {
  test.each([
    scope('limited', { basis: 'measured' }),
    scope('scaled', { decisionMonth: 0, buildMonths: 2, rampMonths: 3 }),
  ])('gives back the scope its form was made of: %j', (one) => {
    const { id: _, initiativeId: __, lines: ___, ...expected } = one;
    const made = scopeFromDraft(scopeDraftOf(one));
    expect(made).toEqual(expected);
    expect(newScope.safeParse(made).success).toBe(true);
  });

  test.each([
    [{ decisionMonth: '-1' }, 'decisionMonth'],
    [{ buildMonths: '2.5' }, 'buildMonths'],
    [{ rampMonths: '0' }, 'rampMonths'],
    [{ rampMonths: '601' }, 'rampMonths'],
  ] as const)('refuses %j at %s', (change, field) => {
    const draft = { ...emptyScope('scaled'), ...change };
    expect(Object.keys(scopeProblems(draft))).toEqual([field]);
    expect(scopeFromDraft(draft)).toBeNull();
  });
});

describe('placeOnRoad()', () => {
  test.each([
    ['pilot', 'limited', 'past'],
    ['limited', 'limited', 'now'],
    ['scaled', 'limited', 'later'],
    ['expansion', 'scaled', 'later'],
    ['scaled', 'retired', 'past'],
  ] as const)('of %s for an initiative in %s is %s', (stage, current, expected) => {
    expect(placeOnRoad(stage, current)).toBe(expected);
  });
});

test('openStages() are those ahead without a scope', () => {
  expect(openStages([scope('limited')], 'pilot')).toEqual(['pilot', 'scaled', 'expansion']);
  expect(openStages([], 'retired')).toEqual([]);
});

test('onTheRoad() puts scopes in the order of the stages', () => {
  expect(onTheRoad([scope('scaled'), scope('pilot'), scope('limited')]).map((one) => one.stage)).toEqual([
    'pilot',
    'limited',
    'scaled',
  ]);
});

describe('roadText()', () => {
  test.each([
    [{ decisionMonth: 0, buildMonths: 2, rampMonths: 1 }, 'decided now, 2 months of build, 1 month of ramp'],
    [{ decisionMonth: 3 }, 'decided in 3 months, build not entered, ramp not entered'],
  ])('of %j', (change, expected) => {
    expect(roadText(scope('scaled', change))).toBe(expected);
  });
});

describe('scopeLineFromDraft()', () => {
  test.each([
    scopeLine('l', { constant: 0.8, driverIds: ['a', 'b', 'a'] }),
    scopeLine('l', { role: 'Engineer' }),
  ])('gives back the line its form was made of: %j', (line) => {
    const { id: _, scopeId: __, sortOrder: ___, ...expected } = line;
    const made = scopeLineFromDraft(scopeLineDraftOf(line));
    expect(made).toEqual(expected);
    expect(newScopeLine.safeParse(made).success).toBe(true);
  });

  test('reads a calculation as constant and leaves empty driver fields out', () => {
    const draft = { ...emptyScopeLine(), name: 'Review', constant: '1/60', driverIds: ['a', '', 'b'] };
    expect(scopeLineFromDraft(draft)).toMatchObject({ constant: 1 / 60, driverIds: ['a', 'b'], role: null });
  });

  test.each([
    [{ name: '' }, 'name'],
    [{ constant: '' }, 'constant'],
    [{ constant: '1/x' }, 'constant'],
    [{ driverIds: [''] }, 'driverIds'],
  ] as const)('refuses %j at %s', (change, field) => {
    const draft = { ...scopeLineDraftOf(scopeLine('l')), ...change };
    expect(Object.keys(scopeLineProblems(draft))).toEqual([field]);
    expect(scopeLineFromDraft(draft)).toBeNull();
  });
});
