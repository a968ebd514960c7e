import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** What goes between a test and its held workers; they share the process. */
export type GateMessage = 'held' | 'release';

export interface WorkerGate {
  /** The worker's code, for `openTestService`. */
  readonly entry: string;
  /** Resolves when a worker has the next simulation in hand. */
  readonly held: () => Promise<void>;
  /** Lets every simulation in hand finish. */
  readonly release: () => void;
}

/** Workers that hold their simulations until the test lets them go: "computing" for as long as a test wants. */
export function workerGate(): WorkerGate {
  const channel = new BroadcastChannel('pilotage-test-gate');
  onTestFinished(() => channel.close());
  let inHand = 0;
  const waiting: (() => void)[] = [];
  channel.onmessage = ({ data }) => {
    if ((data as GateMessage) !== 'held') return;
    const wake = waiting.shift();
    if (wake) wake();
    else inHand += 1;
  };
  return {
    entry: join(import.meta.dirname, 'held-worker-fixture.ts'),
    held() {
      if (inHand === 0) return new Promise((resolve) => waiting.push(resolve));
      inHand -= 1;
      return Promise.resolve();
    },
    release: () => channel.postMessage('release' satisfies GateMessage),
  };
}
