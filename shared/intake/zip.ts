import { Inflate } from 'fflate';
import type { IntakeCaps } from './caps.ts';
import { failIntake } from './errors.ts';

/** One packed file inside a ZIP container. Sizes are what the directory claims: never trusted for memory. */
export interface ZipEntry {
  readonly name: string;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly packedSize: number;
  readonly declaredSize: number;
  /** Where the packed bytes begin. */
  readonly dataAt: number;
}

/** The entries of a container by lower-case name: part names of a workbook do not differ by case. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

/** Bytes unpacked so far, over all parts: the cap on the whole counts every read. */
export interface UnpackedCount {
  bytes: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const ZIP64_LOCATOR = 0x07064b50;
const END_SIZE = 22;
const MAX_COMMENT = 65_535;
/** The decompressor hands on everything one push yields, at most about 1,032 bytes a byte: pieces stay small. */
const PIECE = 1024;
const RATIO_FROM = 1_000_000;

const DAMAGED = 'Save it again in a spreadsheet program, or copy it again from its source.';

/**
 * Reads the directory of a ZIP container without unpacking anything.
 * Refuses what an ordinary workbook never has: ZIP64, several disks, encryption, two entries of one name, entries
 * that overlap or lie outside the file, other packing methods than stored and deflated.
 * @throws IntakeError `workbook_truncated`, `workbook_damaged`, `workbook_unsupported`, `workbook_encrypted`,
 *   `workbook_too_large`.
 */
export function readZipDirectory(bytes: Uint8Array, caps: IntakeCaps): ZipDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  const isZip64 =
    count === 0xffff ||
    size === 0xffffffff ||
    start === 0xffffffff ||
    (end >= 20 && view.getUint32(end - 20, true) === ZIP64_LOCATOR);
  if (isZip64)
    failIntake('workbook_unsupported', 'the file uses ZIP64, which no workbook of this size needs.');
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) {
    failIntake('workbook_unsupported', 'the file is one part of a divided archive.');
  }
  if (count > caps.zipEntries) {
    failIntake(
      'workbook_too_large',
      `the workbook has ${count} parts inside, more than the ${caps.zipEntries} allowed.`,
    );
  }
  if (start + size > end) damaged('its directory lies outside the file');

  const entries = new Map<string, ZipEntry>();
  const spans: { from: number; to: number }[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    const { entry, localAt, next } = readEntry(bytes, view, at, start);
    const key = entry.name.toLowerCase();
    if (entries.has(key)) damaged(`two of its parts are called "${entry.name}"`);
    entries.set(key, entry);
    spans.push({ from: localAt, to: entry.dataAt + entry.packedSize });
    at = next;
  }
  spans.sort((a, b) => a.from - b.from);
  for (let i = 1; i < spans.length; i++) {
    if ((spans[i] as { from: number }).from < (spans[i - 1] as { to: number }).to) {
      damaged('two of its parts overlap');
    }
  }
  return entries;
}

/**
 * Unpacks one entry piece by piece into `sink`, checking every cap before a piece is handed on, so that memory
 * stays small whatever the file claims. The checksum is compared at the end.
 * @throws IntakeError `workbook_too_large` (size or ratio), `workbook_damaged`, `workbook_truncated`.
 */
export function unpackEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
  caps: IntakeCaps,
  total: UnpackedCount,
  sink: (piece: Uint8Array) => void,
): void {
  const packed = bytes.subarray(entry.dataAt, entry.dataAt + entry.packedSize);
  let size = 0;
  let crc = -1;
  const take = (piece: Uint8Array): void => {
    size += piece.length;
    total.bytes += piece.length;
    if (size > entry.declaredSize) damaged(`its part "${entry.name}" is larger than it says`);
    if (size > caps.partBytes || total.bytes > caps.unpackedBytes) {
      failIntake(
        'workbook_too_large',
        `unpacked, its part "${entry.name}" passes the limit (${mb(caps.partBytes)} MB a part, ${mb(caps.unpackedBytes)} MB in all). Remove sheets you do not need.`,
      );
    }
    if (size > RATIO_FROM && size > caps.ratio * Math.max(1, entry.packedSize)) {
      failIntake(
        'workbook_too_large',
        `its part "${entry.name}" unpacks to more than ${caps.ratio} times its size, as no real sheet does. The file was not opened further.`,
      );
    }
    crc = crc32(piece, crc);
    sink(piece);
  };

  if (entry.method === 0) {
    for (let i = 0; i < packed.length; i += PIECE) take(packed.subarray(i, i + PIECE));
  } else {
    // The claim alone is enough to refuse; an honest bomb is not even started.
    if (entry.declaredSize > caps.partBytes) {
      failIntake(
        'workbook_too_large',
        `its part "${entry.name}" says it unpacks to ${mb(entry.declaredSize)} MB, more than the ${mb(caps.partBytes)} MB allowed. The file was not opened further.`,
      );
    }
    inflate(packed, take);
  }
  if (size !== entry.declaredSize || ~crc >>> 0 !== entry.crc) {
    damaged(`its part "${entry.name}" does not match its checksum`);
  }
}

