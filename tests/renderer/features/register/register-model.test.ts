import { useTable } from '@tanstack/react-table';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import {
  registerFeatures,
  registerTableColumns,
  sortingState,
} from '#renderer/features/register/register-model.ts';
import type { SortKey } from '#renderer/features/register/register-query.ts';
import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { registerRow } from './rows.ts';

interface ProbeProps {
  readonly rows: RegisterRow[];
  readonly sort: readonly SortKey[];
}

/** The table as the screen makes it, printing its row ids in order. */
function Probe({ rows, sort }: ProbeProps) {
  const table = useTable({
    features: registerFeatures,
    columns: registerTableColumns,
    data: rows,
    getRowId: (row) => row.id,
    state: { sorting: sortingState(sort) },
  });
  return table
    .getRowModel()
    .rows.map((row) => row.id)
    .join(' ');
}

const sorted = (rows: RegisterRow[], sort: readonly SortKey[]) =>
  renderToStaticMarkup(createElement(Probe, { rows, sort })).split(' ');

const ROWS = [
  registerRow({ id: 'low', name: 'Pilot 10', net3: -500 as never }),
  registerRow({ id: 'none', name: '', net3: null }),
  registerRow({ id: 'zero', name: 'Pilot 2', net3: 0 as never }),
  registerRow({ id: 'high', name: 'éclair', net3: 900 as never }),
  registerRow({ id: 'none2', name: 'toString', net3: null }),
];

describe('registerTableColumns', () => {
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
