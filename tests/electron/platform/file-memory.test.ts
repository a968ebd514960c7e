import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  afterRestore,
  type FileMemory,
  fileMemory,
  fileMemoryPath,
  readFileMemory,
  writeFileMemory,
} from '#electron/platform/file-memory.ts';
import type { Instant } from '#shared/domain/units.ts';
import { temporaryFolder } from '#tests/support/portfolio.ts';

let profile: string;
let file: string;
beforeEach(() => {
  const folder = temporaryFolder();
  profile = join(folder, 'profile');
  file = join(folder, 'a.pilotage');
  writeFileSync(file, '');
});

const head = (seq: number) => ({ seq, hash: seq.toString(16).padStart(64, '0') });
const at = (day: number) => `2026-10-${String(day).padStart(2, '0')}T00:00:00.000Z` as Instant;
const silent = () => undefined;

const MEMORY: FileMemory = {
  fileId: 'file-1',
  head: head(7),
  size: 4096,
  mtimeMs: 1000.25,
  isClosedCleanly: true,
  verifiedAt: at(1),
  noted: [head(3), head(7)],
  restores: [],
};

describe('readFileMemory() and writeFileMemory()', () => {
  it('keep what is known of a file for this user alone, named by a hash', () => {
    writeFileMemory(profile, file, MEMORY);
    expect(readFileMemory(profile, file)).toEqual(MEMORY);
    const path = fileMemoryPath(profile, file);
    expect(path).not.toContain('a.pilotage');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(join(profile, 'files')).mode & 0o777).toBe(0o700);
    expect(readdirSync(join(profile, 'files'))).toHaveLength(1);
  });

  it('know a file by whatever link leads to it', () => {
    const link = `${file}.link`;
    symlinkSync(file, link);
    writeFileMemory(profile, link, MEMORY);
    expect(readFileMemory(profile, file)).toEqual(MEMORY);
  });

  it('know nothing of a file that was never seen', () => {
    expect(readFileMemory(profile, file)).toBeNull();
  });

  it.each<[string, string]>([
    ['is no JSON', '{'],
    ['is a list', '[]'],
    ['is of another version', JSON.stringify({ version: 2, ...MEMORY })],
    ['has an id that is a path', JSON.stringify({ version: 1, ...MEMORY, fileId: '../../etc' })],
    ['has a head that is no hash', JSON.stringify({ version: 1, ...MEMORY, head: { seq: 7, hash: 'x' } })],
    ['has a negative size', JSON.stringify({ version: 1, ...MEMORY, size: -1 })],
    ['has a part more', JSON.stringify({ version: 1, ...MEMORY, extra: 1 })],
    ['lacks a part', JSON.stringify({ version: 1, ...MEMORY, noted: undefined })],
    ['has heads without end', JSON.stringify({ version: 1, ...MEMORY, noted: Array(51).fill(head(1)) })],
  ])('believe nothing of a memory that %s', (_what, text) => {
    mkdirSync(join(profile, 'files'), { recursive: true });
    writeFileSync(fileMemoryPath(profile, file), text);
    expect(readFileMemory(profile, file)).toBeNull();
  });
});

describe('fileMemory()', () => {
  it('counts every end as a crash until the file was closed', () => {
    const memory = fileMemory(profile, file, silent);
    memory.opened('file-1', head(1));
    expect(readFileMemory(profile, file)).toMatchObject({ isClosedCleanly: false, head: head(1) });
    memory.closed(head(4), { size: 8192, mtimeMs: 5 });
    expect(readFileMemory(profile, file)).toMatchObject({
      isClosedCleanly: true,
      head: head(4),
      size: 8192,
      mtimeMs: 5,
      noted: [head(4)],
    });
  });

  it('says what was remembered when the file was opened, whatever comes afterwards', () => {
    writeFileMemory(profile, file, MEMORY);
    const memory = fileMemory(profile, file, silent);
    memory.opened('file-1', head(9));
    memory.closed(head(9), { size: 1, mtimeMs: 1 });
    expect(memory.atOpening).toEqual(MEMORY);
  });

  it('keeps the heads and the last check of the same portfolio, and none of another one in its place', () => {
    writeFileMemory(profile, file, MEMORY);
    const same = fileMemory(profile, file, silent);
    same.opened('file-1', head(7));
    expect([same.noted(), same.verifiedAt()]).toEqual([MEMORY.noted, at(1)]);
    const other = fileMemory(profile, file, silent);
    other.opened('file-2', head(1));
    expect([other.noted(), other.verifiedAt()]).toEqual([[], null]);
  });

  it('notes a head once, the newest last, and the latest fifty', () => {
    const memory = fileMemory(profile, file, silent);
    memory.opened('file-1', head(1));
    for (let seq = 1; seq <= 60; seq += 1) memory.note(head(seq));
    memory.note(head(20));
    const noted = memory.noted().map(({ seq }) => seq);
    expect(noted).toHaveLength(50);
    expect(noted.at(-1)).toBe(20);
    expect(noted.filter((seq) => seq === 20)).toHaveLength(1);
    expect(readFileMemory(profile, file)?.noted).toEqual(memory.noted());
  });

  it('remembers when every check found nothing', () => {
    const memory = fileMemory(profile, file, silent);
    memory.opened('file-1', head(1));
    memory.verified(at(5));
    expect(readFileMemory(profile, file)?.verifiedAt).toBe(at(5));
    memory.failedCheck();
    expect(readFileMemory(profile, file)?.verifiedAt).toBeNull();
  });

  it('lasts as long as the handle without a profile', () => {
    const memory = fileMemory(null, file, silent);
    memory.opened('file-1', head(1));
    memory.note(head(1));
    expect(memory.noted()).toEqual([head(1)]);
    expect(readFileMemory(profile, file)).toBeNull();
  });

  it('goes on and tells the log when the profile cannot be written', () => {
    writeFileSync(profile, 'a file where the folder should be');
    const told: string[] = [];
    const memory = fileMemory(profile, file, (message) => told.push(message));
    memory.opened('file-1', head(1));
    memory.note(head(2));
    expect(memory.noted()).toEqual([head(2)]);
    expect(told).toHaveLength(2);
    chmodSync(profile, 0o600);
  });
});

describe('afterRestore()', () => {
  it('forgets heads beyond what was restored, and takes backups from before as left behind', () => {
    const restored = afterRestore(
      { ...MEMORY, noted: [head(3), head(5), head(7)] },
      { at: at(10), seq: 5 },
      head(5),
    );
    expect(restored).toMatchObject({ head: head(5), verifiedAt: null, noted: [head(3), head(5)] });
    writeFileMemory(profile, file, restored);
    const memory = fileMemory(profile, file, silent);
    expect(memory.isLeftBehind(6, at(9))).toBe(true);
    expect(memory.isLeftBehind(5, at(9))).toBe(false);
    // Made after the restore: entry 6 of the new history.
    expect(memory.isLeftBehind(6, at(11))).toBe(false);
  });
});
