import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backupFolder, findBackupFolder, setBackupFolder } from '#electron/platform/backup-folder.ts';
import { temporaryFolder } from '#tests/support/portfolio.ts';

describe('findBackupFolder()', () => {
  it('is the profile’s own when nothing was chosen', () => {
    const profile = temporaryFolder();
    expect(findBackupFolder(profile, {})).toEqual({ path: join(profile, 'backups'), isDefault: true });
  });

  it('is the one the environment names, before any chosen one', () => {
    const [profile, chosen] = [temporaryFolder(), temporaryFolder()];
    setBackupFolder(profile, chosen);
    const env = { PILOTAGE_BACKUPS: '/somewhere/else' };
    expect(findBackupFolder(profile, env)).toEqual({ path: '/somewhere/else', isDefault: false });
  });

  it.each([
    '',
    '{',
    '[]',
    '{"version":1}',
    '{"version":1,"folder":"relative"}',
    '{"version":2,"folder":"/x"}',
  ])('takes the choice %j for none', (content) => {
    const profile = temporaryFolder();
    writeFileSync(join(profile, 'backups.json'), content);
    expect(findBackupFolder(profile, {}).isDefault).toBe(true);
  });
});

describe('setBackupFolder()', () => {
  it('is remembered in a private file, makes the folder and leaves nothing in it', () => {
    const [profile, base] = [join(temporaryFolder(), 'profile'), temporaryFolder()];
    const chosen = join(base, 'a', 'b');
    setBackupFolder(profile, chosen);
    expect(findBackupFolder(profile, {})).toEqual({ path: chosen, isDefault: false });
    expect(backupFolder(profile, {})).toBe(chosen);
    expect(statSync(join(profile, 'backups.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(chosen)).toEqual([]);
  });

  it('goes back to the profile’s own', () => {
    const [profile, chosen] = [temporaryFolder(), temporaryFolder()];
    setBackupFolder(profile, chosen);
    setBackupFolder(profile, null);
    expect(findBackupFolder(profile, {}).isDefault).toBe(true);
    setBackupFolder(profile, null);
    expect(existsSync(join(profile, 'backups.json'))).toBe(false);
  });

  it('refuses a place that is no folder, and keeps the choice there was', () => {
    const [profile, chosen] = [temporaryFolder(), temporaryFolder()];
    setBackupFolder(profile, chosen);
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(() => setBackupFolder(profile, file)).toThrow(
      expect.objectContaining({
        code: 'folder_read_only',
        message: expect.stringContaining('Choose another'),
      }),
    );
    expect(backupFolder(profile, {})).toBe(chosen);
  });

  it('says so when the choice cannot be kept', () => {
    const profile = temporaryFolder();
    mkdirSync(join(profile, 'backups.json'));
    expect(() => setBackupFolder(profile, temporaryFolder())).toThrow(
      expect.objectContaining({
        code: 'folder_read_only',
        message: expect.stringContaining('could not be kept'),
      }),
    );
  });
});
