import { inspectPortfolio } from '#db/inspect.ts';
import { toApiError } from '#shared/api/errors.ts';
import { INTAKE_CAPS } from '#shared/intake/caps.ts';
import { IntakeError } from '#shared/intake/errors.ts';
import { readTable } from '#shared/intake/read-table.ts';
import type { InspectJob, InspectReply } from './inspect-job.ts';
import type { IntakeJob, IntakeMessage, IntakeReply } from './intake-job.ts';
import { readCapped } from './read-capped.ts';

/*
 * Entry of the process in which foreign files are read: lists to import, and portfolios that this machine did not leave
 * as they are. It knows nothing of the open portfolio and is killed by its caller after one job. It runs under `child_process.fork` and, unchanged, as an Electron utility process, whose
 * port it finds on `process` without importing Electron.
 */

interface ParentPort {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void;
  readonly postMessage: (message: unknown) => void;
}

const port = (process as { parentPort?: ParentPort }).parentPort;

function send(message: IntakeMessage | { type: 'inspected'; reply: InspectReply }): void {
  if (port) port.postMessage(message);
  else process.send?.(message);
}

function answer(job: IntakeJob): IntakeReply {
  try {
    const maxBytes = job.options.caps?.fileBytes ?? INTAKE_CAPS.fileBytes;
    const bytes = readCapped(job.path, {
      maxBytes,
      onChunk: (done, total) => send({ type: 'progress', phase: 'reading', share: done / total }),
    });
    send({ type: 'progress', phase: 'parsing', share: 0 });
    return { ok: true, table: readTable(bytes, job.fileName, job.options) };
  } catch (error) {
    // Anything else is a bug: it ends the process, and the caller reports the crash.
    if (!(error instanceof IntakeError)) throw error;
    return { ok: false, error: error.at({ file: job.fileName }).toData() };
  }
}

function inspect({ path, isPrivateCopy }: InspectJob): InspectReply {
  try {
    return { ok: true, found: inspectPortfolio(path, { isPrivateCopy }) };
  } catch (error) {
    const known = toApiError(error);
    // Anything else is a bug: it ends the process, and the caller reports that.
    if (!known) throw error;
    return { ok: false, error: known };
  }
}

function onJob(message: unknown): void {
  const job = message as IntakeJob | InspectJob;
  if ('kind' in job) send({ type: 'inspected', reply: inspect(job) });
  else send({ type: 'reply', reply: answer(job) });
}

if (port) port.on('message', (event) => onJob(event.data));
else {
  process.on('message', onJob);
  // Without its caller it has nothing to do.
  process.on('disconnect', () => process.exit());
}
