import { basename } from 'node:path';
import type { BrowserWindow, WebContents } from 'electron';
import type { HostEvent } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import type { RestoreChoice } from '#shared/api/schemas/file.ts';
import { now } from '../platform/clock.ts';
import { type DocumentRequest, documentKey } from '../platform/document-request.ts';
import { forgetOpenFile, recordOpenFile, withHolder } from '../platform/open-files.ts';
import { EVENT_CHANNEL } from './channels.ts';
import { DATA_STOPPED, type DataClient, startDataProcess } from './data-client.ts';
import { bringToFront, createWindow } from './window.ts';

/** One window with its document and the data process that holds it. */
export interface OpenWindow {
  readonly window: BrowserWindow;
  readonly request: DocumentRequest;
  /** @throws AppError `unavailable` while the data process is down */
  readonly data: () => DataClient;
  readonly emit: (event: HostEvent) => void;
  /** Starts the data process again if it is down, then loads the page anew. */
  readonly reload: () => Promise<void>;
  /**
   * Puts other content in the place of the file and opens that in this window.
   * @returns the name of the kept file
   * @throws AppError when it cannot be restored; the file is open again as it was then
   */
  readonly restore: (choice: RestoreChoice) => Promise<string>;
}

/** The open documents: one window and one data process for each file. */
export interface Documents {
  /** @throws AppError when the document cannot be opened; no window is left behind then */
  readonly open: (request: DocumentRequest) => Promise<OpenWindow>;
  readonly of: (contents: WebContents) => OpenWindow | undefined;
  readonly all: () => readonly OpenWindow[];
  /** Closes every file. After it the app may end. */
  readonly closeAll: () => Promise<void>;
}

export interface DocumentsOptions {
  readonly profile: string;
  readonly startUrl: string;
  readonly log: (message: string, error?: unknown) => void;
}

/** Keeps the open documents. */
export function createDocuments({ profile, startUrl, log }: DocumentsOptions): Documents {
  const byContents = new Map<WebContents, OpenWindow>();
  const opening = new Map<string, Promise<OpenWindow>>();
  const closing = new Set<Promise<void>>();

  async function openNew(request: DocumentRequest): Promise<OpenWindow> {
    let window: BrowserWindow | undefined;
    let data: DataClient | undefined;
    let restoring: Promise<unknown> = Promise.resolve();
    const emit = (event: HostEvent) => {
      if (window && !window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, event);
    };
    const start = async (document: DocumentRequest) => {
      data = await startDataProcess(document, {
        emit,
        onDeath: () => {
          data = undefined;
          log('the data process ended unexpectedly');
          // Everything the page fetches from now on answers that the service has stopped and how to go on.
          emit({ type: 'switched' });
        },
        log,
      });
    };
    async function restoreNow(choice: RestoreChoice): Promise<string> {
      if (request.isSample || request.isCopy) {
        throw new AppError(
          'unavailable',
          'This is a throw-away copy, so there is nothing to restore. Open the portfolio itself.',
        );
      }
      const before = data;
      if (!before) throw new AppError('unavailable', DATA_STOPPED);
      await before.prepareRestore();
      data = undefined;
      await before.close();
      const again = { ...request, create: undefined };
      try {
        await start({ ...again, restore: choice });
        return keptAs();
      } catch (error) {
        await start(again);
        throw error;
      } finally {
        emit({ type: 'switched' });
      }
    }
    const keptAs = () => data?.keptAs ?? '';

    try {
      await start(request);
    } catch (error) {
      throw request.isCopy ? error : withHolder(error, profile, request.path);
    }
    // A copy to read holds nothing: what is written there is who holds the file itself.
    if (!request.isCopy) {
      recordOpenFile(profile, request.path, { pid: process.pid, host: 'desktop', since: now() });
    }

    const title = titleOf(request);
    window = createWindow(`${title} - Pilotage`);
    const { webContents } = window;
    const opened: OpenWindow = {
      window,
      request,
      data: () => {
        if (!data) throw new AppError('unavailable', DATA_STOPPED);
        return data;
      },
      emit,
      async reload() {
        // The file exists by now: it must not be made a second time.
        if (!data) await start({ ...request, create: undefined });
        webContents.reload();
      },
      restore: (choice) => {
        const turn = restoring.then(() => restoreNow(choice));
        restoring = turn.catch(() => undefined);
        return turn;
      },
    };
    byContents.set(webContents, opened);
    window.on('closed', () => {
      byContents.delete(webContents);
      const closed = (data?.close() ?? Promise.resolve())
        .catch((error: unknown) => log('a portfolio was not closed cleanly', error))
        .then(() => {
          if (!request.isCopy) forgetOpenFile(profile, request.path);
        })
        .finally(() => closing.delete(closed));
      closing.add(closed);
    });
    await window.loadURL(startUrl);
    return opened;
  }

  const documents: Documents = {
    of: (contents) => byContents.get(contents),
    all: () => [...byContents.values()],
    async open(request) {
      const key = documentKey(request);
      const there = documents.all().find((each) => documentKey(each.request) === key);
      if (there) {
        bringToFront(there.window);
        return there;
      }
      const before = opening.get(key);
      if (before) return before;
      const opened = openNew(request).finally(() => opening.delete(key));
      opening.set(key, opened);
      return opened;
    },
    async closeAll() {
      for (const { window } of documents.all()) window.destroy();
      await Promise.all(closing);
    },
  };
  return documents;
}

function titleOf(request: DocumentRequest): string {
  if (request.isSample) return 'Sample portfolio';
  const name = basename(request.path, '.pilotage');
  return request.isCopy ? `${name} (copy to read)` : name;
}
