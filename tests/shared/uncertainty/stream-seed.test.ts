import { describe, expect, it } from 'vitest';
import { fnv1a64, seedWords, splitmix64 } from '#shared/uncertainty/stream-seed.ts';

describe('fnv1a64()', () => {
  // Published test values of FNV-1a, 64 bits.
  it.each([
    ['', 0xcbf29ce484222325n],
    ['a', 0xaf63dc4c8601ec8cn],
    ['foobar', 0x85944171f73967e8n],
  ])('of "%s" is the published value', (text, hash) => {
    expect(fnv1a64(text)).toBe(hash);
  });

  it('hashes the bytes of UTF-8, not the characters', () => {
    expect(fnv1a64('é')).toBe(fnv1aOfBytes([0xc3, 0xa9]));
    expect(fnv1a64('😀')).toBe(fnv1aOfBytes([0xf0, 0x9f, 0x98, 0x80]));
  });

  function fnv1aOfBytes(bytes: readonly number[]): bigint {
    return bytes.reduce(
      (hash, byte) => ((hash ^ BigInt(byte)) * 1099511628211n) % (1n << 64n),
      14695981039346656037n,
    );
  }
});

describe('splitmix64()', () => {
  it('gives the reference outputs', () => {
    // Reference outputs (rust-random/rngs).
    expect(splitmix64(1477776061723855037n, 5)).toEqual([
      1985237415132408290n,
      2979275885539914483n,
      13511426838097143398n,
      8488337342461049707n,
      15141737807933549159n,
    ]);
  });
});

describe('seedWords()', () => {
  it('cuts two outputs into their lower and upper halves', () => {
    // Worked out by an independent program.
    expect(seedWords('2026|initiative-a|tasks')).toEqual([0x9ff67c91, 0x32cf7e76, 0x62a5aaf0, 0x0b15325c]);
  });
});
