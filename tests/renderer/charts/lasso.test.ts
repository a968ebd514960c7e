import { describe, expect, it } from 'vitest';
import { enclosed, isClick, isInside, nextSelection } from '#renderer/charts/lasso.ts';

/** A U open at the top: its notch is outside. */
const U = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 20 },
  { x: 20, y: 20 },
  { x: 20, y: 0 },
  { x: 30, y: 0 },
  { x: 30, y: 30 },
  { x: 0, y: 30 },
];

describe('isInside()', () => {
  it.each([
    [5, 5, true],
    [15, 5, false],
    [15, 25, true],
    [35, 5, false],
    [-1, 15, false],
  ])('of %d, %d is %j', (x, y, expected) => {
    expect(isInside({ x, y }, U)).toBe(expected);
  });
  it('is false for a line that encloses nothing', () => {
    expect(isInside({ x: 0, y: 0 }, U.slice(0, 2))).toBe(false);
  });
});

describe('enclosed()', () => {
  it('gives the ids inside in their order', () => {
    const places = [
      { id: 'b', x: 25, y: 5 },
      { id: 'out', x: 15, y: 5 },
      { id: 'a', x: 5, y: 25 },
    ];
    expect(enclosed(places, U)).toEqual(['b', 'a']);
  });
});

describe('isClick()', () => {
  it('forgives a trembling hand', () => {
    expect(isClick([])).toBe(true);
    expect(
      isClick([
        { x: 1, y: 1 },
        { x: 3, y: 3 },
      ]),
    ).toBe(true);
    expect(
      isClick([
        { x: 1, y: 1 },
        { x: 9, y: 1 },
      ]),
    ).toBe(false);
  });
});

describe('nextSelection()', () => {
  it.each([
    [['a'], ['b', 'c'], false, ['b', 'c']],
    [['a'], ['b'], true, ['a', 'b']],
    [['a', 'b'], ['b'], true, ['a']],
    [['a'], ['a'], false, []],
    [['a', 'b'], ['a'], false, ['a']],
    [['a'], [], false, []],
  ])('of %j with %j (adding: %j) is %j', (before, ids, isAdding, expected) => {
    expect([...nextSelection(new Set(before), ids, isAdding)]).toEqual(expected);
  });
});
