/** Beyond so many rounds the values are no random order to this method; the rest is sorted outright. */
const MOST_ROUNDS = 100;

/**
 * Rearranges `values` so that places `low` to `high` hold what they would hold if all were sorted upwards, with
 * nothing larger before and nothing smaller behind them. Percentiles and their intervals read only a few neighbouring
 * places, and sorting all draws instead takes a quarter of a simulation's time.
 *
 * Hoare's selection with the median of three as pivot, then a sort of the window. No NaN. Throws RangeError when the
 * window is not inside `values`.
 */
export function orderWindow(values: Float64Array, low: number, high: number): void {
  if (!(low >= 0 && low <= high && high < values.length)) {
    throw new RangeError(`Places ${low} to ${high} are not all among ${values.length} values.`);
  }
  select(values, 0, values.length - 1, low);
  select(values, low, values.length - 1, high);
  values.subarray(low, high + 1).sort();
}

/** Puts the right value at place `target`, smaller or equal ones before it and larger or equal ones behind it. */
function select(values: Float64Array, first: number, last: number, target: number): void {
  let left = first;
  let right = last;
  for (let round = 0; left < right; round += 1) {
    if (round === MOST_ROUNDS) {
      values.subarray(left, right + 1).sort();
      return;
    }
    const pivot = medianOfThree(
      values[left] as number,
      values[(left + right) >>> 1] as number,
      values[right] as number,
    );
    let i = left;
    let j = right;
    while (i <= j) {
      while ((values[i] as number) < pivot) i += 1;
      while ((values[j] as number) > pivot) j -= 1;
      if (i <= j) {
        const swapped = values[i] as number;
        values[i] = values[j] as number;
        values[j] = swapped;
        i += 1;
        j -= 1;
      }
    }
    // Between j and i every value equals the pivot.
    if (target <= j) right = j;
    else if (target >= i) left = i;
    else return;
  }
}

function medianOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
