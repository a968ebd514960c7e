import { INTAKE_CAPS } from '#shared/intake/caps.ts';
import { IntakeError } from '#shared/intake/errors.ts';
import { readTable } from '#shared/intake/read-table.ts';
import type { IntakeJob, IntakeMessage, IntakeReply } from './intake-job.ts';
import { readCapped } from './read-capped.ts';

/*
 * Entry of the process in which foreign files are read. It knows nothing of the portfolio and is killed by its
 * caller after one job. It runs under `child_process.fork` and, unchanged, as an Electron utility process, whose
 * port it finds on `process` without importing Electron.
 */

interface ParentPort {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void;
  readonly postMessage: (message: unknown) => void;
}

const port = (process as { parentPort?: ParentPort }).parentPort;

function send(message: IntakeMessage): void {
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

function onJob(message: unknown): void {
  send({ type: 'reply', reply: answer(message as IntakeJob) });
}

if (port) port.on('message', (event) => onJob(event.data));
else {
  process.on('message', onJob);
  // Without its caller it has nothing to do.
  process.on('disconnect', () => process.exit());
}
