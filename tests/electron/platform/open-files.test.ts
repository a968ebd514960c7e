import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  forgetOpenFile,
  type OpenFile,
  openFileState,
  readOpenFile,
  recordOpenFile,
  withHolder,
} from '#electron/platform/open-files.ts';
import { AppError } from '#shared/api/errors.ts';

let profile: string;
let file: string;
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'pilotage-open-test-'));
  file = join(profile, 'a.pilotage');
  writeFileSync(file, '');
});
afterEach(() => rmSync(profile, { recursive: true, force: true }));

const state: OpenFile = {
  pid: 4711,
  host: 'browser',
  since: '2026-11-22T09:14:33.000Z',
  port: 40_123,
  control: 'secret',
};
const alive = () => true;

describe('recordOpenFile() and readOpenFile()', () => {
  it('remember who holds a file, for this user alone', () => {
    recordOpenFile(profile, file, state);
    expect(readOpenFile(profile, file, alive)).toEqual(state);
    expect(statSync(openFileState(profile, file)).mode & 0o777).toBe(0o600);
  });

  it('know a file by whatever link leads to it', () => {
    const link = join(profile, 'link.pilotage');
    symlinkSync(file, link);
    recordOpenFile(profile, link, state);
    expect(readOpenFile(profile, file, alive)).toEqual(state);
  });

  it('count the state of a process that is gone for nothing', () => {
    recordOpenFile(profile, file, state);
    expect(readOpenFile(profile, file, () => false)).toBeUndefined();
  });

  it('know that this process lives', () => {
    recordOpenFile(profile, file, { ...state, pid: process.pid });
    expect(readOpenFile(profile, file)?.pid).toBe(process.pid);
  });

  it.each([
    '',
    '{',
    'null',
    '7',
    '{"pid": 1}',
    '{"pid": -1, "host": "browser", "since": ""}',
    ...[{ host: 'x' }, { port: 99_999 }, { since: '' }, { machine: 7 }, { control: 1 }].map((wrong) =>
      JSON.stringify({ ...state, machine: hostname(), ...wrong }),
    ),
  ])('ignore the damaged state %j', (text) => {
    recordOpenFile(profile, file, state);
    writeFileSync(openFileState(profile, file), text);
    expect(readOpenFile(profile, file, alive)).toBeUndefined();
  });
});

describe('forgetOpenFile()', () => {
  it('forgets the own state and leaves that of another process', () => {
    recordOpenFile(profile, file, state);
    forgetOpenFile(profile, file, 1);
    expect(existsSync(openFileState(profile, file))).toBe(true);
    forgetOpenFile(profile, file, 4711);
    expect(existsSync(openFileState(profile, file))).toBe(false);
  });
});

describe('withHolder()', () => {
  const inUse = new AppError('file_in_use', 'Somebody has it.');

  it('says who has the file', () => {
    recordOpenFile(profile, file, { ...state, pid: process.pid });
    expect(withHolder(inUse, profile, file)).toMatchObject({
      code: 'file_in_use',
      message: `“a.pilotage” is open in Pilotage in browser mode (process ${process.pid}, since 22 Nov 2026, 09:14 UTC). Use it there, or end it first. Until then you can open a copy of it to read.`,
    });
  });

  it('does not offer a copy to somebody who asked for one', () => {
    recordOpenFile(profile, file, { ...state, pid: process.pid });
    expect(withHolder(inUse, profile, file, 'copy')).toMatchObject({
      message: expect.stringMatching(
        /^“a\.pilotage” is open in Pilotage .* no sound copy .* Try again, or close/,
      ),
    });
  });

  it('names the other machine of a shared profile, whose processes are not ours to ask or to forget', () => {
    recordOpenFile(profile, file, { ...state, pid: process.pid });
    const path = openFileState(profile, file);
    const stored: object = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...stored, machine: 'studio-2' }));
    expect(readOpenFile(profile, file, alive)).toBeUndefined();
    expect(withHolder(inUse, profile, file)).toMatchObject({
      message: expect.stringContaining('09:14 UTC) on “studio-2”. Use it there'),
    });
    forgetOpenFile(profile, file);
    expect(existsSync(path)).toBe(true);
  });

  it('leaves other errors, and a holder nobody knows, as they are', () => {
    const other = new AppError('file_newer', 'Newer.');
    expect([withHolder(other, profile, file), withHolder(inUse, profile, file)]).toEqual([other, inUse]);
  });
});
