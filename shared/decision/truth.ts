/** True, false, or null: cannot be told. A rule fires on true only. */
export type Truth = boolean | null;

/** False if either is false, else unknown if either is unknown, else true. Nothing is allocated. */
export function both(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === null || b === null ? null : true;
}

/** True if either is true, else unknown if either is unknown, else false. Nothing is allocated. */
export function either(a: Truth, b: Truth): Truth {
  if (a === true || b === true) return true;
  return a === null || b === null ? null : false;
}

/** The opposite; what cannot be told stays so. */
export function not(a: Truth): Truth {
  return a === null ? null : !a;
}

/** False if any is false, else unknown if any is unknown, else true. */
export function allOf(parts: readonly Truth[]): Truth {
  return parts.reduce(both, true);
}

/** True if any is true, else unknown if any is unknown, else false; none at all is false. */
export function anyOf(parts: readonly Truth[]): Truth {
  return parts.reduce(either, false);
}
