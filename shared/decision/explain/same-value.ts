/** True when two plain values (numbers, texts, null, lists, records) hold the same, in whatever order keys stand. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, i) => isSame(one, b[i]))
    );
  }
  const left = a as Readonly<Record<string, unknown>>;
  const right = b as Readonly<Record<string, unknown>>;
  const keys = definedKeys(left);
  return (
    keys.length === definedKeys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]))
  );
}

/** An absent member and one that is undefined mean the same: stored text keeps no undefined. */
function definedKeys(record: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(record).filter((key) => record[key] !== undefined);
}

/** {@link isSame} for lists in which the order says nothing: sorted by `key` first. */
export function isSameSet<T>(a: readonly T[], b: readonly T[], key: (one: T) => number | string): boolean {
  return a.length === b.length && isSame(sorted(a, key), sorted(b, key));
}

function sorted<T>(list: readonly T[], key: (one: T) => number | string): readonly T[] {
  return [...list].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}
