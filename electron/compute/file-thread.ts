import { isMarkedAsUntransferable, Worker } from 'node:worker_threads';
import { AppError } from '#shared/api/errors.ts';
import type { FileJob, FileJobValue, FileReply } from './file-job.ts';

/** The one thread for work on a whole portfolio: jobs run one after the other, first come first served. */
export interface FileThread {
  /**
   * Runs a job. The image of the job is handed over: it must not be used afterwards.
   * @throws AppError when the job refuses; `cancelled` when the thread was closed or the signal aborted before the answer
   * @throws Error when the job failed or its thread ended
   */
  readonly run: <J extends FileJob>(job: J, signal?: AbortSignal) => Promise<FileJobValue[J['kind']]>;
  /** Waits for the job under way and for those that wait, then ends the thread. */
  readonly drain: () => Promise<void>;
}

/** @param entry path of the built `file-worker.js`, or of its source under Node 24 */
export function fileThread(entry: string): FileThread {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  function runNow(job: FileJob, signal: AbortSignal | undefined): Promise<unknown> {
    if (signal?.aborted) return Promise.reject(cancelled());
    worker ??= new Worker(entry, { name: 'pilotage-file' });
    const present = worker;
    present.ref();
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => {
        present.removeAllListeners('message');
        present.removeAllListeners('error');
        present.removeAllListeners('exit');
        signal?.removeEventListener('abort', abort);
        present.unref();
        settle();
      };
      // A running SQLite statement cannot be stopped; the thread is given up and the next job gets a new one.
      const abort = () => {
        worker = undefined;
        end(() => reject(cancelled()));
        void present.terminate();
      };
      present.on('message', (reply: FileReply) =>
        end(() => {
          if (reply.status === 'done') resolve(reply.value);
          else if (reply.status === 'refused')
            reject(new AppError(reply.error.code, reply.error.message, reply.error.details));
          else reject(new Error(reply.message));
        }),
      );
      const lose = (error: Error) => {
        worker = undefined;
        end(() => reject(error));
      };
      present.on('error', lose);
      present.on('exit', (code) => lose(new Error(`the file thread ended with code ${code}`)));
      signal?.addEventListener('abort', abort, { once: true });
      present.postMessage(job, imagesOf(job));
    });
  }

  return {
    run(job, signal) {
      if (isClosed) return Promise.reject(cancelled());
      const turn = last.then(() => runNow(job, signal));
      last = turn.catch(() => undefined);
      return turn as Promise<FileJobValue[(typeof job)['kind']]>;
    },
    async drain() {
      isClosed = true;
      await last;
      await worker?.terminate();
      worker = undefined;
    },
  };
}

function cancelled(): AppError {
  return new AppError('cancelled', 'This was stopped before it was done. Nothing was changed.');
}

/** Memory that belongs to the driver (an image as `serialize()` gives it) cannot be handed over; it is copied. */
function imagesOf(job: FileJob): ArrayBuffer[] {
  const buffer = 'image' in job ? job.image?.buffer : undefined;
  return buffer instanceof ArrayBuffer && !isMarkedAsUntransferable(buffer) ? [buffer] : [];
}
