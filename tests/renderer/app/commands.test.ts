import { describe, expect, it } from 'vitest';
import { COMMANDS, NEXT_THEME } from '#renderer/app/commands.ts';

describe('COMMANDS', () => {
  it('has no id and no chord twice', () => {
    const ids = COMMANDS.map((command) => command.id);
    const chords = COMMANDS.flatMap((command) => command.chords);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(chords).size).toBe(chords.length);
  });

  it('never takes a plain key that also begins a sequence', () => {
    const starts = COMMANDS.flatMap((command) => command.chords)
      .filter((chord) => chord.includes(' '))
      .map((chord) => chord[0]);
    expect(starts.length).toBeGreaterThan(0);
    for (const command of COMMANDS) for (const chord of command.chords) expect(starts).not.toContain(chord);
  });
});

describe('NEXT_THEME', () => {
  it('comes back to where it began after three steps', () => {
    expect(NEXT_THEME[NEXT_THEME[NEXT_THEME.auto]]).toBe('auto');
  });
});
