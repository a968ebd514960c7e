import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readBundle } from '../platform/bundle.ts';
import { now } from '../platform/clock.ts';
import {
  copyOfFile,
  type DocumentRequest,
  defaultDocument,
  defaultPortfolioPath,
  ownFile,
  sampleRequest,
} from '../platform/document-request.ts';
import { newSecret } from '../platform/ids.ts';
import type { AppFolders } from '../platform/paths.ts';
import { makePrivateFolder, makeTempFolder, removeTempFolder } from '../platform/private-files.ts';
import { createEventStreams } from './event-streams.ts';
import { type OpenDocument, openFirstDocument } from './open-document.ts';
import { createLoopbackServer } from './server.ts';
import { createSessions } from './sessions.ts';

export interface BrowserModeOptions {
  readonly folders: AppFolders;
  /** The folder of the built page. */
  readonly pageFolder: string;
  /** What to open; the default portfolio when neither is given. */
  readonly file?: string | undefined;
  readonly isSample: boolean;
  /** Only a copy of the file as it is now, to read. */
  readonly isCopy?: boolean | undefined;
  readonly log: (message: string, error?: unknown) => void;
}

export interface BrowserMode {
  /** A fresh address with a one-time code. The one before it, if unused, ends. */
  readonly freshAddress: () => string;
  readonly close: () => Promise<void>;
}

/**
 * Opens the document and serves it on a random port of 127.0.0.1.
 * @throws AppError when the document cannot be opened
 */
export async function runBrowserMode(options: BrowserModeOptions): Promise<BrowserMode> {
  const { folders, log } = options;
  const bundle = readBundle(options.pageFolder);
  makePrivateFolder(folders.profile);
  const tempFolder = makeTempFolder();
  const events = createEventStreams();
  const sessions = createSessions({
    clock: () => performance.now(),
    isOccupied: () => events.count() > 0,
    onReplaced: () => events.closeAll(),
  });
  const since = now();
  const salt = newSecret();
  let document: OpenDocument | undefined;

  const freshAddress = () => `http://127.0.0.1:${port(server)}/#code=${sessions.newCode()}`;
  const server = createLoopbackServer({
    bundle,
    sessions,
    events,
    host: () => {
      if (!document) throw new Error('a request came before the document was open');
      return { document, dataFolder: folders.data, tempFolder, salt };
    },
    freshAddress,
    log,
  });
  const close = async () => {
    events.closeAll();
    server.close();
    server.closeAllConnections();
    await document?.close();
    removeTempFolder(tempFolder);
  };
  try {
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true });
    await once(server, 'listening');
    document = await openFirstDocument(firstRequest(options, tempFolder), {
      profile: folders.profile,
      state: () => ({
        pid: process.pid,
        host: 'browser',
        since,
        port: port(server),
        control: sessions.controlSecret,
      }),
      emit: events.emit,
      log,
    });
  } catch (error) {
    await close();
    throw error;
  }
  return { freshAddress, close };
}

function firstRequest(options: BrowserModeOptions, tempFolder: string): DocumentRequest {
  if (options.isSample) return sampleRequest(tempFolder);
  if (options.isCopy) return copyOfFile(options.file ?? defaultPortfolioPath(options.folders));
  if (options.file !== undefined) return ownFile(options.file);
  return defaultDocument(options.folders);
}

function port(server: Server): number {
  return (server.address() as AddressInfo).port;
}
