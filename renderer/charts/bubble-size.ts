/** Radius in pixels of the smallest and the largest bubble at normal text size. */
export const SMALLEST = 4;
export const LARGEST = 15;

/**
 * Radius of a bubble whose area shows the monthly cost, the dearest initiative being {@link LARGEST}.
 * Unmeasured or zero cost gets the smallest bubble; the caller marks an unmeasured one.
 */
export function bubbleRadius(monthlyCost: number | null, dearest: number): number {
  if (monthlyCost === null || monthlyCost <= 0 || dearest <= 0) return SMALLEST;
  return Math.max(SMALLEST, LARGEST * Math.sqrt(Math.min(1, monthlyCost / dearest)));
}
