import { beforeEach, describe, expect, test } from 'vitest';
import {
  allToggled,
  clearSelection,
  EMPTY_SELECTION,
  provideOrder,
  ranged,
  selectByKey,
  toggled,
  useSelection,
} from '#renderer/features/register/edit/selection.ts';

const ORDER = ['a', 'b', 'c', 'd'];
const of = (ids: readonly string[], anchor: string | null = null) => ({ ids: new Set(ids), anchor });
const key = (name: string, more: object = {}) => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

describe('toggled()', () => {
  test('chooses one, leaves it out, and begins ranges there', () => {
    expect(toggled(EMPTY_SELECTION, 'a')).toEqual(of(['a'], 'a'));
    expect(toggled(of(['a', 'b']), 'a')).toEqual(of(['b'], 'a'));
  });
});

describe('ranged()', () => {
  test.each([
    ['chooses down', of(['b'], 'b'), 'd', ['b', 'c', 'd']],
    ['chooses up', of(['c'], 'c'), 'a', ['c', 'a', 'b']],
    ['leaves out where the anchor was left out', of(['a', 'c', 'd'], 'b'), 'd', ['a']],
    ['is one click without an anchor', of(['a']), 'c', ['a', 'c']],
    ['is one click when the anchor is out of sight', of(['x'], 'x'), 'c', ['x', 'c']],
  ])('%s', (_, selection, id, expected) => {
    expect([...ranged(selection, id, ORDER).ids]).toEqual(expected);
  });
});

describe('allToggled()', () => {
  test('adds all that are shown and keeps what is hidden', () => {
    expect([...allToggled(of(['x', 'b']), ORDER).ids]).toEqual(['x', 'b', 'a', 'c', 'd']);
  });

  test('leaves all that are shown out once they are chosen', () => {
    expect([...allToggled(of(['x', ...ORDER]), ORDER).ids]).toEqual(['x']);
  });
});

describe('selectByKey()', () => {
  beforeEach(() => {
    clearSelection();
    const stop = provideOrder(() => ORDER);
    return stop;
  });
  const chosen = () => [...useSelection.getState().ids].sort();

  test('Space chooses the active row, Shift and Space the range to it', () => {
    expect(selectByKey(key(' '), 'b')).toBe(true);
    expect(selectByKey(key(' ', { shiftKey: true }), 'd')).toBe(true);
    expect(chosen()).toEqual(['b', 'c', 'd']);
  });

  test.each(['ctrlKey', 'metaKey'])('all shown with %s and A, none with Escape', (mod) => {
    expect(selectByKey(key('a', { [mod]: true }), null)).toBe(true);
    expect(chosen()).toEqual(ORDER);
    expect(selectByKey(key('Escape'), null)).toBe(true);
    expect(chosen()).toEqual([]);
  });

  test.each([key('Escape'), key(' '), key('a'), key('x', { ctrlKey: true }), key(' ', { altKey: true })])(
    'leaves %j to others',
    (event) => {
      expect(selectByKey(event, event.altKey ? 'a' : null)).toBe(false);
      expect(chosen()).toEqual([]);
    },
  );
});
