import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
    '{"pid": 1, "host": "x", "since": ""}',
    '{"pid": 1, "host": "browser", "since": "", "port": 99999}',
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
      message: `This portfolio is open in Pilotage in browser mode (process ${process.pid}, since 2026-11-22 09:14 UTC). Use it there, or end it first.`,
    });
  });

  it('leaves other errors, and a holder nobody knows, as they are', () => {
    const other = new AppError('file_newer', 'Newer.');
    expect([withHolder(other, profile, file), withHolder(inUse, profile, file)]).toEqual([other, inUse]);
  });
});
