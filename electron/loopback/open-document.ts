import type { HostEvent } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import type { RestoreChoice } from '#shared/api/schemas/file.ts';
import type { DataService } from '../data/service-types.ts';
import { openDocument } from '../platform/document.ts';
import { type DocumentRequest, documentKey } from '../platform/document-request.ts';
import { forgetOpenFile, type OpenFile, recordOpenFile, withHolder } from '../platform/open-files.ts';
import { APP_VERSION } from '../platform/version.ts';
import { COMPUTE_WORKER, FILE_WORKER, inspectInFork, runIntakeInFork } from './processes.ts';

/** The one document browser mode serves, and how to change it for another. */
export interface OpenDocument {
  readonly request: () => DocumentRequest;
  readonly service: () => DataService;
  /** Opens `next`, then lets go of the present one. When `next` cannot be opened the present one stays. */
  readonly swap: (next: DocumentRequest) => Promise<void>;
  /**
   * Puts other content in the place of the present file and opens that.
   * @returns the name of the kept file
   * @throws AppError when it cannot be restored; the file is open again as it was then
   */
  readonly restore: (choice: RestoreChoice) => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface OpenDocumentOptions {
  readonly profile: string;
  /** What a second start finds beside this document. */
  readonly state: () => OpenFile;
  readonly emit: (event: HostEvent) => void;
  readonly log: (message: string, error?: unknown) => void;
}

/**
 * Opens the first document.
 * @throws AppError when it cannot be opened; `file_in_use` says who has it
 */
export async function openFirstDocument(
  first: DocumentRequest,
  options: OpenDocumentOptions,
): Promise<OpenDocument> {
  let request = first;
  let { service } = await open(first, options);
  let turns: Promise<unknown> = Promise.resolve();

  // One after the other: two quick clicks must not leave a file open that nobody serves.
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = turns.then(work);
    turns = turn.catch(() => undefined);
    return turn;
  }

  async function swapNow(next: DocumentRequest): Promise<void> {
    if (documentKey(next) === documentKey(request)) return;
    const opened = await open(next, options);
    const previous = { request, service };
    request = next;
    service = opened.service;
    options.emit({ type: 'switched' });
    await close(previous.request, previous.service, options);
  }

  async function restoreNow(choice: RestoreChoice): Promise<string> {
    if (request.isSample || request.isCopy) {
      throw new AppError(
        'unavailable',
        'This is a throw-away copy, so there is nothing to restore. Open the portfolio itself.',
      );
    }
    await service.prepareRestore();
    await close(request, service, options);
    service = CLOSED;
    // The file exists by now: it must not be made a second time.
    const again = { ...request, create: undefined };
    try {
      const opened = await open({ ...again, restore: choice }, options);
      service = opened.service;
      return opened.keptAs ?? '';
    } catch (error) {
      service = (await open(again, options)).service;
      throw error;
    } finally {
      options.emit({ type: 'switched' });
    }
  }

  return {
    request: () => request,
    service: () => service,
    swap: (next) => inTurn(() => swapNow(next)),
    restore: (choice) => inTurn(() => restoreNow(choice)),
    async close() {
      await turns;
      await close(request, service, options);
    },
  };
}

/** In the place of the service while there is none, and after a file could not be opened again. */
const CLOSED: DataService = {
  call: () =>
    Promise.resolve({
      ok: false,
      error: {
        code: 'unavailable',
        message: 'The portfolio is closed. Choose it again from the list of portfolios.',
      },
    }),
  stageFile() {
    throw new AppError('unavailable', 'The portfolio is closed.');
  },
  prepareRestore: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

interface Opened {
  readonly service: DataService;
  readonly keptAs: string | null;
}

async function open(request: DocumentRequest, options: OpenDocumentOptions): Promise<Opened> {
  const { profile, log } = options;
  let isServed = true;
  // A document that is being let go of still makes its last backup; the page looks at another one by then.
  const emit = (event: HostEvent) => {
    if (isServed) options.emit(event);
  };
  try {
    const opened = await openDocument(request, {
      host: 'browser',
      appVersion: APP_VERSION,
      profile,
      runIntake: runIntakeInFork,
      inspect: inspectInFork,
      computeWorker: COMPUTE_WORKER,
      fileWorker: FILE_WORKER,
      emit,
      log,
    });
    // A copy to read holds nothing: what is written there is who holds the file itself.
    if (!request.isCopy) recordOpenFile(profile, request.path, options.state());
    const close = () => {
      isServed = false;
      return opened.service.close();
    };
    return { service: { ...opened.service, close }, keptAs: opened.keptAs };
  } catch (error) {
    // Of a copy it was said already.
    throw request.isCopy ? error : withHolder(error, profile, request.path);
  }
}

async function close(request: DocumentRequest, service: DataService, { profile }: OpenDocumentOptions) {
  await service.close();
  if (!request.isCopy) forgetOpenFile(profile, request.path);
}