function inflate(packed: Uint8Array, take: (piece: Uint8Array) => void): void {
  let isDone = false;
  let thrown: unknown;
  const inflater = new Inflate((piece, final) => {
    isDone ||= final;
    try {
      if (piece.length > 0) take(piece);
    } catch (error) {
      thrown = error;
      throw error;
    }
  });
  try {
    for (let i = 0; i < packed.length && !isDone; i += PIECE) {
      inflater.push(packed.subarray(i, i + PIECE), i + PIECE >= packed.length);
    }
  } catch {
    if (thrown !== undefined) throw thrown;
    failIntake('workbook_damaged', `the workbook is damaged: a part cannot be unpacked. ${DAMAGED}`);
  }
  if (!isDone) failIntake('workbook_truncated', `the workbook ends in the middle of a part. ${DAMAGED}`);
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    if (at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return failIntake(
    'workbook_truncated',
    `the workbook is cut off: its directory at the end of the file is missing. ${DAMAGED}`,
  );
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  directoryAt: number,
): { entry: ZipEntry; localAt: number; next: number } {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE) {
    damaged('its directory cannot be read');
  }
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packedSize = view.getUint32(at + 20, true);
  const declaredSize = view.getUint32(at + 24, true);
  const nameSize = view.getUint16(at + 28, true);
  const localAt = view.getUint32(at + 42, true);
  const next = at + 46 + nameSize + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > view.byteLength) damaged('its directory cannot be read');
  const name = new TextDecoder('utf-8').decode(bytes.subarray(at + 46, at + 46 + nameSize));
  if ((flags & 0x41) !== 0) {
    failIntake(
      'workbook_encrypted',
      'the workbook is protected by a password. Save it without one and import that.',
    );
  }
  if (packedSize === 0xffffffff || declaredSize === 0xffffffff || localAt === 0xffffffff) {
    failIntake('workbook_unsupported', 'the file uses ZIP64, which no workbook of this size needs.');
  }
  if (method !== 0 && method !== 8) {
    failIntake(
      'workbook_unsupported',
      `its part "${name}" is packed in an unusual way (method ${method}). Save the file again in a spreadsheet program.`,
    );
  }
  if (localAt + 30 > directoryAt || view.getUint32(localAt, true) !== LOCAL_SIGNATURE) {
    damaged(`its part "${name}" is not where the directory says`);
  }
  const dataAt = localAt + 30 + view.getUint16(localAt + 26, true) + view.getUint16(localAt + 28, true);
  if (dataAt + packedSize > directoryAt) damaged(`its part "${name}" lies outside the file`);
  if (method === 0 && packedSize !== declaredSize) damaged(`its part "${name}" gives two sizes`);
  return {
    entry: { name, method, crc: view.getUint32(at + 16, true), packedSize, declaredSize, dataAt },
    localAt,
    next,
  };
}

function damaged(what: string): never {
  failIntake('workbook_damaged', `the workbook is damaged: ${what}. ${DAMAGED}`);
}

function mb(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(piece: Uint8Array, crc: number): number {
  let c = crc;
  for (let i = 0; i < piece.length; i++) {
    c = (CRC_TABLE[(c ^ (piece[i] as number)) & 0xff] as number) ^ (c >>> 8);
  }
  return c;
}
