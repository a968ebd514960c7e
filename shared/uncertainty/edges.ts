import type { Estimate, Interval } from './percentile.ts';

/** An estimate this many standard errors from a cut, or nearer, could lie on either side of it. */
const NEAR = 2;

/** What the last closed review remembers of P: its band (0 = below every cut) and a change that waits. */
export interface BandMemory {
  readonly band: number;
  readonly pending: -1 | 0 | 1;
}

/** How far beyond a cut P must go to move its band: up and down after two looks, clear down at once. */
export interface BandMargins {
  /** .05: above cut + up, or below cut - up, the band moves at the second look. */
  readonly dead: number;
  /** .10: below cut - clear it moves at the first. */
  readonly clear: number;
}

/**
 * Whether chance alone could put an estimate on the other side of a cut: within 2 standard errors of one. An
 * estimate without error (every draw alike) is never near: more draws could not move it.
 */
export function isNearCut({ estimate, se }: Estimate, cuts: readonly number[]): boolean {
  return se > 0 && cuts.some((cut) => Math.abs(estimate - cut) <= NEAR * se);
}

/** The same for a percentile: whether a cut lies in its 95 % interval of order statistics (ends included). */
export function isCutInInterval({ low, high }: Interval, cuts: readonly number[]): boolean {
  return low < high && cuts.some((cut) => low <= cut && cut <= high);
}

/**
 * The values of P at which the outcome of the band's memory changes, upwards. `cuts` are the policy's cuts of P,
 * upwards (.30, .60, .80).
 *
 * Without memory: every cut, and for the first cut also cut - clear and cut - dead (.20, .25), where a first look
 * starts. With band b: upwards cut + dead of the next cut, or of all higher ones when a rise is pending; downwards
 * cut - dead of every lower cut, and cut - clear of them unless a fall is pending (then cut - dead decides). A rule
 * that compares the bare P with a cut (kill watch, P < .30) is the caller's: add that cut where the rule could fire.
 */
export function probabilityEdges(
  cuts: readonly number[],
  memory: BandMemory | null,
  margins: BandMargins,
): readonly number[] {
  return edges(cuts, memory, margins).sort((a, b) => a - b);
}

function edges(cuts: readonly number[], memory: BandMemory | null, { dead, clear }: BandMargins): number[] {
  if (memory === null) {
    return [...cuts.slice(0, 1).flatMap((first) => [first - clear, first - dead]), ...cuts];
  }
  const { band, pending } = memory;
  const lower = cuts.slice(0, band);
  const higher = pending === 1 ? cuts.slice(band) : cuts.slice(band, band + 1);
  return [
    ...(pending === -1 ? [] : lower.map((cut) => cut - clear)),
    ...lower.map((cut) => cut - dead),
    ...higher.map((cut) => cut + dead),
  ];
}

/** What to do after a look at the draws: they suffice, draw on in the same streams, or say it is on the line. */
export type SamplingStep = 'enough' | 'extend' | 'on_the_line';

/**
 * Draws are extended once, to `mostDraws` (100,000), when a figure lies near a cut that counts; a figure still near
 * it is "on the line": the verdict goes by its value, with that remark.
 */
export function samplingStep(isNearAnyCut: boolean, draws: number, mostDraws: number): SamplingStep {
  if (!isNearAnyCut) return 'enough';
  return draws < mostDraws ? 'extend' : 'on_the_line';
}
