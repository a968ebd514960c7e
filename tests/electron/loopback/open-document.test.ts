import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BrowserHost, hostHandlers } from '#electron/loopback/host-handlers.ts';
import { type OpenDocument, openFirstDocument } from '#electron/loopback/open-document.ts';
import { defaultDocument, ownFile } from '#electron/platform/document-request.ts';
import { readOpenFile, recordOpenFile } from '#electron/platform/open-files.ts';
import type { HostEvent } from '#shared/api/contract.ts';
import { leftHere } from '#tests/support/document.ts';
import { holdElsewhere } from '#tests/support/held-portfolio.ts';

let home: string;
let document: OpenDocument;
let host: BrowserHost;
let events: HostEvent[];

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'pilotage-document-test-'));
  events = [];
  const folders = { data: join(home, 'data'), profile: join(home, 'profile') };
  document = await openFirstDocument(defaultDocument(folders), {
    profile: folders.profile,
    state: () => ({
      pid: process.pid,
      host: 'browser',
      since: '2026-11-22T09:14:00.000Z',
      port: 40_000,
      control: 'c',
    }),
    emit: (event) => events.push(event),
    log: () => undefined,
  });
  host = { document, dataFolder: folders.data, tempFolder: home, salt: 'salt' };
});
afterEach(async () => {
  await document.close();
  rmSync(home, { recursive: true, force: true });
});

const openName = async () => {
  const status = await document.service().call('getStatus', {});
  return status.ok ? (status.value as { file: { name: string } }).file.name : status.error.code;
};
const count = async () => {
  const status = await document.service().call('getStatus', {});
  return status.ok ? (status.value as { initiativeCount: number }).initiativeCount : -1;
};
const states = () => readdirSync(join(home, 'profile/open'));

