import { join } from 'node:path';
import { type UtilityProcess, utilityProcess } from 'electron';
import type { HostEvent } from '#shared/api/contract.ts';
import { type ApiError, AppError, type Result } from '#shared/api/errors.ts';
import type { StagedFile } from '#shared/api/schemas/intake.ts';
import type { DocumentRequest } from '../platform/document-request.ts';
import { APP_VERSION } from '../platform/version.ts';
import type { FromData, ToData } from './data-messages.ts';
import { inspectInUtility, runIntakeInUtility } from './intake-process.ts';
import { createIntakeRelay } from './intake-relay.ts';

/** The main process's end of one data process. */
export interface DataClient {
  /** Never throws: a dead process is an `unavailable` answer. */
  readonly call: (name: string, input: unknown) => Promise<Result<unknown>>;
  readonly stageFile: (path: string, name: string, size: number) => Promise<StagedFile>;
  /** @throws AppError when the file as it is cannot be backed up first */
  readonly prepareRestore: () => Promise<void>;
  /** Name of the file a restore made way for, when this opening was one. */
  readonly keptAs: string | null;
  readonly close: () => Promise<void>;
}

export interface DataClientOptions {
  readonly emit: (event: HostEvent) => void;
  /** The process ended although nobody asked it to. */
  readonly onDeath: () => void;
  readonly log: (message: string, error?: unknown) => void;
}

const CLOSE_PATIENCE_MS = 10_000;

export const DATA_STOPPED =
  'The part of Pilotage that holds the file has stopped. Everything saved is in the file. Choose View > Reload to start it again.';

/**
 * Starts a data process on a document.
 * @throws AppError when the document cannot be opened; the process is gone then
 */
export async function startDataProcess(
  request: DocumentRequest,
  options: DataClientOptions,
): Promise<DataClient> {
  const child = utilityProcess.fork(join(import.meta.dirname, 'data-process.js'), [], {
    serviceName: 'Pilotage data',
    stdio: 'inherit',
  });
  const pending = new Map<number, (message: FromData | undefined) => void>();
  const intake = createIntakeRelay(runIntakeInUtility, (id, reply) =>
    send(child, { kind: 'intake-done', id, reply }),
  );
  const opening = Promise.withResolvers<string | null>();
  let last = 0;
  let state: 'running' | 'closing' | 'gone' = 'running';

  child.on('message', (message: FromData) => {
    switch (message.kind) {
      case 'opened':
        opening.resolve(message.keptAs);
        return;
      case 'not-opened':
        opening.reject(asError(message.error));
        return;
      case 'event':
        options.emit(message.event);
        return;
      case 'log':
        options.log(message.message);
        return;
      case 'intake':
        intake.start(message.id, message.job);
        return;
      case 'intake-cancelled':
        intake.cancel(message.id);
        return;
      case 'inspect':
        void inspectInUtility(message.job).then((reply) =>
          send(child, { kind: 'inspected', id: message.id, reply }),
        );
        return;
      default:
        pending.get(message.id)?.(message);
        pending.delete(message.id);
    }
  });
  child.on('exit', () => {
    const wasAsked = state === 'closing';
    state = 'gone';
    intake.cancelAll();
    opening.reject(new AppError('unavailable', DATA_STOPPED));
    for (const settle of pending.values()) settle(undefined);
    pending.clear();
    if (!wasAsked) options.onDeath();
  });

  const ask = (make: (id: number) => ToData) =>
    new Promise<FromData | undefined>((resolve) => {
      if (state === 'gone') {
        resolve(undefined);
        return;
      }
      last += 1;
      pending.set(last, resolve);
      send(child, make(last));
    });

  send(child, { kind: 'open', request, appVersion: APP_VERSION });
  let keptAs: string | null;
  try {
    keptAs = await opening.promise;
  } catch (error) {
    state = 'closing';
    child.kill();
    throw error;
  }
  return {
    keptAs,
    async call(name, input) {
      const reply = await ask((id) => ({ kind: 'call', id, name, input }));
      if (reply?.kind === 'answer') return reply.result;
      return { ok: false, error: { code: 'unavailable', message: DATA_STOPPED } };
    },
    async stageFile(path, name, size) {
      const reply = await ask((id) => ({ kind: 'stage', id, path, name, size }));
      if (reply?.kind === 'staged') return reply.file;
      throw new AppError('unavailable', DATA_STOPPED);
    },
    async prepareRestore() {
      const reply = await ask((id) => ({ kind: 'prepare-restore', id }));
      if (reply?.kind !== 'restore-prepared') throw new AppError('unavailable', DATA_STOPPED);
      if (reply.error) throw asError(reply.error);
    },
    async close() {
      if (state !== 'running') return;
      state = 'closing';
      const closed = ask((id) => ({ kind: 'close', id }));
      const patience = Promise.withResolvers<void>();
      const timer = setTimeout(patience.resolve, CLOSE_PATIENCE_MS);
      await Promise.race([closed, patience.promise]);
      clearTimeout(timer);
      child.kill();
    },
  };
}

function asError({ code, message, details }: ApiError): AppError {
  return new AppError(code, message, details);
}

function send(child: UtilityProcess, message: ToData): void {
  child.postMessage(message);
}
