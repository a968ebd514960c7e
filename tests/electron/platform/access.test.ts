import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { recordOpenFile } from '#electron/platform/open-files.ts';
import { crashInChange } from '#tests/support/crashed-portfolio.ts';
import { leftHere, openTestDocument } from '#tests/support/document.ts';
import { holdElsewhere } from '#tests/support/held-portfolio.ts';
import { temporaryFolder } from '#tests/support/portfolio.ts';

// The eight ways in which a portfolio is there and cannot be used as usual: each opens for reading, or says why not.

/** An account that owns nothing: root may write everywhere, so read-only cases mean nothing as root. */
const NOBODY = 65534;
const ROOT = join(import.meta.dirname, '..', '..', '..');
const canSwitch = process.getuid?.() === 0;
if (!canSwitch)
  console.log('skipped: cases of tests/electron/platform/access.test.ts need root to become another user');
const whyNoShare = shareObstacle();
if (whyNoShare)
  console.log(`skipped: the read-only share of tests/electron/platform/access.test.ts: ${whyNoShare}`);

let folder: string;
let profile: string;
let path: string;
beforeEach(() => {
  folder = temporaryFolder();
  profile = join(temporaryFolder(), 'profile');
  path = join(folder, 'claims.pilotage');
  leftHere(path, profile, 2);
});

const digest = (file = path) => createHash('sha256').update(readFileSync(file)).digest('hex');

