import { useEffect } from 'react';
import { isSequence, type KeyPress, matchesChord } from './chord.ts';
import { type AppCommand, COMMANDS } from './commands.ts';

/** How long a first key waits for its second, in milliseconds. */
const SEQUENCE_WAIT = 1200;

/** True where keys belong to the text being written, or to a grid that handles them itself. */
export function isTextTarget(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role="textbox"]') !== null;
}

export const isMac =
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform || navigator.userAgent);

/**
 * The command a key press asks for.
 * @param first the first key of a sequence pressed a moment ago, or '' when there is none.
 * @returns a command, 'first' when the press begins a sequence, or undefined.
 */
export function commandFor(
  press: KeyPress,
  first: string,
  isInText: boolean,
  commands: readonly AppCommand[],
  onMac: boolean,
): AppCommand | 'first' | undefined {
  const isPlain = !press.ctrlKey && !press.metaKey && !press.altKey;
  const sequences = commands.flatMap((command) =>
    command.chords.filter(isSequence).map((chord) => ({ command, keys: chord.split(' ') })),
  );
  if (isPlain && !isInText) {
    const key = press.key.toLowerCase();
    if (first !== '') return sequences.find(({ keys }) => keys[0] === first && keys[1] === key)?.command;
    if (sequences.some(({ keys }) => keys[0] === key)) return 'first';
  }
  return commands.find(
    (command) =>
      (!isInText || (command.worksInText ?? false)) &&
      command.chords.some((chord) => !isSequence(chord) && matchesChord(press, chord, onMac)),
  );
}

/** Listens for the shortcuts of the commands on the whole page. */
export function useKeyboard(): void {
  useEffect(() => {
    let first = '';
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const forget = () => {
      clearTimeout(waiting);
      first = '';
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      // A dialog is a room of its own: only keys that leave it may act, and those it handles itself.
      if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
      const found = commandFor(event, first, isTextTarget(event.target), COMMANDS, isMac);
      forget();
      if (found === 'first') {
        first = event.key.toLowerCase();
        waiting = setTimeout(forget, SEQUENCE_WAIT);
      } else if (found) {
        event.preventDefault();
        found.perform();
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      forget();
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
