/*
 * Tables behind ln() and exp(), computed once when the module loads.
 *
 * They are worked out in whole numbers (BigInt, 128 binary digits after the point) and only then rounded to
 * floating point, so every entry is correctly rounded and has the same bits on every machine. A table typed in
 * by hand could hide a wrong digit; this one cannot.
 */

const BITS = 128n;
const ONE = 1n << BITS;
const TWO_TO_MINUS_128 = 1 / (4294967296 * 4294967296 * 4294967296 * 4294967296);
/** Index of 2^0 in the table of powers of two. */
const ONE_AT = 1074;
/** Intervals of the logarithm table: 128 steps from about .70 to about 1.41. */
const LN_INTERVALS = 128;
/** The upper half of the bits of the first interval's lower end; it places 1 in the middle of an interval. */
const LN_FIRST_HIGH_WORD = 0x3fe69000;
/** Steps per doubling in the table of exp(). */
const EXP_STEPS = 128;

/** ln(numerator / denominator) in units of 2^-128, from 2 atanh(s) with s = (n - d)/(n + d). */
function fixedLn(numerator: bigint, denominator: bigint): bigint {
  const s = ((numerator - denominator) * ONE) / (numerator + denominator);
  const square = (s * s) >> BITS;
  let power = s;
  let sum = 0n;
  for (let odd = 1n; power !== 0n; odd += 2n) {
    sum += power / odd;
    power = power > 0n ? (power * square) >> BITS : -((-power * square) >> BITS);
  }
  return 2n * sum;
}

/** e^x for x in units of 2^-128, by its power series; meant for 0 <= x < 1. */
function fixedExp(x: bigint): bigint {
  let term = ONE;
  let sum = 0n;
  for (let n = 1n; term !== 0n; n += 1n) {
    sum += term;
    term = ((term * x) >> BITS) / n;
  }
  return sum;
}

/** Every power of two that floating point can hold, 2^(i - 1074) at index i. Halving and doubling are exact. */
function powersOfTwo(): Float64Array {
  const table = new Float64Array(2098);
  table[ONE_AT] = 1;
  for (let i = ONE_AT + 1; i < table.length; i += 1) table[i] = (table[i - 1] ?? 0) * 2;
  for (let i = ONE_AT - 1; i >= 0; i -= 1) table[i] = (table[i + 1] ?? 0) / 2;
  return table;
}

/** The nearest floating-point number to x / 2^128. Scaling by powers of two is exact. */
function toNumber(x: bigint): number {
  return Number(x) * TWO_TO_MINUS_128;
}

/** x as a first part that keeps `fractionBits` binary digits after the point, and the rest, rounded. */
function split(x: bigint, fractionBits: bigint): readonly [high: number, low: number] {
  const unit = 1n << (BITS - fractionBits);
  const high = (x / unit) * unit;
  return [toNumber(high), toNumber(x - high)];
}

/**
 * Three numbers for each interval of the mantissa m: a short number c near 1/m (13 digits, so that products with
 * it are exact), and -ln c in two parts, the first with 40 digits after the point. c is exactly 1 around m = 1:
 * there ln(m) is small and must not be the difference of two larger numbers.
 */
function lnTable(highWord: 0 | 1): Float64Array {
  const table = new Float64Array(LN_INTERVALS * 3);
  const words = new Uint32Array(2);
  const value = new Float64Array(words.buffer);
  for (let i = 0; i < LN_INTERVALS; i += 1) {
    words[highWord] = LN_FIRST_HIGH_WORD + i * 0x2000 + 0x1000;
    const middle = value[0] ?? 1;
    const reciprocal = Math.round(4096 / middle);
    const [first, rest] = split(fixedLn(4096n, BigInt(reciprocal)), 40n);
    table[i * 3] = reciprocal / 4096;
    table[i * 3 + 1] = first;
    table[i * 3 + 2] = rest;
  }
  return table;
}

/** 2^(j/128) cut to 52 digits after the point, then the rest, for j = 0..127. */
function expTable(ln2: bigint): Float64Array {
  const table = new Float64Array(EXP_STEPS * 2);
  for (let j = 0; j < EXP_STEPS; j += 1) {
    const [first, rest] = split(fixedExp((ln2 * BigInt(j)) / BigInt(EXP_STEPS)), 52n);
    table[j * 2] = first;
    table[j * 2 + 1] = rest;
  }
  return table;
}

/**
 * All that ln() and exp() look up. `highWord` says which 32-bit half of a number holds sign and exponent (1 on
 * every machine the app runs on; asked, not assumed). The parts called High are cut short, so that a product with
 * a step or exponent number has no rounding; the parts called Low are what was cut off.
 */
export function exactTables() {
  const highWord = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
  const ln2 = fixedLn(2n, 1n);
  const [ln2High, ln2Low] = split(ln2, 32n);
  const [expStepHigh, expStepLow] = split(ln2 / BigInt(EXP_STEPS), 34n);
  return {
    highWord,
    powersOfTwo: powersOfTwo(),
    oneAt: ONE_AT,
    ln2High,
    ln2Low,
    lnFirstHighWord: LN_FIRST_HIGH_WORD,
    lnTable: lnTable(highWord),
    expStepHigh,
    expStepLow,
    expStepsPerUnit: EXP_STEPS / toNumber(ln2),
    expTable: expTable(ln2),
  } as const;
}