describe('openFirstDocument()', () => {
  it('swaps to a new portfolio, tells the page and lets the first file go', async () => {
    await hostHandlers.newPortfolio(host, { name: 'Claims / 2027', currency: 'EUR' });
    expect(await openName()).toBe('Claims 2027.pilotage');
    expect(events).toEqual([{ type: 'switched' }]);
    expect(states()).toHaveLength(1);
    expect(existsSync(join(home, 'data/My portfolio.pilotage-journal'))).toBe(false);
  });

  it('lists portfolios without their paths and opens one by its handle', async () => {
    await hostHandlers.newPortfolio(host, { name: 'Second', currency: 'EUR' });
    const { files } = hostHandlers.listPortfolios(host);
    expect(files.map(({ name, isOpen }) => [name, isOpen]).sort()).toEqual([
      ['My portfolio', false],
      ['Second', true],
    ]);
    expect(JSON.stringify(files)).not.toContain(home);
    const handle = files.find(({ name }) => name === 'My portfolio')?.handle;
    await hostHandlers.openPortfolio(host, { handle });
    expect(await openName()).toBe('My portfolio.pilotage');
  });

  it('stays with the open file when the next one cannot be opened', async () => {
    await expect(document.swap(ownFile(join(home, 'absent.pilotage')))).rejects.toMatchObject({
      code: 'file_missing',
    });
    expect(await openName()).toBe('My portfolio.pilotage');
    expect(events).toEqual([]);
    expect(states()).toHaveLength(1);
  });

  it('opens a file once when it is asked for twice at once, as by a double click', async () => {
    await hostHandlers.newPortfolio(host, { name: 'Second', currency: 'EUR' });
    const { files } = hostHandlers.listPortfolios(host);
    const handle = files.find(({ name }) => name === 'My portfolio')?.handle;
    const both = [hostHandlers.openPortfolio(host, { handle }), hostHandlers.openPortfolio(host, { handle })];
    expect(await Promise.all(both)).toEqual([{ isOpened: true }, { isOpened: true }]);
    expect(await openName()).toBe('My portfolio.pilotage');
    expect(states()).toHaveLength(1);
  });

  it('leaves no file open when the end comes during a swap', async () => {
    const swap = hostHandlers.newPortfolio(host, { name: 'Late', currency: 'EUR' });
    await document.close();
    await swap;
    expect(states()).toEqual([]);
    expect(readdirSync(join(home, 'data')).sort()).toEqual(['Late.pilotage', 'My portfolio.pilotage']);
  });

  it('does nothing when asked for the file that is open', async () => {
    await document.swap(ownFile(document.request().path));
    expect(events).toEqual([]);
    expect(await openName()).toBe('My portfolio.pilotage');
  });

  it('starts the sample anew each time it is opened', async () => {
    await hostHandlers.openSample(host);
    await document.service().call('createInitiative', { name: 'Only here', stage: 'idea' });
    const changed = await count();
    const handle = hostHandlers.listPortfolios(host).files[0]?.handle;
    await hostHandlers.openPortfolio(host, { handle });
    await hostHandlers.openSample(host);
    expect(await count()).toBe(changed - 1);
  });

  it.each(['', 'not-a-handle', '../../etc/passwd'])('refuses the handle %j', async (handle) => {
    await expect(hostHandlers.openPortfolio(host, { handle })).rejects.toMatchObject({
      code: 'file_missing',
    });
  });

  it.each([
    ['pickImportFile', () => hostHandlers.pickImportFile()],
    ['saveFile', () => hostHandlers.saveFile()],
    ['printReport', () => hostHandlers.printReport()],
  ])('answers %s, which only the desktop can do, with unavailable', (_name, run) => {
    expect(run).toThrow(expect.objectContaining({ code: 'unavailable' }));
  });

  it('restores a backup, tells the page, and keeps serving the same document', async () => {
    await document.service().call('makeBackup', {});
    await document.service().call('createInitiative', { name: 'Too much', stage: 'idea' });
    const listed = await document.service().call('listBackups', {});
    const backups = (listed.ok ? listed.value : { backups: [] }) as {
      backups: { seq: number; handle: string }[];
    };
    const handle = backups.backups.find(({ seq }) => seq === 1)?.handle ?? '';
    events.length = 0;
    const { keptAs } = await hostHandlers.restorePortfolio(host, { choice: { kind: 'backup', handle } });
    expect(keptAs).toMatch(/^My portfolio\.replaced-.*\.pilotage$/);
    expect(await count()).toBe(0);
    expect(events).toContainEqual({ type: 'switched' });
    expect(states()).toHaveLength(1);
    expect(readdirSync(join(home, 'data')).sort()).toEqual(['My portfolio.pilotage', keptAs].sort());
  });

  it('has the file open again, as it was, when a restore is refused', async () => {
    await document.service().call('createInitiative', { name: 'Stays', stage: 'idea' });
    const choice = { kind: 'backup', handle: 'not-a-backup' } as const;
    await expect(hostHandlers.restorePortfolio(host, { choice })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await count()).toBe(1);
    expect(readdirSync(join(home, 'data')).filter((name) => name.endsWith('.pilotage'))).toEqual([
      'My portfolio.pilotage',
    ]);
  });

  it('restores nothing into a throw-away copy', async () => {
    await hostHandlers.openSample(host);
    await expect(hostHandlers.restorePortfolio(host, { choice: { kind: 'empty' } })).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(await count()).toBeGreaterThan(0);
  });

  it('opens a copy of a portfolio that another process has, and leaves its record alone', async () => {
    const path = join(home, 'data/Elsewhere.pilotage');
    leftHere(path, join(home, 'profile'), 2);
    const holder = await holdElsewhere(path);
    const state = { pid: holder.pid ?? 0, host: 'desktop' as const, since: '2026-11-22T09:14:00.000Z' };
    recordOpenFile(join(home, 'profile'), path, state);
    const { files } = hostHandlers.listPortfolios(host);
    const handle = files.find(({ name }) => name === 'Elsewhere')?.handle ?? '';
    await expect(hostHandlers.openPortfolio(host, { handle })).rejects.toMatchObject({
      code: 'file_in_use',
      message: expect.stringContaining('the Pilotage app (process'),
    });
    expect(await hostHandlers.openCopy(host, { handle })).toEqual({ isOpened: true });
    const status = await document.service().call('getStatus', {});
    expect(status).toMatchObject({
      ok: true,
      value: { file: { isReadOnly: true, copiedAt: expect.any(String) } },
    });
    expect(await count()).toBe(2);
    expect(readOpenFile(join(home, 'profile'), path)).toEqual(state);
    await expect(hostHandlers.restorePortfolio(host, { choice: { kind: 'empty' } })).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  it('lists no portfolio as open while a copy to read is shown', async () => {
    const path = join(home, 'data/Elsewhere.pilotage');
    leftHere(path, join(home, 'profile'), 0);
    await holdElsewhere(path);
    const { files } = hostHandlers.listPortfolios(host);
    await hostHandlers.openCopy(host, {
      handle: files.find(({ name }) => name === 'Elsewhere')?.handle ?? '',
    });
    expect(hostHandlers.listPortfolios(host).files.map(({ isOpen }) => isOpen)).toEqual([false, false]);
  });

  it('refuses a copy of the portfolio it has open itself', async () => {
    const handle = hostHandlers.listPortfolios(host).files[0]?.handle ?? '';
    await expect(hostHandlers.openCopy(host, { handle })).rejects.toMatchObject({ code: 'file_in_use' });
    expect(await openName()).toBe('My portfolio.pilotage');
  });

  it('says how the folder for backups is named without a dialog', () => {
    expect(() => hostHandlers.chooseBackupFolder()).toThrow(
      expect.objectContaining({ code: 'unavailable', message: expect.stringContaining('PILOTAGE_BACKUPS=') }),
    );
  });
});
