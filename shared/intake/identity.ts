import { multiLine, textKey } from './text-key.ts';

const SEPARATOR = '\u001f';

/** By what people would call two rows the same initiative: name and unit, compared loosely. */
export function rowIdentity(fields: { readonly name: string; readonly unit: string }): string {
  return textKey(fields.name) + SEPARATOR + textKey(fields.unit);
}

/**
 * Everything a row says, in one canonical text: cell texts with plain line ends and trimmed ends, without blank
 * cells at the right end. Equal exactly when two rows say the same. Hash it to store it.
 */
export function rowFingerprint(cells: readonly string[]): string {
  const texts = cells.map(multiLine);
  while (texts.length > 0 && texts[texts.length - 1] === '') texts.pop();
  return JSON.stringify(texts);
}
