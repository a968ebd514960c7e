import { describe, expect, it } from 'vitest';
import { dataContract } from '#shared/api/contract.ts';
import { evaluate } from '#shared/decision/evaluate.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { exampleContext } from '#tests/shared/decision/example-facts.ts';
import { openTestService } from '#tests/support/data-service.ts';
import {
  enterForwardModel,
  enterGatedPilot,
  enterPilotMonths,
  enterSoundPilot,
  valueOfTask,
} from '#tests/support/sound-pilot.ts';
import { workerGate } from '#tests/support/worker-gate.ts';

const june = (2026 * 12 + 5) as MonthIndex;

describe('openDataService()', () => {
  it('refuses names that are no calls, inherited ones included', async () => {
    const { fail } = await openTestService();
    for (const name of ['drop', 'constructor', '__proto__', 'toString', '', 'newPortfolio']) {
      expect((await fail(name, {})).code).toBe('invalid_input');
    }
  });

  it('answers hostile input to every call with invalid_input', async () => {
    const { fail } = await openTestService();
    for (const name of Object.keys(dataContract)) {
      for (const input of [null, undefined, 7, 'x', [1], { surprise: true }]) {
        expect([name, (await fail(name, input)).code]).toEqual([name, 'invalid_input']);
      }
    }
  });

  it('says which initiative is gone, for every call that names one', async () => {
    const { fail } = await openTestService();
    expect((await fail('getInitiative', { id: 'nobody' })).code).toBe('not_found');
    expect((await fail('updateInitiative', { id: 'nobody', patch: { name: 'X' } })).code).toBe('not_found');
    expect((await fail('closeMonths', { initiativeId: 'nobody', months: [june] })).code).toBe('not_found');
  });

  it('names the field of an input that is not accepted', async () => {
    const { fail } = await openTestService();
    const error = await fail('createInitiative', { name: ' ', stage: 'idea' });
    expect(error).toMatchObject({ code: 'invalid_input', details: { field: 'name' } });
    expect(error.message).toBe('name: a name is needed.');
  });

  it('tells which tables a command changed, and nothing for a read', async () => {
    const { ask, events } = await openTestService();
    await ask('createInitiative', { name: 'Claims triage', stage: 'idea' });
    expect(events).toEqual([{ type: 'changed', tables: ['initiative', 'history'] }]);
    await ask('listRegister', {});
    expect(events).toHaveLength(1);
  });

  it('changes verdict and reasons with the facts, and goes back by undo', async () => {
    const { ask, settled } = await openTestService();
    const { id } = await ask('createInitiative', { name: 'Bare', stage: 'pilot' });
    const bare = await ask('getInitiative', { id });
    expect(bare.decision.rule).toBe('H1');

    const pilot = await enterGatedPilot(ask);
    const read = async () => {
      await settled();
      return ask('getInitiative', { id: pilot });
    };
    const missing = async () =>
      (await read()).decision.rules.find(({ rule }) => rule === 'H1')?.missing.map(({ code }) => code);
    expect(await missing()).toEqual(expect.arrayContaining(['closedMonths', 'forwardModel']));
    await enterPilotMonths(ask, pilot);
    expect(await missing()).not.toContain('closedMonths');

    const value = await enterForwardModel(ask, pilot, 0.5);
    const losing = await read();
    expect(losing.decision).toMatchObject({ rule: 'K3', valueClass: 'negative' });
    expect(losing.sentence).toMatch(/^KILL \(K3\)/);
    expect(losing.decision.probability).toEqual({ status: 'known', value: 0 });

    await ask('updateDriver', { id: value, driver: valueOfTask(2) });
    const sound = await read();
    expect(sound.decision).toMatchObject({ rule: 'C1', valueClass: 'positive', isComputing: false });
    expect(sound.sentence).toMatch(/^CONTINUE \(C1\)/);

    expect((await ask('getStatus', {})).undo?.label).toContain('Value of a task');
    await ask('undo', {});
    expect((await read()).decision).toEqual(losing.decision);
    await ask('redo', {});
    expect((await read()).decision).toEqual(sound.decision);
  });

  it('refuses to change a closed month and says which', async () => {
    const { ask, fail } = await openTestService();
    const { id } = await ask('createInitiative', { name: 'Triage', stage: 'pilot' });
    const line = await ask('addLine', {
      initiativeId: id,
      line: { kind: 'cost', name: 'Licence', category: 'platform', startsOn: null, endsOn: null },
    });
    await ask('closeMonths', { initiativeId: id, months: [june] });
    const error = await fail('setMonthValues', {
      initiativeId: id,
      cells: [{ lineId: line.id, month: june, amount: 1 }],
    });
    expect(error.code).toBe('conflict');
    expect(error.message).toContain('June 2026');
  });

  it('evaluates only what a command touched, and the same as a fresh start', async () => {
    const one = await openTestService();
    const ids = [];
    for (const name of ['A', 'B', 'C'])
      ids.push((await one.ask('createInitiative', { name, stage: 'pilot' })).id);
    await one.ask('listRegister', {});
    await one.ask('updateInitiative', { id: ids[1] ?? '', patch: { businessOwner: 'Ann', name: 'B2' } });
    await one.ask('deleteInitiative', { id: ids[2] ?? '' });
    const kept = await one.ask('listRegister', {});
    await one.service.close();
    const fresh = await openTestService({ path: one.path });
    expect(await fresh.ask('listRegister', {})).toEqual(kept);
    expect(kept.rows.map((row) => row.name)).toEqual(['A', 'B2']);
  });

  it('computes in a worker what is computed here, to the last bit', async () => {
    const { ask, settled } = await openTestService();
    const { id } = await enterSoundPilot(ask);
    await settled();
    const { decision } = await ask('getInitiative', { id });
    const facts = { ...(await ask('getInitiative', { id })), pastDecisions: [] };
    const context = exampleContext({ asOf: decision.asOf, seed: decision.seed });
    expect(evaluate(facts, context)).toEqual(decision);
  });

  it('finds the results of simulations again at the next start, and starts no worker for them', async () => {
    const first = await openTestService();
    const { id } = await enterSoundPilot(first.ask);
    await first.settled();
    const before = await first.ask('getInitiative', { id });
    await first.service.close();
    // The same profile, and a worker that cannot start: a simulation would be logged as failed, which fails the test.
    const { path, folder } = first;
    const second = await openTestService({ path, folder, computeWorker: '/nowhere/compute-worker.js' });
    expect((await second.ask('getInitiative', { id })).decision).toEqual(before.decision);
    expect((await second.ask('getStatus', {})).computing).toBe(0);
  });

  it('logs a simulation that fails, goes on answering, and exports nothing without its figures', async () => {
    const logged: string[] = [];
    const { ask, fail, settled } = await openTestService({
      computeWorker: '/nowhere/compute-worker.js',
      log: (message) => logged.push(message),
    });
    const { id } = await enterSoundPilot(ask);
    await settled();
    expect(logged).toEqual([`simulation of initiative ${id} failed`]);
    expect((await ask('getInitiative', { id })).decision).toMatchObject({ isComputing: true, verdict: null });
    for (const name of ['getReport', 'exportRegister']) {
      const refused = await fail(name, {});
      expect(refused.code).toBe('unavailable');
      expect(refused.message).toContain('“Claims triage”');
    }
  });

  it('closes while a simulation runs, and leaves the file free', async () => {
    const gate = workerGate();
    const one = await openTestService({ computeWorker: gate.entry });
    const { id } = await enterSoundPilot(one.ask);
    await one.ask('getStatus', {});
    await gate.held();
    const report = one.fail('getReport', {});
    await one.service.close();
    expect((await report).code).toBe('cancelled');
    const again = await openTestService({ path: one.path });
    expect((await again.ask('getInitiative', { id })).initiative.name).toBe('Claims triage');
  });
});
