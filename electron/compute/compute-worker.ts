import { parentPort } from 'node:worker_threads';
import { explain } from '#shared/decision/explain/explain.ts';
import { simulate } from '#shared/forward-model/simulate.ts';
import type { ComputeJob, ComputeMessage, ComputeReply } from './compute-job.ts';

// One worker thread of the compute pool: takes one job at a time, answers it, waits for the next. It opens no file and
// knows no database; everything a job needs comes with it.

parentPort?.on('message', ({ job, stop }: ComputeMessage) => {
  parentPort?.postMessage(run(job, () => Atomics.load(stop, 0) === 1));
});

function run(job: ComputeJob, shouldStop: () => boolean): ComputeReply {
  try {
    const value = work(job, shouldStop);
    return value === 'cancelled' ? { status: 'cancelled' } : { status: 'done', value };
  } catch (error) {
    return {
      status: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

function work(job: ComputeJob, shouldStop: () => boolean) {
  switch (job.kind) {
    case 'simulate':
      return simulate(job.request, shouldStop);
    case 'explain':
      return explain(job.input.facts, job.input.context, job.input.previous, { shouldStop });
  }
}
