import { useMemo, useRef } from 'react';

type Handlers<T> = { readonly [K in keyof T]: (...given: never[]) => void };

/**
 * The same handlers all the time, which do what the latest ones do: what is given them need not be drawn again.
 * They are called by events, never while drawing.
 */
export function useStableHandlers<T extends Handlers<T>>(latest: T): T {
  const now = useRef(latest);
  now.current = latest;
  return useMemo(() => {
    const names = Object.keys(now.current) as (keyof T)[];
    const entries = names.map((name) => [name, (...given: never[]) => now.current[name](...given)]);
    return Object.fromEntries(entries) as T;
  }, []);
}
