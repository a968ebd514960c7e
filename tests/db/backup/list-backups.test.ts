import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupName } from '#db/backup/backup-name.ts';
import { backupPath, folderOfBackups, listBackupFiles } from '#db/backup/list-backups.ts';
import type { Instant } from '#shared/domain/units.ts';
import { temporaryFolder } from '#tests/support/portfolio.ts';

const ID = '0198c2a1-0000-7000-8000-000000000001';
const parts = { reason: 'close', seq: 3, hash: '0123456789abcdef', place: '89abcdef' } as const;
const older = backupName({ ...parts, madeAt: '2026-10-01T09:00:00.000Z' as Instant });
const newer = backupName({ ...parts, seq: 2, madeAt: '2026-10-02T09:00:00.000Z' as Instant });

function folderWith(...names: string[]): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, ID));
  for (const name of names) writeFileSync(join(folder, ID, name), 'x');
  return folder;
}

describe('folderOfBackups()', () => {
  it('is named by the id of the portfolio', () => {
    expect(folderOfBackups('/b', ID)).toBe(join('/b', ID));
  });

  it.each(['', '..', '../../etc', 'a/b', 'CON', 'con', 'x'.repeat(300), 'with space here', 'A1234567'])(
    'stays inside for the id %j',
    (id) => {
      expect(folderOfBackups('/b', id)).toMatch(/^[/\\]b[/\\]x-[0-9a-f]{32}$/);
    },
  );
});

describe('listBackupFiles()', () => {
  it('is empty where there is no folder', () => {
    expect(listBackupFiles(join(temporaryFolder(), 'none'), ID)).toEqual([]);
  });

  it('names the backups, the newest first, with what their names say', () => {
    const files = listBackupFiles(folderWith(older, newer), ID);
    expect(files.map(({ handle, seq, bytes }) => [handle, seq, bytes])).toEqual([
      [newer, 2, 1],
      [older, 3, 1],
    ]);
  });

  it('passes over other files, drafts, folders and links', () => {
    const folder = folderWith('notes.txt', '.draft-1-0123456789ab.new', 'other.bak');
    mkdirSync(join(folder, ID, older));
    symlinkSync('/etc/hostname', join(folder, ID, newer));
    expect(listBackupFiles(folder, ID)).toEqual([]);
  });
});

describe('backupPath()', () => {
  it('is the place of a backup that is there', () => {
    const folder = folderWith(older);
    expect(backupPath(folder, ID, older)).toBe(join(folder, ID, older));
  });

  it.each([
    ['one that is not there', newer],
    ['a way out of the folder', `../${older}`],
    ['another file', 'notes.txt'],
    ['nothing', ''],
  ])('refuses %s', (_what, handle) => {
    const folder = folderWith(older, 'notes.txt');
    expect(() => backupPath(folder, ID, handle)).toThrow(expect.objectContaining({ code: 'not_found' }));
  });

  it('refuses a link of the right name', () => {
    const folder = folderWith();
    symlinkSync('/etc/hostname', join(folder, ID, newer));
    expect(() => backupPath(folder, ID, newer)).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});
