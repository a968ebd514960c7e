import { randomBytes } from 'node:crypto';

/** The moment of the last id and its place among the ids of that moment: 12 bits. */
let last = { at: 0, count: 0 };

/**
 * A new id for a record: a UUID of version 7 (RFC 9562), so ids rise in the order they are made. Ratings of one
 * rater on one day are told apart by it. The rest is random, so that two copies of a file never give the same id
 * to different things.
 */
export function newId(): string {
  const now = Date.now();
  if (now > last.at) last = { at: now, count: 0 };
  else if (last.count < 0xfff) last = { at: last.at, count: last.count + 1 };
  // More than 4,096 in a millisecond, or a clock that went back: go on from the last moment.
  else last = { at: last.at + 1, count: 0 };
  const bytes = randomBytes(16);
  bytes.writeUIntBE(last.at, 0, 6);
  bytes[6] = 0x70 | (last.count >> 8);
  bytes[7] = last.count & 0xff;
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** 256 random bits, safe in a URL: codes, bearers and secrets of browser mode. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
