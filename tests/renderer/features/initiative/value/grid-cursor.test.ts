import { describe, expect, test } from 'vitest';
import {
  blockOf,
  cycleIn,
  isIn,
  movePlace,
  placeFrom,
  placesOf,
  sizeOf,
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

describe('movePlace() over what is filled', () => {
  // Filled: 0 1 . 3 . .
  const isFilled = ({ col }: { readonly col: number }) => [0, 1, 3].includes(col);
  const size = { rows: 8, cols: 6, page: 3 };
  test.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 1, 3],
    ['ArrowRight', 2, 3],
    ['ArrowRight', 3, 5],
    ['ArrowRight', 5, 5],
    ['ArrowLeft', 5, 3],
    ['ArrowLeft', 3, 1],
    ['ArrowLeft', 1, 0],
    ['ArrowLeft', 0, 0],
  ] as const)('%s with Control from column %d goes to %d', (key, from, to) => {
    expect(movePlace(at(0, from), { key, ctrlKey: true }, size, isFilled)).toEqual(at(0, to));
  });

  test('goes by pages of what fits', () => {
    expect(movePlace(at(1, 2), { key: 'PageDown', ctrlKey: false }, size)).toEqual(at(4, 2));
    expect(movePlace(at(6, 2), { key: 'PageDown', ctrlKey: false }, size)).toEqual(at(7, 2));
    expect(movePlace(at(1, 2), { key: 'PageUp', ctrlKey: false }, size)).toEqual(at(0, 2));
    expect(movePlace(at(-1, 2), { key: 'PageUp', ctrlKey: false }, size)).toEqual(at(-1, 2));
  });
});

describe('cycleIn()', () => {
  const block = { top: 1, left: 1, bottom: 2, right: 3 };
  test.each([
    ['Tab', false, at(1, 3), at(2, 1)],
    ['Tab', false, at(2, 3), at(1, 1)],
    ['Tab', true, at(1, 1), at(2, 3)],
    ['Enter', false, at(2, 1), at(1, 2)],
    ['Enter', true, at(1, 2), at(2, 1)],
    ['Enter', false, at(2, 3), at(1, 1)],
  ] as const)('%s (shift %j) from %j goes to %j', (key, isBack, from, expected) => {
    expect(cycleIn(block, from, key, isBack)).toEqual(expected);
  });
});

describe('placeFrom()', () => {
  test.each([
    ['3:-1', at(3, -1)],
    ['0:12', at(0, 12)],
    ['x', null],
    ['1:2:3', null],
    [undefined, null],
  ])('of %j is %j', (text, expected) => {
    expect(placeFrom(text)).toEqual(expected);
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
    expect(sizeOf(block)).toBe(4);
  });
});
