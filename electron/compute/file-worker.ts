import { isMarkedAsUntransferable, parentPort } from 'node:worker_threads';
import { toApiError } from '#shared/api/errors.ts';
import type { FileJob, FileJobValue, FileReply } from './file-job.ts';
import { runBackup } from './file-jobs/backup.ts';
import { runCompare } from './file-jobs/compare.ts';
import { runCopy } from './file-jobs/copy.ts';
import { runRewind } from './file-jobs/rewind.ts';
import { runVerify } from './file-jobs/verify.ts';

// The thread for work on a whole portfolio. It never opens the live file: it gets a snapshot of it, and writes only
// files of its own.

parentPort?.on('message', (job: FileJob) => {
  const reply = run(job);
  parentPort?.postMessage(reply, transferOf(reply));
});

function run(job: FileJob): FileReply {
  try {
    return { status: 'done', value: work(job) };
  } catch (error) {
    const known = toApiError(error);
    if (known) return { status: 'refused', error: known };
    return {
      status: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

function work(job: FileJob): FileJobValue[keyof FileJobValue] {
  switch (job.kind) {
    case 'verify':
      return runVerify(job);
    case 'backup':
      return runBackup(job);
    case 'rewind':
      return runRewind(job);
    case 'compare':
      return runCompare(job);
    case 'copy':
      return runCopy(job);
  }
}

/** Images of portfolios are handed over, not copied, unless their memory belongs to the driver. */
function transferOf(reply: FileReply): ArrayBuffer[] {
  if (reply.status !== 'done' || !('image' in reply.value)) return [];
  const { buffer } = reply.value.image;
  return buffer instanceof ArrayBuffer && !isMarkedAsUntransferable(buffer) ? [buffer] : [];
}
