import { describe, expect, test } from 'vitest';
import {
  type ColumnLayout,
  DEFAULT_LAYOUT,
  listedColumns,
  placeColumns,
  readColumnLayout,
  withMoved,
  withPinned,
  withShown,
  withStep,
  withStepAmongAll,
  withWidth,
} from '#renderer/features/register/column-layout.ts';
import { COLUMN_IDS, type ColumnId, REGISTER_COLUMNS } from '#renderer/features/register/register-columns.ts';

const layout = (over: Partial<ColumnLayout> = {}): ColumnLayout => ({ ...DEFAULT_LAYOUT, ...over });
const first = (of: ColumnLayout, count = 4) => listedColumns(of).slice(0, count);

describe('readColumnLayout()', () => {
  test.each([null, 7, 'x', [], { order: 'x', hidden: 3, widths: null }])('of %j is the default', (stored) => {
    expect(readColumnLayout(stored)).toEqual(DEFAULT_LAYOUT);
  });

  test('reads back what was kept', () => {
    const kept = layout({
      order: [...COLUMN_IDS].reverse(),
      hidden: ['unit'],
      pinned: ['stage'],
      widths: { name: 20 },
    });
    expect(readColumnLayout(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  test('puts columns it does not know of where they stand by default', () => {
    const { order } = readColumnLayout({ order: ['stage', 'name', 'gone', 'stage'] });
    expect(order.slice(0, 4)).toEqual(['stage', 'verdict', 'readiness', 'value']);
    expect([...order].sort()).toEqual([...COLUMN_IDS].sort());
    expect(order.indexOf('unit')).toBe(order.indexOf('name') + 1);
  });

  test('never hides the name, and bounds every width', () => {
    const read = readColumnLayout({
      hidden: ['name', 'unit', '__proto__'],
      widths: { name: 1, unit: 1e9, stage: Number.NaN, verdict: '9', constructor: 5 },
    });
    expect(read.hidden).toEqual(['unit']);
    expect(read.widths).toEqual({ name: 2.5, unit: 60 });
  });
});

describe('withShown()', () => {
  test('hides, shows and keeps the name', () => {
    const hidden = withShown(layout(), 'unit', false);
    expect(hidden.hidden).toEqual(['unit']);
    expect(withShown(hidden, 'unit', true).hidden).toEqual([]);
    expect(withShown(layout(), 'name', false).hidden).toEqual([]);
  });
});

describe('withMoved()', () => {
  test.each([
    ['stage', 'unit', 'before', ['name', 'stage', 'unit', 'verdict'], ['name']],
    ['unit', 'verdict', 'after', ['name', 'stage', 'verdict', 'unit'], ['name']],
    ['unit', 'unit', 'after', ['name', 'unit', 'stage', 'verdict'], ['name']],
    ['stage', 'name', 'before', ['stage', 'name', 'unit', 'verdict'], ['name', 'stage']],
    ['name', 'stage', 'after', ['unit', 'stage', 'name', 'verdict'], []],
  ] as const)('of %s to %s, %s', (id, target, side, order, pinned) => {
    const moved = withMoved(layout(), id, target, side);
    expect(first(moved)).toEqual(order);
    expect(moved.pinned).toEqual(pinned);
    expect([...moved.order].sort()).toEqual([...COLUMN_IDS].sort());
  });
});

describe('withStep()', () => {
  test('stays among its like and passes hidden columns over', () => {
    expect(first(withStep(layout(), 'unit', -1))).toEqual(first(layout()));
    expect(first(withStep(layout({ hidden: ['stage'] }), 'unit', 1))).toEqual([
      'name',
      'stage',
      'verdict',
      'unit',
    ]);
  });
});

describe('withStepAmongAll()', () => {
  test('crosses from the pinned to the others and back', () => {
    const pinned = withStepAmongAll(layout(), 'unit', -1);
    expect(first(pinned, 2)).toEqual(['unit', 'name']);
    expect(pinned.pinned).toEqual(['name', 'unit']);
    expect(withStepAmongAll(layout(), 'name', -1)).toEqual(layout());
    expect(withStepAmongAll(layout(), 'name', 1).pinned).toEqual([]);
  });
});

describe('withPinned() and withWidth()', () => {
  test('change the one column only', () => {
    expect(first(withPinned(layout(), 'stage', true), 2)).toEqual(['name', 'stage']);
    expect(withPinned(layout(), 'name', false).pinned).toEqual([]);
    const wide = withWidth(layout({ widths: { name: 20 } }), 'unit', 9.128);
    expect(wide.widths).toEqual({ name: 20, unit: 9.13 });
    expect(withWidth(wide, 'unit', null).widths).toEqual({ name: 20 });
    expect(withWidth(layout(), 'unit', -4).widths).toEqual({ unit: 2.5 });
  });
});

describe('placeColumns()', () => {
  const columns = (...ids: ColumnId[]) =>
    ids.map((id) => ({
      column: REGISTER_COLUMNS.find((one) => one.id === id) as (typeof REGISTER_COLUMNS)[number],
      width: 10,
      isPinned: id === 'name' || id === 'unit',
      isResized: id === 'unit',
    }));
  const places = (room: number, ...ids: ColumnId[]) =>
    placeColumns(columns(...ids), room, 10, 20).map((one) => [one.left, one.width, one.isPinned]);

  test('gives room left over to the columns that can use it and were not resized', () => {
    expect(places(720, 'name', 'unit', 'net3', 'businessOwner')).toEqual([
      [20, 325, true],
      [345, 100, true],
      [445, 100, false],
      [545, 175, false],
    ]);
  });

  test('lets columns stand beyond the edge where there is no room', () => {
    expect(places(0, 'name', 'net3')).toEqual([
      [20, 100, true],
      [120, 100, false],
    ]);
  });

  test('pins no more than leaves room to scroll', () => {
    expect(places(300, 'name', 'unit', 'net3').map((one) => one[2])).toEqual([true, false, false]);
  });
});
