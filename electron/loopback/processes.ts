import { join } from 'node:path';
import { forkNodeChild } from '../compute/fork-node-child.ts';
import { type InspectJob, type InspectReply, runInspectJob } from '../compute/inspect-job.ts';
import { type IntakeJob, type IntakeReply, runIntakeJob } from '../compute/intake-job.ts';

const INTAKE_CHILD = entryOf('intake-child');

/** Reads one foreign file in a Node process of its own, killed when it is done, misbehaves or is cancelled. */
export function runIntakeInFork(job: IntakeJob, signal?: AbortSignal): Promise<IntakeReply> {
  return runIntakeJob(() => forkNodeChild(INTAKE_CHILD), job, { signal });
}

/** Looks one unknown portfolio through in a Node process of its own, killed when it is done or misbehaves. */
export function inspectInFork(job: InspectJob): Promise<InspectReply> {
  return runInspectJob(() => forkNodeChild(INTAKE_CHILD, 'inspect'), job);
}

/** The code of a compute worker. */
export const COMPUTE_WORKER = entryOf('compute-worker');

/** The code of the thread for whole files. */
export const FILE_WORKER = entryOf('file-worker');

/** Built, an entry lies beside this program; from the sources, which Node runs as they are, in its folder. */
function entryOf(name: string): string {
  const isBuilt = !import.meta.filename.endsWith('.ts');
  return join(import.meta.dirname, isBuilt ? `${name}.js` : `../compute/${name}.ts`);
}
