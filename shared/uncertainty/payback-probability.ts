import { type Estimate, shareAndError } from './percentile.ts';

/**
 * The chance that the money is back for good by a month: the share of draws whose sustained payback is at most
 * `byMonth`. A draw that is never paid back to the end counts as no.
 *
 * `lines` holds one cumulative net line after the other, each with `points` values for months 0 to points - 1; the
 * first is where the line starts today (life to date). Sustained payback is the first time after which a line stays
 * at 0 or above to its end; straight lines within a month. For a whole number of months, payback <= n is the same
 * as: not below 0 from month n on.
 *
 * Throws RangeError for a month outside the line or a list that is not whole lines.
 */
export function paybackProbability(lines: Float64Array, points: number, byMonth: number): Estimate {
  if (!(Number.isInteger(byMonth) && byMonth >= 0 && byMonth < points)) {
    throw new RangeError(`Month ${byMonth} is not one of the months 0 to ${points - 1} of the line.`);
  }
  const months = paybackMonths(lines, points);
  let count = 0;
  for (const month of months) if (month <= byMonth) count += 1;
  return shareAndError(count, months.length);
}

/**
 * paybackProbability() for every month 0 to points - 1 at once, for the chart: never falls from month to month, and
 * what is missing to 1 at the end is never paid back within the horizon.
 */
export function paybackCurve(lines: Float64Array, points: number): Float64Array {
  const months = paybackMonths(lines, points);
  const shares = new Float64Array(points);
  for (const month of months) if (month < points) shares[month] = (shares[month] ?? 0) + 1;
  let count = 0;
  for (let month = 0; month < points; month += 1) {
    count += shares[month] as number;
    shares[month] = count / months.length;
  }
  return shares;
}

/** Per line the first month from which it stays at 0 or above; `points` if it never does. */
function paybackMonths(lines: Float64Array, points: number): Uint32Array {
  const draws = lines.length / points;
  if (!(points >= 1 && draws >= 1 && Number.isInteger(draws))) {
    throw new RangeError(`${lines.length} values are not whole lines of ${points} months.`);
  }
  const months = new Uint32Array(draws);
  for (let draw = 0; draw < draws; draw += 1) {
    let month = points;
    while (month > 0 && (lines[draw * points + month - 1] as number) >= 0) month -= 1;
    months[draw] = month;
  }
  return months;
}
