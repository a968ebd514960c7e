import { singleLine, textKey } from './text-key.ts';

/** One column of a table, under a name that no other column of the table has. */
export interface Header {
  /** 0-based position. */
  readonly index: number;
  /** Shown and unique: a repeated header gets its number, a blank one its place: "If Other, please explain. (2)". */
  readonly name: string;
  /** The cell as it stands in the file. */
  readonly source: string;
  /** For comparing: see `textKey`. Not unique. */
  readonly key: string;
}

/**
 * Names the columns of a header row. Line ends and runs of spaces become one space. No column is dropped or merged:
 * repeats are told apart by a number in order of appearance, blanks are called "Column 7".
 */
export function nameHeaders(cells: readonly string[], columnCount: number = cells.length): readonly Header[] {
  const taken = new Set<string>();
  const repeats = new Map<string, number>();
  // Names that occur as such keep their name: a repeat must not take the name of a later column.
  const written = new Set(cells.map((cell) => textKey(cell)));
  const headers: Header[] = [];
  for (let i = 0; i < Math.max(columnCount, cells.length); i++) {
    const source = cells[i] ?? '';
    const key = textKey(source);
    const base = singleLine(source) || `Column ${i + 1}`;
    let count = (repeats.get(textKey(base)) ?? 0) + 1;
    let name = count === 1 ? base : `${base} (${count})`;
    while (taken.has(textKey(name)) || (count > 1 && written.has(textKey(name)))) {
      count++;
      name = `${base} (${count})`;
    }
    repeats.set(textKey(base), count);
    taken.add(textKey(name));
    headers.push({ index: i, name, source, key });
  }
  return headers;
}
