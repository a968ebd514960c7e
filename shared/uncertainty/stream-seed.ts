import type { XoshiroState } from './xoshiro.ts';

/** All arithmetic here is modulo 2^64, hence BigInt; it runs once per stream, never per draw. */
const MASK_64 = 0xffffffffffffffffn;
const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;

/**
 * FNV-1a, 64 bits, of the UTF-8 bytes of a text (isthe.com/chongo/tech/comp/fnv): for each byte
 * h = ((h xor byte) x 1099511628211) mod 2^64.
 */
export function fnv1a64(text: string): bigint {
  let hash = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(text)) {
    hash = ((hash ^ BigInt(byte)) * FNV_PRIME) & MASK_64;
  }
  return hash;
}

/**
 * The first `count` outputs of splitmix64 (Steele, Lea and Flood 2014; constants of Vigna's public-domain text)
 * from a 64-bit seed. It spreads seeds that differ in few bits over the whole state of the generator it feeds.
 */
export function splitmix64(seed: bigint, count: number): readonly bigint[] {
  let state = seed & MASK_64;
  return Array.from({ length: count }, () => {
    state = (state + 0x9e3779b97f4a7c15n) & MASK_64;
    let z = state;
    z = ((z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK_64;
    z = ((z ^ (z >> 27n)) * 0x94d049bb133111ebn) & MASK_64;
    return z ^ (z >> 31n);
  });
}

/**
 * The four state words of the stream with this name: two splitmix64 outputs seeded with the FNV-1a hash, each cut
 * into its lower and then its upper 32 bits. Never all zero: two successive outputs of splitmix64 differ.
 */
export function seedWords(name: string): XoshiroState {
  const [first = 0n, second = 0n] = splitmix64(fnv1a64(name), 2);
  return [lower32(first), upper32(first), lower32(second), upper32(second)];
}

function lower32(x: bigint): number {
  return Number(x & 0xffffffffn);
}

function upper32(x: bigint): number {
  return Number(x >> 32n);
}
