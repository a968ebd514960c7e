import { dirname } from 'node:path';
import type { TraceCall } from './trace.ts';

/**
 * What a power cut does to what was not synced:
 * - `lost`: all of it is gone, names included;
 * - `whole`: each write and each name is there or not, by chance;
 * - `torn`: each sector of 512 bytes is there or not, by chance; names as well;
 * - `names`: every write got through, but no name made, removed or changed since its folder was synced;
 * - `kept`: all of it got through, as when only the program ends.
 */
export const CUTS = ['lost', 'whole', 'torn', 'names', 'kept'] as const;
export type Cut = (typeof CUTS)[number];

export interface DiskOptions {
  /** The watched folder itself. Syncing a folder makes the names right in it durable, its own name in its parent not. */
  readonly folder: string;
  /** What lay there, durably, before the first call. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Plays a disk that lies about this kind of sync: the control that proves the model bites. */
  readonly ignored?: 'files' | 'folder' | undefined;
}

const SECTOR = 512;
/** Chance that a write not synced got through all the same. */
const KEPT = 0.5;

type DataCall = Extract<TraceCall, { type: 'written' | 'cut' }>;
type NameCall =
  | { readonly type: 'made'; readonly path: string; readonly inode: Inode | null }
  | { readonly type: 'removed'; readonly path: string }
  | { readonly type: 'renamed' | 'linked'; readonly path: string; readonly to: string };
interface Inode {
  durable: Buffer;
  pending: DataCall[];
}
/** What each name stands for; null for a folder. */
type Names = Map<string, Inode | null>;

/** A disk that remembers what was made durable and what was only written: calls go in, folders after a cut come out. */
export class Disk {
  readonly #options: DiskOptions;
  /** Names as the program sees them. */
  readonly #names: Names = new Map();
  readonly #durableNames: Names;
  #pendingNames: NameCall[] = [];

  constructor(options: DiskOptions) {
    this.#options = options;
    for (const [path, bytes] of options.files) this.#names.set(path, { durable: bytes, pending: [] });
    this.#durableNames = new Map(this.#names);
  }

  /** Takes the next call of a trace. @throws Error when it does not follow from those before. */
  take(call: TraceCall): void {
    switch (call.type) {
      case 'mark':
        return;
      case 'synced':
        this.#sync(call.path);
        return;
      case 'written':
      case 'cut':
        // A file that lost its name while it was open ends with its last close, whatever is written to it.
        if (!call.path.endsWith(' (deleted)')) this.#inode(call.path).pending.push(call);
        return;
      case 'made':
        this.#name({ type: 'made', path: call.path, inode: { durable: EMPTY, pending: [] } });
        return;
      case 'madeFolder':
        this.#name({ type: 'made', path: call.path, inode: null });
        return;
      case 'removed':
      case 'renamed':
      case 'linked':
        this.#name(call);
    }
  }

  /** The files that are there after the power went off now, by path. `chance` gives uniform numbers in (0, 1). */
  cut(kind: Cut, chance: () => number): Map<string, Buffer> {
    const names: Names = new Map(this.#durableNames);
    for (const named of this.#pendingNames) if (isNameKept(kind, chance)) applyName(names, named);
    const files = new Map<string, Buffer>();
    for (const [path, inode] of names)
      if (inode && this.#isReachable(path, names)) files.set(path, contentAfter(inode, kind, chance));
    return files;
  }

  /** A file whose folder's own name was lost is lost with it. */
  #isReachable(path: string, names: Names): boolean {
    const parent = dirname(path);
    return parent === this.#options.folder || (names.has(parent) && this.#isReachable(parent, names));
  }

  #name(named: NameCall): void {
    applyName(this.#names, named);
    this.#pendingNames.push(named);
  }

  #inode(path: string): Inode {
    const inode = this.#names.get(path);
    if (!inode) throw new Error(`the trace uses ${path}, which was never made`);
    return inode;
  }

  #sync(path: string): void {
    if (path === this.#options.folder || this.#names.get(path) === null) {
      if (this.#options.ignored !== 'folder') this.#syncFolder(path);
      return;
    }
    if (path.endsWith(' (deleted)') || this.#options.ignored === 'files') return;
    const inode = this.#inode(path);
    if (inode.pending.length === 0) return;
    inode.durable = contentAfter(inode, 'kept', () => 0);
    inode.pending = [];
  }

  #syncFolder(folder: string): void {
    const isOwn = (named: NameCall) => dirname(named.path) === folder;
    for (const named of this.#pendingNames) if (isOwn(named)) applyName(this.#durableNames, named);
    this.#pendingNames = this.#pendingNames.filter((named) => !isOwn(named));
  }
}

const EMPTY = Buffer.alloc(0);

/** A rename or a link whose source did not get through has nothing to name; the file system would have kept both in order. */
function applyName(names: Names, named: NameCall): void {
  if (named.type === 'made') names.set(named.path, named.inode);
  else if (named.type === 'removed') names.delete(named.path);
  else {
    const moved = names.get(named.path);
    if (moved === undefined) return;
    if (named.type === 'renamed') names.delete(named.path);
    names.set(named.to, moved);
  }
}

function isNameKept(kind: Cut, chance: () => number): boolean {
  if (kind === 'kept') return true;
  return (kind === 'whole' || kind === 'torn') && chance() < KEPT;
}

function contentAfter(inode: Inode, kind: Cut, chance: () => number): Buffer {
  if (kind === 'lost' || inode.pending.length === 0) return inode.durable;
  let longest = inode.durable.length;
  for (const call of inode.pending)
    if (call.type === 'written') longest = Math.max(longest, call.offset + call.bytes.length);
  const content = Buffer.alloc(longest);
  inode.durable.copy(content);
  let length = inode.durable.length;
  for (const call of inode.pending) {
    if (call.type === 'cut') {
      if (kind !== 'kept' && kind !== 'names' && chance() >= KEPT) continue;
      if (call.length < length) content.fill(0, call.length, length);
      length = call.length;
    } else length = Math.max(length, putBytes(content, call, kind, chance));
  }
  return length <= content.length
    ? content.subarray(0, length)
    : Buffer.concat([content, Buffer.alloc(length - content.length)]);
}

/** Puts what got through of a write into place. @returns where its last kept byte ends; 0 when nothing did. */
function putBytes(
  content: Buffer,
  { offset, bytes }: Extract<TraceCall, { type: 'written' }>,
  kind: Cut,
  chance: () => number,
): number {
  if (kind !== 'torn') {
    if (kind === 'whole' && chance() >= KEPT) return 0;
    bytes.copy(content, offset);
    return offset + bytes.length;
  }
  let end = 0;
  // Sectors are those of the disk: a write that begins inside one is torn at the sector's own edge.
  for (let from = 0; from < bytes.length; ) {
    const to = Math.min(bytes.length, from + SECTOR - ((offset + from) % SECTOR));
    if (chance() < KEPT) {
      bytes.copy(content, offset + from, from, to);
      end = offset + to;
    }
    from = to;
  }
  return end;
}
