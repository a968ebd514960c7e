import type { FlowPoint } from '#shared/decision/explanation.ts';

/** A point of the median line that gets its words on the chart. */
export interface FlowMark {
  readonly month: number;
  readonly value: number;
}

/** The deepest point of the median line below 0; null when it never is. */
export function lowPoint(flow: readonly FlowPoint[]): FlowMark | null {
  let low: FlowMark | null = null;
  for (const { month, p50 } of flow) if (p50 < (low?.value ?? 0)) low = { month, value: p50 };
  return low;
}

/**
 * The month from which the median line is at 0 or above and stays there; null when it never is, or was never below, so
 * that there is nothing to pay back.
 */
export function paybackMark(flow: readonly FlowPoint[]): FlowMark | null {
  let lastBelow = -1;
  for (const [index, { p50 }] of flow.entries()) if (p50 < 0) lastBelow = index;
  const back = lastBelow < 0 ? undefined : flow[lastBelow + 1];
  return back === undefined ? null : { month: back.month, value: back.p50 };
}

/** Places of labels down a side, none nearer than `gap` to the next; the order of the values stays. */
export function spread(places: readonly number[], gap: number): readonly number[] {
  const order = places.map((_, index) => index).sort((a, b) => (places[a] as number) - (places[b] as number));
  const result = [...places];
  let shift = 0;
  for (const [at, index] of order.entries()) {
    const before = at === 0 ? Number.NEGATIVE_INFINITY : (result[order[at - 1] as number] as number);
    const moved = Math.max(places[index] as number, before + gap);
    shift = Math.max(shift, moved - (places[index] as number));
    result[index] = moved;
  }
  // Half of the push goes up, so that the labels stay around their lines.
  return result.map((place) => place - shift / 2);
}
