import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openPortfolioFile } from '#db/open.ts';
import { loadSqlite } from '#db/sqlite.ts';
import { runCommand } from '#db/write.ts';
import { readFileMemory, writeFileMemory } from '#electron/platform/file-memory.ts';
import { recordOpenFile } from '#electron/platform/open-files.ts';
import { openFile } from '#electron/platform/opening.ts';
import type { Instant } from '#shared/domain/units.ts';
import { crashInChange } from '#tests/support/crashed-portfolio.ts';
import { leftHere, openTestDocument } from '#tests/support/document.ts';
import { holdElsewhere } from '#tests/support/held-portfolio.ts';
import { oldPortfolio } from '#tests/support/old-portfolio.ts';
import { temporaryFolder } from '#tests/support/portfolio.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const IDEA = { name: 'An idea', stage: 'idea' } as const;

let folder: string;
let profile: string;
let path: string;
beforeEach(() => {
  folder = temporaryFolder();
  profile = join(temporaryFolder(), 'profile');
  path = join(folder, 'claims.pilotage');
});

const digest = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

const closed = (initiatives = 1) => leftHere(path, profile, initiatives);

/** Makes a closed portfolio larger than what is checked at once, as this machine left it. */
function enlarge(file: string, profileFolder: string): void {
  const raw = new (loadSqlite())(file);
  raw.prepare('UPDATE portfolio SET reviewer = ?').run('x'.repeat(17 * 1024 * 1024));
  raw.close();
  // Whole milliseconds: what is set again by hand has no finer part.
  utimesSync(file, 1_800_000_000, 1_800_000_000);
  const memory = readFileMemory(profileFolder, file);
  if (!memory) throw new Error('nothing is remembered');
  const { size, mtimeMs } = statSync(file);
  writeFileMemory(profileFolder, file, { ...memory, size, mtimeMs });
}

function rootPageOf(file: string, table: string): number {
  const raw = new (loadSqlite())(file, { readonly: true });
  const row = raw.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table);
  raw.close();
  return (row as { rootpage: number }).rootpage;
}

