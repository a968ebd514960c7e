const NUMBER = new Float64Array(1);
const BITS = new BigUint64Array(NUMBER.buffer);

/** The 64 bits of a number as 16 hexadecimal digits: two numbers with the same digits are the same to the last bit. */
export function bitsOf(x: number): string {
  NUMBER[0] = x;
  return (BITS[0] ?? 0n).toString(16).padStart(16, '0');
}

/** Distance between neighbouring numbers at x (one unit in the last place), for x > 0. */
export function unitInLastPlace(x: number): number {
  NUMBER[0] = x;
  BITS[0] = (BITS[0] ?? 0n) + 1n;
  return (NUMBER[0] ?? 0) - x;
}
