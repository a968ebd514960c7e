import { Worker } from 'node:worker_threads';
import type { ComputeJob, ComputeMessage, ComputeReply, ComputeValue } from './compute-job.ts';

/** Answers jobs in worker threads: simulations first come first served, an explanation before those that wait. */
export interface ComputePool {
  /**
   * @throws ComputeCancelled when `signal` was aborted or the pool closed before the answer came
   * @throws Error when the job itself failed, or its worker ended
   */
  readonly run: <J extends ComputeJob>(job: J, signal?: AbortSignal) => Promise<ComputeValue[J['kind']]>;
  /** Cancels what is queued and under way and ends the workers. */
  readonly close: () => Promise<void>;
}

/** Nobody wanted the answer any more. */
export class ComputeCancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'ComputeCancelled';
  }
}

interface Task {
  readonly job: ComputeJob;
  readonly stop: Int32Array;
  readonly resolve: (value: ComputeValue[keyof ComputeValue]) => void;
  readonly reject: (error: Error) => void;
}

interface Hand {
  readonly worker: Worker;
  task: Task | undefined;
}

/**
 * A pool of at most `size` workers, each started when there is work for it. Our own few lines rather than a library:
 * a job is cancelled by a shared flag that its loop looks at, so that a cancelled worker lives on and is warm for
 * the next job.
 * @param entry path of the built `compute-worker.js`, or of its source under Node 24
 */
export function computePool(entry: string, size: number): ComputePool {
  const hands: Hand[] = [];
  const queue: Task[] = [];
  let isClosed = false;

  function next(): void {
    const task = queue[0];
    if (task === undefined) return;
    const hand = hands.find((one) => one.task === undefined) ?? (hands.length < size ? start() : undefined);
    if (hand === undefined) return;
    queue.shift();
    hand.task = task;
    const message: ComputeMessage = { job: task.job, stop: task.stop };
    hand.worker.ref();
    hand.worker.postMessage(message);
  }

  function start(): Hand {
    const worker = new Worker(entry, { name: 'pilotage-compute' });
    const hand: Hand = { worker, task: undefined };
    worker.on('message', (reply: ComputeReply) => {
      const task = hand.task;
      hand.task = undefined;
      // An idle worker must not keep the process alive.
      worker.unref();
      if (task) settle(task, reply);
      next();
    });
    const lose = (error: Error) => {
      const index = hands.indexOf(hand);
      if (index >= 0) hands.splice(index, 1);
      hand.task?.reject(isClosed ? new ComputeCancelled() : error);
      hand.task = undefined;
      if (!isClosed) next();
    };
    worker.on('error', lose);
    worker.on('exit', (code) => lose(new Error(`a compute worker ended with code ${code}`)));
    hands.push(hand);
    return hand;
  }

  return {
    run(job, signal) {
      return new Promise((resolve, reject) => {
        if (isClosed || signal?.aborted) return reject(new ComputeCancelled());
        const task: Task = {
          job,
          stop: new Int32Array(new SharedArrayBuffer(4)),
          resolve: resolve as Task['resolve'],
          reject,
        };
        signal?.addEventListener('abort', () => cancel(task, queue), { once: true });
        // Somebody waits for an explanation; simulations are started by the dozen.
        if (job.kind === 'explain') queue.unshift(task);
        else queue.push(task);
        next();
      });
    },
    async close() {
      isClosed = true;
      for (const task of queue.splice(0)) task.reject(new ComputeCancelled());
      await Promise.all(hands.splice(0).map((hand) => end(hand)));
    },
  };
}

function settle(task: Task, reply: ComputeReply): void {
  if (Atomics.load(task.stop, 0) === 1 || reply.status === 'cancelled') task.reject(new ComputeCancelled());
  else if (reply.status === 'failed') task.reject(new Error(reply.message));
  else task.resolve(reply.value);
}

/** A queued task leaves the queue; one under way is told through its flag and answers "cancelled" itself. */
function cancel(task: Task, queue: Task[]): void {
  Atomics.store(task.stop, 0, 1);
  const index = queue.indexOf(task);
  if (index < 0) return;
  queue.splice(index, 1);
  task.reject(new ComputeCancelled());
}

async function end({ worker, task }: Hand): Promise<void> {
  if (task) Atomics.store(task.stop, 0, 1);
  await worker.terminate();
}
