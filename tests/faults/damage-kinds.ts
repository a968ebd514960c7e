const PAGE = 4096;
const SECTOR = 512;

/** A number from 0 up to, not including, `limit`. */
export type Below = (limit: number) => number;

function sectorAt(bytes: Buffer, below: Below): Buffer {
  const start = below(Math.floor(bytes.length / SECTOR)) * SECTOR;
  return bytes.subarray(start, start + SECTOR);
}

/** What disks, cables and copies do to a file. Each takes a copy of its own and answers what is left of it. */
export const DAMAGE_KINDS = {
  bit_flip(bytes: Buffer, below: Below): Buffer {
    const at = below(bytes.length);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << below(8)), at);
    return bytes;
  },
  zeroed_sector(bytes: Buffer, below: Below): Buffer {
    sectorAt(bytes, below).fill(0);
    return bytes;
  },
  garbage_sector(bytes: Buffer, below: Below): Buffer {
    const sector = sectorAt(bytes, below);
    for (let at = 0; at < SECTOR; at += 1) sector.writeUInt8(below(256), at);
    return bytes;
  },
  swapped_pages(bytes: Buffer, below: Below): Buffer {
    const pages = bytes.length / PAGE;
    const one = 1 + below(pages - 1);
    const other = 1 + ((one + below(pages - 2)) % (pages - 1));
    const kept = Buffer.from(bytes.subarray(one * PAGE, (one + 1) * PAGE));
    bytes.copy(bytes, one * PAGE, other * PAGE, (other + 1) * PAGE);
    kept.copy(bytes, other * PAGE);
    return bytes;
  },
  cut_tail(bytes: Buffer, below: Below): Buffer {
    const gone = below(2) === 0 ? PAGE * (1 + below(5)) : 1 + below(bytes.length - 1);
    return bytes.subarray(0, bytes.length - gone);
  },
} as const;

export type DamageKind = keyof typeof DAMAGE_KINDS;
