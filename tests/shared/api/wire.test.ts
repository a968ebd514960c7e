import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWire, encodeWire } from '#shared/api/wire.ts';

const leaf = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.uint8Array({ maxLength: 50 }).map((bytes) => new Uint8Array(bytes)),
);
const key = fc.oneof(fc.string(), fc.constantFrom('$bytes', '$$bytes', '$', '__proto__', 'constructor'));
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('any'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('any')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
})).any;

describe('encodeWire() and decodeWire()', () => {
  it('give back every value, bytes and keys that look like the mark of bytes included', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(decodeWire(encodeWire(given))).toEqual(given);
      }),
    );
  });

  it('carry more bytes than a call has room for as arguments', () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251);
    const read = decodeWire(encodeWire({ bytes })) as { bytes: Uint8Array };
    expect(Buffer.compare(read.bytes, bytes)).toBe(0);
  });

  it('leave the prototype of the result alone when a key is called __proto__', () => {
    const read = decodeWire('{"$$a": 1, "__proto__": {"isAdmin": true}}') as Record<string, unknown>;
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(Object.keys(read)).toEqual(['$a', '__proto__']);
  });

  it.each(['', '{', '{"$bytes": "!"}', 'undefined'])('refuse %j as invalid input', (text) => {
    expect(() => decodeWire(text)).toThrow(expect.objectContaining({ code: 'invalid_input' }));
  });
});
