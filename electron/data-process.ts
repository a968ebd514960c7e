import { join } from 'node:path';
import { AppError, toApiError } from '#shared/api/errors.ts';
import type { InspectJob, InspectReply } from './compute/inspect-job.ts';
import type { IntakeJob, IntakeReply } from './compute/intake-job.ts';
import type { DataService } from './data/service-types.ts';
import type { FromData, ToData } from './desktop/data-messages.ts';
import { answer } from './platform/answer.ts';
import { openDocument } from './platform/document.ts';
import { appFolders } from './platform/paths.ts';

// The data service of one window, in a process of its own: a crash of it takes neither the app nor other windows down,
// and the main process never opens a database.

const port = process.parentPort;
let service: DataService | undefined;
let lastIntake = 0;
const intakes = new Map<number, (reply: IntakeReply) => void>();
const inspections = new Map<number, (reply: InspectReply) => void>();

const send = (message: FromData) => port.postMessage(message);
const log = (message: string, error?: unknown) =>
  send({ kind: 'log', message: error === undefined ? message : `${message}: ${inWords(error)}` });

// Ctrl+C in a terminal reaches every process of the app. The file is closed when the main process says so.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);

port.on('message', ({ data }: { data: ToData }) => {
  receive(data).catch((error: unknown) => log(`message ${data.kind} failed`, error));
});

async function receive(message: ToData): Promise<void> {
  switch (message.kind) {
    case 'open':
      return open(message);
    case 'call':
      send({ kind: 'answer', id: message.id, result: await opened().call(message.name, message.input) });
      return;
    case 'stage':
      send({
        kind: 'staged',
        id: message.id,
        file: opened().stageFile(message.path, message.name, message.size),
      });
      return;
    case 'prepare-restore': {
      const outcome = await answer('prepareRestore', log, () => opened().prepareRestore());
      send({ kind: 'restore-prepared', id: message.id, error: outcome.ok ? undefined : outcome.error });
      return;
    }
    case 'close':
      await service?.close();
      service = undefined;
      send({ kind: 'closed', id: message.id });
      return;
    case 'intake-done':
      intakes.get(message.id)?.(message.reply);
      intakes.delete(message.id);
      return;
    case 'inspected':
      inspections.get(message.id)?.(message.reply);
      inspections.delete(message.id);
  }
}

async function open({ request, appVersion }: Extract<ToData, { kind: 'open' }>): Promise<void> {
  const outcome = await answer('open', log, () =>
    openDocument(request, {
      host: 'desktop',
      appVersion,
      profile: appFolders().profile,
      runIntake,
      inspect,
      computeWorker: join(import.meta.dirname, 'compute-worker.js'),
      fileWorker: join(import.meta.dirname, 'file-worker.js'),
      emit: (event) => send({ kind: 'event', event }),
      log,
    }),
  );
  if (outcome.ok) {
    service = outcome.value.service;
    send({ kind: 'opened', keptAs: outcome.value.keptAs });
  } else {
    send({ kind: 'not-opened', error: outcome.error });
  }
}

function opened(): DataService {
  if (!service) throw new AppError('unavailable', 'The portfolio is closed.');
  return service;
}

function runIntake(job: IntakeJob, signal?: AbortSignal): Promise<IntakeReply> {
  lastIntake += 1;
  const id = lastIntake;
  return new Promise((resolve) => {
    intakes.set(id, resolve);
    signal?.addEventListener('abort', () => send({ kind: 'intake-cancelled', id }), { once: true });
    send({ kind: 'intake', id, job });
  });
}

function inspect(job: InspectJob): Promise<InspectReply> {
  lastIntake += 1;
  const id = lastIntake;
  return new Promise((resolve) => {
    inspections.set(id, resolve);
    send({ kind: 'inspect', id, job });
  });
}

function inWords(error: unknown): string {
  const known = toApiError(error);
  if (known) return `${known.code}: ${known.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
