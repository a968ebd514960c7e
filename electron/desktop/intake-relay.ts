import type { IntakeJob, IntakeReply } from '../compute/intake-job.ts';

/** Runs the reading jobs a data process asks for, and stops those it gives up. */
export interface IntakeRelay {
  readonly start: (id: number, job: IntakeJob) => void;
  readonly cancel: (id: number) => void;
  readonly cancelAll: () => void;
}

/** `done` is called once for every started job, also for a cancelled one. `run` never rejects. */
export function createIntakeRelay(
  run: (job: IntakeJob, signal: AbortSignal) => Promise<IntakeReply>,
  done: (id: number, reply: IntakeReply) => void,
): IntakeRelay {
  const running = new Map<number, AbortController>();
  return {
    start(id, job) {
      const stop = new AbortController();
      running.set(id, stop);
      void run(job, stop.signal).then((reply) => {
        running.delete(id);
        done(id, reply);
      });
    },
    cancel: (id) => running.get(id)?.abort(),
    cancelAll() {
      for (const stop of running.values()) stop.abort();
    },
  };
}
