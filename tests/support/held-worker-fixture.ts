import { parentPort } from 'node:worker_threads';
import type { ComputeMessage } from '#electron/compute/compute-job.ts';
import { simulateNow } from '#shared/decision/evaluate.ts';
import type { GateMessage } from './worker-gate.ts';

// A compute worker that says when it has a simulation in hand and finishes it when the test lets it.

const gate = new BroadcastChannel('pilotage-test-gate');
let held: ComputeMessage | undefined;

parentPort?.on('message', (message: ComputeMessage) => {
  held = message;
  gate.postMessage('held' satisfies GateMessage);
});

gate.onmessage = ({ data }) => {
  if ((data as GateMessage) !== 'release' || held === undefined) return;
  const { job, stop } = held;
  held = undefined;
  if (job.kind !== 'simulate') throw new Error(`the held worker does not ${job.kind}`);
  const isCancelled = Atomics.load(stop, 0) === 1;
  parentPort?.postMessage(
    isCancelled ? { status: 'cancelled' } : { status: 'done', value: simulateNow(job.request) },
  );
};
