declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** An amount of money in integer minor units of the portfolio currency (cents for EUR). Never a price or a rate. */
export type MinorUnits = Brand<number, 'MinorUnits'>;
/** A calendar month as `year * 12 + month - 1`, so that the next month is always `+ 1`. */
export type MonthIndex = Brand<number, 'MonthIndex'>;
/** A calendar day, `YYYY-MM-DD`, without time or zone. */
export type IsoDate = Brand<string, 'IsoDate'>;
/** A moment, ISO 8601 in UTC with milliseconds, as `Date.toISOString()` writes it. */
export type Instant = Brand<string, 'Instant'>;

/** The largest amount we add up without loss; a sum of 384,000 such amounts is still refused, not rounded. */
export const MAX_MINOR_UNITS = 1e13;

/** True when `value` is a whole number of minor units inside the safe range. */
export function isMinorUnits(value: unknown): value is MinorUnits {
  return Number.isSafeInteger(value) && Math.abs(value as number) <= MAX_MINOR_UNITS;
}

/**
 * Marks a whole number of minor units as money.
 * @throws RangeError when it is not an integer or lies outside ±{@link MAX_MINOR_UNITS}.
 */
export function minorUnits(value: number): MinorUnits {
  if (!isMinorUnits(value)) throw new RangeError(`not an amount in minor units: ${value}`);
  return value;
}
