import { describe, expect, test } from 'vitest';
import {
  afterCommit,
  blockOf,
  isIn,
  movePlace,
  placesOf,
} from '#renderer/features/initiative/value/grid-cursor.ts';

const SIZE = { rows: 3, cols: 4 };
const at = (row: number, col: number) => ({ row, col });

describe('movePlace()', () => {
  test.each([
    ['ArrowRight', false, at(1, 1), at(1, 2)],
    ['ArrowRight', false, at(1, 3), at(1, 3)],
    ['ArrowRight', true, at(1, 0), at(1, 3)],
    ['ArrowLeft', false, at(1, 0), at(1, -1)],
    ['ArrowLeft', false, at(-1, 0), at(-1, 0)],
    ['ArrowLeft', true, at(1, 3), at(1, 0)],
    ['ArrowUp', false, at(0, 2), at(-1, 2)],
    ['ArrowUp', false, at(0, -1), at(0, -1)],
    ['ArrowUp', true, at(2, 2), at(0, 2)],
    ['ArrowDown', false, at(2, 2), at(2, 2)],
    ['ArrowDown', false, at(-1, 2), at(0, 2)],
    ['Home', false, at(1, 3), at(1, 0)],
    ['Home', true, at(2, 3), at(0, 0)],
    ['End', true, at(0, 0), at(2, 3)],
    ['PageDown', false, at(0, 1), at(2, 1)],
    ['PageUp', false, at(2, 1), at(0, 1)],
  ] as const)('%s (control %j) from %j goes to %j', (key, ctrlKey, from, expected) => {
    expect(movePlace(from, { key, ctrlKey }, SIZE)).toEqual(expected);
  });

  test.each(['a', 'Tab', 'Enter', 'constructor'])('leaves %s alone', (key) => {
    expect(movePlace(at(0, 0), { key, ctrlKey: false }, SIZE)).toBeUndefined();
  });
});

describe('afterCommit()', () => {
  test.each([
    ['Enter', false, at(0, 1), at(1, 1)],
    ['Enter', false, at(2, 1), at(2, 1)],
    ['Enter', true, at(0, 1), at(0, 1)],
    ['Tab', false, at(0, 1), at(0, 2)],
    ['Tab', false, at(0, 3), at(0, 3)],
    ['Tab', true, at(0, 1), at(0, 0)],
  ] as const)('%s (shift %j) from %j goes to %j', (key, isBack, from, expected) => {
    expect(afterCommit(from, key, isBack, SIZE)).toEqual(expected);
  });
});

describe('blockOf()', () => {
  test('spans two cells in either order and leaves headers out', () => {
    expect(blockOf(at(2, 1), at(0, 3))).toEqual({ top: 0, left: 1, bottom: 2, right: 3 });
    expect(blockOf(at(-1, -1), at(1, 1))).toEqual({ top: 0, left: 0, bottom: 1, right: 1 });
  });

  test('lists every place once, all of them inside', () => {
    const block = blockOf(at(0, 1), at(1, 2));
    const places = placesOf(block);
    expect(places).toEqual([at(0, 1), at(0, 2), at(1, 1), at(1, 2)]);
    expect(places.every((place) => isIn(block, place))).toBe(true);
    expect(isIn(block, at(2, 1))).toBe(false);
  });
});
