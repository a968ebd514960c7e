import { describe, expect, test } from 'vitest';
import {
  createSearchIndex,
  filterRegister,
  foldText,
  isGapBelow,
  isOwnerMissing,
} from '#renderer/features/register/filter-register.ts';
import { EMPTY_QUERY, type RegisterQuery } from '#renderer/features/register/register-query.ts';
import { registerRow } from './rows.ts';

const levels = { data: null, integration: null, evaluation: null, governance: null, change: null };
const ROWS = [
  registerRow({
    id: 'a',
    name: 'Claims triage',
    unit: 'Claims',
    businessOwner: 'Head of claims',
    technicalOwner: 'T',
    cost3: 500 as never,
    value: -20,
  }),
  registerRow({
    id: 'b',
    name: 'Café bot',
    unit: '',
    stage: 'idea',
    purpose: 'Answers the "menu" (a.*b) 100%',
    cost3: 0 as never,
    technicalOwner: ' T ',
  }),
  registerRow({ id: 'c', name: 'Old one', unit: '__proto__', stage: 'retired', verdict: null, rule: null }),
  registerRow({
    id: 'd',
    name: 'Fraud',
    verdict: 'kill',
    rule: 'K1',
    levels: { ...levels, data: 2, change: 0 },
  }),
];

const ids = (change: Partial<RegisterQuery>) =>
  filterRegister(ROWS, { ...EMPTY_QUERY, ...change }).map((row) => row.id);

describe('filterRegister()', () => {
  test.each([
    ['nothing', {}, ['a', 'b', 'c', 'd']],
    ['blank text', { text: '  ' }, ['a', 'b', 'c', 'd']],
    ['a word in another case', { text: 'CLAIMS' }, ['a']],
    ['a word without its accent', { text: 'cafe' }, ['b']],
    ['words of different fields in any order', { text: 'head triage' }, ['a']],
    ['signs taken literally', { text: '(a.*b) 100%' }, ['b']],
    ['a word nobody has', { text: 'zebra' }, []],
    ['two stages', { stages: ['idea', 'retired'] }, ['b', 'c']],
    ['no verdict', { verdicts: ['none'] }, ['c']],
    ['a verdict or none', { verdicts: ['kill', 'none'] }, ['c', 'd']],
    ['a rule', { rules: ['K1'] }, ['d']],
    ['a unit, also a blank one', { units: ['', 'Claims'] }, ['a', 'b', 'd']],
    ['a unit named like an object key', { units: ['__proto__'] }, ['c']],
    ['any owner missing', { owner: 'any' }, ['b', 'c', 'd']],
    ['a person, blanks aside', { owners: ['T'] }, ['a', 'b']],
    ['people, whichever owner they are', { owners: ['Head of claims', 'Nobody'] }, ['a']],
    ['a cost from its bound up', { cost: { min: 500, max: null } }, ['a']],
    ['a cost up to its bound, the unmeasured left out', { cost: { min: null, max: 0 } }, ['b']],
    ['a cost in between', { cost: { min: 1, max: 499 } }, []],
    ['a negative value', { value: { min: -20, max: -1 } }, ['a']],
    ['a gap below a level', { gaps: [{ gap: 'data', below: 3 }] }, ['d']],
    ['a gap at the level', { gaps: [{ gap: 'data', below: 2 }] }, []],
    ['level 0 below 1', { gaps: [{ gap: 'change', below: 1 }] }, ['d']],
    ['a gap never assessed', { gaps: [{ gap: 'data', below: 'unassessed' }] }, ['a', 'b', 'c']],
    ['handpicked ids', { ids: ['d', 'x', 'a'] }, ['a', 'd']],
    ['an empty handpicked set', { ids: [] }, []],
    ['two filters at once', { stages: ['pilot'], verdicts: ['kill'] }, ['d']],
  ] as const)('by %s', (_, change, expected) => {
    expect(ids(change)).toEqual(expected);
  });

  test('gives back the same array when nothing is filtered', () => {
    expect(filterRegister(ROWS, EMPTY_QUERY)).toBe(ROWS);
  });

  test('finds the same through an index', () => {
    const index = createSearchIndex();
    const query = { ...EMPTY_QUERY, text: 'claims' };
    expect(filterRegister(ROWS, query, index)).toEqual(filterRegister(ROWS, query));
    expect(filterRegister(ROWS, query, index)).toEqual(filterRegister(ROWS, query));
  });
});

describe('isOwnerMissing()', () => {
  const row = registerRow({ businessOwner: ' ', technicalOwner: 'CTO' });
  test.each([
    ['any', true],
    ['business', true],
    ['technical', false],
  ] as const)('asked for %s with a blank business owner says %j', (owner, expected) => {
    expect(isOwnerMissing(row, owner)).toBe(expected);
  });
});

describe('isGapBelow()', () => {
  test('takes a missing key as not assessed', () => {
    const row = registerRow({ levels: {} as never });
    expect(isGapBelow(row, { gap: 'data', below: 4 })).toBe(false);
    expect(isGapBelow(row, { gap: 'data', below: 'unassessed' })).toBe(true);
  });
});

describe('foldText()', () => {
  test('drops case and accents', () => {
    expect(foldText('ÀÉÎõü ß')).toBe('aeiou ß');
  });
});
