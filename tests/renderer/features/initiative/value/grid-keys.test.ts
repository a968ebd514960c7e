import { describe, expect, test } from 'vitest';
import { gridIntent, nextCell } from '#renderer/features/initiative/value/grid-keys.ts';
import { selectPlace } from '#renderer/features/initiative/value/grid-selection.ts';

const SIZE = { rows: 4, cols: 5 };
const at = (row: number, col: number) => ({ row, col });
const press = (key: string, held: Partial<Record<'isMod' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
  key,
  isMod: false,
  shiftKey: false,
  altKey: false,
  ...held,
});
const state = (selection = selectPlace(at(1, 1)), isReadOnly = false) => ({
  selection,
  size: SIZE,
  isReadOnly,
  isFilled: () => false,
});
const RANGE = { active: at(1, 1), from: at(1, 1), to: at(2, 2) };

describe('gridIntent()', () => {
  test.each([
    ['an arrow', press('ArrowRight'), { act: 'go', to: at(1, 2), extends: false }],
    [
      'Shift and an arrow',
      press('ArrowRight', { shiftKey: true }),
      { act: 'go', to: at(1, 2), extends: true },
    ],
    ['Enter', press('Enter'), { act: 'go', to: at(2, 1), extends: false }],
    ['Shift+Enter', press('Enter', { shiftKey: true }), { act: 'go', to: at(0, 1), extends: false }],
    ['Tab', press('Tab'), { act: 'go', to: at(1, 2), extends: false }],
    ['F2', press('F2'), { act: 'edit' }],
    ['a digit', press('5'), { act: 'type', text: '5' }],
    ['Delete', press('Delete'), { act: 'clear' }],
    ['Control+R', press('r', { isMod: true }), { act: 'right' }],
    ['Control+D', press('D', { isMod: true }), { act: 'down' }],
    ['Control+A', press('a', { isMod: true }), { act: 'all' }],
    ['Shift+Space', press(' ', { shiftKey: true }), { act: 'row' }],
    ['Control+Space', press(' ', { isMod: true }), { act: 'column' }],
    ['Alt+Down', press('ArrowDown', { altKey: true }), { act: 'open', isOpen: true }],
    ['Escape', press('Escape'), { act: 'escape' }],
    ['Control+Z, which is the app’s', press('z', { isMod: true }), null],
    ['Space', press(' '), null],
    ['Shift alone', press('Shift', { shiftKey: true }), null],
  ] as const)('%s', (_, key, expected) => {
    expect(gridIntent(key, state())).toEqual(expected);
  });

  test('Shift goes on from where the range ends, and not into the heads', () => {
    expect(gridIntent(press('ArrowDown', { shiftKey: true }), state(RANGE))).toEqual({
      act: 'go',
      to: at(3, 2),
      extends: true,
    });
    expect(gridIntent(press('ArrowUp', { shiftKey: true }), state(selectPlace(at(0, 1))))).toEqual({
      act: 'go',
      to: at(0, 1),
      extends: true,
    });
  });

  test('Enter and Tab stay in a range', () => {
    expect(gridIntent(press('Enter'), state(RANGE))).toEqual({ act: 'step', to: at(2, 1) });
    expect(gridIntent(press('Tab', { shiftKey: true }), state(RANGE))).toEqual({ act: 'step', to: at(2, 2) });
  });

  test('Tab leaves the grid at the end of a row, and at once where nothing can be written', () => {
    expect(gridIntent(press('Tab'), state(selectPlace(at(1, 4))))).toBeNull();
    expect(gridIntent(press('Tab', { shiftKey: true }), state(selectPlace(at(1, 0))))).toBeNull();
    expect(gridIntent(press('Tab'), state(selectPlace(at(1, 1)), true))).toBeNull();
  });

  test('leaves the keys of a head to its button', () => {
    for (const key of ['Enter', 'Tab', 'Delete', 'F2', 'x', ' '])
      expect(gridIntent(press(key), state(selectPlace(at(-1, 2))))).toBeNull();
  });
});

describe('nextCell()', () => {
  test.each([
    ['Enter', false, at(3, 1), at(3, 1)],
    ['Enter', true, at(0, 1), at(0, 1)],
    ['Tab', false, at(0, 3), at(0, 4)],
    ['Tab', true, at(0, 0), at(0, 0)],
  ] as const)('%s (shift %j) from %j goes to %j', (key, isBack, from, expected) => {
    expect(nextCell(from, key, isBack, SIZE)).toEqual(expected);
  });
});
