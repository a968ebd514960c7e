/** How much larger than 16 px the root text is: lengths in charts are pixels and follow it. */
export function useChartScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}
