/** What a run answers: the value, alone or with what else it counted, or why it cannot be measured here. */
export type Measured =
  | number
  | { readonly value: number; readonly note: string }
  | { readonly skipped: string };

/** One measured figure: what `npm run bench` and `npm run faults` print a line for. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly budget: number;
  /** The budget is a lower bound. */
  readonly isAtLeast?: boolean;
  readonly run: (options: {
    readonly isQuick: boolean;
    readonly root: string;
  }) => Measured | Promise<Measured>;
}

/** The middle one of the values; of an even number the higher of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value that at most one in twenty exceeds. */
export function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN;
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * Median time of `work` over median time of `baseline`, run in turns so that a busy machine slows both.
 * One round before the measured ones lets the engine warm up.
 */
export async function ratio(work: () => unknown, baseline: () => unknown, rounds: number): Promise<number> {
  const [own, base]: [number[], number[]] = [[], []];
  await work();
  await baseline();
  for (let round = 0; round < rounds; round += 1) {
    own.push(await timed(work));
    base.push(await timed(baseline));
  }
  return median(own) / median(base);
}
