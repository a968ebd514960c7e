import type { Missing } from '../decision/result.ts';

/** What is missing or infeasible, collected in the order it is met; the same thing once. */
export class MissingList {
  readonly #found = new Map<string, Missing>();

  add(code: string, text: string): void {
    if (!this.#found.has(code)) this.#found.set(code, { code, text });
  }

  get all(): readonly Missing[] {
    return [...this.#found.values()];
  }
}

/**
 * A stored whole number of months from `fewest` on, or `fewest` in its place after naming what is wrong: the model is
 * then incomplete and never used.
 */
export function wholeMonths(
  missing: MissingList,
  code: string,
  name: string,
  value: number | null,
  fewest: number,
): number {
  if (value === null) missing.add(code, name);
  else if (Number.isInteger(value) && value >= fewest) return value;
  else missing.add(code, `${name}: ${value} is not a whole number of months from ${fewest} on`);
  return fewest;
}

/** Order of ids and names by code unit: the same on every machine, whatever its language. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
