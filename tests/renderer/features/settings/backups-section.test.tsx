import { describe, expect, it } from 'vitest';
import { newestFirst } from '#renderer/features/settings/backup-table.tsx';
import { megabytes } from '#renderer/features/settings/backup-words.ts';
import { Backups } from '#renderer/features/settings/backups-section.tsx';
import type { Backup, BackupList } from '#shared/api/schemas/file.ts';
import type { Status } from '#shared/api/schemas/views.ts';
import { at, damage, exampleStatus, HASH, openFile } from '../../support/example-status.ts';
import { buttonTag, markup, textOf } from '../../support/markup.tsx';

const backup = (over: Partial<Backup> = {}): Backup => ({
  handle: 'b1',
  madeAt: at(),
  reason: 'interval',
  seq: 1130,
  hash: HASH.slice(0, 16),
  bytes: 3_412_345,
  ...over,
});
const list = (over: Partial<BackupList> = {}): BackupList => ({
  folder: '~/.local/share/pilotage/backups',
  isDefaultFolder: true,
  backups: [backup()],
  lastMadeAt: at(),
  failure: null,
  ...over,
});
const html = (over: Partial<Status> = {}, backups: Partial<BackupList> = {}) => {
  const status = exampleStatus(over);
  const section = (
    <Backups status={status} list={list(backups)} onRestore={() => {}} refresh={async () => {}} />
  );
  return markup(section, { status });
};
const shown = (...args: Parameters<typeof html>) => textOf(html(...args));

describe('Backups', () => {
  it('says when, how many, where and the last one', () => {
    const words = shown();
    expect(words).toContain('every 15 minutes while you work');
    expect(words).toContain('3 of today, and the last of each of 12 days, 10 weeks and 9 months');
    expect(words).toContain('Where ~/.local/share/pilotage/backups');
    expect(words).toContain('Last made 30 Sep 2026, 14:05 UTC');
    expect(shown({}, { lastMadeAt: null, backups: [] })).toContain('Last made none yet');
  });

  it('lets the desktop change the folder and the browser name the variable', () => {
    expect(shown()).toContain('PILOTAGE_BACKUPS names another folder');
    expect(shown()).not.toContain('Change folder');
    const desktop = shown({ host: 'desktop' });
    expect(desktop).toContain('Change folder…');
    expect(desktop).not.toContain('Back to Pilotage');
    expect(desktop).not.toContain('PILOTAGE_BACKUPS');
    expect(shown({ host: 'desktop' }, { isDefaultFolder: false })).toContain('Back to Pilotage’s own folder');
  });

  it('shows a failure with what to do', () => {
    const failure = 'No backup was made: the disk is full. Free some space.';
    expect(shown({}, { failure })).toContain(`The last backup failed ${failure}`);
    expect(shown()).not.toContain('failed');
  });

  it('lists each backup with its reason in words and the way back', () => {
    const page = html();
    expect(textOf(page)).toContain(
      '30 Sep 2026, 14:05 UTC While you worked 1,130 3.41 Restore… the backup of 30 Sep 2026, 14:05 UTC',
    );
    expect(buttonTag(page, 'Restore…')).not.toMatch(/ disabled/);
    expect(shown()).toContain('Back up now');
  });

  it('says why there are none of a sample and of a file to read', () => {
    const sample = shown({ file: openFile({ isSample: true }) }, { backups: [] });
    expect(sample).toContain('is thrown away: it is not backed up');
    expect(sample).not.toContain('Back up now');
    expect(sample).not.toContain('Where');
    expect(buttonTag(html({ file: openFile({ isSample: true }) }), 'Restore…')).toMatch(/ disabled/);
    const readOnly = html({ file: openFile({ isReadOnly: true }) });
    expect(textOf(readOnly)).toContain('open for reading only');
    expect(textOf(readOnly)).not.toContain('Back up now');
    expect(buttonTag(readOnly, 'Restore…')).toMatch(/ disabled/);
  });

  it('offers the backups of a damaged file, but makes none of it', () => {
    const page = html({ file: openFile({ isReadOnly: true, damage: damage() }) });
    expect(textOf(page)).toContain('No backup is made of a damaged file.');
    expect(textOf(page)).not.toContain('Back up now');
    expect(buttonTag(page, 'Restore…')).not.toMatch(/ disabled/);
  });
});

describe('newestFirst()', () => {
  it('orders by moment, then by entry', () => {
    const backups = [
      backup({ handle: 'old', madeAt: at('08:00:00') }),
      backup({ handle: 'late', seq: 12 }),
      backup({ handle: 'later', seq: 13 }),
    ];
    expect(newestFirst(backups).map((one) => one.handle)).toEqual(['later', 'late', 'old']);
  });
});

describe('megabytes()', () => {
  it('has two decimals and never nothing', () => {
    expect(megabytes(3_412_345)).toBe('3.41');
    expect(megabytes(812)).toBe('0.01');
  });
});
