import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromSqliteError, mustStopWriting } from '#db/sqlite-error.ts';
import { AppError } from '#shared/api/errors.ts';
import { temporaryFolder } from '#tests/support/portfolio.ts';

const failure = (code: string) => Object.assign(new Error('said SQLite'), { code });

describe('fromSqliteError()', () => {
  it.each([
    ['SQLITE_BUSY', 'file_in_use'],
    ['SQLITE_BUSY_SNAPSHOT', 'file_in_use'],
    ['SQLITE_READONLY', 'read_only'],
    ['SQLITE_READONLY_DBMOVED', 'file_missing'],
    ['SQLITE_READONLY_DIRECTORY', 'folder_read_only'],
    ['SQLITE_READONLY_ROLLBACK', 'folder_read_only'],
    ['SQLITE_FULL', 'disk_full'],
    ['SQLITE_CORRUPT', 'file_damaged'],
    ['SQLITE_CORRUPT_INDEX', 'file_damaged'],
    ['SQLITE_NOTADB', 'file_damaged'],
    ['SQLITE_IOERR_FSYNC', 'io_failed'],
    ['SQLITE_IOERR_DIR_FSYNC', 'io_failed'],
    ['SQLITE_CANTOPEN', 'io_failed'],
    ['SQLITE_TOOBIG', 'too_large'],
  ])('makes %s a %s that names the file and says what to do', (code, expected) => {
    const path = join(temporaryFolder(), 'claims.pilotage');
    const error = fromSqliteError(failure(code), path);
    expect(error).toBeInstanceOf(AppError);
    expect(error?.code).toBe(expected);
    expect(error?.message).toMatch(/“claims\.pilotage”.*\. [A-Z].*\.$/);
    expect(error?.message).not.toContain('SQLite said');
    expect(error?.details).toEqual({ file: 'claims.pilotage' });
  });

  it('leaves constraint errors and other bugs alone', () => {
    expect(fromSqliteError(failure('SQLITE_CONSTRAINT_CHECK'), 'a')).toBeUndefined();
    expect(fromSqliteError(new TypeError('x'), 'a')).toBeUndefined();
    expect(fromSqliteError('text', 'a')).toBeUndefined();
  });

  it('lets an expected failure pass unchanged', () => {
    const error = new AppError('conflict', 'Something else.');
    expect(fromSqliteError(error, 'a')).toBe(error);
  });

  it('blames the folder when a journal cannot be made in it', ({ skip }) => {
    skip(process.getuid?.() === 0, 'root may write everywhere; run as another user');
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    expect(fromSqliteError(failure('SQLITE_CANTOPEN'), join(folder, 'a'))?.code).toBe('folder_read_only');
  });
});

describe('mustStopWriting()', () => {
  it.each([
    ['SQLITE_IOERR_FSYNC', true],
    ['SQLITE_CORRUPT', true],
    ['SQLITE_NOTADB', true],
    ['SQLITE_FULL', false],
    ['SQLITE_BUSY', false],
    ['SQLITE_CONSTRAINT_CHECK', false],
  ])('answers for %s: %s', (code, expected) => {
    expect(mustStopWriting(failure(code))).toBe(expected);
  });
});
