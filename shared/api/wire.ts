import { AppError } from './errors.ts';

/** The key that marks bytes in JSON; a key of ours that starts with `$` gets one more `$` on the way. */
const BYTES = '$bytes';
const CHUNK = 0x8000;

/**
 * Writes a value as JSON for browser mode. Bytes become `{"$bytes": "<base64>"}`; everything else is plain JSON.
 * `undefined` properties are left out, as in JSON.
 */
export function encodeWire(value: unknown): string {
  return JSON.stringify(toWire(value));
}

/**
 * Reads what {@link encodeWire} wrote.
 * @throws AppError `invalid_input` when the text is no JSON or the bytes in it are no base64
 */
export function decodeWire(text: string): unknown {
  try {
    // The walk over every value is only paid when there is something to turn back.
    return text.includes('"$') ? JSON.parse(text, revive) : JSON.parse(text);
  } catch {
    throw new AppError('invalid_input', 'The message is not valid JSON.');
  }
}

function toWire(value: unknown): unknown {
  if (value instanceof Uint8Array) return { [BYTES]: toBase64(value) };
  if (Array.isArray(value)) return value.map(toWire);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.startsWith('$') ? `$${key}` : key, toWire(inner)]),
  );
}

function revive(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === BYTES && typeof first[1] === 'string')
    return fromBase64(first[1]);
  // fromEntries defines own properties, so a key `__proto__` stays a plain key.
  return Object.fromEntries(
    entries.map(([key, inner]) => [key.startsWith('$$') ? key.slice(1) : key, inner]),
  );
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  // In pieces: a call with a million arguments overflows the stack.
  for (let at = 0; at < bytes.length; at += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  }
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
