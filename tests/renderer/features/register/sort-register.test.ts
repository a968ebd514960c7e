import { describe, expect, test } from 'vitest';
import type { SortKey } from '#renderer/features/register/register-query.ts';
import { rankRows, ranksOf, sortRegister } from '#renderer/features/register/sort-register.ts';
import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { registerRow } from './rows.ts';

const sorted = (rows: readonly RegisterRow[], sort: readonly SortKey[]) =>
  sortRegister(rows, sort).map((row) => row.id);

const ROWS = [
  registerRow({ id: 'low', name: 'Pilot 10', net3: -500 as never }),
  registerRow({ id: 'none', name: '', net3: null }),
  registerRow({ id: 'zero', name: 'Pilot 2', net3: 0 as never }),
  registerRow({ id: 'high', name: 'éclair', net3: 900 as never }),
  registerRow({ id: 'none2', name: 'toString', net3: null }),
];

describe('sortRegister()', () => {
  test('sort figures with the unmeasured last, upwards and downwards', () => {
    expect(sorted(ROWS, [{ column: 'net3', isDescending: false }])).toEqual([
      'low',
      'zero',
      'high',
      'none',
      'none2',
    ]);
    expect(sorted(ROWS, [{ column: 'net3', isDescending: true }])).toEqual([
      'high',
      'zero',
      'low',
      'none',
      'none2',
    ]);
  });

  test('sort text as people do, the unnamed last', () => {
    expect(sorted(ROWS, [{ column: 'name', isDescending: false }])).toEqual([
      'high',
      'zero',
      'low',
      'none2',
      'none',
    ]);
    expect(sorted(ROWS, [{ column: 'name', isDescending: true }])).toEqual([
      'none2',
      'low',
      'zero',
      'high',
      'none',
    ]);
  });

  test('sort within an order', () => {
    const rows = [
      registerRow({ id: 'b1', unit: 'B', name: '1' }),
      registerRow({ id: 'a2', unit: 'A', name: '2' }),
      registerRow({ id: 'a1', unit: 'A', name: '1' }),
    ];
    const sort = [
      { column: 'unit', isDescending: true },
      { column: 'name', isDescending: false },
    ] as const;
    expect(sorted(rows, sort)).toEqual(['b1', 'a1', 'a2']);
  });

  test('keep the order of equals and of no order', () => {
    expect(sorted(ROWS, [])).toEqual(ROWS.map((row) => row.id));
    expect(sorted(ROWS, [{ column: 'stage', isDescending: true }])).toEqual(ROWS.map((row) => row.id));
  });
});

describe('rankRows()', () => {
  test('gives equals one rank and the missing none', () => {
    const rows = ['b', 'A', '', 'a', 'B 2', 'B 10'].map((name, id) => registerRow({ id: String(id), name }));
    expect([...rankRows(rows, 'name')]).toEqual([1, 0, -1, 0, 2, 3]);
  });
});

describe('ranksOf()', () => {
  test('ranks a list once per column', () => {
    const rows = [registerRow({ name: 'b' }), registerRow({ name: 'a' })];
    expect(ranksOf(rows, 'name')).toBe(ranksOf(rows, 'name'));
    expect(ranksOf([...rows], 'name')).not.toBe(ranksOf(rows, 'name'));
    expect([...ranksOf(rows, 'unit')]).toEqual([-1, -1]);
  });
});
