/** What becomes of one key of a store between two starts. */
export interface KeyRule<Value> {
  /** `local`: kept in this browser profile; `never`: forgotten with the page. */
  readonly keep: 'local' | 'never';
  readonly initial: Value;
  /** Whether a stored value can be believed; asked of `unknown`, since anyone may have edited the storage. */
  readonly isValid: (value: unknown) => value is Value;
}

/** A rule for every key: a new key of the state does not compile undecided. */
export type Persistence<State> = { readonly [Key in keyof State]: KeyRule<State[Key]> };

/** A whole state from whatever was stored: believable values as they are, everything else at its initial value. */
export function restore<State extends object>(rules: Persistence<State>, stored: unknown): State {
  const source = typeof stored === 'object' && stored !== null ? stored : {};
  const state: Partial<State> = {};
  for (const key of Object.keys(rules) as (keyof State & string)[]) {
    const rule = rules[key];
    const value: unknown = Object.hasOwn(source, key) ? (source as Record<string, unknown>)[key] : undefined;
    state[key] = rule.keep === 'local' && rule.isValid(value) ? value : rule.initial;
  }
  return state as State;
}

/** The part of a state that is kept. */
export function toStored<State extends object>(rules: Persistence<State>, state: State): Partial<State> {
  const kept: Partial<State> = {};
  for (const key of Object.keys(rules) as (keyof State & string)[]) {
    if (rules[key].keep === 'local') kept[key] = state[key];
  }
  return kept;
}
