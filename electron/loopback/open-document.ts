import type { HostEvent } from '#shared/api/contract.ts';
import type { DataService } from '../data/service-types.ts';
import { openDocument } from '../platform/document.ts';
import type { DocumentRequest } from '../platform/document-request.ts';
import {
  canonicalPath,
  forgetOpenFile,
  type OpenFile,
  recordOpenFile,
  withHolder,
} from '../platform/open-files.ts';
import { APP_VERSION } from '../platform/version.ts';
import { COMPUTE_WORKER, runIntakeInFork } from './processes.ts';

/** The one document browser mode serves, and how to change it for another. */
export interface OpenDocument {
  readonly request: () => DocumentRequest;
  readonly service: () => DataService;
  /** Opens `next`, then lets go of the present one. When `next` cannot be opened the present one stays. */
  readonly swap: (next: DocumentRequest) => Promise<void>;
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
  let service = await open(first, options);
  let swapping: Promise<void> = Promise.resolve();

  async function swapNow(next: DocumentRequest): Promise<void> {
    if (canonicalPath(next.path) === canonicalPath(request.path)) return;
    const opened = await open(next, options);
    const previous = { request, service };
    request = next;
    service = opened;
    options.emit({ type: 'switched' });
    await close(previous.request, previous.service, options);
  }

  return {
    request: () => request,
    service: () => service,
    swap(next) {
      // One after the other: two quick clicks must not leave a file open that nobody serves.
      const turn = swapping.then(() => swapNow(next));
      swapping = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      await swapping;
      await close(request, service, options);
    },
  };
}

async function open(request: DocumentRequest, options: OpenDocumentOptions): Promise<DataService> {
  const { profile, emit, log } = options;
  try {
    const opened = await openDocument(request, {
      host: 'browser',
      appVersion: APP_VERSION,
      runIntake: runIntakeInFork,
      computeWorker: COMPUTE_WORKER,
      emit,
      log,
    });
    recordOpenFile(profile, request.path, options.state());
    return opened;
  } catch (error) {
    throw withHolder(error, profile, request.path);
  }
}

async function close(request: DocumentRequest, service: DataService, { profile }: OpenDocumentOptions) {
  await service.close();
  forgetOpenFile(profile, request.path);
}
