import { describe, expect, it } from 'vitest';
import type { AppCommand } from '#renderer/app/commands.ts';
import { commandFor } from '#renderer/app/use-keyboard.ts';

const command = (id: string, chords: readonly string[], worksInText = false): AppCommand => ({
  id,
  label: id,
  group: 'View',
  chords,
  worksInText,
  perform: () => {},
});
const COMMANDS = [
  command('portfolio', ['g p', 'mod+1'], true),
  command('settings', ['g s']),
  command('undo', ['mod+z']),
  command('help', ['?']),
];
const key = (name: string, ctrlKey = false) => ({
  key: name,
  ctrlKey,
  metaKey: false,
  shiftKey: false,
  altKey: false,
});

/** The id of the command found, or what else was said. */
function found(pressed: ReturnType<typeof key>, first = '', isInText = false) {
  const result = commandFor(pressed, first, isInText, COMMANDS, false);
  return typeof result === 'object' ? result.id : result;
}

describe('commandFor()', () => {
  it('waits after the first key of a sequence and finds the command at the second', () => {
    expect(found(key('g'))).toBe('first');
    expect(found(key('p'), 'g')).toBe('portfolio');
    expect(found(key('s'), 'g')).toBe('settings');
  });

  it('drops a sequence that leads nowhere', () => {
    expect(found(key('x'), 'g')).toBeUndefined();
  });

  it('leaves keys to the text being written, except for commands that work there', () => {
    expect(found(key('g'), '', true)).toBeUndefined();
    expect(found(key('?'), '', true)).toBeUndefined();
    expect(found(key('z', true), '', true)).toBeUndefined();
    expect(found(key('1', true), '', true)).toBe('portfolio');
  });

  it('finds single chords', () => {
    expect(found(key('z', true))).toBe('undo');
    expect(found(key('?'))).toBe('help');
  });
});
