import { isMarkedAsUntransferable, parentPort } from 'node:worker_threads';
import { toApiError } from '#shared/api/errors.ts';
import type { FileJob, FileJobValue, FileReply } from './file-job.ts';

// The thread for work on a whole portfolio. It gets a snapshot of it, and writes only files of its own; only while the
// portfolio is being opened does it read the file itself.

parentPort?.on('message', async (job: FileJob) => {
  const reply = await run(job);
  parentPort?.postMessage(reply, transferOf(reply));
});

async function run(job: FileJob): Promise<FileReply> {
  try {
    return { status: 'done', value: await work(job) };
  } catch (error) {
    const known = toApiError(error);
    if (known) return { status: 'refused', error: known };
    return {
      status: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

/** Only the code of the job at hand is loaded: the check of the pages must not wait for that of a backup. */
async function work(job: FileJob): Promise<FileJobValue[keyof FileJobValue]> {
  switch (job.kind) {
    case 'pages':
      return (await import('./file-jobs/pages.ts')).runPages(job);
    case 'verify':
      return (await import('./file-jobs/verify.ts')).runVerify(job);
    case 'backup':
      return (await import('./file-jobs/backup.ts')).runBackup(job);
    case 'rewind':
      return (await import('./file-jobs/rewind.ts')).runRewind(job);
    case 'compare':
      return (await import('./file-jobs/compare.ts')).runCompare(job);
    case 'copy':
      return (await import('./file-jobs/copy.ts')).runCopy(job);
  }
}

/** Images of portfolios are handed over, not copied, unless their memory belongs to the driver. */
function transferOf(reply: FileReply): ArrayBuffer[] {
  if (reply.status !== 'done' || !('image' in reply.value)) return [];
  const { buffer } = reply.value.image;
  return buffer instanceof ArrayBuffer && !isMarkedAsUntransferable(buffer) ? [buffer] : [];
}
