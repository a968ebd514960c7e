import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  conflictingCopies,
  networkDrive,
  type PlaceFacts,
  placeNotices,
  placeOf,
  syncService,
} from '#electron/platform/place.ts';
import { temporaryFolder } from '#tests/support/portfolio.ts';

const facts = (some: Partial<PlaceFacts>): PlaceFacts => ({
  platform: 'linux',
  path: '/home/ada/plan.pilotage',
  fileSystem: 0xef53,
  systemFileSystem: 0xef53,
  siblings: [],
  machine: 'tower',
  ...some,
});

describe('syncService()', () => {
  it.each<[NodeJS.Platform, string, string | undefined]>([
    ['win32', 'C:\\Users\\Ada\\OneDrive\\plan.pilotage', 'OneDrive'],
    ['win32', 'C:\\Users\\Ada\\OneDrive - Muster AG\\AI\\plan.pilotage', 'OneDrive'],
    ['darwin', '/Users/ada/Library/CloudStorage/OneDrive-MusterAG/plan.pilotage', 'OneDrive'],
    ['linux', '/home/ada/Dropbox/plan.pilotage', 'Dropbox'],
    ['darwin', '/Users/ada/Dropbox (Personal)/plan.pilotage', 'Dropbox'],
    ['darwin', '/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/plan.pilotage', 'iCloud Drive'],
    ['win32', 'C:\\Users\\Ada\\iCloudDrive\\plan.pilotage', 'iCloud Drive'],
    [
      'darwin',
      '/Users/ada/Library/CloudStorage/GoogleDrive-ada@example.org/My Drive/plan.pilotage',
      'Google Drive',
    ],
    ['win32', 'G:\\Google Drive\\plan.pilotage', 'Google Drive'],
    ['linux', '/home/ada/Nextcloud/plan.pilotage', 'Nextcloud'],
    ['linux', '/home/ada/ownCloud2/plan.pilotage', 'Nextcloud'],
    ['darwin', '/Users/ada/Library/CloudStorage/Box-Box/plan.pilotage', 'Box'],
    ['win32', 'C:\\Users\\Ada\\Box Sync\\plan.pilotage', 'Box'],
    ['linux', '/home/ada/plan.pilotage', undefined],
    ['linux', '/home/ada/dropbox-notes/plan.pilotage', undefined],
    ['linux', '/home/ada/boxes/plan.pilotage', undefined],
    // Only folders count, not the name of the file.
    ['linux', '/home/ada/Dropbox', undefined],
    // On Linux a backslash is a letter.
    ['linux', '/home/ada/x\\Dropbox\\plan.pilotage', undefined],
  ])('knows on %s the place %s as %s', (platform, path, service) => {
    expect(syncService({ platform, path })).toBe(service);
  });
});

describe('networkDrive()', () => {
  it.each<[string, Partial<PlaceFacts>, RegExp | undefined]>([
    ['ext4', {}, undefined],
    ['NFS', { fileSystem: 0x6969 }, /NFS/],
    ['CIFS', { fileSystem: 0xff534d42 }, /CIFS/],
    ['CIFS as a signed number', { fileSystem: 0xff534d42 | 0 }, /CIFS/],
    ['SMB2', { fileSystem: 0xfe534d42 }, /SMB2/],
    ['9P', { fileSystem: 0x01021997 }, /9P/],
    ['sshfs', { fileSystem: 0x65735546 }, /FUSE/],
    [
      'an NTFS stick through FUSE',
      { fileSystem: 0x65735546, path: '/media/ada/STICK/p.pilotage' },
      undefined,
    ],
    ['a file system that cannot be told', { fileSystem: undefined }, undefined],
    ['a UNC path', { platform: 'win32', path: '\\\\server\\share\\plan.pilotage' }, /network/],
    ['a long UNC path', { platform: 'win32', path: '\\\\?\\UNC\\server\\share\\plan.pilotage' }, /network/],
    ['a long local path', { platform: 'win32', path: '\\\\?\\C:\\plan.pilotage' }, undefined],
    ['a drive letter', { platform: 'win32', path: 'C:\\plan.pilotage' }, undefined],
    [
      'a mounted share on macOS',
      { platform: 'darwin', path: '/Volumes/team/p.pilotage', fileSystem: 30 },
      /drive/,
    ],
    ['a second local volume on macOS', { platform: 'darwin', path: '/Volumes/data/p.pilotage' }, undefined],
    [
      'the home folder on macOS',
      { platform: 'darwin', path: '/Users/ada/p.pilotage', fileSystem: 30 },
      undefined,
    ],
  ])('tells of %s', (_what, some, words) => {
    const drive = networkDrive(facts(some));
    if (words) expect(drive).toMatch(words);
    else expect(drive).toBeUndefined();
  });
});

describe('conflictingCopies()', () => {
  it.each([
    'plan (conflicted copy 2026-10-01).pilotage',
    "plan (Ada's conflicted copy 2026-10-01).pilotage",
    'plan (Konflikt 2026-10-01).pilotage',
    'plan (1).pilotage',
    'plan.sync-conflict-20261001-090000-ABCDEFG.pilotage',
    'plan_conflict-20261001-090000.pilotage',
    'plan-TOWER.pilotage',
  ])('sees %s', (name) => {
    expect(conflictingCopies(facts({ siblings: ['other.pilotage', name] }))).toEqual([name]);
  });

  it.each([
    'plan.pilotage-journal',
    'plan.v1.bak',
    'plan 2.pilotage',
    'plan-laptop.pilotage',
    'plan (draft).pilotage',
    'plan.replaced-20261122T091400000Z.pilotage',
    'planning.pilotage',
    'x plan (1).pilotage',
  ])('passes over %s', (name) => {
    expect(conflictingCopies(facts({ siblings: [name] }))).toEqual([]);
  });
});

describe('placeNotices()', () => {
  it('says nothing of a plain local folder', () => {
    expect(placeNotices(facts({}))).toEqual([]);
  });

  it('names service, drive and other versions, and says what to do', () => {
    const siblings = ['plan (1).pilotage', 'plan (2).pilotage', 'plan (3).pilotage', 'plan (4).pilotage'];
    const notices = placeNotices(
      facts({ path: '/home/ada/Dropbox/plan.pilotage', fileSystem: 0x6969, siblings }),
    );
    expect(notices.map(({ kind }) => kind)).toEqual(['sync_folder', 'network_folder', 'conflicted_copy']);
    expect(notices[0]?.text).toMatch(/Dropbox.*Work on a copy.*never open it on two machines/);
    expect(notices[1]?.text).toMatch(/NFS.*Work on a copy/);
    expect(notices[2]?.text).toMatch(/“plan \(1\).pilotage”.* and 1 more\./);
  });
});

describe('placeOf()', () => {
  it('finds the files beside one, and the kind of its file system', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'plan.pilotage');
    for (const name of ['plan.pilotage', 'plan (1).pilotage']) writeFileSync(join(folder, name), '');
    const place = placeOf(path);
    expect(place.siblings).toEqual(['plan (1).pilotage']);
    expect(place.fileSystem).toEqual(expect.any(Number));
  });

  it('does not fail for a place that is gone', () => {
    expect(placeOf('/nowhere/at/all.pilotage')).toMatchObject({ siblings: [], fileSystem: undefined });
  });
});
