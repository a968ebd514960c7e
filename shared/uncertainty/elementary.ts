import { exactTables } from './exact-tables.ts';

/*
 * ln and exp built from + - x / alone. IEEE 754 fixes every bit of those four, but not of the built-in
 * logarithm and exponential, which may differ between engines and versions: with these two, a review replayed
 * years later gives the same figures to the last bit.
 */

// Constants of this module, not imported ones: the engine folds these into the code, which halves the time.
const tables = exactTables();
const HIGH = tables.highWord;
const POWERS_OF_TWO = tables.powersOfTwo;
const ONE_AT = tables.oneAt;
const LN_2_HIGH = tables.ln2High;
const LN_2_LOW = tables.ln2Low;
const LN_FIRST_HIGH_WORD = tables.lnFirstHighWord;
const LN_TABLE = tables.lnTable;
const EXP_STEP_HIGH = tables.expStepHigh;
const EXP_STEP_LOW = tables.expStepLow;
const EXP_STEPS_PER_UNIT = tables.expStepsPerUnit;
const EXP_TABLE = tables.expTable;

/** One number seen as its bits: exact, and no allocation per call. */
const WORDS = new Int32Array(2);
const DOUBLE = new Float64Array(WORDS.buffer);

const TWO_TO_54 = 18014398509481984;
const TWO_TO_1023 = 8.98846567431158e307;
const TWO_TO_MINUS_64 = 1 / (4294967296 * 4294967296);
/** Adding and subtracting 1.5 x 2^28 leaves 24 binary digits after the point (for numbers around 1). */
const ROUND_TO_24_DIGITS = 402653184;
/** Adding and subtracting 1.5 x 2^52 rounds to a whole number. */
const ROUND_TO_WHOLE = 6755399441055744;

/** Above it e^x is larger than any number; below LOWEST it is nearer to 0 than to the smallest one. */
const HIGHEST_EXPONENT = 709.782712893384;
const LOWEST_EXPONENT = -745.1332191019412;

/**
 * The natural logarithm of x, within 1 unit in the last place (about half a unit nearly everywhere).
 *
 * ln(0) and ln(-0) are -Infinity, ln of a negative number and of NaN is NaN, ln(Infinity) is Infinity;
 * subnormal numbers are handled exactly like the others.
 *
 * x = 2^k m with m in about [.70, 1.41); with a short c near 1/m from a table, ln x = k ln 2 - ln c + ln(1 + f),
 * f = m c - 1, |f| < .006, and ln(1 + f) by its power series. f is formed without rounding in two parts.
 */
export function ln(x: number): number {
  let scaled = x;
  DOUBLE[0] = x;
  let high = WORDS[HIGH] as number;
  let k = 0;
  // One comparison for all that is not a normal positive number: 0, subnormal, negative, infinite, NaN.
  if (high < 0x00100000 || high >= 0x7ff00000) {
    if (x === 0) return -Infinity;
    if (!(x > 0)) return NaN;
    if (x === Infinity) return x;
    scaled = x * TWO_TO_54;
    DOUBLE[0] = scaled;
    high = WORDS[HIGH] as number;
    k = -54;
  }
  const offset = high - LN_FIRST_HIGH_WORD;
  const exponent = offset >> 20;
  k += exponent;
  const m = scaled * (POWERS_OF_TWO[ONE_AT - exponent] as number);
  const entry = ((offset >> 13) & 127) * 3;
  const c = LN_TABLE[entry] as number;
  const coarse = m + ROUND_TO_24_DIGITS - ROUND_TO_24_DIGITS;
  const fHigh = coarse * c - 1;
  const fLow = (m - coarse) * c;
  const f = fHigh + fLow;
  const base = k * LN_2_HIGH + (LN_TABLE[entry + 1] as number);
  const sum = base + fHigh;
  const lost = base - sum + fHigh;
  const f2 = f * f;
  const series =
    f2 * (-1 / 2 + f * (1 / 3) + f2 * (-1 / 4 + f * (1 / 5) + f2 * (-1 / 6 + f * (1 / 7) - f2 / 8)));
  return sum + (series + (fLow + (lost + ((LN_TABLE[entry + 2] as number) + k * LN_2_LOW))));
}

/**
 * e to the power x, within 1 unit in the last place (about half a unit nearly everywhere).
 *
 * exp(-Infinity) and everything below -745.13 is 0, everything above 709.78 and exp(Infinity) is Infinity,
 * exp(NaN) is NaN; results below 2^-1022 (x < -708.39) are rounded once more to the subnormal grid.
 *
 * x = (128 k + j) ln 2 / 128 + r with |r| < .0028, so e^x = 2^k 2^(j/128) e^r: a table, and the power series.
 */
export function exp(x: number): number {
  if (!(x <= HIGHEST_EXPONENT && x >= LOWEST_EXPONENT)) {
    if (x > HIGHEST_EXPONENT) return Infinity;
    return x < LOWEST_EXPONENT ? 0 : NaN;
  }
  const steps = x * EXP_STEPS_PER_UNIT + ROUND_TO_WHOLE - ROUND_TO_WHOLE;
  const n = steps | 0;
  const r = x - steps * EXP_STEP_HIGH - steps * EXP_STEP_LOW;
  const r2 = r * r;
  const growth = r + r2 * (1 / 2 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120)));
  const entry = (n & 127) << 1;
  const first = EXP_TABLE[entry] as number;
  const value = first + ((EXP_TABLE[entry + 1] as number) + first * growth);
  const k = n >> 7;
  if (k > 1023) return value * 2 * TWO_TO_1023;
  if (k < -1022) {
    // Down to the subnormal grid in one last step, so that it rounds once.
    return value * (POWERS_OF_TWO[ONE_AT + 64 + k] as number) * TWO_TO_MINUS_64;
  }
  return value * (POWERS_OF_TWO[ONE_AT + k] as number);
}
