const STEPS = [1, 2, 2.5, 5, 10] as const;

/**
 * Evenly spaced round ticks that cover `min` to `max` and include 0, about `wanted` of them.
 * The first and last tick are the ends of the axis. Needs min <= max, both finite.
 */
export function niceTicks(min: number, max: number, wanted: number): readonly number[] {
  const low = Math.min(min, 0);
  const high = Math.max(max, 0);
  const span = high - low || 1;
  const raw = span / Math.max(1, wanted - 1);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = (STEPS.find((one) => one * power >= raw * 0.999) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  // Multiplied, not added up: sums of decimals drift. Adding 0 turns -0 into 0.
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step + 0);
}
