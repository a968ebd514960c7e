import { failIntake } from './errors.ts';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16, little-endian',
  'utf-16be': 'UTF-16, big-endian',
  'windows-1252': 'Windows-1252 (Western European)',
};

export interface DecodedText {
  /** The text without its byte-order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /** How sure we are: a mark or valid UTF-8 is `certain`, the fallback is a `guess`, an override is `chosen`. */
  readonly basis: 'certain' | 'guess' | 'chosen';
}

/** Bytes looked at to recognise UTF-16 without a mark. */
const SAMPLE_BYTES = 4096;

/**
 * Turns the bytes of a text file into text. Order: the user's choice, a byte-order mark, NUL bytes on every other
 * place (UTF-16 without a mark), valid UTF-8, else Windows-1252, which accepts any byte and is therefore a guess.
 * @throws IntakeError `bad_encoding` when the chosen or marked encoding does not fit the bytes.
 */
export function decodeText(bytes: Uint8Array, override?: Encoding): DecodedText {
  if (override !== undefined) return { ...decode(bytes, override), basis: 'chosen' };
  const marked = encodingOfMark(bytes);
  if (marked !== undefined) return { ...decode(bytes, marked), basis: 'certain' };
  const wide = unmarkedUtf16(bytes);
  if (wide !== undefined) return { ...decode(bytes, wide), basis: 'guess' };
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      encoding: 'utf-8',
      basis: 'certain',
    };
  } catch {
    return { ...decode(bytes, 'windows-1252'), basis: 'guess' };
  }
}

function decode(bytes: Uint8Array, encoding: Encoding): { text: string; encoding: Encoding } {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return failIntake(
      'bad_encoding',
      `the bytes are not valid ${ENCODING_NAMES[encoding]}. Choose another encoding, or save the file again as UTF-8.`,
    );
  }
}

function encodingOfMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE_BYTES) / 2);
  if (pairs < 2 || bytes.length % 2 === 1) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++;
    if (bytes[2 * i + 1] === 0) odd++;
  }
  // Mostly Latin text has a zero in nearly every second byte; a stray NUL in a one-byte encoding stays far below.
  if (odd > pairs * 0.6 && even < pairs * 0.1) return 'utf-16le';
  if (even > pairs * 0.6 && odd < pairs * 0.1) return 'utf-16be';
  return undefined;
}
