import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCapped } from '#electron/compute/read-capped.ts';

const MB = 1024 * 1024;
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intake-'));
  path = join(folder, 'list.csv');
});
afterEach(() => rmSync(folder, { recursive: true }));

const withCode = (code: string) => expect.objectContaining({ code });

describe('readCapped()', () => {
  it('reads a file of several pieces byte for byte and reports how far it is', () => {
    const content = Buffer.alloc(2.5 * MB, 'abcdefg');
    writeFileSync(path, content);
    const steps: number[] = [];
    const bytes = readCapped(path, { maxBytes: 3 * MB, onChunk: (done) => steps.push(done) });
    expect(content.equals(bytes)).toBe(true);
    expect(steps).toEqual([MB, 2 * MB, 2.5 * MB]);
  });

  it('refuses 200 MB by size without reading a byte', () => {
    writeFileSync(path, '');
    truncateSync(path, 200 * MB);
    let pieces = 0;
    expect(() => readCapped(path, { maxBytes: 50 * MB, onChunk: () => pieces++ })).toThrow(
      expect.objectContaining({ code: 'file_too_large', message: expect.stringContaining('200 MB') }),
    );
    expect(pieces).toBe(0);
  });

  it.each<[string, () => void]>([
    ['disappears', () => rmSync(path)],
    ['is moved away', () => renameSync(path, join(folder, 'other.csv'))],
    ['is cut', () => truncateSync(path, MB)],
    ['grows', () => appendFileSync(path, 'more')],
    [
      'grows and keeps its date',
      () => {
        const { atime, mtime } = statSync(path);
        appendFileSync(path, 'more');
        utimesSync(path, atime, mtime);
      },
    ],
    ['is rewritten in place', () => utimesSync(path, 1, 1)],
    [
      'is replaced',
      () => {
        writeFileSync(join(folder, 'new.csv'), Buffer.alloc(2 * MB, 'y'));
        renameSync(join(folder, 'new.csv'), path);
      },
    ],
  ])('refuses a file that %s while it is read', (_, change) => {
    writeFileSync(path, Buffer.alloc(2 * MB, 'x'));
    // Whole seconds, so that a date can be put back exactly.
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    let isFirst = true;
    const onChunk = () => {
      if (isFirst) change();
      isFirst = false;
    };
    expect(() => readCapped(path, { maxBytes: 3 * MB, onChunk })).toThrow(withCode('file_changed'));
  });

  it('says when there is no file, or no file but a folder', () => {
    expect(() => readCapped(join(folder, 'none.csv'), { maxBytes: MB })).toThrow(withCode('file_missing'));
    expect(() => readCapped(folder, { maxBytes: MB })).toThrow(withCode('not_a_file'));
  });

  it.skipIf(process.platform === 'win32')('does not wait at a pipe', () => {
    execFileSync('mkfifo', [path]);
    expect(() => readCapped(path, { maxBytes: MB })).toThrow(withCode('not_a_file'));
  });
});
