import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { folderOfBackups } from '#db/backup/list-backups.ts';
import { createInitiative } from '#db/commands/index.ts';
import { openPortfolioFile } from '#db/open.ts';
import { readFileFacts } from '#db/read/portfolio.ts';
import { type BackupJob, runBackup } from '#electron/compute/file-jobs/backup.ts';
import type { FileThread } from '#electron/compute/file-thread.ts';
import { type Backups, openBackups } from '#electron/data/backups.ts';
import type { DataContext } from '#electron/data/context.ts';
import { noticeList } from '#electron/data/notices.ts';
import { fileMemory } from '#electron/platform/file-memory.ts';
import { AppError } from '#shared/api/errors.ts';
import { manualTimers } from '#tests/support/manual-timers.ts';
import { newTestPortfolio, type TestPortfolio, temporaryFolder } from '#tests/support/portfolio.ts';

const MINUTE = 60_000;

type Parts = Omit<DataContext, 'backups'>;
interface Setting {
  readonly portfolio?: TestPortfolio;
  readonly profile?: string | null;
  readonly options?: Partial<Parts['options']>;
  readonly parts?: Partial<Parts>;
  /** What the thread does instead of making backups. */
  readonly run?: (job: BackupJob, signal?: AbortSignal) => Promise<unknown>;
}

/** The backups of a real file in time that a test lets pass. Jobs are done at once, in this thread. */
function scheduled({ portfolio = newTestPortfolio({ isFast: true }), ...given }: Setting = {}) {
  const timers = manualTimers();
  const profile = given.profile === undefined ? temporaryFolder(true) : given.profile;
  const running: Promise<unknown>[] = [];
  const run = given.run ?? (async (job: BackupJob) => runBackup(job));
  const fileThread = {
    run: (job: BackupJob, signal?: AbortSignal) => {
      const work = run(job, signal);
      running.push(work);
      return work;
    },
    drain: () => Promise.resolve(),
  } as unknown as FileThread;
  const emit = vi.fn();
  const parts = {
    options: {
      isSample: false,
      path: portfolio.path,
      profile,
      now: portfolio.now,
      emit,
      log: vi.fn(),
      ...given.options,
    },
    file: portfolio.file(),
    fileThread,
    memory: fileMemory(null, portfolio.path, vi.fn()),
    notices: noticeList([], vi.fn()),
    damage: null,
    ...given.parts,
  } as unknown as Parts;
  const backups = openBackups(parts, timers);
  onTestFinished(() => backups.close());
  return {
    portfolio,
    profile,
    parts,
    backups,
    emit,
    jobs: running,
    pass: timers.pass,
    /** Until what was begun is done, and what follows from it. */
    settled: async () => {
      await Promise.allSettled(running);
      await new Promise((resolve) => setImmediate(resolve));
    },
    change: () => change(backups, portfolio),
    fileId: () => readFileFacts(portfolio.db()).fileId,
    made: () => backups.list().backups.map(({ reason, seq }) => `${reason} ${seq}`),
  };
}

/** A command as the data service runs it. */
function change(backups: Backups, portfolio: TestPortfolio): void {
  backups.noteCall();
  backups.beforeChange();
  portfolio.run('createInitiative', (tx) =>
    createInitiative(tx, { name: 'One more', stage: 'idea' }, portfolio.newId),
  );
  backups.noteChange();
}

