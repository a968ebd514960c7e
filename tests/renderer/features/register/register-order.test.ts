import { describe, expect, test } from 'vitest';
import { toggleSort, withSort } from '#renderer/features/register/register-order.ts';
import type { SortKey } from '#renderer/features/register/register-query.ts';

const by = (column: SortKey['column'], isDescending = false): SortKey => ({ column, isDescending });

describe('toggleSort()', () => {
  test.each([
    ['a first click on text', [], 'name', false, [by('name')]],
    ['a second click', [by('name')], 'name', false, [by('name', true)]],
    ['a third click', [by('name', true)], 'name', false, []],
    ['a first click on a figure', [], 'net3', false, [by('net3', true)]],
    ['a click on another column', [by('name')], 'net3', false, [by('net3', true)]],
    ['Shift on another column', [by('name')], 'net3', true, [by('name'), by('net3', true)]],
    [
      'Shift on the same column',
      [by('name'), by('net3', true)],
      'name',
      true,
      [by('name', true), by('net3', true)],
    ],
    ['Shift until it is gone', [by('name', true), by('net3', true)], 'name', true, [by('net3', true)]],
    [
      'a fifth column',
      [by('name'), by('unit'), by('stage'), by('verdict')],
      'net3',
      true,
      [by('unit'), by('stage'), by('verdict'), by('net3', true)],
    ],
  ] as const)('after %s', (_, sort, column, isAdded, expected) => {
    expect(toggleSort(sort, column, isAdded)).toEqual(expected);
  });
});

describe('withSort()', () => {
  test('turns a column where it stands and adds one behind the others', () => {
    expect(withSort([by('name'), by('unit')], 'name', true)).toEqual([by('name', true), by('unit')]);
    expect(withSort([by('name')], 'unit', false)).toEqual([by('name'), by('unit')]);
  });

  test('keeps the last four', () => {
    const full = [by('name'), by('unit'), by('stage'), by('verdict')];
    expect(withSort(full, 'net3', false)).toEqual([...full.slice(1), by('net3')]);
  });
});
