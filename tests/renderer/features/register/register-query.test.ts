import { describe, expect, test } from 'vitest';
import {
  EMPTY_QUERY,
  formatRegisterQuery,
  isFiltered,
  parseRegisterQuery,
} from '#renderer/features/register/register-query.ts';

describe('parseRegisterQuery()', () => {
  test.each([
    ['', {}],
    ['verdict=kill&stage=pilot', { verdicts: ['kill'], stages: ['pilot'] }],
    ['verdict=fix,kill&verdict=none', { verdicts: ['kill', 'fix', 'none'] }],
    ['verdict=KILL,toString,__proto__', {}],
    ['rule=K1,H1,Z9', { rules: ['K1', 'H1'] }],
    ['unit=A%2C+B&unit=&unit=A%2C+B', { units: ['A, B', ''] }],
    ['owner=missing', { owner: 'any' }],
    ['owner=technical', { owner: 'technical' }],
    ['owner=bob', {}],
    [
      'gap=data:3,change:unassessed',
      {
        gaps: [
          { gap: 'data', below: 3 },
          { gap: 'change', below: 'unassessed' },
        ],
      },
    ],
    ['gap=data:0,data:9,data,nope:2,data:3.0', {}],
    ['gap=data:3,data:2', { gaps: [{ gap: 'data', below: 3 }] }],
    ['owned=Ada&owned=+&owned=Ada&owned=B%2CC', { owners: ['Ada', 'B,C'] }],
    ['cost=100..&value=..-5', { cost: { min: 100, max: null }, value: { min: null, max: -5 } }],
    ['cost=9..1', { cost: { min: 1, max: 9 } }],
    ['cost=..&value=1.5..2', {}],
    ['cost=1&value=9999999999999999..', {}],
    ['group=stage', { group: 'stage' }],
    ['group=toString', {}],
    ['ids=a-1,b_2,<script>', { ids: ['a-1', 'b_2'] }],
    ['ids=', { ids: [] }],
    ['q=claims+agent', { text: 'claims agent' }],
    [
      'sort=-net3,name,bad,name',
      {
        sort: [
          { column: 'net3', isDescending: true },
          { column: 'name', isDescending: false },
        ],
      },
    ],
  ] as const)('of %j', (search, expected) => {
    expect(parseRegisterQuery(search)).toEqual({ ...EMPTY_QUERY, ...expected });
  });

  test('cuts a search longer than the field allows', () => {
    expect(parseRegisterQuery(`q=${'x'.repeat(500)}`).text).toHaveLength(200);
  });
});

describe('formatRegisterQuery()', () => {
  test('is empty when nothing is filtered or sorted', () => {
    expect(formatRegisterQuery(EMPTY_QUERY)).toBe('');
    expect(formatRegisterQuery({ ...EMPTY_QUERY, text: '  ' })).toBe('');
  });

  test('reads back as the same selection', () => {
    const query = {
      text: 'a & b=c',
      stages: ['idea', 'pilot'],
      verdicts: ['kill', 'none'],
      rules: ['K1'],
      units: ['Treasury, "IRS" & co', ''],
      owner: 'any',
      owners: ['Ada, Countess', 'علي'],
      cost: { min: 100, max: null },
      value: { min: -5000, max: 0 },
      gaps: [{ gap: 'data', below: 3 }],
      attention: ['stale_evidence', 'silent'],
      offMap: ['neither'],
      ids: ['x'],
      sort: [{ column: 'verdict', isDescending: true }],
      group: 'owner',
    } as const;
    expect(parseRegisterQuery(formatRegisterQuery(query))).toEqual(query);
  });

  test('stays readable', () => {
    const query = { ...EMPTY_QUERY, verdicts: ['kill', 'fix'], gaps: [{ gap: 'data', below: 3 }] } as const;
    expect(formatRegisterQuery(query)).toBe('verdict=kill,fix&gap=data:3');
  });
});

describe('isFiltered()', () => {
  test('is not moved by order or groups alone', () => {
    expect(isFiltered({ ...EMPTY_QUERY, group: 'stage' })).toBe(false);
    expect(isFiltered({ ...EMPTY_QUERY, cost: { min: null, max: 0 } })).toBe(true);
    expect(isFiltered({ ...EMPTY_QUERY, sort: [{ column: 'name', isDescending: false }] })).toBe(false);
    expect(isFiltered({ ...EMPTY_QUERY, ids: [] })).toBe(true);
    expect(isFiltered({ ...EMPTY_QUERY, text: 'x' })).toBe(true);
  });
});
