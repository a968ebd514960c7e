/** True, false, or null: cannot be told. A rule fires on true only. */
export type Truth = boolean | null;

/** False if any is false, else unknown if any is unknown, else true. */
export function allOf(...parts: readonly Truth[]): Truth {
  let result: Truth = true;
  for (const part of parts) {
    if (part === false) return false;
    if (part === null) result = null;
  }
  return result;
}

/** True if any is true, else unknown if any is unknown, else false; none at all is false. */
export function anyOf(...parts: readonly Truth[]): Truth {
  let result: Truth = false;
  for (const part of parts) {
    if (part === true) return true;
    if (part === null) result = null;
  }
  return result;
}