describe('openFile()', () => {
  it('takes a file at its word that this machine closed and nobody touched since', async () => {
    closed();
    const document = await openTestDocument(path, profile);
    expect([document.inspected, await document.notices()]).toEqual([[], []]);
    expect(readFileMemory(profile, path)).toMatchObject({ isClosedCleanly: false, head: { seq: 2 } });
    await document.close();
    const { size, mtimeMs } = statSync(path);
    expect(readFileMemory(profile, path)).toMatchObject({ isClosedCleanly: true, size, mtimeMs });
  });

  it('lets a child look first at a file it does not know, and then checks all of it', async () => {
    closed();
    const elsewhere = join(temporaryFolder(), 'profile');
    const document = await openTestDocument(path, elsewhere);
    expect(document.inspected).toEqual(['claims.pilotage']);
    await document.ask('verifyFile', { held: [] });
    expect(readFileMemory(elsewhere, path)?.verifiedAt).not.toBeNull();
    expect(await document.notices()).toEqual([]);
  });

  describe('with a file so large that its pages are checked while the first screen is made', () => {
    beforeEach(() => {
      closed();
      enlarge(path, profile);
    });

    it('opens it, and changes are kept', async () => {
      const document = await openTestDocument(path, profile);
      await document.ask('createInitiative', IDEA);
      await document.close();
      const again = await openTestDocument(path, profile);
      expect([again.inspected, await again.notices()]).toEqual([[], []]);
      expect((await again.ask('getStatus', {})).initiativeCount).toBe(2);
    });

    it.each([
      ['that the first screen is made from', 'month_state'],
      ['that only the check looks at', 'saved_view'],
    ])('shows it as damaged when a page %s is not sound', async (_what, table) => {
      const { mtime } = statSync(path);
      const bytes = readFileSync(path);
      const root = rootPageOf(path, table);
      bytes.fill(0xa5, (root - 1) * 4096, root * 4096);
      writeFileSync(path, bytes);
      utimesSync(path, mtime, mtime);
      const document = await openTestDocument(path, profile);
      const { file } = await document.ask('getStatus', {});
      expect(document.inspected).toEqual([]);
      expect(file.damage?.text).toContain('a check of its pages failed');
      expect(file.isReadOnly).toBe(true);
    });
  });

  it('lets a child look first at a file that is not as it was left', async () => {
    closed();
    utimesSync(path, new Date(0), new Date(0));
    const document = await openTestDocument(path, profile);
    expect([document.inspected, await document.notices()]).toEqual([['claims.pilotage'], []]);
  });

  it('says that another version is in the place of the one seen here, and opens it all the same', async () => {
    closed(1);
    const older = join(folder, 'older');
    copyFileSync(path, older);
    const document = await openTestDocument(path, profile);
    await document.ask('createInitiative', IDEA);
    await document.close();
    copyFileSync(older, path);
    const again = await openTestDocument(path, profile);
    expect(await again.noticed('changed_elsewhere')).toMatch(
      /entry 3, the last one seen on this machine, is not in its history.*ends with entry 2 of \d+ \w{3} 20\d\d, .* UTC.*backup/,
    );
    expect((await again.ask('getStatus', {})).initiativeCount).toBe(1);
    await again.close();
    // Worked on and closed: this version is the one seen here from now on.
    expect(await (await openTestDocument(path, profile)).notices()).toEqual([]);
  });

  it('says that another portfolio is in the place of the one seen here', async () => {
    closed();
    const other = join(folder, 'other.pilotage');
    leftHere(other, profile, 0);
    const raw = new (loadSqlite())(other);
    raw.exec("UPDATE portfolio SET file_id = 'another-file'");
    raw.close();
    copyFileSync(other, path);
    const document = await openTestDocument(path, profile);
    expect(await document.noticed('changed_elsewhere')).toMatch(/^Another portfolio has taken the place/);
  });

  it('takes a file that went on elsewhere and came back without a word', async () => {
    closed();
    const elsewhere = await openTestDocument(path, join(temporaryFolder(), 'profile'));
    await elsewhere.ask('createInitiative', IDEA);
    await elsewhere.close();
    expect(await (await openTestDocument(path, profile)).notices()).toEqual([]);
  });

  it('undoes the change a crash cut short, says so, and has checked the file', async () => {
    closed(2);
    crashInChange(path);
    const document = await openTestDocument(path, profile);
    expect(await document.noticed('recovered_after_crash')).toMatch(
      /That one change was undone; the 3 entries/,
    );
    expect((await document.ask('getStatus', {})).initiativeCount).toBe(2);
    expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([]);
  });

  it('opens a large file after a crash on a quick check, and checks all of it afterwards', async () => {
    closed(2);
    const file = openPortfolioFile(path);
    const meta = { name: 'rename', label: 'Rename', actor: 'A', at: '2026-11-20T09:00:00.000Z' as Instant };
    for (let count = 0; count < 9; count += 1) {
      const name = String(count).repeat(2_500_000);
      runCommand(file.db, { ...meta, appVersion: '' }, (tx) => tx.update('portfolio', { id: 1 }, { name }));
    }
    file.close();
    expect(statSync(path).size).toBeGreaterThan(32 * 1024 ** 2);
    crashInChange(path);
    const memory = readFileMemory(profile, path);
    if (!memory) throw new Error('nothing is remembered');
    writeFileMemory(profile, path, { ...memory, isClosedCleanly: false, verifiedAt: null });
    const document = await openTestDocument(path, profile);
    expect(await document.noticed('recovered_after_crash')).toMatch(
      /ends with entry 12 again.*checked while you work/,
    );
    await vi.waitFor(() => expect(readFileMemory(profile, path)?.verifiedAt).not.toBeNull(), 20_000);
  });

  it('leaves a strange journal out and keeps what was there beside the file', async () => {
    closed(40);
    const other = join(temporaryFolder(), 'other.pilotage');
    leftHere(other, profile, 0);
    crashInChange(other);
    copyFileSync(`${other}-journal`, `${path}-journal`);
    const before = digest(path);
    const document = await openTestDocument(path, profile);
    expect(await document.noticed('recovered_after_crash')).toMatch(
      /did not belong to it.*41 entries.*“claims\.damaged-/,
    );
    expect((await document.ask('getStatus', {})).initiativeCount).toBe(40);
    const kept = readdirSync(folder).find((name) => /^claims\.damaged-\d+T\d+Z\.pilotage$/.test(name)) ?? '';
    expect(digest(join(folder, kept))).toBe(before);
    expect(readdirSync(folder)).toContain(`${kept}-journal`);
  });

  it('shows the leftover journal of an unknown file to the child as a copy', async () => {
    closed();
    crashInChange(path);
    const document = await openTestDocument(path, join(temporaryFolder(), 'profile'));
    expect(document.inspected).toEqual(['claims.pilotage']);
    expect(await document.notices()).toEqual(['recovered_after_crash']);
  });

  it('checks the whole file in the background after an end that was not clean, and finds what SQLite does not', async () => {
    closed();
    const bytes = readFileSync(path);
    const at = bytes.lastIndexOf('Claims');
    bytes.write('Clamps', at);
    writeFileSync(path, bytes);
    const document = await openTestDocument(path, profile);
    expect(await document.noticed('check_failed')).toMatch(
      /found a fault: .*Choose Verify file in the settings: .*rebuilt from its own history/,
    );
    expect(await document.failure('makeBackup', {})).toBe('file_damaged');
    await document.close();
    // Not closed as checked: the next opening says it again.
    const again = await openTestDocument(path, profile);
    expect(await again.noticed('check_failed')).toContain('found a fault');
  });

  it.each<[string, Instant | null, boolean]>([
    ['six days', '2026-11-16T09:00:00.000Z' as Instant, false],
    ['eight days', '2026-11-14T09:00:00.000Z' as Instant, true],
    ['a clock that went back', '2026-12-24T09:00:00.000Z' as Instant, true],
    ['no check at all', null, true],
  ])('decides after %s since the last check whether one is due', async (_what, verifiedAt, isDue) => {
    closed();
    const memory = readFileMemory(profile, path);
    if (!memory) throw new Error('nothing is remembered');
    writeFileMemory(profile, path, { ...memory, verifiedAt });
    const opening = await openFile(path, {
      profile,
      inspect: () => Promise.reject(new Error('not asked for')),
      now: () => '2026-11-22T09:00:00.000Z' as Instant,
      newId: () => 'id',
      appVersion: '0',
      log: () => undefined,
    });
    opening.file.close();
    expect(opening.mustCheck).toBe(isDue);
  });

  it('carries on a restore that a crash cut short, and misses no head afterwards', async () => {
    closed(1);
    const older = readFileSync(path);
    const before = await openTestDocument(path, profile);
    await before.ask('createInitiative', IDEA);
    await before.close();
    const kept = 'claims.replaced-20261122T091400000Z.pilotage';
    writeFileSync(join(folder, `.${kept}.ready`), older);
    const document = await openTestDocument(path, profile);
    expect(await document.notices()).toEqual(['restored']);
    expect(await document.noticed('restored')).toContain(`“${kept}”`);
    expect((await document.ask('getStatus', {})).initiativeCount).toBe(1);
    expect((await document.ask('verifyFile', { held: [] })).faults).toEqual([]);
    expect(readdirSync(folder).sort()).toContain(kept);
  });

  it('names the copy an upgrade left', async () => {
    const old = oldPortfolio(folder);
    const document = await openTestDocument(old, profile);
    expect(await document.noticed('upgraded')).toContain('“old.v1.bak”');
    expect(readdirSync(folder)).toContain('old.v1.bak');
  });

  it('says who has a file that is open elsewhere', async () => {
    closed();
    const holder = await holdElsewhere(path);
    recordOpenFile(profile, path, {
      pid: holder.pid ?? 0,
      host: 'desktop',
      since: '2026-11-22T09:14:00.000Z',
    });
    await expect(openTestDocument(path, profile)).rejects.toMatchObject({ code: 'file_in_use' });
    expect(readFileMemory(profile, path)).toMatchObject({ isClosedCleanly: true });
  });

  it('opens a copy as of now of a file that another process has, and refuses to change it', async () => {
    closed();
    await holdElsewhere(path);
    const before = digest(path);
    const document = await openTestDocument(path, profile, { isCopy: true });
    const { file, initiativeCount } = await document.ask('getStatus', {});
    expect(file).toMatchObject({ name: 'claims.pilotage', isReadOnly: true, copiedAt: expect.any(String) });
    expect(file.location).toMatch(/^A copy to read of .*claims\.pilotage as it was on \d+ \w{3} 20\d\d, /);
    expect(initiativeCount).toBe(1);
    expect(await document.failure('createInitiative', IDEA)).toBe('read_only');
    expect(await document.failure('makeBackup', {})).toBe('unavailable');
    await document.close();
    expect(digest(path)).toBe(before);
    // What is remembered of the file itself is not touched by looking at a copy.
    expect(readFileMemory(profile, path)).toMatchObject({ isClosedCleanly: true });
  });

  it.each<[string, string, (file: string) => void]>([
    ['newer', 'file_newer', (file) => patch(file, 60, 99)],
    ['gone', 'file_missing', () => undefined],
  ])('refuses a file that is %s', async (what, code, change) => {
    closed();
    change(path);
    const target = what === 'gone' ? `${path}.gone` : path;
    const before = digest(path);
    await expect(openTestDocument(target, profile)).rejects.toMatchObject({ code });
    expect(digest(path)).toBe(before);
  });

  it('refuses an unknown file of another kind', async () => {
    writeFileSync(path, 'x'.repeat(5000));
    await expect(openTestDocument(path, profile)).rejects.toMatchObject({ code: 'file_not_pilotage' });
    expect(readFileSync(path, 'utf8')).toBe('x'.repeat(5000));
  });

  it('closes a file again when the process is killed while it is open, and opens it without a question', async () => {
    closed();
    const source = `import { openPortfolioFile } from '#db/open.ts';
      openPortfolioFile(${JSON.stringify(path)});
      process.kill(process.pid, 'SIGKILL');`;
    spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', source], { cwd: ROOT });
    expect(await (await openTestDocument(path, profile)).notices()).toEqual([]);
  });
});

function patch(file: string, offset: number, value: number): void {
  const bytes = readFileSync(file);
  bytes.writeInt32BE(value, offset);
  writeFileSync(file, bytes);
}
