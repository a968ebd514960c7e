import { describe, expect, it } from 'vitest';
import { type BackupName, backupName, parseBackupName } from '#db/backup/backup-name.ts';
import { BACKUP_REASONS } from '#shared/api/schemas/file.ts';
import type { Instant } from '#shared/domain/units.ts';

const NAME: BackupName = {
  madeAt: '2026-10-01T09:00:00.007Z' as Instant,
  reason: 'close',
  seq: 124,
  hash: '0123456789abcdef',
  place: '89abcdef',
};
const TEXT = '20261001T090000007Z-close-124-0123456789abcdef-89abcdef.bak';

describe('backupName()', () => {
  it('carries moment, reason, entry, hash and place, and nothing Windows refuses', () => {
    expect(backupName(NAME)).toBe(TEXT);
    expect(TEXT).toMatch(/^[A-Za-z0-9_.-]{1,100}$/);
  });

  it.each(BACKUP_REASONS)('comes back from its text with the reason %s', (reason) => {
    expect(parseBackupName(backupName({ ...NAME, reason }))).toEqual({ ...NAME, reason });
  });

  it('takes the first 16 digits of a whole hash', () => {
    expect(backupName({ ...NAME, hash: '0123456789abcdef'.repeat(4) })).toBe(TEXT);
  });

  it.each([
    { seq: -1 },
    { seq: 1.5 },
    { hash: 'xyz' },
    { place: '../../..' },
    { madeAt: 'yesterday' as Instant },
  ])('refuses %j', (part) => {
    expect(() => backupName({ ...NAME, ...part })).toThrow(RangeError);
  });
});

describe('parseBackupName()', () => {
  it.each([
    '',
    '..',
    `../${TEXT}`,
    `${TEXT}/`,
    ` ${TEXT}`,
    `${TEXT}\n`,
    TEXT.replace('close', 'closing'),
    TEXT.replace('close', 'constructor'),
    TEXT.replace('20261001', '20261301'),
    TEXT.replace('20261001', '20260230'),
    TEXT.replace('T090000', 'T250000'),
    TEXT.replace('-124-', '-0124-'),
    TEXT.replace('-124-', '-9999999999999999-'),
    TEXT.replace('-124-', '--124-'),
    TEXT.replace('abcdef-', 'abcde-'),
    TEXT.replace('abcdef-', 'ABCDEF-'),
    TEXT.replace('.bak', '.pilotage'),
    TEXT.replace('.bak', 'xbak'),
    '.draft-12-0123456789ab.new',
  ])('knows nothing of %j', (text) => {
    expect(parseBackupName(text)).toBeUndefined();
  });
});
