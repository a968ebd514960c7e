import { join } from 'node:path';
import { forkNodeChild } from '../compute/fork-node-child.ts';
import { type IntakeJob, type IntakeReply, runIntakeJob } from '../compute/intake-job.ts';

/** Reads one foreign file in a Node process of its own, killed when it is done, misbehaves or is cancelled. */
export function runIntakeInFork(job: IntakeJob, signal?: AbortSignal): Promise<IntakeReply> {
  return runIntakeJob(() => forkNodeChild(join(import.meta.dirname, 'intake-child.js')), job, { signal });
}

/** The built code of a compute worker, beside this program. */
export const COMPUTE_WORKER = join(import.meta.dirname, 'compute-worker.js');
