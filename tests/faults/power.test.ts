import { describe, expect, it } from 'vitest';
import { figures } from './power.fault.ts';
import { CUTS, type Cut, Disk, type DiskOptions } from './support/disk.ts';
import { cutPower } from './support/power-cuts.ts';
import { quickValue } from './support/quick.ts';
import { whyNoShim } from './support/shim.ts';
import type { TraceCall } from './support/trace.ts';

const PATIENCE_MS = 120_000;
describe('power failing at random points of a script', () => {
  for (const figure of figures)
    it(`costs nothing: ${figure.name}`, { timeout: PATIENCE_MS }, async ({ skip }) => {
      expect(await quickValue(figure, skip)).toBe(figure.budget);
    });

  it('would cost a lot on a disk that does not sync', { timeout: PATIENCE_MS }, ({ skip }) => {
    const reason = whyNoShim();
    if (reason !== undefined) skip(reason);
    const unsyncedFiles = cutPower({ cuts: 25, ignored: 'files' });
    expect(unsyncedFiles.lost + unsyncedFiles.unreadable).toBeGreaterThan(10);
    const unsyncedFolder = cutPower({ cuts: 25, ignored: 'folder' });
    expect(unsyncedFolder.lost + unsyncedFolder.unreadable).toBeGreaterThan(5);
  });
});

describe('Disk', () => {
  const folder = '/f';
  const [a, b] = ['/f/a', '/f/b'];
  const old = Buffer.alloc(1024, 1);
  const made = (path: string): TraceCall => ({ type: 'made', path });
  const synced = (path: string): TraceCall => ({ type: 'synced', path });
  const removed = (path: string): TraceCall => ({ type: 'removed', path });
  const renamed = (path: string, to: string): TraceCall => ({ type: 'renamed', path, to });
  const linked = (path: string, to: string): TraceCall => ({ type: 'linked', path, to });
  const cutTo = (path: string, length: number): TraceCall => ({ type: 'cut', path, length });
  const written = (path: string, offset: number, length: number): TraceCall => ({
    type: 'written',
    path,
    offset,
    bytes: Buffer.alloc(length, 2),
  });

  /** What is left, as runs of equal bytes: `{ a: '1x512 2x512' }`. */
  function left(calls: readonly TraceCall[], cut: Cut, chance = 0, ignored?: DiskOptions['ignored']) {
    const disk = new Disk({ folder, files: new Map([[a, old]]), ignored });
    for (const call of calls) disk.take(call);
    const files = [...disk.cut(cut, () => chance)].map(([path, bytes]) => {
      const runs: [value: number, length: number][] = [];
      for (const byte of bytes) {
        const last = runs.at(-1);
        if (last?.[0] === byte) last[1] += 1;
        else runs.push([byte, 1]);
      }
      return [path.slice(3), runs.map(([value, length]) => `${value}x${length}`).join(' ')];
    });
    return Object.fromEntries(files);
  }

  it.each<[string, readonly TraceCall[], Cut, number, Record<string, string>]>([
    ['forgets a write that was not synced', [written(a, 0, 512)], 'lost', 0, { a: '1x1024' }],
    ['keeps one that was', [written(a, 0, 512), synced(a)], 'lost', 0, { a: '2x512 1x512' }],
    ['keeps an unsynced write by chance', [written(a, 0, 512)], 'whole', 0, { a: '2x512 1x512' }],
    ['forgets an unsynced write by chance', [written(a, 0, 512)], 'whole', 0.9, { a: '1x1024' }],
    ['keeps every unsynced write as it is', [written(a, 512, 1024)], 'names', 0.9, { a: '1x512 2x1024' }],
    ['forgets that a file was cut', [cutTo(a, 10)], 'lost', 0, { a: '1x1024' }],
    ['cuts a file', [cutTo(a, 10), synced(a)], 'lost', 0, { a: '1x10' }],
    [
      'fills a gap with zeros',
      [cutTo(a, 10), written(a, 20, 1), synced(a)],
      'lost',
      0,
      { a: '1x10 0x10 2x1' },
    ],
    [
      'forgets a name whose folder was not synced',
      [made(b), written(b, 0, 1), synced(b)],
      'names',
      0,
      { a: '1x1024' },
    ],
    ['keeps one whose folder was', [made(b), synced(folder)], 'lost', 0, { a: '1x1024', b: '' }],
    ['brings a removed file back', [removed(a)], 'lost', 0, { a: '1x1024' }],
    ['removes it for good with the folder synced', [removed(a), synced(folder)], 'lost', 0, {}],
    ['takes a second name back', [linked(a, b)], 'names', 0, { a: '1x1024' }],
    [
      'gives a second name for good with the folder synced',
      [linked(a, b), synced(folder)],
      'lost',
      0,
      { a: '1x1024', b: '1x1024' },
    ],
    [
      'keeps the second name of what was removed under its first',
      [linked(a, b), removed(a), synced(folder)],
      'lost',
      0,
      { b: '1x1024' },
    ],
    ['takes a rename back', [renamed(a, b)], 'names', 0, { a: '1x1024' }],
    ['renames for good with the folder synced', [renamed(a, b), synced(folder)], 'lost', 0, { b: '1x1024' }],
    [
      'does it all when only the program ends',
      [written(a, 0, 1), renamed(a, b)],
      'kept',
      0,
      { b: '2x1 1x1023' },
    ],
  ])('%s', (_what, calls, cut, chance, expected) => {
    expect(left(calls, cut, chance)).toEqual(expected);
  });

  it('loses a file with the name of its folder', () => {
    const [inner, file] = ['/f/g', '/f/g/c'];
    const calls: TraceCall[] = [{ type: 'madeFolder', path: inner }, made(file), synced(file), synced(inner)];
    expect(left(calls, 'lost')).toEqual({ a: '1x1024' });
    expect(left([...calls, synced(folder)], 'lost')).toEqual({ a: '1x1024', 'g/c': '' });
  });

  it('tears a write at the sectors of the disk, not of the write', () => {
    const disk = new Disk({ folder, files: new Map([[a, old]]) });
    disk.take(written(a, 256, 512));
    const draws = [0.9, 0];
    const content = disk.cut('torn', () => draws.shift() ?? 0.9).get(a);
    expect([content?.[256], content?.[511], content?.[512], content?.[767]]).toEqual([1, 1, 2, 2]);
  });

  it('forgets synced writes too when it plays a disk that lies', () => {
    const calls = [written(a, 0, 512), synced(a), made(b), synced(folder)];
    expect(left(calls, 'lost', 0, 'files')).toEqual({ a: '1x1024', b: '' });
    expect(left(calls, 'lost', 0, 'folder')).toEqual({ a: '2x512 1x512' });
  });

  it('is the same before and after a cut', () => {
    const disk = new Disk({ folder, files: new Map([[a, old]]) });
    disk.take(written(a, 0, 512));
    for (const cut of CUTS) disk.cut(cut, () => 0);
    expect(disk.cut('lost', () => 0).get(a)).toEqual(old);
  });

  it('refuses a trace that begins in the middle', () => {
    const disk = new Disk({ folder, files: new Map() });
    expect(() => disk.take(written(b, 0, 1))).toThrow('never made');
  });
});
