import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DataClient, DataClientOptions } from '#electron/desktop/data-client.ts';
import { createDocuments, type Documents } from '#electron/desktop/documents.ts';
import { copyOfFile, type DocumentRequest, ownFile } from '#electron/platform/document-request.ts';
import { readOpenFile, recordOpenFile } from '#electron/platform/open-files.ts';
import { AppError } from '#shared/api/errors.ts';
import { temporaryFolder } from '#tests/support/portfolio.ts';

const desktop = vi.hoisted(() => ({
  start: (_request: unknown, _options: unknown): Promise<unknown> => Promise.reject(new Error('not set')),
  titles: [] as string[],
}));

vi.mock('#electron/desktop/data-client.ts', () => ({
  DATA_STOPPED: 'stopped',
  startDataProcess: (request: unknown, options: unknown) => desktop.start(request, options),
}));
vi.mock('#electron/desktop/window.ts', () => ({
  bringToFront: () => undefined,
  createWindow(title: string) {
    desktop.titles.push(title);
    const listeners = new Map<string, () => void>();
    return {
      isDestroyed: () => false,
      webContents: { send: () => undefined, reload: () => undefined },
      on: (event: string, listener: () => void) => listeners.set(event, listener),
      destroy: () => listeners.get('closed')?.(),
      loadURL: () => Promise.resolve(),
    };
  },
}));

let folder: string;
let profile: string;
let path: string;
let documents: Documents;
/** What was asked of data processes, in order. */
let steps: string[];
let refusal: ((request: DocumentRequest) => AppError | undefined) | undefined;

beforeEach(() => {
  folder = temporaryFolder();
  profile = join(folder, 'profile');
  path = join(folder, 'a.pilotage');
  steps = [];
  refusal = undefined;
  desktop.titles.length = 0;
  documents = createDocuments({ profile, startUrl: 'app://x/', log: () => undefined });
  desktop.start = async (given, options) => {
    const request = given as DocumentRequest;
    steps.push(
      `start${request.restore ? ` with ${request.restore.kind}` : ''}${request.create ? ' anew' : ''}`,
    );
    const error = refusal?.(request);
    if (error) throw error;
    return client(request, options as DataClientOptions);
  };
});

function client(request: DocumentRequest, _options: DataClientOptions): DataClient {
  return {
    call: () => Promise.resolve({ ok: true, value: {} }),
    stageFile: () => Promise.reject(new Error('unused')),
    keptAs: request.restore ? 'a.replaced-x.pilotage' : null,
    prepareRestore: async () => void steps.push('prepare'),
    close: async () => void steps.push('close'),
  };
}

const create = { name: 'A', currency: 'EUR' };

describe('createDocuments()', () => {
  it('restores in the same window: saves, closes, opens with the choice, and says what was kept', async () => {
    const opened = await documents.open({ ...ownFile(path), create });
    expect(await opened.restore({ kind: 'empty' })).toBe('a.replaced-x.pilotage');
    expect(steps).toEqual(['start anew', 'prepare', 'close', 'start with empty']);
    expect(documents.all()).toHaveLength(1);
    expect(() => opened.data()).not.toThrow();
  });

  it('opens the file again as it was when a restore is refused', async () => {
    const opened = await documents.open(ownFile(path));
    refusal = ({ restore }) => (restore ? new AppError('file_damaged', 'no') : undefined);
    await expect(opened.restore({ kind: 'empty' })).rejects.toMatchObject({ code: 'file_damaged' });
    expect(steps).toEqual(['start', 'prepare', 'close', 'start with empty', 'start']);
    expect(() => opened.data()).not.toThrow();
  });

  it('answers that the service has stopped when the file cannot be opened again either, and View > Reload helps', async () => {
    const opened = await documents.open(ownFile(path));
    refusal = () => new AppError('file_in_use', 'no');
    await expect(opened.restore({ kind: 'empty' })).rejects.toMatchObject({ code: 'file_in_use' });
    expect(() => opened.data()).toThrow(expect.objectContaining({ code: 'unavailable' }));
    refusal = undefined;
    await opened.reload();
    expect(() => opened.data()).not.toThrow();
  });

  it('restores nothing into a copy to read', async () => {
    const opened = await documents.open(copyOfFile(path));
    await expect(opened.restore({ kind: 'empty' })).rejects.toMatchObject({ code: 'unavailable' });
    expect(steps).toEqual(['start']);
  });

  it('shows a copy beside the file itself, and leaves the record of who holds the file alone', async () => {
    const holder = { pid: process.ppid, host: 'browser' as const, since: '2026-11-22T09:14:00.000Z' };
    recordOpenFile(profile, path, holder);
    const copy = await documents.open(copyOfFile(path));
    expect(readOpenFile(profile, path)).toEqual(holder);
    expect(desktop.titles).toEqual(['a (copy to read) - Pilotage']);
    expect(await documents.open(copyOfFile(path))).toBe(copy);
    expect(await documents.open(ownFile(path))).not.toBe(copy);
    expect(documents.all()).toHaveLength(2);
    await documents.closeAll();
    expect(documents.all()).toEqual([]);
  });
});