function asNobody(...more: string[]): Record<string, unknown> {
  const own = temporaryFolder();
  chownSync(own, NOBODY, NOBODY);
  const script = join(ROOT, 'tests/support/access-child.ts');
  const out = execFileSync(process.execPath, [script, path, join(own, 'profile'), String(NOBODY), ...more], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return JSON.parse(out) as Record<string, unknown>;
}

/** A read-only mount where mounting is allowed. @returns why it is not, or undefined */
function shareObstacle(): string | undefined {
  if (process.platform !== 'linux' || !canSwitch) return 'mounting needs root on Linux';
  const place = join('/tmp', `pilotage-share-${process.pid}`);
  mkdirSync(place, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'none', place], { stdio: 'pipe' });
    execFileSync('umount', [place]);
    return undefined;
  } catch (error) {
    return String((error as { stderr?: Buffer }).stderr ?? error).trim();
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

const LOOK = { isReadOnly: true, isCopy: false, damage: null, initiativeCount: 2, change: 'read_only' };

describe('openDocument() where a portfolio cannot be used as usual', () => {
  it.skipIf(!canSwitch)('opens a read-only file for reading', () => {
    chmodSync(path, 0o444);
    chmodSync(folder, 0o777);
    const before = digest();
    expect(asNobody()).toEqual(LOOK);
    expect(digest()).toBe(before);
  });

  it.skipIf(!canSwitch)('opens a file in a read-only folder for reading', () => {
    chmodSync(path, 0o666);
    chmodSync(folder, 0o555);
    expect(asNobody()).toEqual(LOOK);
    expect(readdirSync(folder)).toEqual(['claims.pilotage']);
  });

  it.skipIf(!canSwitch)(
    'opens a copy of a file in a read-only folder whose last session crashed in a change',
    () => {
      crashInChange(path);
      for (const each of [path, `${path}-journal`]) chmodSync(each, 0o644);
      chmodSync(folder, 0o555);
      const before = [digest(), digest(`${path}-journal`)];
      expect(asNobody()).toEqual({ ...LOOK, isCopy: true });
      expect([digest(), digest(`${path}-journal`)]).toEqual(before);
    },
  );

  it.skipIf(whyNoShare !== undefined)('opens a file on a read-only share for reading', async () => {
    const share = join(folder, 'share');
    mkdirSync(share);
    execFileSync('mount', ['-t', 'tmpfs', 'none', share]);
    onTestFinished(() => void execFileSync('umount', [share]));
    const shared = join(share, 'shared.pilotage');
    leftHere(shared, profile, 2);
    execFileSync('mount', ['-o', 'remount,ro', share]);
    const document = await openTestDocument(shared, profile);
    const { file, initiativeCount } = await document.ask('getStatus', {});
    expect([file.isReadOnly, initiativeCount]).toEqual([true, 2]);
    expect(await document.failure('createInitiative', { name: 'x', stage: 'idea' })).toBe('read_only');
    // Before the share is taken away at the end.
    await document.close();
  });

  it('says to a second instance that the file is in use, and opens a copy of it on demand', async () => {
    await holdElsewhere(path);
    await expect(openTestDocument(path, profile)).rejects.toMatchObject({ code: 'file_in_use' });
    const document = await openTestDocument(path, profile, { isCopy: true });
    expect((await document.ask('getStatus', {})).initiativeCount).toBe(2);
  });

  it.skipIf(!canSwitch)(
    'says to another user that the file is in use, and opens a copy of it on demand',
    async () => {
      chmodSync(path, 0o644);
      chmodSync(folder, 0o755);
      await holdElsewhere(path);
      expect(asNobody()).toMatchObject({ code: 'file_in_use' });
      expect(asNobody('copy')).toEqual({ ...LOOK, isCopy: true });
    },
  );

  it.skipIf(!canSwitch)('says to another user that the file may not be read', () => {
    chmodSync(path, 0o600);
    chmodSync(folder, 0o755);
    expect(asNobody()).toMatchObject({
      code: 'io_failed',
      message: expect.stringContaining('may not be read by this user account'),
    });
  });

  it('says in browser mode that the desktop app has the file', async () => {
    const holder = await holdElsewhere(path);
    recordOpenFile(profile, path, {
      pid: holder.pid ?? 0,
      host: 'desktop',
      since: '2026-11-22T09:14:00.000Z',
    });
    await expect(openTestDocument(path, profile, { isCopy: true })).resolves.toBeDefined();
    await expect(openTestDocument(path, profile)).rejects.toMatchObject({ code: 'file_in_use' });
  });

  it('says that a file whose drive is gone is not there any more', async () => {
    rmSync(dirname(path), { recursive: true });
    await expect(openTestDocument(path, profile)).rejects.toMatchObject({
      code: 'file_missing',
      message: expect.stringMatching(/“claims\.pilotage” is not there any more.*look for it/),
    });
  });

  it('keeps what was entered, and goes on, when the drive is taken away and comes back', async () => {
    const document = await openTestDocument(path, profile);
    const away = `${folder}-away`;
    execFileSync('mv', [folder, away]);
    onTestFinished(() => rmSync(away, { recursive: true, force: true }));
    // The file is not where it was: nothing may be written to it any more.
    expect(await document.failure('createInitiative', { name: 'x', stage: 'idea' })).toMatch(
      /file_missing|io_failed/,
    );
    await document.close();
    execFileSync('mv', [away, folder]);
    const again = await openTestDocument(path, profile);
    expect((await again.ask('getStatus', {})).initiativeCount).toBe(2);
  });

  it('says that a sync tool has the file locked while it copies it', async () => {
    const source = `import { loadSqlite } from '#db/sqlite.ts';
      const raw = new (loadSqlite())(${JSON.stringify(path)});
      raw.exec('BEGIN EXCLUSIVE');
      console.log('locked');
      // Used, so that it is not collected, which would close it.
      setInterval(() => raw.inTransaction, 1000);`;
    const tool = spawn(process.execPath, ['--input-type=module-typescript', '--eval', source], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void tool.kill('SIGKILL'));
    await once(tool.stdout, 'data');
    await expect(openTestDocument(path, profile)).rejects.toMatchObject({
      code: 'file_in_use',
      message: expect.stringContaining('another program, or another user on this machine or network, has it'),
    });
    tool.kill('SIGKILL');
    await once(tool, 'exit');
    const document = await openTestDocument(path, profile);
    expect((await document.ask('getStatus', {})).file.isReadOnly).toBe(false);
  });
});
