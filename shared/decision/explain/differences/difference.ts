import type { EngineInputs } from '../engine-inputs.ts';

/** One input that is not what it was at the last review, and how to put the old one back, the others staying. */
export interface Difference {
  /** A stable code: 'field:stage', 'level:data', 'driver:<id>', 'policy'. */
  readonly input: string;
  readonly name: string;
  readonly was: string;
  readonly is: string;
  readonly withOld: () => EngineInputs;
}

/** The inputs of the last closed review and those of now. */
export interface Compared {
  readonly old: EngineInputs;
  readonly now: EngineInputs;
}

/** Members present in either list, by key, in the order of the present list, then of the old one. */
export function pairs<T>(
  old: readonly T[],
  now: readonly T[],
  key: (one: T) => string,
): readonly { readonly key: string; readonly was: T | undefined; readonly is: T | undefined }[] {
  const before = new Map(old.map((one) => [key(one), one]));
  const after = new Map(now.map((one) => [key(one), one]));
  return [...new Set([...after.keys(), ...before.keys()])].map((id) => ({
    key: id,
    was: before.get(id),
    is: after.get(id),
  }));
}

/** The present list with one member as it was: replaced, taken out, or put back at the end. */
export function restored<T>(
  now: readonly T[],
  key: (one: T) => string,
  id: string,
  was: T | undefined,
): readonly T[] {
  const list = now.flatMap((one) => (key(one) !== id ? [one] : was === undefined ? [] : [was]));
  return was !== undefined && !now.some((one) => key(one) === id) ? [...list, was] : list;
}
