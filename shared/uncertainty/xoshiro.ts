/** Two to the 26: the lower half of a 53-bit fraction has 26 digits. */
const TWO_TO_26 = 67108864;
/** 2^-53, written out: a power of two is exact. */
const TWO_TO_MINUS_53 = 1.1102230246251565e-16;

/** The four 32-bit words of a generator's state. All zero is not allowed: the generator would stay there. */
export type XoshiroState = readonly [number, number, number, number];

/**
 * The pseudo-random generator xoshiro128** 1.1 of Blackman and Vigna (prng.di.unimi.it): four 32-bit words of
 * state, period 2^128 - 1, only shifts, exclusive or and 32-bit products, hence the same bits everywhere.
 *
 * A uniform number takes two outputs: u = (hi27 x 2^26 + lo26 + 1/2) / 2^53 with the upper 27 digits of the first
 * and the upper 26 of the second. u is never 0; it is 1 only where the + 1/2 rounds up at the very last of the
 * 2^53 steps.
 */
export class Xoshiro128 {
  readonly #state: Int32Array;

  constructor(state: XoshiroState) {
    this.#state = Int32Array.from(state, (word) => word | 0);
    if (this.#state.every((word) => word === 0)) {
      throw new RangeError(
        'The four words of a random stream are all zero, which would repeat one number for ever.',
      );
    }
  }

  /** The next 32 bits, 0 to 4,294,967,295. */
  nextUint32(): number {
    const s = this.#state;
    const s0 = s[0] as number;
    const s1 = s[1] as number;
    const s2 = (s[2] as number) ^ s0;
    const s3 = (s[3] as number) ^ s1;
    const times5 = Math.imul(s1, 5);
    const result = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 0;
    s[0] = s0 ^ s3;
    s[1] = s1 ^ s2;
    s[2] = s2 ^ (s1 << 9);
    s[3] = (s3 << 11) | (s3 >>> 21);
    return result;
  }

  /** The next uniform number. */
  nextUniform(): number {
    const high = this.nextUint32() >>> 5;
    const low = this.nextUint32() >>> 6;
    return (high * TWO_TO_26 + low + 0.5) * TWO_TO_MINUS_53;
  }

  /** Passes over the next `count` uniform numbers. */
  skip(count: number): void {
    for (let i = 0; i < count; i += 1) {
      this.nextUint32();
      this.nextUint32();
    }
  }

  /**
   * Writes the next uniform numbers into `out`, places `from` to `from + count - 1` (default: all of it); the same
   * numbers as that many calls of nextUniform(), but with the state in local variables. Throws RangeError when the
   * places are not all in `out`: writing past the end would be lost without a word.
   */
  fill(out: Float64Array, from = 0, count = out.length - from): void {
    if (from < 0 || count < 0 || from + count > out.length) {
      throw new RangeError(`Cannot write ${count} draws from place ${from} into ${out.length} places.`);
    }
    const s = this.#state;
    let s0 = s[0] as number;
    let s1 = s[1] as number;
    let s2 = s[2] as number;
    let s3 = s[3] as number;
    const end = from + count;
    for (let i = from; i < end; i += 1) {
      let times5 = Math.imul(s1, 5);
      const high = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 5;
      let shifted = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= shifted;
      s3 = (s3 << 11) | (s3 >>> 21);

      times5 = Math.imul(s1, 5);
      const low = Math.imul((times5 << 7) | (times5 >>> 25), 9) >>> 6;
      shifted = s1 << 9;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= shifted;
      s3 = (s3 << 11) | (s3 >>> 21);

      out[i] = (high * TWO_TO_26 + low + 0.5) * TWO_TO_MINUS_53;
    }
    s[0] = s0;
    s[1] = s1;
    s[2] = s2;
    s[3] = s3;
  }
}
