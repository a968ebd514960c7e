/** Kinds of calls the shim can let fail, as it numbers them. */
export const CALLS = { write: 1, name: 2, sync: 4 } as const;

/** A way a disk fails, by errno (Linux): what fails of what the script asks of it. */
export const FAULTS = [
  { name: 'ENOSPC write', kinds: CALLS.write, errno: 28 },
  { name: 'EIO write', kinds: CALLS.write + CALLS.name, errno: 5 },
  { name: 'EIO sync', kinds: CALLS.sync, errno: 5 },
] as const;
export type Fault = (typeof FAULTS)[number];

/** One run of the script: the call of the fault's kinds, counted from 1, that fails, alone or with all after it. */
export interface Plan {
  readonly fault: Fault;
  readonly position: number;
  readonly isOnce: boolean;
}

/** What the shim counted in a run. */
export interface Counted {
  readonly fired: number;
  readonly writes: number;
  readonly names: number;
  readonly syncs: number;
}

/** Every position of every kind of fault, once and for ever; with `most`, so many of each, spread over the script. */
export function plansFor(counted: Counted, most: number | null): Plan[] {
  return FAULTS.flatMap((fault) => {
    const calls = callsOf(fault, counted);
    const step = most === null ? 1 : Math.max(1, calls / most);
    return [true, false].flatMap((isOnce) => {
      const plans: Plan[] = [];
      // Shifted against each other when they are few, so that once and for ever fall on other positions.
      for (let at = isOnce || most === null ? 1 : 1 + step / 2; at < calls + 1; at += step)
        plans.push({ fault, position: Math.floor(at), isOnce });
      return plans;
    });
  });
}

function callsOf({ kinds }: Fault, { writes, names, syncs }: Counted): number {
  const of = (kind: number, calls: number) => (kinds & kind ? calls : 0);
  return of(CALLS.write, writes) + of(CALLS.name, names) + of(CALLS.sync, syncs);
}
