import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ComputeCancelled, type ComputePool, computePool } from '#electron/compute/compute-pool.ts';
import { requestHash } from '#shared/decision/input-hash.ts';
import { prepare } from '#shared/decision/prepare.ts';
import type { SimulationRequest } from '#shared/forward-model/model.ts';
import { simulate } from '#shared/forward-model/simulate.ts';
import { exampleContext, soundFacts } from '#tests/shared/decision/example-facts.ts';

const WORKER = join(import.meta.dirname, '../../../electron/compute/compute-worker.ts');

function pool(size = 1, entry = WORKER): ComputePool {
  const opened = computePool(entry, size);
  onTestFinished(() => opened.close());
  return opened;
}

function request(over: Partial<SimulationRequest> = {}): SimulationRequest {
  const { model } = prepare(soundFacts(), exampleContext());
  if (model.status !== 'complete') throw new Error('the example has no forward model');
  return { ...model.request, ...over };
}

const simulation = (over: Partial<SimulationRequest> = {}) =>
  ({ kind: 'simulate', request: request(over) }) as const;

describe('computePool()', () => {
  it('answers a simulation with the very bits the same request gives here', async () => {
    const answer = await pool().run(simulation());
    expect(answer).toEqual(simulate(request()));
    expect(requestHash(request())).toBe(requestHash(structuredClone(request())));
  });

  it('explains an initiative in a worker, with the same input hash on every run', async () => {
    const own = pool();
    const input = { facts: soundFacts(), context: exampleContext(), previous: null };
    const [first, second] = await Promise.all([
      own.run({ kind: 'explain', input }),
      own.run({ kind: 'explain', input }),
    ]);
    expect(first).toEqual(second);
    expect(first.initiativeId).toBe(input.facts.initiative.id);
    expect(first.verdictShares.reduce((sum, one) => sum + one.share, 0)).toBeCloseTo(1, 9);
  });

  it('answers more jobs than it has workers', async () => {
    const own = pool(2);
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((seed) => own.run(simulation({ seed }))));
    expect(new Set(answers.map((one) => one.expected.value)).size).toBe(5);
  });

  it('cancels a queued job and one under way, and answers the next', async () => {
    const own = pool();
    const [underWay, queued] = [new AbortController(), new AbortController()];
    const endless = simulation({ draws: 50_000_000, mostDraws: 50_000_000 });
    const first = own.run(endless, underWay.signal);
    const second = own.run(simulation(), queued.signal);
    const third = own.run(simulation());
    queued.abort();
    await expect(second).rejects.toBeInstanceOf(ComputeCancelled);
    underWay.abort();
    await expect(first).rejects.toBeInstanceOf(ComputeCancelled);
    expect((await third).draws).toBeGreaterThanOrEqual(10_000);
  });

  it('explains before it goes on with queued simulations', async () => {
    const own = pool();
    const order: string[] = [];
    const note = (name: string) => () => order.push(name);
    const underWay = new AbortController();
    const endless = simulation({ draws: 50_000_000, mostDraws: 50_000_000 });
    const input = { facts: soundFacts(), context: exampleContext(), previous: null };
    const all = Promise.all([
      own.run(endless, underWay.signal).catch(note('cancelled')),
      own.run(simulation()).then(note('simulated')),
      own.run({ kind: 'explain', input }).then(note('explained')),
    ]);
    underWay.abort();
    await all;
    expect(order).toEqual(['cancelled', 'explained', 'simulated']);
  });

  it('says what went wrong inside a job, and goes on', async () => {
    const own = pool();
    const broken = { kind: 'simulate', request: { ...request(), model: null } } as never;
    await expect(own.run(broken)).rejects.toThrow(/TypeError/);
    expect((await own.run(simulation())).draws).toBeGreaterThanOrEqual(10_000);
  });

  it('reports a worker that cannot start', async () => {
    await expect(pool(1, '/nowhere/compute-worker.js').run(simulation())).rejects.toThrow(/nowhere/);
  });

  it('cancels what is left when it is closed', async () => {
    const own = computePool(WORKER, 1);
    const left = own.run(simulation({ draws: 50_000_000, mostDraws: 50_000_000 }));
    const waiting = own.run(simulation());
    const both = Promise.allSettled([left, waiting]);
    await own.close();
    for (const one of await both) expect(one).toMatchObject({ reason: expect.any(ComputeCancelled) });
    await expect(own.run(simulation())).rejects.toBeInstanceOf(ComputeCancelled);
  });
});
