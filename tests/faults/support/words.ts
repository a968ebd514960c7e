const LONGEST = 600;

/** The first few of the things that went wrong, to end a note with; nothing when nothing did. */
export function firstOf(wrongs: readonly string[]): string {
  const words = wrongs.slice(0, 3).map((wrong) => wrong.replaceAll(/\s+/g, ' ').slice(0, LONGEST));
  return words.length === 0 ? '' : `; first of ${wrongs.length}: ${words.join(' | ')}`;
}
