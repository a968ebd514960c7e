import { requestHash } from '#shared/decision/input-hash.ts';
import type { Simulated } from '#shared/decision/result.ts';
import type { SimulationRequest } from '#shared/forward-model/model.ts';
import { ComputeCancelled, type ComputePool } from '../compute/compute-pool.ts';
import type { SimulationCache } from './simulation-cache.ts';

/** The page hears at most this often that results have come in. */
const TELL_EVERY_MS = 250;

export interface Simulations {
  /** The result when it is known; otherwise the simulation is started and the answer is "computing". */
  readonly lookUp: (request: SimulationRequest) => Simulated | 'computing';
  /** How many are queued or under way. */
  readonly pending: () => number;
  /** How many failed and are not tried again by themselves. */
  readonly failures: () => number;
  /** Forgets the failures and tells of them as of results: whoever asks for one begins it again. */
  readonly retry: () => void;
  /** Resolves when none is under way, or after `patienceMs`; Infinity waits for all. */
  readonly settled: (patienceMs: number) => Promise<void>;
  /** Cancels all; those who wait go on, and nothing is started any more. */
  readonly close: () => void;
  readonly isClosed: () => boolean;
}

interface Running {
  readonly key: string;
  readonly abort: AbortController;
}

/**
 * Runs simulations in the pool and keeps their results by the hash of what they depend on. One simulation an initiative
 * at a time: when its inputs change again, the earlier one is cancelled.
 * @param onResults called with the initiatives whose results came in since the last call
 */
export function simulations(
  pool: ComputePool,
  cache: SimulationCache,
  onResults: (initiativeIds: readonly string[]) => void,
  log: (message: string, error?: unknown) => void,
): Simulations {
  const running = new Map<string, Running>();
  /** By initiative, the key of what failed: with other inputs it is another simulation. */
  const failed = new Map<string, string>();
  const waiting = new Set<() => void>();
  let arrived = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const tell = () => {
    clearTimeout(timer);
    timer = undefined;
    const ids = [...arrived];
    arrived = new Set();
    if (ids.length > 0) onResults(ids);
  };

  const finished = (initiativeId: string, key: string) => {
    if (running.get(initiativeId)?.key !== key) return;
    running.delete(initiativeId);
    arrived.add(initiativeId);
    if (running.size > 0) {
      timer ??= setTimeout(tell, TELL_EVERY_MS);
      return;
    }
    tell();
    for (const wake of waiting) wake();
    waiting.clear();
  };

  const start = (request: SimulationRequest, key: string) => {
    const { initiativeId } = request.model;
    running.get(initiativeId)?.abort.abort();
    failed.delete(initiativeId);
    const abort = new AbortController();
    running.set(initiativeId, { key, abort });
    pool.run({ kind: 'simulate', request }, abort.signal).then(
      (value) => {
        cache.set(key, value);
        finished(initiativeId, key);
      },
      (error: unknown) => {
        if (error instanceof ComputeCancelled) return;
        // Asked again by itself it would fail again and again: it waits until a person says so.
        failed.set(initiativeId, key);
        log(`simulation of initiative ${initiativeId} failed`, error);
        finished(initiativeId, key);
      },
    );
  };

  return {
    lookUp(request) {
      const key = requestHash(request);
      const known = cache.get(key);
      if (known) return known;
      const isUnderWay = running.get(request.model.initiativeId)?.key === key;
      if (!isUnderWay && failed.get(request.model.initiativeId) !== key && !isClosed) start(request, key);
      return 'computing';
    },
    pending: () => running.size,
    failures: () => failed.size,
    retry() {
      const ids = [...failed.keys()];
      failed.clear();
      if (ids.length > 0) onResults(ids);
    },
    settled(patienceMs) {
      if (running.size === 0) return Promise.resolve();
      return new Promise((resolve) => {
        const done = () => {
          clearTimeout(limit);
          waiting.delete(done);
          resolve();
        };
        const limit = Number.isFinite(patienceMs) ? setTimeout(done, patienceMs) : undefined;
        waiting.add(done);
      });
    },
    isClosed: () => isClosed,
    close() {
      isClosed = true;
      clearTimeout(timer);
      for (const { abort } of running.values()) abort.abort();
      running.clear();
      for (const wake of waiting) wake();
      waiting.clear();
    },
  };
}
