import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { contentDigest } from '#db/digest.ts';
import { openPortfolioFile } from '#db/open.ts';
import { readAuditHead } from '#db/read/history.ts';
import { verifyFile } from '#db/verify.ts';
import { openTestService, type TestService } from '#tests/support/data-service.ts';
import { temporaryFolder } from '#tests/support/portfolio.ts';

async function serviceWithBackups(): Promise<TestService & { readonly profile: string }> {
  const profile = temporaryFolder();
  return { ...(await openTestService({ profile })), profile };
}

const add = (one: TestService, name: string) => one.ask('createInitiative', { name, stage: 'idea' });

async function openImport(one: TestService, csv: string) {
  const path = join(one.folder, 'in.csv');
  writeFileSync(path, csv);
  const { handle } = one.service.stageFile(path, 'in.csv', csv.length);
  return one.ask('openImport', { handle, options: {} });
}

describe('listBackups and makeBackup', () => {
  it('make one by hand of the file as it is, and name it with the folder in words', async () => {
    const one = await serviceWithBackups();
    await add(one, 'A');
    const list = await one.ask('makeBackup', {});
    expect(list).toMatchObject({
      folder: join(one.profile, 'backups'),
      isDefaultFolder: true,
      failure: null,
    });
    const { auditHead } = await one.ask('getStatus', {});
    expect(list.backups[0]).toMatchObject({ reason: 'by_hand', seq: 2, hash: auditHead.hash.slice(0, 16) });
    expect(list.lastMadeAt).toBe(list.backups[0]?.madeAt);
    expect(await one.ask('listBackups', {})).toEqual(list);
  });

  it('keep the state from before the first change, and the one at the end', async () => {
    const one = await serviceWithBackups();
    await add(one, 'A');
    await one.service.close();
    const again = await openTestService({ path: one.path, folder: one.folder, profile: one.profile });
    const { backups } = await again.ask('listBackups', {});
    expect(backups.map(({ reason, seq }) => `${reason} ${seq}`)).toEqual(['close 2', 'first_change 1']);
  });

  it('say that there are none without a folder for them', async () => {
    const one = await openTestService();
    expect((await one.ask('listBackups', {})).backups).toEqual([]);
    expect(await one.fail('makeBackup', {})).toMatchObject({ code: 'unavailable' });
  });
});

describe('previewRestore', () => {
  it('says what a backup would bring back, and changes nothing', async () => {
    const one = await serviceWithBackups();
    const { id } = await add(one, 'Claims triage');
    const { backups } = await one.ask('makeBackup', {});
    const choice = { kind: 'backup', handle: backups[0]?.handle ?? '' } as const;
    await one.ask('deleteInitiative', { id });
    await add(one, 'New one');
    const before = await one.ask('getStatus', {});
    const preview = await one.ask('previewRestore', { choice });
    expect(preview).toMatchObject({
      choice,
      present: { seq: 4, initiatives: 1 },
      restored: { seq: 2, initiatives: 1, madeAt: backups[0]?.madeAt },
      stepsLost: {
        count: 2,
        latest: [expect.stringContaining('New one'), expect.stringContaining('Claims')],
      },
      initiatives: [
        { name: 'New one', kind: 'goes_away' },
        { id, name: 'Claims triage', kind: 'comes_back' },
      ],
      portfolioRows: 0,
    });
    expect((await one.ask('getStatus', {})).auditHead).toEqual(before.auditHead);
  });

  it('shows what the history rebuilds, and what an empty portfolio would mean', async () => {
    const one = await serviceWithBackups();
    await add(one, 'A');
    expect(await one.ask('previewRestore', { choice: { kind: 'rebuilt' } })).toMatchObject({
      restored: { seq: 2, initiatives: 1, madeAt: null },
      stepsLost: { count: 0 },
      initiatives: [],
      portfolioRows: 0,
    });
    expect(await one.ask('previewRestore', { choice: { kind: 'empty' } })).toMatchObject({
      restored: { seq: 1, initiatives: 0, madeAt: null },
      stepsLost: { count: 2 },
      initiatives: [{ name: 'A', kind: 'goes_away' }],
    });
  });

  it.each(['../../test.pilotage', '20261001T090000000Z-close-2-0123456789abcdef-89abcdef.bak', ''])(
    'refuses the handle %j',
    async (handle) => {
      const one = await serviceWithBackups();
      expect(await one.fail('previewRestore', { choice: { kind: 'backup', handle } })).toMatchObject({
        code: 'not_found',
      });
    },
  );

  it('refuses a backup that was damaged meanwhile', async () => {
    const one = await serviceWithBackups();
    const { backups } = await one.ask('makeBackup', {});
    const handle = backups[0]?.handle ?? '';
    const [id = ''] = readdirSync(join(one.profile, 'backups'));
    writeFileSync(join(one.profile, 'backups', id, handle), 'x'.repeat(8192));
    expect(await one.fail('previewRestore', { choice: { kind: 'backup', handle } })).toMatchObject({
      code: 'file_not_pilotage',
    });
  });
});

describe('exportCopy', () => {
  it.each([
    [true, 'Test portfolio copy 2026-10-01.pilotage', 2],
    [false, 'Test portfolio copy without history 2026-10-01.pilotage', 1],
  ])('with history %s is a portfolio that opens and verifies', async (withHistory, name, entries) => {
    const one = await openTestService();
    await add(one, 'A');
    const copy = await one.ask('exportCopy', { withHistory });
    expect(copy.name).toBe(name);
    const path = join(one.folder, 'received.pilotage');
    writeFileSync(path, copy.bytes);
    const file = openPortfolioFile(path);
    onTestFinished(() => file.close());
    expect(readAuditHead(file.db).seq).toBe(entries);
    expect(verifyFile(file.db)).toMatchObject({ isGood: true });
    expect(contentDigest(file.db)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('commitImport', () => {
  it('makes a backup of the portfolio as it was first', async () => {
    const one = await serviceWithBackups();
    await add(one, 'A');
    const draft = await openImport(one, 'name,stage\nB,pilot\n');
    await one.ask('commitImport', { importId: draft.importId });
    const { backups } = await one.ask('listBackups', {});
    expect(backups[0]).toMatchObject({ reason: 'before_import', seq: 2 });
  });

  it('is refused once without a backup, with the reason, and goes ahead when asked again', async () => {
    const one = await serviceWithBackups();
    writeFileSync(join(one.profile, 'backups'), 'a file in the place of the folder');
    const draft = await openImport(one, 'name,stage\nB,pilot\n');
    const { importId } = draft;
    expect(await one.fail('commitImport', { importId })).toMatchObject({
      code: 'folder_read_only',
      message: expect.stringMatching(/^Nothing was imported.*Settings.*choose Import again/),
    });
    expect((await one.ask('getStatus', {})).initiativeCount).toBe(0);
    expect((await one.ask('getStatus', {})).file.notices).toMatchObject([{ kind: 'backup_failed' }]);
    await one.ask('commitImport', { importId });
    expect((await one.ask('getStatus', {})).initiativeCount).toBe(1);
    rmSync(join(one.profile, 'backups'));
  });

  it('brings rows in once when the button is pressed twice', async () => {
    const one = await serviceWithBackups();
    const { importId } = await openImport(one, 'name,stage\nB,pilot\n');
    const results = await Promise.all([1, 2].map(() => one.service.call('commitImport', { importId })));
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect((await one.ask('getStatus', {})).initiativeCount).toBe(1);
  });
});
