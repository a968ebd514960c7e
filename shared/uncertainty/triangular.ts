/** Lowest value, most likely value (mode) and highest value, in the unit of the input. */
export interface ThreeValues {
  readonly lowest: number;
  readonly mode: number;
  readonly highest: number;
}

/** Throws RangeError unless lowest <= mode <= highest with lowest < highest, all finite. */
export function requireThreeValues({ lowest, mode, highest }: ThreeValues): void {
  const isOrdered = lowest <= mode && mode <= highest && lowest < highest;
  if (!isOrdered || !Number.isFinite(highest - lowest)) {
    throw new RangeError(
      `Lowest ${lowest}, most likely ${mode} and highest ${highest} are not in ascending order.`,
    );
  }
}

/** Mean of the triangular distribution: (a + m + b) / 3. */
export function triangularMean(values: ThreeValues): number {
  requireThreeValues(values);
  return (values.lowest + values.mode + values.highest) / 3;
}

/** Standard deviation of the triangular distribution: sqrt((a^2 + b^2 + m^2 - ab - am - bm) / 18). */
export function triangularSd(values: ThreeValues): number {
  requireThreeValues(values);
  // The same variance from the two sides and the width: no squares of large numbers that cancel.
  const left = values.mode - values.lowest;
  const right = values.highest - values.mode;
  return Math.sqrt((left * left + left * right + right * right) / 18);
}

/**
 * Quantile of the triangular distribution: a + sqrt(u (b - a)(m - a)) below the mode, b - sqrt((1 - u)(b - a)(b -
 * m)) above. u from 0 to 1, else RangeError.
 */
export function triangularQuantile(values: ThreeValues, u: number): number {
  requireThreeValues(values);
  if (!(u >= 0 && u <= 1)) throw new RangeError(`A quantile needs a probability between 0 and 1, not ${u}.`);
  const { lowest, mode, highest } = values;
  const width = highest - lowest;
  return u * width <= mode - lowest
    ? lowest + Math.sqrt(u * width * (mode - lowest))
    : highest - Math.sqrt((1 - u) * width * (highest - mode));
}
