import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { openStream } from '#shared/uncertainty/streams.ts';
import { type Entry, surviving } from './acknowledged.ts';
import { CUTS, Disk, type DiskOptions } from './disk.ts';
import { NEW_NAME, OLD_COPY_NAME, OLD_NAME } from './power-names.ts';
import { type PowerTrace, recordPowerTrace } from './power-trace.ts';
import type { TraceCall } from './trace.ts';

/** What a number of power cuts cost. */
export interface PowerLoss {
  readonly cuts: number;
  readonly calls: number;
  readonly syncs: number;
  readonly acknowledged: number;
  /** Cuts after which SQLite had something to take back. */
  leftJournals: number;
  lost: number;
  unreadable: number;
  readonly wrongs: string[];
}

export interface PowerOptions {
  readonly cuts: number;
  readonly ignored?: DiskOptions['ignored'];
}

const MEMORY_DISK = '/dev/shm';
let recorded: PowerTrace | undefined;

/** Runs `work` with the script's calls, recorded once a process, and an empty folder to lay files out in. */
export function withTrace<T>(work: (trace: PowerTrace, home: string) => T): T {
  // Each replay writes a few files: a memory disk spares the real one.
  const home = mkdtempSync(join(existsSync(MEMORY_DISK) ? MEMORY_DISK : tmpdir(), 'pilotage-power-'));
  try {
    recorded ??= recordPowerTrace(home);
    return work(recorded, home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/**
 * Records the script, once a process, and lets the power fail at so many points of it. After each the folder is laid
 * out as a disk would be found then, and the portfolios in it are opened and searched for what had been acknowledged.
 */
export function cutPower(options: PowerOptions): PowerLoss {
  return withTrace((trace, home) => replayCuts(trace, home, options));
}

function replayCuts(trace: PowerTrace, home: string, { cuts, ignored }: PowerOptions): PowerLoss {
  const { calls, folder, files, oldEntries } = trace;
  const loss: PowerLoss = {
    cuts,
    calls: calls.length,
    syncs: calls.filter(({ type }) => type === 'synced').length,
    acknowledged: calls.filter(({ type }) => type === 'mark').length,
    leftJournals: 0,
    lost: 0,
    unreadable: 0,
    wrongs: [],
  };
  const stream = openStream('power', 'faults', 'cuts');
  const chance = () => stream.nextUniform();
  const disk = new Disk({ folder, files, ignored });
  const told: Told = new Map([
    [NEW_NAME, []],
    [OLD_NAME, [...oldEntries]],
  ]);
  const seen: Seen = new Map();
  const after = join(home, 'after');
  let taken = 0;
  for (const [at, point] of pointsOf(calls, cuts, chance).entries()) {
    for (; taken < point; taken += 1) {
      const call = calls[taken];
      if (call?.type === 'mark') note(told, call.text, oldEntries);
      else if (call) disk.take(call);
    }
    // The kinds take turns; as the points go forward at random, each kind meets each part of the script.
    const kind = CUTS[at % CUTS.length] ?? 'lost';
    const left = new Map([...disk.cut(kind, chance)].map(([path, bytes]) => [relative(folder, path), bytes]));
    layOut(after, left);
    const where = `cut ${at} (${kind}) after call ${taken} (${calls[taken - 1]?.type})`;
    for (const [path, entries] of told) {
      if (isAsBefore(seen, path, left, entries.length)) continue;
      examine(join(after, path), entries, loss, `${path}, ${where}`);
    }
  }
  return loss;
}

/** What was acknowledged of each file, by path below the folder. */
type Told = Map<string, Entry[]>;

function note(told: Told, text: string, oldEntries: readonly Entry[]): void {
  const [path = '', seq, hash = ''] = text.split(' ');
  let entries = told.get(path);
  if (!entries) {
    // Copies come with the history they were made of.
    const source = path === OLD_COPY_NAME ? oldEntries : (told.get(NEW_NAME) ?? []);
    entries = source.filter((entry) => entry.seq < Number(seq));
    told.set(path, entries);
  }
  // Opening acknowledges the head once more.
  if (entries.at(-1)?.seq !== Number(seq)) entries.push({ seq: Number(seq), hash });
}

/**
 * Points of a script, in order: every second one at a call picked evenly from all, the others in a stretch between
 * two acknowledgements picked evenly from these. Else an import of thousands of writes would take nearly all of them.
 */
function pointsOf(calls: readonly TraceCall[], count: number, chance: () => number): number[] {
  const marks = calls.flatMap(({ type }, at) => (type === 'mark' ? [at] : []));
  const edges = [0, ...marks, calls.length];
  return Array.from({ length: count }, (_, at) => {
    if (at % 2 === 0) return Math.floor(chance() * (calls.length + 1));
    const stretch = Math.floor(chance() * (edges.length - 1));
    const [from = 0, to = 0] = edges.slice(stretch, stretch + 2);
    return from + 1 + Math.floor(chance() * (to - from));
  }).sort((a, b) => a - b);
}

/** What a portfolio was when it was last examined. */
type Seen = Map<string, { readonly bytes: Buffer | undefined; readonly acknowledged: number }>;

/** True when a portfolio lies there alone, byte for byte as it was last examined: it would be found the same. */
function isAsBefore(
  seen: Seen,
  path: string,
  left: ReadonlyMap<string, Buffer>,
  acknowledged: number,
): boolean {
  const [before, bytes] = [seen.get(path), left.get(path)];
  const isAlone = !left.has(`${path}-journal`);
  if (isAlone) seen.set(path, { bytes, acknowledged });
  else seen.delete(path);
  return isAlone && before !== undefined && before.bytes === bytes && before.acknowledged === acknowledged;
}

/** Writes files into a folder of their own, by path below it. */
export function layOut(folder: string, files: ReadonlyMap<string, Buffer>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

function examine(path: string, acknowledged: readonly Entry[], loss: PowerLoss, where: string): void {
  // A portfolio whose making was never acknowledged need not be there.
  if (acknowledged.length === 0 && !existsSync(path)) return;
  if (existsSync(`${path}-journal`)) loss.leftJournals += 1;
  const survival = surviving(path, acknowledged);
  if (!survival.isOpen) {
    loss.unreadable += 1;
    loss.wrongs.push(`${where}: ${survival.why}`);
    return;
  }
  loss.lost += survival.lost;
  if (survival.lost > 0) loss.wrongs.push(`${where}: ${survival.lost} acknowledged commands are gone`);
  if (survival.faults === '' && survival.unacknowledged <= 1) return;
  loss.unreadable += 1;
  loss.wrongs.push(`${where}: ${survival.unacknowledged} unacknowledged, ${survival.faults}`);
}
