import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readFileMemory } from '#electron/platform/file-memory.ts';
import { leftHere, openTestDocument } from '#tests/support/document.ts';
import { holdElsewhere } from '#tests/support/held-portfolio.ts';
import { temporaryFolder } from '#tests/support/portfolio.ts';

const IDEA = { name: 'An idea', stage: 'idea' } as const;

let folder: string;
let profile: string;
let path: string;
beforeEach(() => {
  folder = temporaryFolder();
  profile = join(temporaryFolder(), 'profile');
  path = join(folder, 'claims.pilotage');
});

const digest = (file = path) => createHash('sha256').update(readFileSync(file)).digest('hex');
const portfolios = () => readdirSync(folder).sort();

/** A portfolio of two initiatives with a backup of when it had one. @returns the handle of the backup */
async function withBackup(): Promise<string> {
  leftHere(path, profile, 1);
  const document = await openTestDocument(path, profile);
  await document.ask('makeBackup', {});
  await document.ask('createInitiative', IDEA);
  const { backups } = await document.ask('listBackups', {});
  const found = backups.find(({ seq }) => seq === 2);
  if (!found) throw new Error('there is no backup of entry 2');
  await document.close();
  return found.handle;
}

describe('restoreFile()', () => {
  it('puts a backup in place, keeps the replaced file and says so', async () => {
    const handle = await withBackup();
    const before = digest();
    const document = await openTestDocument(path, profile, { restore: { kind: 'backup', handle } });
    expect(document.keptAs).toMatch(/^claims\.replaced-\d{8}T\d{9}Z\.pilotage$/);
    expect(portfolios()).toEqual([document.keptAs, 'claims.pilotage'].sort());
    expect(digest(join(folder, document.keptAs ?? ''))).toBe(before);
    expect((await document.ask('getStatus', {})).initiativeCount).toBe(1);
    expect(await document.noticed('restored')).toContain(`“${document.keptAs}”`);
    // We did it ourselves: nothing was changed elsewhere, and no head is missed.
    expect(await document.notices()).toEqual(['restored']);
    expect((await document.ask('verifyFile', { held: [] })).faults).toEqual([]);
    await document.ask('createInitiative', IDEA);
    expect((await document.ask('verifyFile', { held: [] })).faults).toEqual([]);
  });

  it('can be undone by restoring the kept file, or by opening it', async () => {
    const handle = await withBackup();
    const restored = await openTestDocument(path, profile, { restore: { kind: 'backup', handle } });
    const kept = join(folder, restored.keptAs ?? '');
    await restored.close();
    const document = await openTestDocument(kept, profile);
    expect((await document.ask('getStatus', {})).initiativeCount).toBe(2);
  });

  it('rebuilds a damaged file from its own history without loss, and keeps the damaged one', async () => {
    leftHere(path, profile, 3);
    const bytes = readFileSync(path);
    const at = bytes.indexOf('Claims');
    bytes.write('Clxims', at);
    writeFileSync(path, bytes);
    const document = await openTestDocument(path, profile, { restore: { kind: 'rebuilt' } });
    expect((await document.ask('getStatus', {})).initiativeCount).toBe(3);
    expect((await document.ask('verifyFile', { held: [] })).isGood).toBe(true);
    expect(portfolios()).toHaveLength(2);
  });

  it('begins anew with an empty portfolio under the same id, so that its backups are still found', async () => {
    const handle = await withBackup();
    truncateSync(path, 5000);
    const document = await openTestDocument(path, profile, { restore: { kind: 'empty' } });
    expect(document.keptAs).toMatch(/^claims\.damaged-/);
    const { initiativeCount, portfolio } = await document.ask('getStatus', {});
    expect([initiativeCount, portfolio.name]).toEqual([0, 'claims']);
    const { backups } = await document.ask('listBackups', {});
    expect(backups.map((backup) => backup.handle)).toContain(handle);
    expect((await document.ask('verifyFile', { held: [] })).faults).toEqual([]);
  });

  it('keeps the rights of the file', async () => {
    const handle = await withBackup();
    chmodSync(path, 0o640);
    await openTestDocument(path, profile, { restore: { kind: 'backup', handle } });
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  it.each<[string, string, (handle: string) => { restore: never } | object]>([
    [
      'a backup that is not there',
      'not_found',
      (handle) => ({ kind: 'backup', handle: handle.replace('2026', '2025') }),
    ],
    ['a handle that is a path', 'not_found', () => ({ kind: 'backup', handle: '../../claims.pilotage' })],
  ])('refuses %s and leaves the file as it is', async (_what, code, choice) => {
    const handle = await withBackup();
    const before = [digest(), portfolios()];
    const restore = choice(handle) as { kind: 'backup'; handle: string };
    await expect(openTestDocument(path, profile, { restore })).rejects.toMatchObject({ code });
    expect([digest(), portfolios()]).toEqual(before);
  });

  it('refuses a damaged backup and leaves the file as it is', async () => {
    const handle = await withBackup();
    const own = join(profile, 'backups', readFileMemory(profile, path)?.fileId ?? '');
    truncateSync(join(own, handle), 8192);
    const before = [digest(), portfolios()];
    await expect(
      openTestDocument(path, profile, { restore: { kind: 'backup', handle } }),
    ).rejects.toMatchObject({
      code: 'file_damaged',
    });
    expect([digest(), portfolios()]).toEqual(before);
  });

  it('refuses a file that another process has', async () => {
    const handle = await withBackup();
    await holdElsewhere(path);
    await expect(
      openTestDocument(path, profile, { restore: { kind: 'backup', handle } }),
    ).rejects.toMatchObject({
      code: 'file_in_use',
    });
    expect(portfolios().filter((name) => name.includes('replaced'))).toEqual([]);
  });
});
