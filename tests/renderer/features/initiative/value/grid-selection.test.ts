import { describe, expect, test } from 'vitest';
import {
  onLayout,
  selectAll,
  selectColumns,
  selectedBlock,
  selectPlace,
  selectRows,
} from '#renderer/features/initiative/value/grid-selection.ts';
import { newGridMemory, windowEnd } from '#renderer/features/initiative/value/grid-window.ts';
import { month } from './lines.ts';

const at = (row: number, col: number) => ({ row, col });
const layout = (rowKeys: readonly string[], from: number, count: number) => ({
  rowKeys,
  months: Array.from({ length: count }, (_, index) => month(from + index)),
});

describe('selections of lines and months', () => {
  const size = { rows: 3, cols: 4 };
  test('reach over the whole grid, in either order', () => {
    expect(selectedBlock(selectRows(2, 1, size))).toEqual({ top: 1, left: 0, bottom: 2, right: 3 });
    expect(selectedBlock(selectColumns(1, 1, size))).toEqual({ top: 0, left: 1, bottom: 2, right: 1 });
    expect(selectAll(at(1, 1), size)).toMatchObject({ active: at(1, 1), from: at(0, 0), to: at(2, 3) });
  });
});

describe('onLayout()', () => {
  const was = layout(['a', 'b', 'c'], 0, 4);

  test('goes with line and month when rows are opened and months move', () => {
    const placed = { ...selectPlace(at(1, 2)), layout: was };
    expect(onLayout(placed, layout(['a', 'a p10', 'a p90', 'b', 'c'], 1, 4)).active).toEqual(at(3, 1));
  });

  test('stays as near as there is room when line and month are gone', () => {
    const placed = { ...selectPlace(at(2, 3)), layout: was };
    expect(onLayout(placed, layout(['a', 'b'], -6, 3)).active).toEqual(at(1, 2));
  });

  test('keeps the place of a head', () => {
    const placed = { ...selectPlace(at(-1, 1)), layout: was };
    expect(onLayout(placed, layout(['a'], 1, 4)).active).toEqual(at(-1, 0));
  });

  test('lets a range go whose active cell fell out of it', () => {
    const placed = { active: at(1, 1), from: at(0, 1), to: at(2, 2), layout: was };
    const moved = onLayout(placed, layout(['b', 'a', 'c'], 0, 4));
    expect(moved.active).toEqual(at(0, 1));
    expect(moved.from).toEqual(moved.active);
    expect(moved.to).toEqual(moved.active);
  });
});

describe('windowEnd()', () => {
  const seen = (col: number) => ({ ...selectPlace(at(0, col)), layout: layout(['a'], 0, 24) });

  test('is the as-of month, and half a year ahead for what looks ahead', () => {
    expect(windowEnd(newGridMemory(), 'actual', month(8))).toBe(month(8));
    expect(windowEnd(newGridMemory(), 'plan', month(8))).toBe(month(14));
  });

  test('stays where one left it', () => {
    const memory = newGridMemory();
    memory.ends.set('forecast', month(20));
    expect(windowEnd(memory, 'forecast', month(8))).toBe(month(20));
  });

  test.each([
    [10, 10],
    [0, 11],
    [5, 14],
  ])('moves no further than the month one comes from (%d) asks', (col, expected) => {
    const layer = col === 10 ? 'actual' : 'plan';
    expect(windowEnd({ ...newGridMemory(), selection: seen(col) }, layer, month(8))).toBe(month(expected));
  });
});
