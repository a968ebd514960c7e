import { describe, expect, it } from 'vitest';
import { ComputeCancelled, type ComputePool } from '#electron/compute/compute-pool.ts';
import { simulationCache } from '#electron/data/simulation-cache.ts';
import { simulations } from '#electron/data/simulations.ts';
import { simulateNow } from '#shared/decision/evaluate.ts';
import { prepare } from '#shared/decision/prepare.ts';
import type { SimulationRequest } from '#shared/forward-model/model.ts';
import { exampleContext, soundFacts } from '#tests/shared/decision/example-facts.ts';

function request(seed: string, initiativeId = 'i1'): SimulationRequest {
  const { model } = prepare(soundFacts(), exampleContext({ seed }));
  if (model.status !== 'complete') throw new Error('the example has no forward model');
  return { ...model.request, model: { ...model.request.model, initiativeId } };
}

/** A pool whose jobs end when the test says so. */
function heldPool() {
  const jobs: { seed: string; end: (how?: 'fail') => Promise<void>; isCancelled: () => boolean }[] = [];
  const pool = {
    run: (job: { request: SimulationRequest }, signal: AbortSignal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new ComputeCancelled()));
        jobs.push({
          seed: job.request.seed,
          isCancelled: () => signal.aborted,
          end: async (how) => {
            if (how === 'fail') reject(new Error('broken'));
            else resolve(simulateNow(job.request));
            await new Promise(setImmediate);
          },
        });
      }),
    close: async () => undefined,
  } as unknown as ComputePool;
  return { pool, jobs };
}

function opened() {
  const { pool, jobs } = heldPool();
  const told: string[][] = [];
  const logged: string[] = [];
  const runs = simulations(
    pool,
    simulationCache(null),
    (ids) => told.push([...ids]),
    (message) => logged.push(message),
  );
  return { runs, jobs, told, logged };
}

describe('simulations()', () => {
  it('starts an unknown simulation once, tells when it is in, and knows it from then on', async () => {
    const { runs, jobs, told } = opened();
    expect(runs.lookUp(request('a'))).toBe('computing');
    expect(runs.lookUp(request('a'))).toBe('computing');
    expect([jobs.length, runs.pending()]).toEqual([1, 1]);
    await jobs[0]?.end();
    expect(told).toEqual([['i1']]);
    expect(runs.lookUp(request('a'))).toEqual(simulateNow(request('a')));
    expect(runs.pending()).toBe(0);
  });

  it('cancels the earlier simulation of an initiative whose inputs have changed', async () => {
    const { runs, jobs, told } = opened();
    runs.lookUp(request('a'));
    runs.lookUp(request('b'));
    expect(jobs.map((job) => job.isCancelled())).toEqual([true, false]);
    await jobs[1]?.end();
    expect(told).toEqual([['i1']]);
    expect(runs.lookUp(request('b'))).not.toBe('computing');
  });

  it('lets those who wait go on when the last one is in', async () => {
    const { runs, jobs, told } = opened();
    runs.lookUp(request('a', 'i1'));
    runs.lookUp(request('a', 'i2'));
    const settled = runs.settled(Number.POSITIVE_INFINITY);
    await jobs[0]?.end();
    expect(runs.pending()).toBe(1);
    await jobs[1]?.end();
    await settled;
    expect(told.flat().sort()).toEqual(['i1', 'i2']);
  });

  it('lets those who wait go on when their patience ends', async () => {
    const { runs } = opened();
    runs.lookUp(request('a'));
    await runs.settled(1);
    expect(runs.pending()).toBe(1);
  });

  it('logs a simulation that failed and does not start it again', async () => {
    const { runs, jobs, logged } = opened();
    runs.lookUp(request('a'));
    await jobs[0]?.end('fail');
    expect(logged).toEqual(['simulation of initiative i1 failed']);
    expect(runs.lookUp(request('a'))).toBe('computing');
    expect([jobs.length, runs.pending(), runs.failures()]).toEqual([1, 0, 1]);
  });

  it('tries what failed once more when asked to, and counts it no longer', async () => {
    const { runs, jobs, told } = opened();
    runs.lookUp(request('a'));
    await jobs[0]?.end('fail');
    runs.retry();
    // Told of twice: that it failed, and that it may be asked for again.
    expect(told).toEqual([['i1'], ['i1']]);
    expect(runs.failures()).toBe(0);
    expect(runs.lookUp(request('a'))).toBe('computing');
    await jobs[1]?.end();
    expect(runs.lookUp(request('a'))).toEqual(simulateNow(request('a')));
  });

  it('forgets a failure once the inputs are others', async () => {
    const { runs, jobs } = opened();
    runs.lookUp(request('a'));
    await jobs[0]?.end('fail');
    runs.lookUp(request('b'));
    expect([jobs.length, runs.failures()]).toEqual([2, 0]);
  });

  it('cancels everything when it is closed, lets those who wait go on, and starts nothing any more', async () => {
    const { runs, jobs } = opened();
    runs.lookUp(request('a'));
    const settled = runs.settled(Number.POSITIVE_INFINITY);
    expect(runs.isClosed()).toBe(false);
    runs.close();
    await settled;
    expect(jobs[0]?.isCancelled()).toBe(true);
    expect(runs.lookUp(request('b'))).toBe('computing');
    expect([jobs.length, runs.pending(), runs.isClosed()]).toEqual([1, 0, true]);
  });
});
