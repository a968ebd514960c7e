import { describe, expect, test } from 'vitest';
import { fillCells, fillDownOf, fillRightOf, fillTowards } from '#renderer/features/initiative/value/fill.ts';
import { editRows, gridRows, monthWindow } from '#renderer/features/initiative/value/grid-model.ts';
import type { Sheet } from '#renderer/features/initiative/value/write-cells.ts';
import { costLine, month } from './lines.ts';

const block = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });
const sheet = (closed: readonly number[] = []): Sheet => ({
  rows: editRows(gridRows([costLine('a'), costLine('b')], { name: 'Handled', unit: '' }, ['attempts'])),
  months: monthWindow(month(3), 4),
  closed: new Set(closed.map(month)),
  currency: 'EUR',
});

describe('fillRightOf() and fillDownOf()', () => {
  test('repeat the first column or row of a block', () => {
    expect(fillRightOf(block(0, 1, 1, 3))).toEqual({
      source: block(0, 1, 1, 1),
      target: block(0, 2, 1, 3),
    });
    expect(fillDownOf(block(0, 1, 2, 1))).toEqual({ source: block(0, 1, 0, 1), target: block(1, 1, 2, 1) });
  });

  test('of one column or row take what stands before it, where there is something', () => {
    expect(fillRightOf(block(0, 2, 1, 2))?.source).toEqual(block(0, 1, 1, 1));
    expect(fillRightOf(block(0, 0, 1, 0))).toBeNull();
    expect(fillDownOf(block(2, 0, 2, 3))?.source).toEqual(block(1, 0, 1, 3));
    expect(fillDownOf(block(0, 0, 0, 3))).toBeNull();
  });
});

describe('fillTowards()', () => {
  const from = block(2, 2, 3, 3);
  test.each([
    ['right', { row: 3, col: 5 }, block(2, 4, 3, 5)],
    ['down', { row: 6, col: 4 }, block(4, 2, 6, 3)],
    ['left', { row: 2, col: 0 }, block(2, 0, 3, 1)],
    ['up', { row: 0, col: 3 }, block(0, 2, 1, 3)],
  ] as const)('goes %s', (_, place, target) => {
    expect(fillTowards(from, place)).toEqual({ source: from, target });
  });

  test.each([
    ['the block itself', { row: 3, col: 2 }],
    ['a header', { row: -1, col: 2 }],
  ])('fills nothing over %s', (_, place) => {
    expect(fillTowards(from, place)).toBeNull();
  });
});

describe('fillCells()', () => {
  const valueAt = ({ row, col }: { row: number; col: number }) => (col === 1 ? null : row * 10 + col);

  test('repeats the source as often as there is room, blanks too', () => {
    const result = fillCells(sheet(), { source: block(0, 0, 0, 1), target: block(0, 2, 0, 3) }, valueAt);
    expect(result.ok && result.writes.map(({ value }) => value)).toEqual([0, null]);
    const back = fillCells(sheet(), { source: block(0, 2, 0, 3), target: block(0, 0, 0, 1) }, valueAt);
    expect(back.ok && back.writes.map(({ value }) => value)).toEqual([2, 3]);
  });

  test('does not fill amounts into readings or counts', () => {
    const result = fillCells(sheet(), { source: block(1, 0, 1, 0), target: block(2, 0, 3, 0) }, valueAt);
    expect(result).toMatchObject({
      ok: false,
      problems: [{ place: { row: 2, col: 0 } }, { place: { row: 3, col: 0 } }],
    });
  });

  test('writes nothing when one month is closed', () => {
    const fill = { source: block(0, 0, 0, 0), target: block(0, 1, 0, 3) };
    expect(fillCells(sheet([2]), fill, valueAt)).toMatchObject({
      ok: false,
      problems: [{ place: { row: 0, col: 2 }, closed: month(2) }],
    });
  });
});
