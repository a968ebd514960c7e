/** An uncertain input with the three values it is shown at (P10, P50, P90). */
export interface TornadoInput {
  readonly id: string;
  readonly low: number;
  readonly base: number;
  readonly high: number;
}

/** The outcome with one input at its low and at its high value, all others at their base. */
export interface TornadoBar {
  readonly id: string;
  readonly atLow: number;
  readonly atHigh: number;
  /** Distance between the two outcomes, never negative. */
  readonly range: number;
  /** Whether a cut that decides the verdict lies between two of: outcome at low, at base, at high. */
  readonly crossesCut: boolean;
}

export interface Tornado {
  /** The outcome with every input at its base: the vertical line of the chart. */
  readonly base: number;
  /** Longest first; equal ranges in the order of the inputs. */
  readonly bars: readonly TornadoBar[];
}

/**
 * How far each input alone moves an outcome: each is set to its low and high value, the others at base. It ignores
 * interactions; rank correlations of the simulation belong beside it.
 *
 * `outcome` gets one value per input in their order (the list is reused between calls: read, do not keep). A value
 * on a cut is on the lower side, as "positive" means above 0.
 */
export function tornado(
  inputs: readonly TornadoInput[],
  outcome: (values: readonly number[]) => number,
  cuts: readonly number[],
): Tornado {
  const values = inputs.map((input) => input.base);
  const base = outcome(values);
  const bars = inputs.map((input, i): TornadoBar => {
    values[i] = input.low;
    const atLow = outcome(values);
    values[i] = input.high;
    const atHigh = outcome(values);
    values[i] = input.base;
    const lowest = Math.min(atLow, base, atHigh);
    const highest = Math.max(atLow, base, atHigh);
    const crossesCut = cuts.some((cut) => lowest <= cut && highest > cut);
    return { id: input.id, atLow, atHigh, range: Math.abs(atHigh - atLow), crossesCut };
  });
  return { base, bars: bars.sort((a, b) => b.range - a.range) };
}
