import { join } from 'node:path';
import { utilityProcess } from 'electron';
import { type InspectJob, type InspectReply, runInspectJob } from '../compute/inspect-job.ts';
import {
  INTAKE_CHILD_FLAGS,
  type IntakeChild,
  type IntakeJob,
  type IntakeReply,
  runIntakeJob,
} from '../compute/intake-job.ts';

/** Reads one foreign file in a utility process of its own, killed when it is done, misbehaves or is cancelled. */
export function runIntakeInUtility(job: IntakeJob, signal?: AbortSignal): Promise<IntakeReply> {
  return runIntakeJob(startUtility, job, { signal });
}

/** Looks one unknown portfolio through in a utility process of its own, killed when it is done or misbehaves. */
export function inspectInUtility(job: InspectJob): Promise<InspectReply> {
  return runInspectJob(startUtility, job);
}

function startUtility(): IntakeChild {
  const child = utilityProcess.fork(join(import.meta.dirname, 'intake-child.js'), [], {
    serviceName: 'Pilotage file reader',
    execArgv: [...INTAKE_CHILD_FLAGS],
    stdio: 'ignore',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return {
    send: (job) => child.postMessage(job),
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      child.once('exit', (code) => listener(`exit code ${code}`));
    },
    kill: () => {
      child.kill();
    },
  };
}
