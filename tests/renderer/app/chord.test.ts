import { describe, expect, it } from 'vitest';
import { chordKeys, type KeyPress, matchesChord } from '#renderer/app/chord.ts';

function press(key: string, held = ''): KeyPress {
  return {
    key,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    shiftKey: held.includes('shift'),
    altKey: held.includes('alt'),
  };
}

describe('matchesChord()', () => {
  it.each([
    ['mod+z', press('z', 'ctrl'), false, true],
    ['mod+z', press('z', 'meta'), true, true],
    ['mod+z', press('z', 'meta'), false, false],
    ['mod+z', press('z', 'ctrl'), true, false],
    ['mod+z', press('Z', 'ctrl shift'), false, false],
    ['mod+shift+z', press('Z', 'ctrl shift'), false, true],
    ['mod+z', press('z', 'ctrl alt'), false, false],
    ['mod+z', press('z'), false, false],
    ['?', press('?', 'shift'), false, true],
    ['?', press('?'), false, true],
    ['?', press('?', 'ctrl'), false, false],
    ['mod+1', press('1', 'ctrl'), false, true],
    ['mod+1', press('1', 'ctrl shift'), false, false],
  ])('asked for %j, given %j (Mac: %j), says %j', (chord, given, isMac, expected) => {
    expect(matchesChord(given, chord, isMac)).toBe(expected);
  });
});

describe('chordKeys()', () => {
  it.each([
    ['mod+shift+z', false, ['Ctrl', 'Shift', 'Z']],
    ['mod+shift+z', true, ['⌘', '⇧', 'Z']],
    ['g p', false, ['G', 'P']],
    ['?', false, ['?']],
  ])('writes %j (Mac: %j) as %j', (chord, isMac, keys) => {
    expect(chordKeys(chord, isMac)).toEqual(keys);
  });
});
