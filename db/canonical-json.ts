import type { Stored } from './tables.ts';

/**
 * A text exactly as RFC 8785 writes it: the form of ECMAScript's JSON.stringify.
 * @throws RangeError for a text with a lone surrogate, which UTF-8 could not keep.
 */
function textJson(value: string): string {
  if (!value.isWellFormed()) throw new RangeError('a text with half a character cannot be kept');
  return JSON.stringify(value);
}

/** One stored value as canonical JSON. -0 becomes 0. @throws RangeError for NaN and infinities. */
export function storedJson(value: Stored): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return textJson(value);
  if (!Number.isFinite(value)) throw new RangeError(`not a number that can be kept: ${value}`);
  return JSON.stringify(value);
}

/** Keys sorted by UTF-16 code units, no spaces: one text for one content. */
export function objectJson(entries: Readonly<Record<string, Stored>>): string {
  const keys = Object.keys(entries).sort();
  return `{${keys.map((key) => `${textJson(key)}:${storedJson(entries[key] ?? null)}`).join(',')}}`;
}

/**
 * Canonical JSON of a whole row whose columns are in sorted order, as `tx.ts` and statements over `columnsOf`
 * give them: then ECMAScript's own JSON is the canonical one. Its values were checked when they were written.
 */
export function rowJson(row: Readonly<Record<string, Stored>>): string {
  return JSON.stringify(row);
}
