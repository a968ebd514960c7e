/**
 * A way to give a command from the keyboard: one chord ('mod+z', 'mod+shift+z', '?') or two keys in turn ('g p').
 * `mod` is Command on a Mac and Control elsewhere.
 */
export type Chord = string;

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** True when the press is exactly this single chord. A shifted sign such as '?' is matched by the sign alone. */
export function matchesChord(press: KeyPress, chord: Chord, isMac: boolean): boolean {
  const parts = chord.split('+');
  const key = parts.at(-1) ?? '';
  const wantsMod = parts.includes('mod');
  const wantsShift = parts.includes('shift');
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const otherMod = isMac ? press.ctrlKey : press.metaKey;
  if (press.altKey || otherMod || mod !== wantsMod) return false;
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase() && !/\d/.test(key);
  if (!isSign && press.shiftKey !== wantsShift) return false;
  return press.key.toLowerCase() === key;
}

/** The keys of a chord as written on a keyboard, for the shortcut sheet: ['Ctrl', 'Shift', 'Z'] or ['G', 'P']. */
export function chordKeys(chord: Chord, isMac: boolean): readonly string[] {
  if (chord.includes(' ')) return chord.split(' ').map((key) => key.toUpperCase());
  return chord.split('+').map((part) => {
    if (part === 'mod') return isMac ? '⌘' : 'Ctrl';
    if (part === 'shift') return isMac ? '⇧' : 'Shift';
    return part.length === 1 ? part.toUpperCase() : part;
  });
}

/** True for two keys pressed in turn. */
export function isSequence(chord: Chord): boolean {
  return chord.includes(' ');
}
