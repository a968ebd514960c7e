import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyPrivately, leftoverSideFiles } from '#db/recovery/side-files.ts';
import { temporaryFolder } from '#tests/support/portfolio.ts';

describe('leftoverSideFiles()', () => {
  it.each<[string, string, Buffer, readonly string[]]>([
    ['an empty journal', '-journal', Buffer.alloc(0), []],
    ['a journal whose header was zeroed at the end of a change', '-journal', Buffer.alloc(512), []],
    ['a journal to be played in', '-journal', Buffer.from('d9d505f920a163d7', 'hex'), ['-journal']],
    ['garbage that SQLite would look at', '-journal', Buffer.from('x'), ['-journal']],
    ['an empty write-ahead log', '-wal', Buffer.alloc(0), []],
    ['a write-ahead log', '-wal', Buffer.from('377f0682', 'hex'), ['-wal']],
  ])('judges %s', (_what, end, bytes, expected) => {
    const path = join(temporaryFolder(), 'a.pilotage');
    writeFileSync(path + end, bytes);
    expect(leftoverSideFiles(path)).toEqual(expected);
  });

  it('passes over folders and pipes of such a name without waiting', () => {
    const path = join(temporaryFolder(), 'a.pilotage');
    mkdirSync(`${path}-journal`);
    execFileSync('mkfifo', [`${path}-wal`]);
    expect(leftoverSideFiles(path)).toEqual([]);
  });
});

describe('copyPrivately()', () => {
  it('gives the copy to this user alone, also of a file that may only be read', () => {
    const folder = temporaryFolder();
    const [from, to] = [join(folder, 'a'), join(folder, 'b')];
    writeFileSync(from, 'x');
    chmodSync(from, 0o444);
    copyPrivately(from, to);
    expect(readFileSync(to, 'utf8')).toBe('x');
    expect(statSync(to).mode & 0o777).toBe(0o600);
    expect(() => copyPrivately(from, to)).toThrow(expect.objectContaining({ code: 'EEXIST' }));
  });
});