describe('openBackups()', () => {
  it('saves the portfolio as it was opened in the first quiet moment', async () => {
    const one = scheduled();
    one.pass(1_900);
    one.backups.noteCall();
    one.pass(1_900);
    await one.settled();
    expect(one.made()).toEqual([]);
    one.pass(200);
    await one.settled();
    expect(one.made()).toEqual(['first_change 1']);
    expect(one.emit).toHaveBeenCalledWith({ type: 'changed', tables: ['backup'] });
  });

  it('saves it ahead of a change that comes before the quiet moment, as it was', async () => {
    const one = scheduled();
    one.change();
    one.change();
    await one.settled();
    expect(one.made()).toEqual(['first_change 1']);
  });

  it('does not save what a backup of an earlier session has already', async () => {
    const one = scheduled();
    one.pass(3_000);
    await one.settled();
    const again = scheduled({ portfolio: one.portfolio, profile: one.profile });
    again.pass(3_000);
    again.change();
    await again.settled();
    expect(again.jobs).toHaveLength(0);
    expect(again.made()).toEqual(['first_change 1']);
  });

  it('saves what changed within a quarter of an hour, in a quiet moment when there is one', async () => {
    const one = scheduled();
    one.change();
    await one.settled();
    one.pass(14.5 * MINUTE + 1_900);
    await one.settled();
    expect(one.made()).toEqual(['first_change 1']);
    one.pass(200);
    await one.settled();
    expect(one.made()).toEqual(['interval 2', 'first_change 1']);
  });

  it('does not wait longer than the quarter of an hour for a quiet moment', async () => {
    const one = scheduled();
    one.change();
    await one.settled();
    one.pass(14.5 * MINUTE);
    for (let waited = 0; waited < 29_000; waited += 1_000) {
      one.backups.noteCall();
      one.pass(1_000);
    }
    await one.settled();
    expect(one.made()).toEqual(['first_change 1']);
    one.backups.noteCall();
    one.pass(1_000);
    await one.settled();
    expect(one.made()).toEqual(['interval 2', 'first_change 1']);
  });

  it('makes none while nothing changes, and one for each quarter of an hour with changes', async () => {
    const one = scheduled();
    one.change();
    await one.settled();
    one.pass(60 * MINUTE);
    await one.settled();
    expect(one.made()).toHaveLength(2);
    one.change();
    one.pass(16 * MINUTE);
    await one.settled();
    expect(one.made()[0]).toBe('interval 3');
  });

  it('makes one at the end when something changed since the last, and then only', async () => {
    const one = scheduled();
    one.change();
    await one.backups.close();
    expect(one.made()).toEqual(['close 2', 'first_change 1']);
    const again = scheduled({ portfolio: one.portfolio, profile: one.profile });
    await again.backups.close();
    expect(again.jobs).toHaveLength(0);
  });

  it('ends although a backup does not', async () => {
    const one = scheduled({
      run: (_job, signal) =>
        new Promise((_resolve, reject) =>
          signal?.addEventListener('abort', () => reject(new AppError('cancelled', 'Stopped.'))),
        ),
    });
    one.change();
    const closing = one.backups.close();
    one.pass(8_000);
    await closing;
    expect(one.made()).toEqual([]);
    expect(one.parts.notices.list()).toEqual([]);
  });

  it('says why one failed in a notice and in the list, until one succeeds', async () => {
    const profile = temporaryFolder(true);
    writeFileSync(join(profile, 'backups'), 'a file in the place of the folder');
    const one = scheduled({ profile });
    await expect(one.backups.now('by_hand')).rejects.toMatchObject({ code: 'folder_read_only' });
    const text = expect.stringMatching(/^No backup was made: the folder/);
    expect(one.parts.notices.list()).toEqual([{ kind: 'backup_failed', text }]);
    expect(one.backups.list()).toMatchObject({ failure: text, backups: [], lastMadeAt: null });
    rmSync(join(profile, 'backups'));
    await one.backups.now('by_hand');
    expect(one.parts.notices.list()).toEqual([]);
    expect(one.backups.list()).toMatchObject({ failure: null, lastMadeAt: expect.any(String) });
  });

  it('tries again after a failure that nobody waited for', async () => {
    const profile = temporaryFolder(true);
    writeFileSync(join(profile, 'backups'), '');
    const one = scheduled({ profile });
    one.change();
    one.pass(16 * MINUTE);
    await one.settled();
    expect(one.jobs).toHaveLength(2);
    rmSync(join(profile, 'backups'));
    one.pass(16 * MINUTE);
    await one.settled();
    expect(one.made()).toEqual(['interval 2']);
  });

  it('tells about a bug without its words, and logs it', async () => {
    const one = scheduled({ run: () => Promise.reject(new Error('secret detail')) });
    await expect(one.backups.now('by_hand')).rejects.toThrow('secret detail');
    expect(one.backups.list().failure).toMatch(/something went wrong inside Pilotage/);
    expect(one.parts.options.log).toHaveBeenCalledTimes(1);
  });

  it('notes the head of each backup on this machine', async () => {
    const one = scheduled();
    one.parts.memory.opened('id', { seq: 1, hash: 'a'.repeat(64) });
    await one.backups.now('by_hand');
    expect(one.parts.memory.noted()).toMatchObject([{ seq: 1 }]);
  });

  describe('before()', () => {
    it('makes one when there is none of the present state, and none when there is', async () => {
      const one = scheduled();
      await one.backups.before('before_import');
      await one.backups.before('before_restore');
      expect(one.made()).toEqual(['before_import 1']);
    });

    it('rejects when none can be made', async () => {
      const profile = temporaryFolder(true);
      writeFileSync(join(profile, 'backups'), '');
      const one = scheduled({ profile });
      await expect(one.backups.before('before_import')).rejects.toMatchObject({ code: 'folder_read_only' });
      await expect(one.backups.before('before_restore')).rejects.toMatchObject({ code: 'folder_read_only' });
    });
  });

  describe('stop()', () => {
    it('ends all backups, with the reason', async () => {
      const one = scheduled();
      one.change();
      await one.settled();
      one.change();
      one.backups.stop('the file failed a check');
      one.pass(60 * MINUTE);
      await one.settled();
      await expect(one.backups.now('by_hand')).rejects.toMatchObject({ code: 'file_damaged' });
      await expect(one.backups.before('before_import')).rejects.toMatchObject({ code: 'file_damaged' });
      await one.backups.close();
      expect(one.made()).toEqual(['first_change 1']);
      expect(one.backups.list().failure).toMatch(/the file failed a check.*Verify file/);
    });

    it('does not keep anybody from restoring', async () => {
      const one = scheduled();
      one.backups.stop('the file failed a check');
      await one.backups.before('before_restore');
      expect(one.made()).toEqual([]);
    });
  });

  describe('resume()', () => {
    it('saves what changed since in the next quiet moment, and goes on from there', async () => {
      const one = scheduled();
      one.change();
      await one.settled();
      one.backups.stop('the file failed a check');
      one.change();
      await expect(one.backups.now('by_hand')).rejects.toMatchObject({ code: 'file_damaged' });
      one.emit.mockClear();
      one.backups.resume();
      expect([one.backups.list().failure, one.parts.notices.list()]).toEqual([null, []]);
      expect(one.emit).toHaveBeenCalledWith({ type: 'changed', tables: ['backup'] });
      one.pass(2_000);
      await one.settled();
      expect(one.made()).toEqual(['interval 3', 'first_change 1']);
      one.change();
      one.pass(15 * MINUTE);
      await one.settled();
      expect(one.made()).toEqual(['interval 4', 'interval 3', 'first_change 1']);
    });

    it('makes no backup of what is in one already, nor when nothing was stopped', async () => {
      const one = scheduled();
      await one.backups.now('by_hand');
      one.backups.resume();
      one.backups.stop('the file failed a check');
      one.backups.resume();
      one.pass(15 * MINUTE);
      await one.settled();
      expect(one.made()).toEqual(['by_hand 1']);
    });
  });

  describe('heads()', () => {
    it('are those of this file, not of a copy that shares the folder', async () => {
      const one = scheduled();
      const path = join(one.portfolio.folder, 'copy.pilotage');
      writeFileSync(path, one.portfolio.db().serialize());
      const file = openPortfolioFile(path);
      onTestFinished(() => file.close());
      const copy = { ...one.portfolio, path, file: () => file, db: () => file.db };
      const other = scheduled({ portfolio: copy, profile: one.profile });
      await one.backups.now('by_hand');
      one.change();
      await other.backups.now('by_hand');
      expect(one.backups.list().backups).toHaveLength(2);
      expect(one.backups.heads()).toEqual([{ seq: 1, hash: expect.stringMatching(/^[0-9a-f]{16}$/) }]);
      expect(other.backups.heads()).toHaveLength(1);
    });
  });

  it.each<[string, Setting]>([
    ['the sample', { options: { isSample: true } }],
    ['a file open for reading', { parts: { file: { isReadOnly: true } as never } }],
    ['a copy to read', { options: { opening: { copiedAt: '2026-10-01T00:00:00.000Z' } as never } }],
    ['what is shown of a damaged file', { parts: { damage: { shows: 'nothing' } as never } }],
    ['a machine without a folder for it', { profile: null }],
  ])('makes none of %s', async (_what, setting) => {
    const portfolio = newTestPortfolio({ isFast: true });
    const file = setting.parts?.file && { ...portfolio.file(), ...setting.parts.file };
    const one = scheduled({ ...setting, portfolio, parts: { ...setting.parts, ...(file && { file }) } });
    one.backups.beforeChange();
    one.backups.noteChange();
    one.pass(60 * MINUTE);
    await one.backups.before('before_import');
    await one.backups.close();
    await expect(one.backups.now('by_hand')).rejects.toMatchObject({ code: 'unavailable' });
    expect(one.jobs).toHaveLength(0);
    expect(one.backups.list()).toMatchObject({ backups: [], failure: null });
    if (one.profile !== null) expect(existsSync(join(one.profile, 'backups'))).toBe(false);
  });

  it('lists them although the folder cannot be read, with the reason', async () => {
    const profile = temporaryFolder(true);
    const one = scheduled({ profile });
    await one.backups.now('by_hand');
    rmSync(join(profile, 'backups'), { recursive: true });
    mkdirSync(join(profile, 'backups'));
    writeFileSync(folderOfBackups(join(profile, 'backups'), one.fileId()), 'a file in its place');
    expect(one.backups.list()).toMatchObject({
      backups: [],
      failure: expect.stringMatching(/^The folder for backups cannot be read \(ENOTDIR\)/),
    });
  });
});
